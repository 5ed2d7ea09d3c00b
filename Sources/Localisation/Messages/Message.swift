/// What is to be said, not yet in any language.
///
/// Write the key and the names of the arguments as literals where the message is made,
/// `Message("register.saved", ["count": .number(3)])`: a test reads them there and compares
/// them with every catalogue.
package struct Message: Sendable, Hashable {
    package let key: String
    package let arguments: [String: Argument]

    package init(_ key: String, _ arguments: [String: Argument] = [:]) {
        self.key = key
        self.arguments = arguments
    }
}
