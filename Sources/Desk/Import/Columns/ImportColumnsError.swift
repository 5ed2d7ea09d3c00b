/// Why a file's headers can't be understood as columns.
package enum ImportColumnsError: Error, Hashable, Sendable {
    /// Two headers mean the same.
    case sameColumn(ImportColumn, first: String, second: String)
    /// No column holds any part of a name.
    case nameMissing
    case courseLanguageMissing
    /// The given map names a column that doesn't exist.
    case mapNamesNoColumn(header: String, column: String)
    /// The given map names a header that the file doesn't have.
    case mapNamesNoHeader(String)

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .sameColumn: "sameColumn"
        case .nameMissing: "nameMissing"
        case .courseLanguageMissing: "courseLanguageMissing"
        case .mapNamesNoColumn: "mapNamesNoColumn"
        case .mapNamesNoHeader: "mapNamesNoHeader"
        }
    }
}
