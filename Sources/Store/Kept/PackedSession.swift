/// A session as it stands on a page of what is kept.
struct PackedSession {
    /// On the page, from 0.
    let place: Int64
    let plan: UnsafeRawBufferPointer
    let marks: UnsafeRawBufferPointer
}

/// Takes a page of sessions apart, one after the other in the order of their keys.
struct PackedSessions: IteratorProtocol, Sequence {
    private var reader: PackReader
    private var last: Int64 = -1

    /// - Parameter bytes: last as long as what is found in them.
    init(_ bytes: UnsafeRawBufferPointer) {
        reader = PackReader(bytes)
    }

    /// All were found, and nothing else. What the parts of each hold is another matter.
    var isWhole: Bool { reader.isWhole }

    mutating func next() -> PackedSession? {
        guard !reader.isAtEnd, !reader.isDamaged else { return nil }
        let place = reader.number()
        let (plan, marks) = (reader.part(), reader.part())
        guard !reader.isDamaged, place > last, place < KeptKind.session.keys(of: 0).count else {
            reader.fail()
            return nil
        }
        last = place
        return PackedSession(place: place, plan: plan, marks: marks)
    }

    /// - Returns: nil for a damaged page.
    static func all(on bytes: UnsafeRawBufferPointer) -> [PackedSession]? {
        var (page, sessions) = (PackedSessions(bytes), [PackedSession]())
        while let session = page.next() { sessions.append(session) }
        return page.isWhole ? sessions : nil
    }
}

extension PackedSession: Equatable {
    static func == (one: PackedSession, other: PackedSession) -> Bool {
        one.place == other.place && one.plan.elementsEqual(other.plan)
            && one.marks.elementsEqual(other.marks)
    }
}
