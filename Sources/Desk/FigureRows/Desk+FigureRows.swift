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
