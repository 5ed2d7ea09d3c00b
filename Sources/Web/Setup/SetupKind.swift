import Courses
import Desk
import Localisation

/// What the organisation keeps a list of, which all its rounds share.
protocol SetupKind: Sendable {
    associatedtype Item: Sendable & Equatable

    /// Under `/setup`.
    static var path: String { get }
    static var title: Message { get }
    static var text: Message { get }
    static var newTitle: Message { get }
    /// Above the form of a new one, and of one that there is.
    static var newIntro: Message? { get }
    static var changeIntro: Message? { get }

    static func items(_ desk: Desk, as actor: Actor) async throws -> [Item]
    /// - Parameter reference: what an address says.
    static func item(
        _ reference: String, _ desk: Desk, as actor: Actor
    ) async throws -> Shown<Item>
    static func make(_ reader: SetupReader, _ desk: Desk, as actor: Actor) async throws -> Item
    static func change(
        _ item: Shown<Item>, _ reader: SetupReader, _ desk: Desk, as actor: Actor
    ) async throws

    /// What an address says of it.
    static func reference(to item: Item) -> String
    static func name(of item: Item, _ filling: SetupFilling) -> String
    static func lines(about item: Item, _ filling: SetupFilling) -> [String]
    static func sections(_ items: [Item], _ filling: SetupFilling) -> [SetupSection]
    /// - Parameter item: nil for a new one.
    static func parts(of item: Shown<Item>?, _ filling: SetupFilling) -> [SetupPart]
}

extension SetupKind {
    static var newIntro: Message? { nil }
    static var changeIntro: Message? { nil }

    static var address: String { "/setup/\(path)" }

    static func sections(_ items: [Item], _ filling: SetupFilling) -> [SetupSection] {
        [SetupSection(cards: items.map { card($0, filling) })]
    }

    static func card(_ item: Item, _ filling: SetupFilling) -> SetupCard {
        SetupCard(
            name: name(of: item, filling), href: "\(address)/\(reference(to: item))",
            lines: lines(about: item, filling).map { TextLine(text: $0) })
    }
}

/// Puts together the pages of what is kept in a list.
struct SetupForms<Kind: SetupKind> {
    let filling: SetupFilling

    private var back: SessionLink {
        SessionLink(href: Kind.address, label: filling.say(Kind.title))
    }

    func list(_ items: [Kind.Item], _ layout: (String) -> Layout) -> SetupPage {
        let new = SessionLink(href: Kind.address + "/new", label: filling.say(Kind.newTitle))
        var sections = Kind.sections(items, filling)
        if sections.count == 1 {
            sections[0].links = [new]
        } else {
            sections.append(SetupSection(links: [new]))
        }
        return SetupPage(
            layout: layout, back: filling.back, heading: filling.say(Kind.title),
            intro: filling.say(Kind.text), sections: sections)
    }

    func new(_ layout: @escaping (String) -> Layout) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling).form(
            filling.say(Kind.newTitle), intro: Kind.newIntro, back: back, action: Kind.address,
            parts: Kind.parts(of: nil, filling))
    }

    func change(
        _ item: Shown<Kind.Item>, isDone: Bool = false, _ layout: @escaping (String) -> Layout
    ) -> SetupFormPage {
        SetupFrame(layout: layout, filling: filling, isDone: isDone).form(
            Kind.name(of: item.value, filling), intro: Kind.changeIntro, back: back,
            action: "\(Kind.address)/\(Kind.reference(to: item.value))",
            hidden: [HiddenField(name: "shown", value: item.state.description)],
            parts: Kind.parts(of: item, filling))
    }
}
