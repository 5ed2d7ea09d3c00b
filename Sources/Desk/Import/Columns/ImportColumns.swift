/// Which cell of a row holds what.
package struct ImportColumns: Sendable, Hashable {
    /// The index of each column that was found, from 0.
    package let places: [ImportColumn: Int]
    /// Headers that mean nothing here, in their order; an empty one counts only where some row
    /// could have something under it.
    package let ignored: [Ignored]

    package struct Ignored: Hashable, Sendable {
        package let header: String
        /// From 0.
        package let place: Int
    }

    /// The cell of a column; nil without such a column, and with nothing in it but spaces or the
    /// lone dash by which people leave a cell empty.
    package func cell(_ column: ImportColumn, of cells: [String]) -> String? {
        guard let place = places[column], place < cells.count else { return nil }
        let cell = cells[place].withoutOuterSpaces
        return ["", "-", "–", "—"].contains(cell) ? nil : cell
    }
}
