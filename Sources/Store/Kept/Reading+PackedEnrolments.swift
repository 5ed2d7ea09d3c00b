import Courses

/// An enrolment on its way into a page.
private struct PackedEnrolment {
    let key: Int64
    let person: Int64
    let round: Int64
    var places: [Place] = []
    /// The last one that stands, and its day.
    var latest: (step: EnrolmentStep, on: LocalDate)?
    var firstStepOn: LocalDate?
    var application: (on: LocalDate, operation: Int64)?

    struct Place {
        let group: Int64
        let from: LocalDate
        let before: LocalDate?
        let tag: Int
        let operation: Int64
    }

    /// Whoever declined or withdrew has waited since they applied anew.
    var appliedOn: LocalDate? { application?.on ?? firstStepOn }

    /// Since when none of the places held that they had before they applied.
    var freeFrom: LocalDate? {
        guard let application else { return nil }
        return places.filter { $0.operation < application.operation }.compactMap(\.before).max()
    }
}

extension Reading {
    /// Packs a page of enrolments with their steps and places.
    ///
    /// - Returns: false for a page without any.
    func pack(enrolmentsOn page: Int64, into packed: inout PackWriter) throws -> Bool {
        let keys = KeptKind.enrolments.keys(of: page)
        var enrolments = try enrolmentRows(keys)
        var tags = PackedTags()
        try addSteps(to: &enrolments, keys)
        try addPlaces(to: &enrolments, keys, &tags)
        packed.begin()
        packed.add(tags)
        var (key, person) = (keys.lowerBound, Int64(0))
        for enrolment in enrolments {
            packed.add(enrolment.key - key)
            packed.add(signed: enrolment.person - person)
            packed.add(enrolment.round)
            packed.add(enrolment)
            (key, person) = (enrolment.key, enrolment.person)
        }
        return !enrolments.isEmpty
    }

    private func enrolmentRows(_ keys: ClosedRange<Int64>) throws -> [PackedEnrolment] {
        let row = try statement(
            "SELECT id, person_id, round_id FROM enrolment WHERE id BETWEEN ? AND ? ORDER BY id")
        row.bind(1, keys.lowerBound)
        row.bind(2, keys.upperBound)
        var enrolments: [PackedEnrolment] = []
        while try row.next() {
            enrolments.append(
                PackedEnrolment(key: row.number(0), person: row.number(1), round: row.number(2)))
        }
        return enrolments
    }

    private func addSteps(
        to enrolments: inout [PackedEnrolment], _ keys: ClosedRange<Int64>
    ) throws {
        let row = try statement(
            """
            SELECT enrolment_id, step, effective_on, operation_id FROM enrolment_step
            WHERE enrolment_id BETWEEN ? AND ? AND voided_by IS NULL ORDER BY enrolment_id, id
            """)
        row.bind(1, keys.lowerBound)
        row.bind(2, keys.upperBound)
        defer { row.reset() }
        var index = 0
        while try row.next() {
            guard enrolments.moves(&index, to: row.number(0)) else { continue }
            guard let step: EnrolmentStep = row.code(1), let on = row.date(2) else {
                throw StoreError.damaged(table: "enrolment_step")
            }
            if enrolments[index].latest == nil { enrolments[index].firstStepOn = on }
            enrolments[index].latest = (step, on)
            if step == .applied { enrolments[index].application = (on, row.number(3)) }
        }
    }

    private func addPlaces(
        to enrolments: inout [PackedEnrolment], _ keys: ClosedRange<Int64>,
        _ tags: inout PackedTags
    ) throws {
        let row = try statement(
            """
            SELECT enrolment_id, group_id, starts_on,
                (SELECT min(ends_before) FROM placement_end
                 WHERE placement_id = placement.id AND voided_by IS NULL),
                language, operation_id
            FROM placement
            WHERE enrolment_id BETWEEN ? AND ? AND voided_by IS NULL ORDER BY enrolment_id, id
            """)
        row.bind(1, keys.lowerBound)
        row.bind(2, keys.upperBound)
        defer { row.reset() }
        var index = 0
        while try row.next() {
            guard enrolments.moves(&index, to: row.number(0)) else { continue }
            guard let from = row.date(2) else { throw StoreError.damaged(table: "placement") }
            let before = row.date(3)
            if let before, before <= from { continue }
            enrolments[index].places.append(
                PackedEnrolment.Place(
                    group: row.number(1), from: from, before: before,
                    tag: tags.place(of: row.text(4)), operation: row.number(5)))
        }
    }
}

extension [PackedEnrolment] {
    /// Goes on to where a key stands.
    ///
    /// - Returns: false where it doesn't: somebody may have deleted an enrolment by hand, and left
    ///   what belonged to it.
    fileprivate func moves(_ index: inout Int, to key: Int64) -> Bool {
        while index < count, self[index].key < key { index += 1 }
        return index < count && self[index].key == key
    }
}

extension PackWriter {
    fileprivate mutating func add(_ enrolment: PackedEnrolment) {
        let free = enrolment.freeFrom
        let step = enrolment.latest?.step
        add(byte: step.packed | (free == nil ? 0 : 8))
        if step == .withdrawn, let on = enrolment.latest?.on { add(on) }
        if step.isWaitedFor, let applied = enrolment.appliedOn { add(applied) }
        if let free { add(free) }
        add(enrolment.places.count)
        for place in enrolment.places {
            add(place.group)
            add(place.from)
            add(place.before.map { $0.dayNumber - place.from.dayNumber } ?? 0)
            add(place.tag)
        }
    }
}

/// Three bits. The numbers lie on disk: they stay as they are whatever is added.
extension EnrolmentStep? {
    fileprivate var packed: UInt8 {
        switch self {
        case nil: 0
        case .applied?: 1
        case .waitlisted?: 2
        case .offered?: 3
        case .declined?: 4
        case .placed?: 5
        case .withdrawn?: 6
        }
    }

    init(packed: UInt8) {
        switch packed & 7 {
        case 1: self = .applied
        case 2: self = .waitlisted
        case 3: self = .offered
        case 4: self = .declined
        case 5: self = .placed
        case 6: self = .withdrawn
        default: self = nil
        }
    }

    /// Whether the enrolment leads to a place, so that there is a day since which they waited.
    var isWaitedFor: Bool { self != nil && self != .declined }
}
