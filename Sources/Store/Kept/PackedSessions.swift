/// A session's plan as it stands on a page of what is kept.
struct PackedPlan {
    /// On the page, from 0.
    let place: Int64
    let bytes: UnsafeRawBufferPointer
}

/// Takes the plans from a page of sessions, one after the other in the order of their keys; marks
/// come after them.
struct PackedPlans {
    private var reader: PackReader
    private var left: Int
    private var last: Int64 = -1

    /// - Parameter bytes: last as long as what is found in them.
    init(_ bytes: UnsafeRawBufferPointer) {
        reader = PackReader(bytes)
        left = reader.count(ofBytes: 2)
    }

    /// All were found. What each of them holds is another matter.
    var isWhole: Bool { left == 0 && !reader.isDamaged }

    /// What comes after the plans that were found.
    var rest: UnsafeRawBufferPointer { reader.rest }

    mutating func next() -> PackedPlan? {
        guard left > 0, !reader.isDamaged else { return nil }
        left -= 1
        let place = reader.number()
        let plan = reader.part()
        guard !reader.isDamaged, place > last, place < KeptKind.session.keys(of: 0).count else {
            reader.fail()
            return nil
        }
        last = place
        return PackedPlan(place: place, bytes: plan)
    }
}

/// A page of sessions, taken apart.
struct PackedSessions {
    let plans: [PackedPlan]
    let marks: [PackedMark]

    /// - Parameter bytes: last as long as the plans.
    /// - Returns: nil for a damaged page.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var (plans, found) = (PackedPlans(bytes), [PackedPlan]())
        while let plan = plans.next() { found.append(plan) }
        guard plans.isWhole, let marks = PackedMark.all(in: plans.rest),
            marks.places & ~found.places == 0
        else { return nil }
        (self.plans, self.marks) = (found, marks)
    }
}

extension [PackedMark] {
    /// Bit by bit the sessions on the page that have any.
    fileprivate var places: UInt16 { reduce(0) { $0 | $1.bit } }
}

extension [PackedPlan] {
    fileprivate var places: UInt16 { reduce(0) { $0 | 1 << UInt16($1.place) } }
}

extension PackedPlan: Equatable {
    static func == (one: PackedPlan, other: PackedPlan) -> Bool {
        one.place == other.place && one.bytes.elementsEqual(other.bytes)
    }
}
