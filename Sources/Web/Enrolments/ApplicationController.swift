import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// Enrols somebody in a round by hand.
struct ApplicationController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/enrolment/new", use: begin)
        router.post("/rounds/{round}/enrolment/new", use: send)
    }

    /// Looks for the person, or shows the form for whoever was chosen.
    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let query = request.uri.queryParameters
        guard let chosen = query["person"].map(String.init) else {
            let typed = String((query["q"].map(String.init) ?? "").prefix(200))
            let people = try await site.desk.findPeople(typed, as: actor)
            let words = EnrolmentWords(book, visitor)
            return respond(
                words, search: PersonSearch(people, query: typed, words: words), form: nil)
        }
        var asked = Application()
        if chosen != "new" {
            let person = try await site.desk.person(
                try Person.ID(chosen).orNotFound(), as: actor)
            asked.person = person.id
            for (place, language) in person.courseLanguages.enumerated()
            where place < Application.languageCount {
                asked.languages[place] = language
            }
        }
        return try await show(asked, book, visitor, actor)
    }

    @Sendable private func send(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let form = try await Form.read(request, of: visitor)
        let asked = Application(form)
        guard form["find"] == nil else {
            let found = try await site.desk.findPeople(asked.query, as: actor)
            return try await show(asked, book, visitor, actor, found: found)
        }
        let faults = asked.faults(on: book.today)
        guard faults.isEmpty else {
            return try await show(asked, book, visitor, actor, faults: faults)
        }
        let applied = try await apply(asked, book, actor)
        return site.redirect(to: book.address + "?done=\(applied.id)")
    }

    /// Whoever of the party is in the round already only joins it.
    private func apply(
        _ asked: Application, _ book: EnrolmentBook, _ actor: Actor
    ) async throws -> AppliedOperation {
        let known: [Language]
        let person: Person.ID
        if let chosen = asked.person {
            person = chosen
            known = try await site.desk.person(chosen, as: actor).courseLanguages
        } else {
            person = try await site.desk.addPerson(asked.newPerson, as: actor)
            known = asked.chosenLanguages
        }
        let others = asked.company.filter { $0 != person }
        let inRound = others.filter { book.row($0).map { !$0.mayApplyAgain } ?? false }
        let applied = try await site.desk.apply(
            NewApplication(
                people: [person] + others.filter { !inRound.contains($0) },
                round: book.round.id.description, appliedOn: LocalDate(asked.applied),
                wishes: asked.wishes(known: known), childcare: Int(asked.childcare),
                together: !others.isEmpty, reason: asked.reason.isEmpty ? nil : asked.reason),
            as: actor)
        if !inRound.isEmpty {
            try await site.desk.addParty(.together, of: [person] + others, as: actor)
        }
        return applied
    }

    // MARK: The page

    private func show(
        _ asked: Application, _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor,
        faults: Set<Application.Field> = [], found: [FoundPerson]? = nil
    ) async throws -> Response {
        var known: [Person.ID: DisplayName] = [:]
        for person in asked.company + [asked.person].compactMap(\.self) {
            known[person] = try await site.desk.person(person, as: actor).name
        }
        let words = EnrolmentWords(book, visitor)
        let form = ApplicationForm(
            asked, faults: faults, found: found, known: known, words: words)
        return respond(
            words, search: nil, form: form,
            about: asked.person.flatMap { known[$0] }.map { words.both($0).first },
            status: faults.isEmpty ? .ok : .badRequest)
    }

    private func respond(
        _ words: EnrolmentWords, search: PersonSearch?, form: ApplicationForm?,
        about name: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = ApplicationPage(
            layout: { site.layout(title: $0, for: words.visitor, at: words.book.address) },
            words: words, name: name, search: search, form: form)
        return site.respond(page, status: status)
    }
}

extension ApplicationPage {
    init(
        layout: (_ title: String) -> Layout, words: EnrolmentWords, name: String?,
        search: PersonSearch?, form: ApplicationForm?
    ) {
        let title = words.say(Message("application.title"))
        heading =
            name.map {
                words.say(
                    Message("enrolment.about", ["what": .text(title), "person": .text($0)]))
            } ?? title
        self.layout = layout(heading)
        backHref = words.book.address
        backText = words.say(Message("enrolment.title"))
        roundName = words.book.round.name
        self.search = search
        self.form = form
    }
}
