import Courses
import Desk
import Localisation

extension SetupReader {
    /// Whether the letters are Latin ones, as of most names that are typed here.
    func isLatin(_ name: String) -> Bool {
        name.unicodeScalars.allSatisfy { $0.value < 0x0370 || !$0.properties.isAlphabetic }
    }

    /// Holds only where nothing was noted: a right is never wider than what was chosen.
    func grant(_ places: StaffPlaces, _ today: LocalDate) -> Grant {
        let role = Role(rawValue: typed("role")).flatMap { $0.isGivenHere ? $0 : nil }
        let scope = form["scope"].flatMap { places.scope($0) }
        for (name, isRead) in [("role", role != nil), ("scope", scope != nil)] where !isRead {
            note(Message("setup.chooseAgain"), at: name)
        }
        let from = date("from") ?? today
        let until = date("until")
        if let until, until < from {
            note(Message("setup.untilBeforeFrom"), at: "until")
        }
        return Grant(
            role: role ?? .leader, scope: scope ?? .organisation, from: from, until: until)
    }

    func spoken() -> [SpokenLanguage] {
        (0..<16).compactMap { number in
            guard form.string("language.\(number)") != nil else { return nil }
            let level = LanguageLevel(rawValue: typed("level.\(number)"))
            return languages("language.\(number)").first.map { SpokenLanguage($0, level) }
        }
    }
}
