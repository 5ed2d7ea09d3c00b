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
            let typed = request.typed("q")
            let people = try await site.desk.findPeople(typed, as: actor)
            let words = EnrolmentWords(book, visitor)
            return respond(words, search: PersonSearch(people, query: typed, words: words))
        }
        var asked = AskedEnrolment(newID: Entropy.system.identifier())
        if chosen != "new" {
            let person = try await site.desk.person(
                try Person.ID(chosen).orNotFound(), as: actor)
            asked.person = person.id
            for (place, language) in person.courseLanguages.enumerated()
            where place < AskedEnrolment.languageCount {
                asked.languages[place] = language
            }
        }
        return try await show(ApplicationTrial(asked), book, visitor, actor)
    }

    @Sendable private func send(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let form = try await Form.read(request, of: visitor)
        let asked = try AskedEnrolment(form)
        var trial = ApplicationTrial(asked)
        guard form["find"] == nil else {
            trial.found = try await site.desk.findPeople(asked.query, as: actor)
            return try await show(trial, book, visitor, actor)
        }
        trial.faults = asked.faults(on: book.today)
        guard trial.faults.isEmpty else {
            return try await show(trial, book, visitor, actor, status: .badRequest)
        }
        if try await isSentAgain(asked, book, actor) {
            return site.redirect(to: book.address + "?saved=before")
        }
        do {
            let applied = try await apply(asked, book, actor)
            return site.redirect(to: book.address + "?done=\(applied.id)")
        } catch {
            guard let told = worded(error), told.kind == .conflict || told.kind == .invalid
            else { throw error }
            trial.refused = told
            // The form was saved with somebody else, and the page came back to it.
            if case EnrolmentError.registeredOtherwise = error {
                trial.asked.newID = Entropy.system.identifier()
            }
            return try await show(trial, book, visitor, actor, status: told.kind.status)
        }
    }

    /// Whether it is the same form again, with the same person and the same wishes.
    private func isSentAgain(
        _ asked: AskedEnrolment, _ book: EnrolmentBook, _ actor: Actor
    ) async throws -> Bool {
        guard asked.person == nil, let row = book.row(asked.newID),
            asked.isSaved(in: row, of: book)
        else { return false }
        return try await site.desk.isRegistered(asked.newID, as: asked.newPerson, by: actor)
            ?? false
    }

    /// Whoever of the party is in the round already only joins it.
    private func apply(
        _ asked: AskedEnrolment, _ book: EnrolmentBook, _ actor: Actor
    ) async throws -> AppliedOperation {
        let person = asked.person ?? asked.newID
        let known =
            asked.person == nil
            ? asked.chosenLanguages
            : try await site.desk.person(person, as: actor).courseLanguages
        let together = asked.company(.together)
        let inRound = Set(together.filter { book.row($0).map { !$0.mayApplyAgain } ?? false })
        return try await site.desk.apply(
            NewApplication(
                people: [person] + together.filter { !inRound.contains($0) },
                new: asked.person == nil ? [person: asked.newPerson] : [:],
                round: book.round.id.description, appliedOn: asked.appliedOn,
                wishes: asked.wishes(known: known), childcare: asked.children,
                together: !together.isEmpty, beside: together.filter(inRound.contains),
                apart: asked.company(.apart), reason: asked.reason.isEmpty ? nil : asked.reason),
            as: actor)
    }

    // MARK: The page

    private func show(
        _ trial: ApplicationTrial, _ book: EnrolmentBook, _ visitor: Visitor, _ actor: Actor,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let asked = trial.asked
        var known: [Person.ID: DisplayName] = [:]
        for person in asked.company.map(\.person) + [asked.person].compactMap(\.self) {
            known[person] = try await site.desk.person(person, as: actor).name
        }
        var trial = trial
        trial.reasons = try await site.desk.offeredReasons(.priority, as: actor)
        let words = EnrolmentWords(book, visitor)
        let form = ApplicationForm(trial, known: known, words: words)
        return respond(
            words, form: form,
            about: asked.person.flatMap { known[$0] }.map { words.both($0).first },
            status: status)
    }

    private func respond(
        _ words: EnrolmentWords, search: PersonSearch? = nil, form: ApplicationForm? = nil,
        about name: String? = nil, status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = ApplicationPage(
            layout: { site.layout(title: $0, for: words.visitor, at: words.book.address) },
            words: words, name: name, search: search, form: form)
        return site.respond(page, status: status)
    }
}

/// What became of a form before anything is saved.
struct ApplicationTrial: Sendable {
    var asked: AskedEnrolment
    var faults: [AskedEnrolment.Fault] = []
    /// What nobody can tell before it is tried.
    var refused: WordedError?
    /// Who was found for the party.
    var found: [FoundPerson]?
    /// Listed ones, to choose from.
    var reasons: [Reason] = []

    init(_ asked: AskedEnrolment) {
        self.asked = asked
    }
}
