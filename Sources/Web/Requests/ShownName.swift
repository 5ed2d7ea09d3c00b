import Courses
import Localisation

/// A name in the script that a reader reads first, with the other beneath.
struct ShownName: Sendable {
    let first: String
    let other: String?

    private static let readNativeFirst: [Language] = [.arabic, .dari, .tigrinya, .sorani]

    init(_ name: DisplayName, visitor: Visitor) {
        if let alias = name.alias {
            first = visitor.say(Message("register.alias", ["number": .number(alias)]))
            other = nil
            return
        }
        let isNativeFirst =
            visitor.namesInNativeScript
            ?? Self.readNativeFirst.contains(visitor.localiser.language)
        let (native, latin) = (name.native, name.latin)
        let first = (isNativeFirst ? native ?? latin : latin ?? native) ?? ""
        let other = isNativeFirst ? latin : native
        self.first = first
        self.other = other == first ? nil : other
    }
}
