import Courses
package import Localisation

extension ImportRefusal: Wordable {
    var worded: WordedError { WordedError(.invalid, code, message) }

    package var message: Message {
        switch self {
        case .empty: Message("import.refused.empty")
        case .headerOnly: Message("import.refused.headerOnly")
        case .foreign(let format):
            Message("import.refused.foreign", ["format": .text(format.shownName)])
        case .tooLarge: Message("import.refused.tooLarge")
        case .cutShort(let line): Message("import.refused.cutShort", ["line": .text("\(line)")])
        case .malformed(let encoding, let line):
            Message(
                "import.refused.malformed",
                ["encoding": .text(encoding.rawValue), "line": .text("\(line)")])
        case .nul(let line): Message("import.refused.nul", ["line": .text("\(line)")])
        case .encodingAmbiguous(let first, let second):
            Message(
                "import.refused.encodingAmbiguous",
                ["first": .text(first.rawValue), "second": .text(second.rawValue)])
        case .unterminatedQuote(let line, let column):
            Message(
                "import.refused.unterminatedQuote",
                ["line": .text("\(line)"), "column": .text("\(column)")])
        case .cellTooLong(let line, let column):
            Message(
                "import.refused.cellTooLong",
                ["line": .text("\(line)"), "column": .text("\(column)")])
        default: columnMessage
        }
    }

    private var columnMessage: Message {
        switch self {
        case .columnTwice(let name, let first, let second):
            Message(
                "import.refused.columnTwice",
                [
                    "name": .text(name), "first": .text("\(first)"),
                    "second": .text("\(second)"),
                ])
        case .sameColumn(let first, let second, _):
            Message(
                "import.refused.sameColumn", ["first": .text(first), "second": .text(second)])
        case .nameColumnMissing: Message("import.refused.nameColumnMissing")
        case .languageColumnMissing: Message("import.refused.languageColumnMissing")
        case .mapNamesNoColumn(let header, let column):
            Message(
                "import.refused.mapNamesNoColumn",
                ["header": .text(header), "column": .text(column)])
        case .mapNamesNoHeader(let header):
            Message("import.refused.mapNamesNoHeader", ["header": .text(header)])
        case .roundEnded(let round):
            Message("import.refused.roundEnded", ["round": .text(round)])
        default: Message("import.refused.mapUnreadable")
        }
    }
}

extension ForeignFormat {
    /// The same in every language.
    fileprivate var shownName: String {
        switch self {
        case .pdf: "PDF"
        case .workbook: "Excel (.xlsx)"
        case .oldOffice: "Microsoft Office (.xls, .doc)"
        case .openDocument: "OpenDocument (.ods, .odt)"
        case .zip: "ZIP"
        case .gzip: "gzip"
        case .rtf: "RTF"
        case .html: "HTML"
        case .xml: "XML"
        case .image: "PNG, JPEG, GIF"
        }
    }
}
