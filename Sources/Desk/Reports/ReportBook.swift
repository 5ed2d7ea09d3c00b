package import Courses
package import Statistics
import Store

/// The frozen reports that somebody may read, and what they name.
package struct ReportBook: Sendable {
    /// The last first.
    package let reports: [FrozenReport]
    /// As it is called now.
    package let choices: FiguresChoices
    /// Who froze them.
    package let people: [Person.ID: DisplayName]

    package init(
        reports: [FrozenReport], choices: FiguresChoices,
        people: [Person.ID: DisplayName] = [:]
    ) {
        self.reports = reports
        self.choices = choices
        self.people = people
    }

    /// Nil for what is not among them.
    package func report(_ id: FrozenReport.ID?) -> FrozenReport? {
        reports.first { $0.id == id }
    }

    /// What the report was counted anew as, the last first.
    package func restatements(of id: FrozenReport.ID) -> [FrozenReport] {
        reports.filter { $0.restates == id }
    }
}

extension FiguresChoices {
    /// All that a report was narrowed to, its rounds by their codes of now.
    package func filter(of parameters: FrozenReport.Parameters) -> FiguresFilter {
        var filter = FiguresFilter(fields: parameters.filter)
        filter[.round] = parameters.rounds.compactMap { id in
            rounds.first { $0.id == id }?.code
        }
        return filter
    }
}

extension Desk {
    /// - Throws: `NotAllowed` for those who may read none, whichever there are.
    package func reportBook(as actor: Actor) async throws -> ReportBook {
        guard mayReadReports(actor) else { throw NotAllowed(right: .readFigures) }
        let reports = try await reports(as: actor)
        return try await store.read { reading in
            ReportBook(
                reports: reports.reversed(), choices: try FiguresChoices(reading),
                people: try reading.names(of: reports.compactMap(\.actor)))
        }
    }

    /// Whether there could be frozen reports for them to read: those of their own groups alone read
    /// no round's figures.
    package func mayReadReports(_ actor: Actor) -> Bool {
        let today = today
        return actor.grants.contains { grant in
            guard grant.isInForce(on: today), grant.role.rights.contains(.readFigures) else {
                return false
            }
            return switch grant.scope {
            case .organisation, .round: true
            case .group, .session: false
            }
        }
    }

    /// Whether they may freeze figures of these rounds, by their codes; of all where none is named.
    package func mayFreeze(
        _ filter: FiguresFilter, among choices: FiguresChoices, _ actor: Actor
    ) -> Bool {
        let named = filter[.round].compactMap { code in
            choices.rounds.first { $0.code == code }?.id
        }
        let parameters = FrozenReport.Parameters(kind: .figures, rounds: named, dimensions: [])
        return named.count == filter[.round].count
            && (try? Self.mayRead(parameters, actor, today)) != nil
    }
}
