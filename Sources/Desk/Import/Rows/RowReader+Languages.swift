import Courses
import Localisation
import Store

extension RowReader {
    mutating func readLanguages(_ cells: [String], into row: inout ImportedRow) {
        var course = list(.courseLanguage, cells) ?? []
        if course.isEmpty, columns.cell(.courseLanguage, of: cells) == nil {
            fault(.courseLanguageMissing)
        }
        for column in [ImportColumn.secondLanguage, .otherLanguages] {
            for language in list(column, cells) ?? [] where !course.contains(language) {
                course.append(language)
            }
        }
        if course.count > Self.mostLanguages { fault(.tooManyLanguages(.otherLanguages)) }
        row.person.courseLanguages = course
        row.person.spokenLanguages = list(.spokenLanguages, cells) ?? []
        row.person.writtenLanguages = list(.writtenLanguages, cells) ?? []
        let contact = list(.contactLanguage, cells) ?? []
        if contact.count > 1 { fault(.tooManyLanguages(.contactLanguage)) }
        row.person.contactLanguage = contact.first
    }

    private static var mostLanguages: Int { 16 }

    /// One language, or several with something between them.
    private mutating func list(_ column: ImportColumn, _ cells: [String]) -> [Language]? {
        guard let text = cell(column, cells) else { return nil }
        switch reading(of: text) {
        case .language(let language): return [language]
        case .ambiguous(let languages):
            if let several = several(text) { return several }
            fault(.languageAmbiguous(column, written: text, languages))
        case .unknown:
            if let several = several(text) { return several }
            tellWhichIsWrong(column, text)
        }
        return nil
    }

    /// Nil unless each of at least two is understood.
    private mutating func several(_ text: String) -> [Language]? {
        let names = Self.names(in: text)
        guard names.count > 1 else { return nil }
        var found: [Language] = []
        for name in names {
            guard case .language(let language) = reading(of: name) else { return nil }
            if !found.contains(language) { found.append(language) }
        }
        return found.count <= Self.mostLanguages ? found : nil
    }

    private mutating func tellWhichIsWrong(_ column: ImportColumn, _ text: String) {
        for name in Self.names(in: text) {
            if case .ambiguous(let languages) = reading(of: name) {
                fault(.languageAmbiguous(column, written: name, languages))
                return
            }
        }
        fault(.languageUnknown(column))
    }

    private static func names(in text: String) -> [String] {
        var spaced = text
        for joint in [" och ", " and ", " samt ", " eller ", " or "] {
            spaced = spaced.split(separator: joint).joined(separator: ",")
        }
        return spaced.split { ",;/&+|\n\r،".contains($0) }
            .map { String($0).withoutOuterSpaces }.filter { !$0.isEmpty }
    }

    private mutating func reading(of text: String) -> LanguageNames.Reading {
        if let known = languages[text] { return known }
        let reading = LanguageNames.parse(text)
        languages[text] = reading
        return reading
    }
}
