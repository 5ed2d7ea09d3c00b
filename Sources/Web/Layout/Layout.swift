import Courses
import Desk
import Localisation

/// What surrounds every page.
struct Layout: Sendable {
    let title: String
    let language: String
    let direction: String
    let stylesheet: String
    let icon: String
    /// What makes the page work without network; nil before sign-in.
    let script: String?
    let manifest: String
    let touchIcon: String
    /// The account's person, and where the worker lies; nil before sign-in.
    let phone: PhoneSetting?
    /// Where this visitor's work begins.
    let home: String
    let productName: String
    let organisationName: String
    let skipText: String
    let navigationLabel: String
    let navigation: [NavigationLink]
    /// Nil before sign-in.
    let signedIn: SignedInMenu?
    /// False where no network is expected to carry the choice.
    let choosesLanguage: Bool
    let languageLabel: String
    var languages: [LanguageChoice]
    let formToken: String
    /// Where a change of language leads back to.
    let address: String
}

/// What a page tells the phone's script.
struct PhoneSetting: Sendable {
    let account: String
    /// The worker's address; nil where phones are to keep nothing.
    let worker: String?
}

struct NavigationLink: Sendable {
    let href: String
    let label: String
    let isCurrent: Bool
}

struct SignedInMenu: Sendable {
    let userName: String
    let accountLabel: String
    let signOutLabel: String
}

struct LanguageChoice: Sendable {
    let tag: String
    let ownName: String
    let ownDirection: String
    let isChosen: Bool
}

extension Site {
    func layout(title: String, for visitor: Visitor, at address: String) -> Layout {
        layout(title: title, for: visitor, at: address, isShell: false)
    }

    /// Around a page that a phone keeps: nothing in it belongs to an account or needs a network.
    func shellLayout(title: String, for visitor: Visitor) -> Layout {
        layout(title: title, for: visitor, at: "/sessions", isShell: true)
    }

    private func layout(
        title: String, for visitor: Visitor, at address: String, isShell: Bool
    ) -> Layout {
        let product = visitor.say(Message("page.productName"))
        return Layout(
            title: "\(title) – \(product)", language: visitor.localiser.language.rawValue,
            direction: visitor.localiser.direction.rawValue, stylesheet: assets.stylesheet,
            icon: assets.icon,
            script: visitor.account != nil || isShell
                ? assets.script(in: visitor.localiser.language) : nil,
            manifest: "/manifest.webmanifest?language=\(visitor.localiser.language.rawValue)",
            touchIcon: assets.pictures[180] ?? assets.icon,
            phone: visitor.account.map { phoneSetting(for: $0) },
            home: seesTheWhole(visitor) && !isShell ? "/" : "/sessions", productName: product,
            organisationName: organisation.name,
            skipText: visitor.say(Message("page.skip")),
            navigationLabel: visitor.say(Message("page.navigation")),
            navigation: navigation(for: visitor, at: address),
            signedIn: visitor.account.map {
                SignedInMenu(
                    userName: $0.userName, accountLabel: visitor.say(Message("account.title")),
                    signOutLabel: visitor.say(Message("page.signOut")))
            },
            choosesLanguage: !isShell, languageLabel: visitor.say(Message("page.language")),
            languages: Language.catalogue.map {
                LanguageChoice(
                    tag: $0.rawValue, ownName: $0.endonym, ownDirection: $0.direction.rawValue,
                    isChosen: $0 == visitor.localiser.language)
            },
            formToken: visitor.formToken, address: address)
    }

    private func seesTheWhole(_ visitor: Visitor) -> Bool {
        Set(visitor.account?.grants.flatMap(\.role.rights) ?? []).seeTheWhole
    }

    private func phoneSetting(for account: UserAccount) -> PhoneSetting {
        PhoneSetting(
            account: account.person.description,
            worker: settings.keepsNothingOnPhones ? nil : "/worker.js")
    }

    private func navigation(for visitor: Visitor, at address: String) -> [NavigationLink] {
        guard let account = visitor.account else { return [] }
        let rights = Set(account.grants.flatMap(\.role.rights))
        var links: [NavigationLink] = []
        if rights.seeTheWhole {
            links.append(
                NavigationLink(
                    href: "/", label: visitor.say(Message("start.title")),
                    isCurrent: address == "/"))
        }
        if rights.contains(.readRegister) {
            links.append(
                NavigationLink(
                    href: "/sessions", label: visitor.say(Message("page.sessions")),
                    isCurrent: address == "/sessions"))
            links.append(
                NavigationLink(
                    href: "/groups", label: visitor.say(Message("groups.title")),
                    isCurrent: address.hasPrefix("/groups")))
        }
        if rights.contains(.organise) {
            links.append(
                NavigationLink(
                    href: "/rounds", label: visitor.say(Message("page.rounds")),
                    isCurrent: address.hasPrefix("/rounds")))
        }
        if account.grants.contains(where: {
            $0.role.rights.contains(.readPeople) && $0.scope == .organisation
        }) {
            links.append(
                NavigationLink(
                    href: "/people", label: visitor.say(Message("people.navigation")),
                    isCurrent: address.hasPrefix("/people")))
        }
        if rights.contains(.organise) {
            links.append(
                NavigationLink(
                    href: "/setup", label: visitor.say(Message("setup.title")),
                    isCurrent: address.hasPrefix("/setup")))
            links.append(
                NavigationLink(
                    href: "/review", label: visitor.say(Message("review.navigation")),
                    isCurrent: address == "/review"))
        }
        if rights.contains(.readFigures) {
            links.append(
                NavigationLink(
                    href: "/figures", label: visitor.say(Message("page.figures")),
                    isCurrent: address.hasPrefix("/figures")))
        }
        return links
    }
}
