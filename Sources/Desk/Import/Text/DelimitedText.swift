/// A table read from text with delimiters (CSV), as administrators have it.
package struct DelimitedText: Sendable {
    package let delimiter: Delimiter
    /// The names of the columns, without the empty ones at the end.
    package let header: [String]
    package let headerLine: Int
    /// Without blank rows and repeated headers.
    package let rows: [Row]
    /// The lines on which the header stands again.
    package let repeatedHeaders: [Int]

    package struct Row: Hashable, Sendable {
        /// Where the row begins, from 1, as an editor counts: a line break inside quotes counts.
        package let line: Int
        /// At least as many as the header has; more only where there is a problem.
        package let cells: [String]
        /// Only ever that the row has too many cells.
        package let problem: DelimitedTextError?

        package init(line: Int, cells: [String], problem: DelimitedTextError? = nil) {
            self.line = line
            self.cells = cells
            self.problem = problem
        }
    }

    /// No cell that anybody means to import is longer, in bytes of UTF-8.
    package static let longestCell = 65_536
}
