import Courses
import Statistics
import Store

extension FiguresReach {
    func rows(
        behind number: CountedNumber, _ filter: FiguresFilter, isRow: Bool
    ) -> CountedRows? {
        CountedRows(
            behind: number, of: facts, rounds: rounds, filter: filter, isRow: isRow, asOf: today)
    }

    /// Whether the list, or that somebody isn't in it, would tell of a protected person what an
    /// alias must not: gender, age, or a language that isn't their group's.
    ///
    /// Asked of lists that are narrowed to none of what they would tell, so that the answer doesn't
    /// tell it either.
    func tellsOfProtected(
        _ reading: Reading, _ number: CountedNumber, isRow: Bool
    ) throws -> Bool {
        guard number.tellsOfPeople else { return false }
        let known: [Dimension] = [.gender, .ageBand]
        if narrows(known), try hasProtected(reading, number, besides: known, isRow: isRow) {
            return true
        }
        guard narrows([.language]) else { return false }
        // Who waits or visits counts under a language of their own. A list of different people
        // doesn't say who visited; that of their visits does.
        let visits = number.kind == .person ? .measure(.participations) : number
        return try hasProtected(reading, visits, besides: known + [.language], isRow: isRow) {
            number.measure == .waiting || $0.isVisit
        }
    }

    private func narrows(_ dimensions: [Dimension]) -> Bool {
        dimensions.contains { !filter[$0].isEmpty }
    }

    private func hasProtected(
        _ reading: Reading, _ number: CountedNumber, besides dimensions: [Dimension], isRow: Bool,
        where isAsked: (CountedRow) -> Bool = { _ in true }
    ) throws -> Bool {
        var wide = filter
        for dimension in dimensions { wide[dimension] = [] }
        let rows = rows(behind: number, wide, isRow: isRow)?.rows ?? []
        let about = Set(rows.filter(isAsked).map(\.person)).filter { $0 >= 0 }
        return try reading.names(of: about.map { people[Int($0)] }).values.contains {
            $0.alias != nil
        }
    }
}

extension CountedRow {
    /// Of somebody who has no place there.
    var isVisit: Bool { mark.map { $0.role != .member } ?? false }
}
