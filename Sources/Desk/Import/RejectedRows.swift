package import Localisation

/// The rows that were not taken in, as they were read, to correct and import again.
package struct RejectedRows: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        package let cells: [String]
        package let faults: [ImportFault]
    }

    package var header: [String] = []
    package var rows: [Row] = []
    package var delimiter = Delimiter.semicolon

    package init() {}

    /// A CSV with a first column that says what is wrong, in which nothing runs; empty when no
    /// row was rejected.
    package func csv(_ localiser: Localiser) -> String {
        guard !rows.isEmpty else { return "" }
        let name = localiser.text("import.problemColumn")
        let places = header.indices.filter { header[$0] != name }
        let lines = rows.map { row in
            let problems = row.faults.map { localiser($0.message) }.joined(separator: " ")
            let known = places.map { row.cells[$0] }
            return [problems] + known + row.cells.dropFirst(header.count)
        }
        let writable = Delimiter.candidates.contains(delimiter) ? delimiter : .semicolon
        return DelimitedText.write(
            [[name] + places.map { header[$0] }] + lines, delimiter: writable)
    }
}
