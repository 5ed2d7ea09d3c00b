import Courses
import Store

extension ImportedRow {
    /// Each value that was understood, under its name; the same whatever the order of the
    /// columns and the way in which the values were written.
    var writtenContent: String {
        guard identifier == nil, person.externalID == nil else { return "" }
        var text = ""
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            text += name
            text += "="
            text += value
            text += "\u{1F}"
        }
        add("latin", Self.words(person.name.latin))
        add("native", Self.words(person.name.native))
        if person.gender != .unknown { add("gender", person.gender.rawValue) }
        add("birth", person.birthDate?.description ?? person.birthYear.map(String.init))
        add("course", Self.tags(person.courseLanguages))
        add("spoken", Self.tags(person.spokenLanguages))
        add("written", Self.tags(person.writtenLanguages))
        add("contact", person.contactLanguage?.rawValue)
        // Of a TF number whose issuer is unknown; any other would have recognised the row.
        add("tf", person.identifier?.number)
        for contact in person.contacts { add(contact.kind.rawValue, contact.value) }
        add("interpreter", person.interpreterOk ? "yes" : nil)
        add("protection", protection?.rawValue)
        add("round", round)
        add("applied", appliedOn?.description)
        add("childcare", childcare.map(String.init))
        add("party", party)
        return text
    }

    private static func words(_ parts: [NamePart]) -> String {
        parts.count == 1 ? parts[0].text : parts.map(\.text).joined(separator: " ")
    }

    private static func tags(_ languages: [Language]) -> String {
        languages.count == 1
            ? languages[0].rawValue : languages.map(\.rawValue).joined(separator: " ")
    }
}
