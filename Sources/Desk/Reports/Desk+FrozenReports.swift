package import Courses
import Localisation
package import Statistics
import Store

/// A report counted anew: what differs, and what was recorded in between that touches it.
package struct Restatement: Sendable, Equatable {
    package let original: FrozenReport
    package let restated: FrozenReport
    package let differences: [ReportDifference]
    /// The first first.
    package let changes: [ReportChange]
}

extension Desk {
    /// Counts, and keeps what was counted for good.
    ///
    /// - Parameters:
    ///   - filter: values by their codes, or as people call them.
    ///   - dimensions: of figures; the county's table has its own.
    package func freezeReport(
        _ kind: FrozenReport.Kind, filter: FiguresFilter = FiguresFilter(),
        by dimensions: [Dimension] = [], as actor: Actor
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
                countedAt: writing.now, restates: nil, writing, actor)
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
    /// - Throws: `ReportError.unchanged` when nothing differs; then nothing is kept.
    package func restate(_ id: FrozenReport.ID, as actor: Actor) async throws -> Restatement {
        try await write { writing in
            let original = try writing.reading.report(id)
            guard original.isIntact else { throw ReportError.damaged(id) }
            let restated = try Self.freeze(
                original.parameters, countedAt: original.countedAt, restates: id, writing, actor)
            guard restated.content != original.content else { throw ReportError.unchanged(id) }
            return try Self.compare(original, restated, writing.reading)
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
        _ parameters: FrozenReport.Parameters, countedAt: Instant, restates: FrozenReport.ID?,
        _ writing: Writing, _ actor: Actor
    ) throws -> FrozenReport {
        try mayRead(parameters, actor, writing.today)
        let asked = parameters.rounds.isEmpty ? nil : Set(parameters.rounds)
        let scope = try FiguresReach.scope(asked, writing.reading)
        let facts = try writing.reading.facts(of: scope, at: countedAt)
        let choices = try FiguresChoices(writing.reading)
        let asOf = WallClock.date(countedAt)
        var filter = FiguresFilter(fields: parameters.filter)
        filter[.round] = parameters.rounds.compactMap { id in
            choices.rounds.first { $0.id == id }?.code
        }
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
        return try writing.freeze(
            parameters, ruleVersion: Figures.ruleVersion, countedAt: countedAt,
            content: Array(report.content.utf8), restates: restates, by: actor)
    }

    /// Reports are for those who may read all the figures in them.
    private static func mayRead(
        _ parameters: FrozenReport.Parameters, _ actor: Actor, _ today: LocalDate
    ) throws {
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
            differences: ReportDifference.between(
                try ReportContent(original), try ReportContent(restated)),
            changes: try reading.changes(touching: original, upTo: restated.bound))
    }
}
