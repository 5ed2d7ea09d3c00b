import Courses
internal import Dispatch
internal import Synchronization

/// Unpacks marks once it is known who has a place where: in two halves beside one another where
/// there are many.
struct MarksUnpacking: Sendable {
    let packed: PackedMarks
    let sessionGroups: [SessionGroupFact]
    let personIndex: KeyIndex
    let places: Places
    let now: Instant

    /// What was unpacked of some sessions' marks.
    struct Part: Sendable {
        /// Of the room that the marks took.
        var start: Int
        var count = 0
        /// Make-ups by their places, with the keys of what they make up for: it may come later.
        var makeUps: [(mark: Int, session: Int64)] = []
        var damaged: [KeptPage] = []
    }

    /// Where all is put.
    ///
    /// Sendable, for each part writes what belongs to its own sessions alone.
    struct Room: @unchecked Sendable {
        let marks: UnsafeMutableBufferPointer<MarkFact>
        let sessions: UnsafeMutableBufferPointer<SessionFact>
    }

    /// - Parameter worthSharing: from how many bytes on it is done in halves.
    func unpack(into room: Room, worthSharing: Int) -> [Part] {
        let all = packed.sessions.indices
        guard packed.bytes.count >= worthSharing else { return [unpack(all, into: room)] }
        let middle = packed.sessions.firstIndex { $0.marksEnd * 2 >= packed.count } ?? 0
        let parts = Mutex([Part](repeating: Part(start: 0), count: 2))
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            let part = unpack(half == 0 ? 0..<middle : middle..<all.upperBound, into: room)
            parts.withLock { $0[half] = part }
        }
        return parts.withLock { $0 }
    }

    private func unpack(_ sessions: Range<Int>, into room: Room) -> Part {
        var before = sessions.lowerBound > 0 ? packed.sessions[sessions.lowerBound - 1] : nil
        var part = Part(start: before?.marksEnd ?? 0)
        packed.bytes.withUnsafeBytes { bytes in
            for session in sessions {
                let this = packed.sessions[session]
                let own = (before?.bytesEnd ?? 0)..<this.bytesEnd
                let groups = (before?.groupsEnd ?? 0)..<this.groupsEnd
                let count = this.marksEnd - (before?.marksEnd ?? 0)
                unpack(
                    session, UnsafeRawBufferPointer(rebasing: bytes[own]), count, groups, room,
                    &part)
                before = this
            }
        }
        return part
    }

    @inline(__always)
    private func unpack(
        _ session: Int, _ bytes: UnsafeRawBufferPointer, _ count: Int, _ own: Range<Int>,
        _ room: Room, _ part: inout Part
    ) {
        var (evidence, groups) = (packed.sessions[session].evidence, SessionGroups())
        for entry in sessionGroups[own] { groups.add(entry.group) }
        let day = room.sessions[session].day
        var (reader, person, end) = (PackReader(part: bytes), Int64(0), part.start + part.count)
        for _ in 0..<count {
            let flags = MarkFlags(byte: reader.byte())
            person &+= reader.number()
            let late = flags.hasMinutes ? reader.number() : 0
            let leftEarly = flags.hasMinutes ? reader.number() : 0
            let makeUpFor = flags.code.isMakeUp ? reader.number() : 0
            guard let someone = personIndex[person] else { continue }
            let seat = places.seat(of: someone, on: day, in: groups)
            guard seat.isHeld || !flags.code.isMember else { continue }
            if flags.code.isMakeUp { part.makeUps.append((end, makeUpFor)) }
            if flags.isSinceStart { evidence.hasMarkSinceStart = true }
            room.marks.initializeElement(
                at: end,
                to: MarkFact(
                    session: Int32(session), person: someone, code: flags.code,
                    placement: seat.placement, late: late, leftEarly: leftEarly))
            end += 1
        }
        part.count = end - part.start
        if !reader.isWhole {
            part.damaged.append(KeptPage(kind: .session, page: packed.sessions[session].page))
        }
        room.sessions[session].status = evidence.status(at: now)
        room.sessions[session].isHeld = evidence.isHeld
    }
}

extension Places {
    /// Whether somebody has a place there, and which, if it is the only one in a group still open.
    @inline(__always)
    fileprivate func seat(
        of person: Int32, on day: Int32, in groups: SessionGroups
    ) -> (isHeld: Bool, placement: Int32) {
        var (held, open, placement) = (0, 0, Facts.none)
        forEach(of: person, on: day, in: groups) { found, isOpen in
            held += 1
            if isOpen { (open, placement) = (open + 1, found) }
        }
        return (held > 0, open == 1 ? placement : Facts.none)
    }
}
