import Courses
import Localisation

@testable import Web

/// Pages from literal values, every part of them in use.
enum Samples {
    struct Sample: Sendable {
        let template: String
        var variant = ""
        let page: any Page
    }

    static func pages(in language: Language) -> [Sample] {
        let visitor = Visitor(
            account: nil, token: "0123456789abcdef", localiser: .localiser(for: language))
        return [
            Sample(template: "register", page: register(visitor)),
            Sample(template: "register", variant: ".counted", page: countedRegister(visitor)),
            Sample(template: "sign-off", page: signOff(visitor)),
            Sample(template: "make-up", page: makeUp(visitor)),
            Sample(template: "sessions", page: sessions(visitor)),
            Sample(template: "sign-in", page: signIn(visitor)),
            Sample(template: "sign-in", variant: ".kept", page: signIn(visitor, kept: true)),
            Sample(template: "failure", page: failure(visitor)),
            Sample(template: "shell", page: shell(visitor)),
            Sample(template: "figures", page: figures(visitor)),
            Sample(template: "figure-rows", page: figureRows(visitor)),
            Sample(template: "figure-rows", variant: ".none", page: noFigureRows(visitor)),
            Sample(template: "county", page: county(visitor)),
            Sample(template: "county", variant: ".empty", page: noCounty(visitor)),
            Sample(template: "figures", variant: ".empty", page: noFigures(visitor)),
        ] + chartPages(visitor) + accountPages(visitor) + paperPages(visitor) + peoplePages(visitor)
            + reviewPages(visitor) + boardPages(visitor) + enrolmentPages(visitor)
            + setupPages(visitor) + certificatePages(visitor) + frozenPages(visitor)
    }

    static func layout(_ visitor: Visitor) -> Layout {
        Layout(
            title: "Träffar – Samspråk", language: visitor.localiser.language.rawValue,
            direction: visitor.localiser.direction.rawValue, stylesheet: "/assets/1-samsprak.css",
            icon: "/assets/1-icon.svg", script: "/assets/1-phone-sv.js",
            manifest: "/manifest.webmanifest?language=sv",
            touchIcon: "/assets/1-icon-180.png",
            phone: PhoneSetting(account: "1", worker: "/worker.js"),
            home: "/sessions", productName: "Samspråk", organisationName: "Vingåker",
            skipText: visitor.say(Message("page.skip")),
            navigationLabel: visitor.say(Message("page.navigation")),
            navigation: [
                NavigationLink(
                    href: "/sessions", label: visitor.say(Message("page.sessions")), isCurrent: true
                )
            ],
            signedIn: SignedInMenu(
                userName: "sara", accountLabel: visitor.say(Message("account.title")),
                signOutLabel: visitor.say(Message("page.signOut"))),
            choosesLanguage: true, languageLabel: visitor.say(Message("page.language")),
            languages: Language.catalogue.map {
                LanguageChoice(
                    tag: $0.rawValue, ownName: $0.endonym, ownDirection: $0.direction.rawValue,
                    isChosen: $0 == visitor.localiser.language)
            },
            formToken: "0123456789abcdef", address: "/")
    }

    private static func signIn(_ visitor: Visitor, kept: Bool = false) -> SignInPage {
        SignInPage(
            layout: layout(visitor), heading: visitor.say(Message("signIn.title")),
            fault: visitor.say(Message("signIn.wrong")),
            userNameLabel: visitor.say(Message("signIn.userName")), userName: "sara\"<b>",
            passwordLabel: visitor.say(Message("signIn.password")),
            submitLabel: visitor.say(Message("signIn.submit")),
            help: visitor.say(Message("signIn.help")), next: "/sessions/1",
            kept: kept
                ? KeptRegister(
                    text: visitor.say(Message("signIn.kept")),
                    fields: [.init(name: "kept.note", value: "<b>\"sent\"")]) : nil)
    }

    private static func shell(_ visitor: Visitor) -> ShellPage {
        ShellPage(
            layout: layout(visitor), heading: visitor.say(Message("phone.notDownloadedTitle")),
            text: visitor.say(Message("phone.notDownloaded")),
            backText: visitor.say(Message("register.back")))
    }

    private static func failure(_ visitor: Visitor) -> FailurePage {
        FailurePage(
            layout: layout(visitor), heading: visitor.say(Message("page.notFoundTitle")),
            text: visitor.say(Message("page.notFound")),
            referenceText: visitor.say(Message("page.reference", ["reference": "7f3a"])),
            homeLink: visitor.say(Message("page.toStart")))
    }
}
