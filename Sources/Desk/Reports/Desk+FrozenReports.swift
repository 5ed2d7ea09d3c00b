package import Courses
import Localisation
package import Statistics
import Store

extension Desk {
    /// Counts, and keeps what was counted for good.
    ///
    /// - Parameters:
    ///   - filter: values by their codes, or as people call them.
    ///   - dimensions: of figures; the county's table has its own.
    ///   - id: made where it was asked for; asked for twice, the report is the first one.
    package func freezeReport(
        _ kind: FrozenReport.Kind, filter: FiguresFilter = FiguresFilter(),
        by dimensions: [Dimension] = [], id: FrozenReport.ID? = nil, as actor: Actor
    ) async throws -> FrozenReport {
        if kind == .county { try Self.checkCounty(filter) }
        return try await write { writing in
            let choices = try FiguresChoices(writing.reading)
            var others = try choices.resolved(filter)
            let named = others[.round].compactMap { code in
                choices.rounds.first { $0.code == code }?.id
            }
            others[.round] = []
            return try Self.freeze(
                FrozenReport.Parameters(
                    kind: kind, rounds: named,
                    dimensions: kind == .county
                        ? CountyTable.dimensions.map(\.rawValue) : dimensions.map(\.rawValue),
                    filter: others.fields),
                id: id, countedAt: writing.now, restates: nil, writing, actor)
        }
    }

    /// - Parameter rounds: public ids or codes; empty for all.
    package func freezeReport(
        _ kind: FrozenReport.Kind, rounds: [String], by dimensions: [Dimension] = [],
        as actor: Actor
    ) async throws -> FrozenReport {
        try await freezeReport(
            kind, filter: FiguresFilter([.round: rounds]), by: dimensions, as: actor)
    }

    /// Frozen reports that the actor may read, the first first.
    package func reports(as actor: Actor) async throws -> [FrozenReport] {
        let today = today
        return try await store.read { reading in
            try reading.reports().filter {
                (try? Self.mayRead($0.parameters, actor, today)) != nil
            }
        }
    }

    package func report(_ id: FrozenReport.ID, as actor: Actor) async throws -> FrozenReport {
        let today = today
        return try await store.read { reading in
            let report = try reading.report(id)
            try Self.mayRead(report.parameters, actor, today)
            return report
        }
    }

    /// Counts a report anew, of the moment of which it tells, and keeps it beside the original.
    ///
    /// - Parameter newID: of what is kept, made where it was asked for; asked for twice, it is the
    ///   first one.
    /// - Throws: `ReportError.unchanged` when nothing differs; then nothing is kept.
    package func restate(
        _ id: FrozenReport.ID, newID: FrozenReport.ID? = nil, as actor: Actor
    ) async throws -> Restatement {
        try await write { writing in
            let original = try writing.reading.report(id)
            guard original.isIntact else { throw ReportError.damaged(id) }
            let restated = try Self.freeze(
                original.parameters, id: newID, countedAt: original.countedAt, restates: id,
                writing, actor)
            guard restated.content != original.content else { throw ReportError.unchanged(id) }
            return try Self.compare(original, restated, writing.reading)
        }
    }

    /// What counting a report anew would come to; nothing is kept.
    ///
    /// - Throws: `ReportError.damaged`.
    package func recount(_ id: FrozenReport.ID, as actor: Actor) async throws -> Recount {
        let today = today
        return try await store.read { reading in
            let original = try reading.report(id)
            try Self.mayRead(original.parameters, actor, today)
            guard original.isIntact else { throw ReportError.damaged(id) }
            let content = try Self.content(
                original.parameters, countedAt: original.countedAt, reading)
            return try Recount(
                original, as: content, upTo: try reading.logBound(), reading)
        }
    }

    /// What a restatement differs in from what it restates.
    package func restatement(_ id: FrozenReport.ID, as actor: Actor) async throws -> Restatement {
        let today = today
        return try await store.read { reading in
            let restated = try reading.report(id)
            try Self.mayRead(restated.parameters, actor, today)
            guard let restates = restated.restates else { throw ReportError.noRestatement(id) }
            return try Self.compare(try reading.report(restates), restated, reading)
        }
    }

    private static func freeze(
        _ parameters: FrozenReport.Parameters, id: FrozenReport.ID?, countedAt: Instant,
        restates: FrozenReport.ID?, _ writing: Writing, _ actor: Actor
    ) throws -> FrozenReport {
        try mayRead(parameters, actor, writing.today)
        let known = try id.flatMap { try writing.reading.reportIfKnown($0) }
        if let known, known.parameters == parameters, known.restates == restates,
            known.actor == actor.person
        {
            return known
        }
        return try writing.freeze(
            parameters, id: known == nil ? id : nil, ruleVersion: Figures.ruleVersion,
            countedAt: countedAt,
            content: try content(parameters, countedAt: countedAt, writing.reading),
            restates: restates, by: actor)
    }

    private static func content(
        _ parameters: FrozenReport.Parameters, countedAt: Instant, _ reading: Reading
    ) throws -> [UInt8] {
        let asked = parameters.rounds.isEmpty ? nil : Set(parameters.rounds)
        let scope = try FiguresReach.scope(asked, reading)
        let facts = try reading.facts(of: scope, at: countedAt)
        let choices = try FiguresChoices(reading)
        let asOf = WallClock.date(countedAt)
        let filter = choices.filter(of: parameters)
        let report =
            switch parameters.kind {
            case .county:
                CountyTable(of: facts, rounds: asked, filter: filter, asOf: asOf)
                    .report(choices.names, .localiser(for: .swedish))
            case .figures:
                Figures.table(
                    of: facts, rounds: asked, filter: filter,
                    by: parameters.dimensions.compactMap(Dimension.init(rawValue:)), asOf: asOf
                ).report(choices.names, .localiser(for: .swedish))
            }
        return Array(report.content.utf8)
    }

    /// Reports are for those who may read all the figures in them.
    static func mayRead(
        _ parameters: FrozenReport.Parameters, _ actor: Actor, _ today: LocalDate
    ) throws(NotAllowed) {
        guard !parameters.rounds.isEmpty else {
            return try Policy.require(actor, .readFigures, on: .organisation, date: today)
        }
        for round in parameters.rounds {
            try Policy.require(actor, .readFigures, on: .round(round), date: today)
        }
    }

    private static func compare(
        _ original: FrozenReport, _ restated: FrozenReport, _ reading: Reading
    ) throws -> Restatement {
        Restatement(
            original: original, restated: restated,
            recount: try Recount(
                original, as: restated.content, upTo: restated.bound, reading))
    }
}
