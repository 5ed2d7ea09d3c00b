extension RawCount {
    typealias Key = [String]
    /// By a measure's name; without those that have no meaning in the breakdown.
    typealias Numbers = [String: Int]

    /// What stands under the filter, by the dimensions.
    func table(
        by dimensions: [String], filter: [String: [String]]
    ) -> (rows: [Key: Numbers], total: Numbers) {
        var rows: [Key: [Event]] = [:]
        var all: [Event] = []
        for event in events {
            let contexts = event.contexts.filter { context in
                filter.allSatisfy { name, codes in context[name].map(codes.contains) ?? false }
            }
            guard !contexts.isEmpty else { continue }
            all.append(event)
            let keys = contexts.compactMap { context -> Key? in
                let parts = dimensions.compactMap { context[$0] }
                return parts.count == dimensions.count ? parts : nil
            }
            for key in Set(keys) { rows[key, default: []].append(event) }
        }
        let splitting = Set(dimensions).union(filter.keys)
        var total = Self.numbers(all, Set(filter.keys))
        if filter.isEmpty { total["review", default: 0] += self.rows.reviewOfNoSession }
        return (rows.mapValues { Self.numbers($0, splitting) }, total)
    }

    private static let summed = [
        "sessionsPlanned", "sessionsHeld", "sessionsNotTaken", "expected", "attended",
        "absentNotified", "absentUnnotified", "excused", "unmarked", "participations",
        "scheduledMinutes", "deliveredMinutes", "studyHours", "completed", "guests", "headcounts",
        "waiting", "placed", "days", "review", "childcareChildren",
    ]

    private static func numbers(_ events: [Event], _ splitting: Set<String>) -> Numbers {
        var numbers = Dictionary(uniqueKeysWithValues: summed.map { ($0, 0) })
        for event in events where numbers[event.name] != nil {
            numbers[event.name, default: 0] += event.amount
        }
        func different(_ name: String) -> Int {
            Set(events.filter { $0.name == name }.map(\.who)).count
        }
        numbers["groups"] = different("groups")
        numbers["uniqueParticipants"] = different("participations")
        for name in gaps(splitting) { numbers[name] = nil }
        return numbers
    }

    private static func gaps(_ splitting: Set<String>) -> [String] {
        var gaps: [String] = []
        if !splitting.isDisjoint(with: ["gender", "ageBand"]) {
            gaps += ["sessionsPlanned", "sessionsHeld", "sessionsNotTaken", "review", "groups"]
        }
        if splitting.contains("ageBand") { gaps += ["headcounts", "childcareChildren"] }
        if !splitting.isDisjoint(with: ["month", "mode"]) { gaps += ["completed"] }
        if !splitting.isDisjoint(with: ["group", "month", "mode"]) {
            gaps += ["waiting", "placed", "days"]
        }
        return gaps
    }
}
