import Courses
package import Localisation

extension ImportFault {
    /// What is wrong and the way out; never what the cell holds, save the name of a language.
    package var message: Message {
        switch self {
        case .value(_, .identityNumber(let error)): error.message
        case .value(let column, let error): error.message(in: column)
        case .nameMissing: Message("import.row.nameMissing")
        case .nameWithoutLetters: Message("import.row.nameWithoutLetters")
        case .courseLanguageMissing: Message("import.row.courseLanguageMissing")
        case .languageUnknown: Message("import.row.languageUnknown")
        case .languageAmbiguous(_, let written, let languages):
            Self.ambiguous(written, languages)
        case .tooManyLanguages: Message("import.row.tooManyLanguages")
        case .lostLetters: Message("import.row.lostLetters")
        case .spreadsheetError: Message("import.row.spreadsheetError")
        case .tooLong: Message("import.row.tooLong")
        case .tooManyCells(let expected, let found):
            Message(
                "import.row.tooManyCells",
                ["expected": .text("\(expected)"), "found": .text("\(found)")])
        case .birthDiffers: Message("import.row.birthDiffers")
        case .duplicate(_, let line):
            Message("import.row.duplicate", ["line": .text("\(line)")])
        case .conflict: Message("import.row.conflict")
        case .unknownRound: Message("import.row.unknownRound")
        case .otherRound: Message("import.row.otherRound")
        case .roundEnded: Message("import.row.roundEnded")
        }
    }

    private static func ambiguous(_ written: String, _ languages: [Language]) -> Message {
        guard languages.count == 2 else {
            return Message("import.row.languagesMany", ["written": .text(written)])
        }
        return Message(
            "import.row.languageAmbiguous",
            [
                "written": .text(written), "first": .language(languages[0]),
                "second": .language(languages[1]),
            ])
    }
}

extension ImportValueError {
    fileprivate func message(in column: ImportColumn) -> Message {
        switch self {
        case .notUnderstood: Self.notUnderstood(column)
        case .notADate: Message("import.row.notADate")
        case .dateDoesNotExist: Message("import.row.dateDoesNotExist")
        case .ambiguousDate: Message("import.row.ambiguousDate")
        case .twoDigitYear: Message("import.row.twoDigitYear")
        case .spreadsheetDay: Message("import.row.spreadsheetDay")
        case .inTheFuture: Message("import.row.inTheFuture")
        case .tooLongAgo: Message("import.row.tooLongAgo")
        case .scientificNotation: Message("import.row.scientificNotation")
        case .lostLeadingZero: Message("import.row.lostLeadingZero")
        case .lostPlus: Message("import.row.lostPlus")
        case .notAPhoneNumber: Message("import.row.notAPhoneNumber")
        case .phoneTooShort: Message("import.row.phoneTooShort")
        case .phoneTooLong: Message("import.row.phoneTooLong")
        case .notAnEmailAddress: Message("import.row.notAnEmailAddress")
        case .notANumber: Message("import.row.notANumber")
        case .outOfRange(let range):
            Message(
                "import.row.outOfRange",
                ["first": .text("\(range.lowerBound)"), "last": .text("\(range.upperBound)")])
        case .identityNumber(let error): error.message
        }
    }

    private static func notUnderstood(_ column: ImportColumn) -> Message {
        switch column {
        case .gender: Message("import.row.genderNotUnderstood")
        case .protected: Message("import.row.protectionNotUnderstood")
        case .childcare: Message("import.row.childcareNotUnderstood")
        default: Message("import.row.yesNoNotUnderstood")
        }
    }
}
