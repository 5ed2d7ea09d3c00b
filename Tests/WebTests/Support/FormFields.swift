/// What a browser would send of a page's forms: every field as it stands.
struct FormFields: Sendable {
    private(set) var fields: [(name: String, value: String)] = []

    init(_ page: String) {
        // What stands in a template belongs to no form.
        let page = page.replacing(/(?s)<template.*?<\/template>/, with: "")
        for tag in page.matches(of: /<(input|textarea)([^>]*)>(?:\n([^<]*)<\/textarea>)?/) {
            let attributes = String(tag.output.2)
            guard let name = Self.attribute("name", in: attributes) else { continue }
            let isRadio = attributes.contains(#"type="radio""#)
            let isCheckbox = attributes.contains(#"type="checkbox""#)
            if isRadio || isCheckbox, !attributes.contains(" checked") { continue }
            let value =
                tag.output.1 == "textarea"
                ? tag.output.3.map(String.init) : Self.attribute("value", in: attributes)
            fields.append((name, Self.plain(value ?? "")))
        }
        for choice in page.matches(of: /(?s)<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/) {
            let chosen =
                choice.output.2.firstMatch(of: /value="([^"]*)" selected/)
                ?? choice.output.2.firstMatch(of: /value="([^"]*)"/)
            fields.append((String(choice.output.1), chosen.map { String($0.output.1) } ?? ""))
        }
    }

    private static func attribute(_ name: String, in attributes: String) -> String? {
        guard let start = attributes.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
        return attributes[start...].firstIndex(of: "\"").map { String(attributes[start..<$0]) }
    }

    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }

    subscript(name: String) -> String? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }
}
