import Courses
import Desk
import Hummingbird
import Localisation

/// The summary before a list is signed, and the signing.
struct SignOffController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/sessions/{id}/sign-off", use: show)
        router.post("/sessions/{id}/sign-off", use: sign)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, _) = try await site.register(context)
        let session = register.session.session
        let hasBegun = session.startsAt <= site.desk.clock.now()
        guard hasBegun, !register.isSignedOff, !session.state.isCalledOff else {
            return site.redirect(to: "/sessions/\(session.id)")
        }
        let told = Told(request.uri.queryParameters)
        return site.respond(
            SignOffPage(
                layout: { site.layout(title: $0, for: visitor, at: $1) }, visitor: visitor,
                register: register, rendering: Entropy.system.actID(),
                notices: told.isUnchanged ? [] : told.notices(for: visitor)))
    }

    @Sendable private func sign(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (register, actor) = try await site.register(context)
        let form = try await Form.read(request, of: visitor)
        guard let rendering = form["rendering"].flatMap({ ActID($0) }),
            let base = form["signOff.base"].flatMap({ Int($0) })
        else { throw Refusal.malformed }
        let session = register.session.session.id
        try await record(register.day.staff, form, at: session, by: actor)
        let now = site.desk.clock.now()
        let act = Act(
            id: ActID(contentOf: "\(rendering) signOff"), sequence: Int(clamping: now.milliseconds),
            session: session, at: now, statement: .signOff(base: base))
        let batch = ActBatch(
            batch: rendering.description, device: visitor.formDevice, sentAt: now,
            items: [.act(act, raw: act.wireText)])
        let told = Told(try await site.desk.save(batch, by: actor, token: context.visitor.token))
        return site.redirect(to: "/sessions/\(session)" + told.query)
    }

    /// Who of the staff was there, where the answer is another than what is known.
    private func record(
        _ staff: [SessionStaff], _ form: Form, at session: Session.ID, by actor: Actor
    ) async throws {
        for someone in staff {
            let wasThere = form["there.\(someone.role).\(someone.person)"] != nil
            guard wasThere != someone.wasThere else { continue }
            try await site.desk.recordStaff(
                someone.person, role: someone.role, at: session, wasThere: wasThere, as: actor)
        }
    }
}
