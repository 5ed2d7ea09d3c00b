package import Courses

/// Why a row was not taken in; it comes out again, to be corrected.
package enum ImportFault: Error, Hashable, Sendable {
    /// The cell does not hold what its column is for.
    case value(ImportColumn, ImportValueError)
    case nameMissing
    /// Not one letter in it.
    case nameWithoutLetters(ImportColumn)
    case courseLanguageMissing
    case languageUnknown(ImportColumn)
    case languageAmbiguous(ImportColumn, written: String, [Language])
    /// More languages than anybody is asked for.
    case tooManyLanguages(ImportColumn)
    /// Question marks where letters stood.
    case lostLetters(ImportColumn)
    /// What a spreadsheet writes when it could not compute: `#REF!`.
    case spreadsheetError(ImportColumn)
    case tooLong(ImportColumn)
    case tooManyCells(expected: Int, found: Int)
    /// The identity number says another day of birth.
    case birthDiffers(ImportColumn)
    /// An earlier row of the file is about the same person.
    case duplicate(ImportColumn, line: Int)
    /// External id and identity number belong to two different people.
    case conflict
    case unknownRound
    /// Another round than the one that was asked for.
    case otherRound
    case roundEnded

    package var column: ImportColumn? {
        switch self {
        case .value(let column, _), .nameWithoutLetters(let column),
            .languageUnknown(let column), .languageAmbiguous(let column, _, _),
            .tooManyLanguages(let column), .lostLetters(let column),
            .spreadsheetError(let column), .tooLong(let column), .birthDiffers(let column),
            .duplicate(let column, _):
            column
        case .nameMissing: .name
        case .courseLanguageMissing: .courseLanguage
        case .conflict: .identityNumber
        case .unknownRound, .otherRound, .roundEnded: .round
        case .tooManyCells: nil
        }
    }

    /// Stable; stands as `reason` in JSON.
    package var code: String {
        switch self {
        case .value(_, let error): error.code
        case .nameMissing: "nameMissing"
        case .nameWithoutLetters: "nameWithoutLetters"
        case .courseLanguageMissing: "courseLanguageMissing"
        case .languageUnknown: "languageUnknown"
        case .languageAmbiguous: "languageAmbiguous"
        case .tooManyLanguages: "tooManyLanguages"
        case .lostLetters: "lostLetters"
        case .spreadsheetError: "spreadsheetError"
        case .tooLong: "tooLong"
        case .tooManyCells: "tooManyCells"
        case .birthDiffers: "birthDiffers"
        case .duplicate: "duplicate"
        case .conflict: "conflict"
        case .unknownRound: "unknownRound"
        case .otherRound: "otherRound"
        case .roundEnded: "roundEnded"
        }
    }
}
