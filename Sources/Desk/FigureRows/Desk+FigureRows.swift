package import Courses
package import Localisation
package import Statistics
import Store

extension Desk {
    /// The rows behind a number of a table; each opening of a list of people is recorded.
    ///
    /// - Parameters:
    ///   - filter: what the table is narrowed to.
    ///   - key: which row of it.
    ///   - page: nil for all rows; one past the last is the last.
    ///   - name: as the reader sees names.
    /// - Throws: `NotAllowed` unless everything that is counted is the actor's to read,
    ///   `FiguresFilterError`.
    package func figureRows(
        behind number: CountedNumber, filter: FiguresFilter = FiguresFilter(),
        key: FiguresKey = FiguresKey(), page: Int? = nil, as actor: Actor,
        _ localiser: Localiser, name: @escaping @Sendable (DisplayName) -> String
    ) async throws -> FigureRows {
        let now = clock.now()
        let found = try await store.read { reading in
            let choices = try FiguresChoices(reading)
            // Before anything is said of what there is.
            try Policy.requireAnywhere(actor, .readFigures, date: WallClock.date(now))
            let filter = try choices.resolved(filter)
            let key = try choices.resolved(
                key, within: filter, municipality: try reading.organisation()?.code ?? "")
            let reach = try FiguresReach(
                reading, filter.narrowed(to: key), isComparing: false, isNaming: true, actor,
                at: now)
            let right = FigureRowsRight(actor, choices, on: reach.today)
            guard right.allows(number, reach.filter) else {
                throw NotAllowed(right: .readPeople)
            }
            let isRow = !key.dimensions.isEmpty
            guard let counted = reach.rows(behind: number, reach.filter, isRow: isRow)
            else { throw FiguresFilterError.noMeaning(number) }
            guard try !reach.tellsOfProtected(reading, number, isRow: isRow) else {
                throw FiguresFilterError.tellsOfProtected
            }
            let listing = try FigureRowListing(
                reading, reach, counted, localiser: localiser, name: name)
            var rows = listing.rows(behind: number, key, choices.names, page: page)
            rows.related = CountedNumber.allCases.filter {
                $0.hasMeaning(in: reach.filter) && right.allows($0, reach.filter)
            }
            return rows
        }
        // Not in one transaction: nobody's save waits while rows are found, and nothing is told
        // before the reading is recorded.
        if number.tellsOfPeople {
            try await write { writing in
                try writing.audit(
                    "readFigureRows", "figures", found.question, by: actor,
                    rows: found.rows.count)
            }
        }
        return found
    }
}

extension FiguresReach {
    fileprivate func rows(
        behind number: CountedNumber, _ filter: FiguresFilter, isRow: Bool
    ) -> CountedRows? {
        CountedRows(
            behind: number, of: facts, rounds: rounds, filter: filter, isRow: isRow, asOf: today)
    }

    /// Whether the list, or that somebody isn't in it, would tell of a protected person what an
    /// alias must not: gender, age, or a language that isn't their group's.
    ///
    /// Asked of the list that is narrowed to none of that, so that the answer doesn't tell it
    /// either.
    fileprivate func tellsOfProtected(
        _ reading: Reading, _ number: CountedNumber, isRow: Bool
    ) throws -> Bool {
        guard number.tellsOfPeople else { return false }
        let isWaiting = number.measure == .waiting
        return try tells(reading, number, of: [.gender, .ageBand], isRow) { _ in true }
            || tells(reading, number, of: [.language], isRow) { row in
                // Who waits or visits counts under a language of their own.
                isWaiting || row.mark.map { $0.role != .member } ?? false
            }
    }

    private func tells(
        _ reading: Reading, _ number: CountedNumber, of dimensions: [Dimension], _ isRow: Bool,
        where isTelling: (CountedRow) -> Bool
    ) throws -> Bool {
        guard dimensions.contains(where: { !filter[$0].isEmpty }) else { return false }
        var wide = filter
        for dimension in dimensions { wide[dimension] = [] }
        let rows = rows(behind: number, wide, isRow: isRow)?.rows ?? []
        let about = Set(rows.filter(isTelling).map(\.person)).filter { $0 >= 0 }
        let names = try reading.names(of: about.map { people[Int($0)] })
        return names.values.contains { $0.alias != nil }
    }
}
