import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Where programmes, rounds, groups, venues, breaks and staff are set up.
struct SetupController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup", use: start)
        SetupListController<ProgrammeSetup>(site: site).add(to: router)
        RoundSetup(site: site).add(to: router)
        GroupSetup(site: site).add(to: router)
        PlanSetup(site: site).add(to: router)
        SetupListController<VenueSetup>(site: site).add(to: router)
        SetupListController<BreakSetup>(site: site).add(to: router)
        SetupListController<ReasonSetup>(site: site).add(to: router)
        StaffSetup(site: site).add(to: router)
    }

    @Sendable private func start(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let isForAll = try site.desk.organisesAll(as: try visitor.signedIn())
        return site.respond(
            SetupStart(visitor: visitor, isForAll: isForAll).page(
                site.frame(visitor, at: "/setup")))
    }
}

/// The ways into what is set up.
struct SetupStart {
    let visitor: Visitor
    /// Whether they may set up what all rounds share.
    let isForAll: Bool

    func page(_ layout: (String) -> Layout) -> SetupPage {
        let shared = [card(ProgrammeSetup.self)]
        let places = [
            card(VenueSetup.self), card(BreakSetup.self), card(ReasonSetup.self),
            card("staff", Message("setup.staff"), Message("setup.staffText")),
        ]
        let rounds = [card("rounds", Message("page.rounds"), Message("setup.roundsText"))]
        return SetupPage(
            layout: layout, back: nil, heading: visitor.say(Message("setup.title")),
            intro: visitor.say(Message("setup.intro")),
            sections: [SetupSection(cards: isForAll ? shared + rounds + places : rounds)])
    }

    private func card(_ kind: (some SetupKind).Type) -> SetupCard {
        card(kind.path, kind.title, kind.text)
    }

    private func card(_ path: String, _ name: Message, _ text: Message) -> SetupCard {
        SetupCard(
            name: visitor.say(name), href: "/setup/\(path)",
            lines: [TextLine(text: visitor.say(text))])
    }
}

extension Site {
    /// Who asks, where only those may who organise everything.
    func organiser(_ context: WebContext) throws -> Actor {
        let actor = try context.visitor.signedIn()
        guard try desk.organisesAll(as: actor) else { throw NotAllowed(right: .organise) }
        return actor
    }

    func frame(_ visitor: Visitor, at address: String) -> (String) -> Layout {
        { layout(title: $0, for: visitor, at: address) }
    }

    /// Does what was submitted, or shows the form again with all that was typed.
    ///
    /// - Parameters:
    ///   - body: gives the address to go on to.
    ///   - again: the form, filled as it was submitted.
    func submit(
        _ reader: SetupReader, _ body: () async throws -> String,
        again: (SetupFilling) async throws -> SetupFormPage
    ) async throws -> Response {
        do {
            return redirect(to: try await body())
        } catch is SetupIncomplete {
            return respond(try await again(reader.filling), status: .badRequest)
        } catch {
            guard let error = worded(error), error.kind == .conflict || error.kind == .invalid
            else { throw error }
            reader.note(error)
            return respond(try await again(reader.filling), status: error.kind.status)
        }
    }

    /// The form of a visitor's own page.
    func reader(_ request: Request, _ context: WebContext) async throws -> SetupReader {
        SetupReader(
            try await Form.read(request, of: context.visitor), context.visitor, today: desk.today)
    }

    func filling(_ visitor: Visitor) -> SetupFilling {
        SetupFilling(visitor, today: desk.today)
    }
}

extension Request {
    /// Whether the page follows an act that was done.
    var isDone: Bool { uri.queryParameters["done"] != nil }
}

/// What every form of setting up has in common.
struct SetupFrame {
    let layout: (String) -> Layout
    let filling: SetupFilling
    var isDone = false

    func form(
        _ heading: String, intro: Message? = nil, back: SessionLink, action: String,
        hidden: [HiddenField] = [], parts: [SetupPart], preview: SetupPreview? = nil,
        buttons: [SetupButton]? = nil, sections: [SetupSection] = []
    ) -> SetupFormPage {
        let say = filling.say
        let fields = parts.flatMap(\.fields)
        return SetupFormPage(
            layout: layout(heading), backHref: back.href, backText: back.label,
            heading: heading, introText: intro.map(say),
            doneText: isDone ? say(Message("setup.saved")) : nil,
            faultTitle: filling.faults.isEmpty ? nil : say(Message("register.faults")),
            faults: filling.faults.map { fault in
                let field = fields.first { $0.name == fault.field }
                return SetupFaultLine(href: field.map { "#" + $0.id }, text: fault.text)
            },
            action: action, hidden: hidden, parts: parts, preview: preview,
            buttons: buttons ?? [button("save", Message("setup.save"))],
            cancelLabel: say(Message("setup.cancel")), sections: sections)
    }

    func button(_ value: String, _ label: Message, isPrimary: Bool = true) -> SetupButton {
        SetupButton(
            kind: isPrimary ? "primary" : "secondary", value: value, label: filling.say(label))
    }
}

extension SetupFilling {
    var back: SessionLink { SessionLink(href: "/setup", label: say(Message("setup.title"))) }
}
