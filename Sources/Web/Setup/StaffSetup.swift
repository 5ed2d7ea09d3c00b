import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Those who can sign in: their languages, what they lead and what they may do.
struct StaffSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/staff", use: list)
        router.get("/setup/staff/new", use: begin)
        router.post("/setup/staff", use: make)
        router.get("/setup/staff/{person}", use: show)
        router.post("/setup/staff/{person}", use: change)
        router.get("/setup/staff/{person}/right", use: beginRight)
        router.post("/setup/staff/{person}/right", use: giveRight)
        router.get("/setup/staff/{person}/end", use: beginEnd)
        router.post("/setup/staff/{person}/end", use: end)
        router.get("/setup/staff/{person}/lead", use: beginLead)
        router.post("/setup/staff/{person}/lead", use: lead)
    }

    var today: LocalDate { WallClock.date(site.desk.clock.now()) }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let accounts = try await site.desk.accounts(as: try visitor.signedIn())
        return site.respond(
            StaffForms(filling: site.filling(visitor), today: today).list(
                accounts.filter { !$0.isClosed }, site.frame(visitor, at: "/setup/staff")))
    }

    // MARK: Somebody new

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await new(site.filling(context.visitor), context))
    }

    private func new(
        _ filling: SetupFilling, _ context: WebContext
    ) async throws -> SetupFormPage {
        // Asks for the right to look after users.
        _ = try await site.desk.accounts(as: try context.visitor.signedIn())
        return StaffForms(filling: filling, today: today).new(
            try await places(context), site.frame(context.visitor, at: "/setup/staff/new"))
    }

    @Sendable private func make(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let actor = try context.visitor.signedIn()
        let places = try await places(context)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let name = reader.typed("name")
            if name.isEmpty { reader.note(Message("error.nameMissing"), at: "name") }
            let grant = reader.grant(places, today)
            try reader.check()
            let part = [NamePart(.whole, name)]
            let person = try await site.desk.addUser(
                NewUser(
                    userName: reader.typed("userName"),
                    name: reader.isLatin(name)
                        ? PersonName(latin: part) : PersonName(native: part),
                    password: reader.form["password"].flatMap { $0.isEmpty ? nil : $0 },
                    language: Language(rawValue: reader.typed("pageLanguage")),
                    grants: [grant]),
                as: actor)
            return "/setup/staff/\(person)?done"
        } again: {
            try await new($0, context)
        }
    }

    // MARK: What somebody speaks

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(
            try await page(site.filling(context.visitor), context, isDone: request.isDone))
    }

    private func page(
        _ filling: SetupFilling, _ context: WebContext, isDone: Bool = false
    ) async throws -> SetupFormPage {
        let (account, actor) = try await account(context)
        return StaffForms(filling: filling, today: today).change(
            account, try await site.desk.spokenLanguages(of: account.person, as: actor),
            try await places(context), isDone: isDone,
            site.frame(context.visitor, at: "/setup/staff/\(account.person)"))
    }

    @Sendable private func change(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (account, actor) = try await account(context)
        let before = try await site.desk.spokenLanguages(of: account.person, as: actor)
        let reader = try await site.reader(request, context)
        return try await site.submit(reader) {
            let languages = reader.spoken()
            try reader.check()
            guard reader.form["shown"] == Shown(before).state.description else {
                throw OrganisingError.changedMeanwhile
            }
            try await site.desk.setSpokenLanguages(
                languages, of: account.person, shown: before, as: actor)
            return "/setup/staff/\(account.person)?done"
        } again: {
            try await page($0, context)
        }
    }

    func account(_ context: WebContext) async throws -> (UserAccount, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try context.parameters.get("person").flatMap { Person.ID($0) }.orNotFound()
        return (try await site.desk.account(id.description, as: actor), actor)
    }

    func places(_ context: WebContext) async throws -> StaffPlaces {
        let actor = try context.visitor.signedIn()
        return StaffPlaces(
            rounds: try await site.desk.rounds(as: actor).reversed(),
            groups: try await site.desk.groups(as: actor))
    }
}
