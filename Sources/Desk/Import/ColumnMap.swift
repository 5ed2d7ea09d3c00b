package import FoundationEssentials

/// What somebody says that a file's headers mean, where they don't say it themselves.
package struct ColumnMap: Sendable, Hashable {
    /// By header, the column's identifier, or `-` to leave the column out.
    package let columns: [String: String]

    package init(_ columns: [String: String] = [:]) {
        self.columns = columns
    }

    /// Reads a JSON object such as `{"Elev": "name", "Intern kod": "-"}`.
    package init(json: Data) throws(ImportRefusal) {
        do {
            columns = try JSONDecoder().decode([String: String].self, from: json)
        } catch {
            throw .mapUnreadable
        }
    }
}
