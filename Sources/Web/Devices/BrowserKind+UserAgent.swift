import Courses
import Localisation

extension BrowserKind {
    /// What `User-Agent` says; browsers claim to be each other, so that the order matters.
    init(userAgent: String) {
        self.init(Self.browser(userAgent), Self.system(userAgent))
    }

    private static func browser(_ text: String) -> Browser {
        let signs: [(String, Browser)] = [
            ("Edg", .edge), ("OPR/", .opera), ("SamsungBrowser/", .samsung),
            ("Firefox/", .firefox), ("FxiOS/", .firefox), ("CriOS/", .chrome),
            ("Chrome/", .chrome), ("Safari/", .safari),
        ]
        return signs.first { text.contains($0.0) }?.1 ?? .other
    }

    private static func system(_ text: String) -> System {
        let signs: [(String, System)] = [
            ("iPhone", .iPhone), ("iPad", .iPad), ("Android", .android), ("CrOS", .chromeOS),
            ("Windows", .windows), ("Macintosh", .macOS), ("Linux", .linux),
        ]
        return signs.first { text.contains($0.0) }?.1 ?? .other
    }

    /// In plain words; makers' names are the same in every language.
    func words(_ visitor: Visitor) -> String {
        switch (browserName, systemName) {
        case (let browser?, let system?):
            visitor.say(
                Message("devices.kind", ["browser": .text(browser), "system": .text(system)]))
        case (let browser?, nil): browser
        case (nil, let system?):
            visitor.say(Message("devices.otherBrowser", ["system": .text(system)]))
        case (nil, nil): visitor.say(Message("devices.unknownBrowser"))
        }
    }

    private var browserName: String? {
        switch browser {
        case .chrome: "Chrome"
        case .edge: "Edge"
        case .firefox: "Firefox"
        case .opera: "Opera"
        case .safari: "Safari"
        case .samsung: "Samsung Internet"
        case .other: nil
        }
    }

    private var systemName: String? {
        switch system {
        case .android: "Android"
        case .chromeOS: "ChromeOS"
        case .iPad: "iPad"
        case .iPhone: "iPhone"
        case .linux: "Linux"
        case .macOS: "Mac"
        case .windows: "Windows"
        case .other: nil
        }
    }
}
