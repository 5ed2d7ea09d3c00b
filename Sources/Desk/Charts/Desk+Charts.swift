package import Courses
package import Localisation
import Statistics

extension Desk {
    /// Figures as pictures, of the rounds that are named or of all; in the order asked for.
    ///
    /// Without rounds named, groups are those of rounds under way.
    ///
    /// - Parameters:
    ///   - names: those of one group are left out.
    ///   - rounds: public ids or codes; empty for all.
    package func charts(
        _ names: [Chart.Name], rounds: [String] = [], as actor: Actor, _ localiser: Localiser
    ) async throws -> [Chart] {
        let filter = FiguresFilter([.round: rounds])
        let (counts, told, asOf) = try await counted(filter, as: actor) { reach in
            (names.compactMap { ChartCount($0, of: reach) }, reach.filter, reach.today)
        }
        let known = try await self.rounds(as: actor)
        let groups = try await self.groups(as: actor)
        let words = Self.chartWords(
            localiser, Report.Stamp(asOf: asOf, ruleVersion: Figures.ruleVersion, filter: told),
            known, groups)
        return counts.map { count in
            switch count {
            case .participation(let table): words.participation(table)
            case .retention(let dropOuts): words.retention(dropOuts)
            case .capacity(let seats, let waiting):
                words.capacity(seats, waiting: waiting, groups: groups, rounds: known)
            case .waiting(let bands): words.waiting(bands)
            }
        }
    }

    /// Who was there at a group's sessions, for those who may read its register.
    ///
    /// - Parameter name: as the reader sees names.
    package func attendanceChart(
        of group: Group.ID, as actor: Actor, _ localiser: Localiser,
        name: (DisplayName) -> String
    ) async throws -> Chart {
        let now = clock.now()
        let sheet = try await sheet(of: group, as: actor)
        let words = Self.chartWords(
            localiser,
            Report.Stamp(
                asOf: WallClock.date(now), ruleVersion: Figures.ruleVersion,
                rounds: [sheet.round.code]), [sheet.round], [])
        return words.attendance(of: sheet, at: now, name: name)
    }

    private static func chartWords(
        _ localiser: Localiser, _ stamp: Report.Stamp, _ rounds: [Round], _ groups: [Group]
    ) -> ChartWords {
        ChartWords(
            localiser: localiser, stamp: stamp,
            names: FigureNames(
                rounds: Dictionary(
                    rounds.map { ($0.code, $0.name) }, uniquingKeysWith: { one, _ in one }),
                groups: Dictionary(
                    groups.map { ($0.id.description, $0.name) },
                    uniquingKeysWith: { one, _ in one })))
    }
}

/// What is counted for a figure.
private enum ChartCount: Sendable {
    case participation(FiguresTable)
    case retention([DropOut])
    /// Nobody waits for a group: of some groups it isn't known how many wait.
    case capacity([GroupSeats], waiting: Int?)
    case waiting(WaitBands)

    init?(_ name: Chart.Name, of reach: FiguresReach) {
        let (facts, groups, asOf) = (reach.facts, reach.groups, reach.today)
        switch name {
        case .participation:
            self = .participation(
                reach.table(
                    by: [.language, .term], measures: [.participations, .uniqueParticipants]))
        case .retention:
            self = .retention(
                DropOut.beforeSessions(
                    of: facts, rounds: reach.rounds, groups: groups, asOf: asOf))
        case .capacity:
            let rounds = reach.rounds ?? facts.roundsUnderWay(on: asOf)
            let total = Figures.table(
                of: facts, rounds: rounds, filter: reach.filter, by: [], measures: [.waiting],
                asOf: asOf
            ).total
            self = .capacity(
                GroupSeats.all(of: facts, rounds: rounds, groups: groups, asOf: asOf),
                waiting: total.waiting?.people)
        case .waiting:
            self = .waiting(
                WaitBands(Wait.all(of: facts, rounds: reach.rounds, groups: groups, asOf: asOf)))
        case .attendance: return nil
        }
    }
}

extension Facts {
    fileprivate func roundsUnderWay(on date: LocalDate) -> Set<Round.ID> {
        Set(rounds.filter { $0.endedOn.map { date < $0 } ?? true }.map(\.id))
    }
}
