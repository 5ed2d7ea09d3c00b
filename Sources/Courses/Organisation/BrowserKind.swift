/// What somebody signed in with, as far as their browser says; enough to know a device by.
package struct BrowserKind: Sendable, Hashable {
    /// Codes that are stored.
    package enum Browser: String, CaseIterable, Sendable {
        case chrome, edge, firefox, opera, safari, samsung, other
    }

    /// Codes that are stored.
    package enum System: String, CaseIterable, Sendable {
        case android, chromeOS, iPad, iPhone, linux, macOS, windows, other
    }

    package let browser: Browser
    package let system: System

    package init(_ browser: Browser, _ system: System) {
        self.browser = browser
        self.system = system
    }

    package static let unknown = BrowserKind(.other, .other)
}
