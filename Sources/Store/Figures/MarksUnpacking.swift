import Courses
internal import Dispatch
internal import Synchronization

/// Unpacks marks once it is known who has a place where: in two halves beside one another where
/// there are many.
struct MarksUnpacking: Sendable {
    let packed: PackedMarks
    let sessionGroups: [SessionGroupFact]
    let personIndex: KeyIndex
    let sessionIndex: KeyIndex
    let places: Places
    let now: Instant

    /// What was unpacked of some pages.
    struct Part: Sendable {
        var marks = MarkRuns()
        var damaged: [KeptPage] = []
    }

    /// The sessions, whose states follow from their marks.
    ///
    /// Sendable, for each part writes what belongs to its own pages alone.
    struct Sessions: @unchecked Sendable {
        let facts: UnsafeMutableBufferPointer<SessionFact>
    }

    /// - Parameter worthSharing: from how many bytes on it is done in halves.
    /// - Returns: one part, or two.
    func unpack(_ sessions: Sessions, worthSharing: Int) -> [Part] {
        let all = packed.pages.indices
        guard packed.bytes.count >= worthSharing else { return [unpack(all, sessions)] }
        let middle = packed.pages.firstIndex { $0.end * 2 >= packed.bytes.count } ?? 0
        let parts = Mutex([Part](repeating: Part(), count: 2))
        DispatchQueue.concurrentPerform(iterations: 2) { half in
            let part = unpack(half == 0 ? 0..<middle : middle..<all.upperBound, sessions)
            parts.withLock { $0[half] = part }
        }
        return parts.withLock { $0 }
    }

    private func unpack(_ pages: Range<Int>, _ sessions: Sessions) -> Part {
        var start = pages.lowerBound > 0 ? packed.pages[pages.lowerBound - 1].end : 0
        let end = pages.last.map { packed.pages[$0].end } ?? start
        var (unpacking, damaged) = (PageUnpacking(self, sessions, bytes: end - start), [KeptPage]())
        packed.bytes.withUnsafeBytes { bytes in
            for page in packed.pages[pages] {
                let own = UnsafeRawBufferPointer(rebasing: bytes[start..<page.end])
                start = page.end
                if !unpacking.unpack(page, own) {
                    damaged.append(KeptPage(kind: .session, page: page.number))
                }
            }
        }
        return Part(marks: unpacking.marks, damaged: damaged)
    }
}
