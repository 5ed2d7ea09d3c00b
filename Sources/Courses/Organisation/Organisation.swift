/// The one organisation whose file this is.
package struct Organisation: Sendable, Equatable {
    /// The municipality's four digits (SCB), such as 0428 for Vingåker.
    package let code: String
    package let name: String
    package let isDemo: Bool

    package init(code: String, name: String, isDemo: Bool) {
        self.code = code
        self.name = name
        self.isDemo = isDemo
    }
}
