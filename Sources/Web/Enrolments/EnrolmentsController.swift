import Courses
import Desk
import Hummingbird
import Localisation

/// The enrolments of a round: who stands where, and the letters of the offers.
struct EnrolmentsController: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/enrolment", use: list)
        router.get("/rounds/{round}/enrolment/letter", use: letter)
    }

    @Sendable private func list(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let query = request.uri.queryParameters
        let asked = query["done"].flatMap { OperationID(String($0)) }
        var done: PastDone?
        if let asked {
            done = try await site.done(
                asked, in: book.round, letters: book, back: .list, visitor, actor)
        }
        let page = EnrolmentsPage(
            layout: { site.layout(title: $0, for: visitor, at: book.address) },
            visitor: visitor, book: book, filter: EnrolmentFilter(query), done: done,
            isSavedBefore: query["saved"] == "before")
        return site.respond(page)
    }

    @Sendable private func letter(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        let asked = request.uri.queryParameters["person"].flatMap { Person.ID(String($0)) }
        let person = try asked.orNotFound()
        guard book.row(person) != nil else { throw Refusal.notFound }
        let words = EnrolmentWords(book, visitor)
        do {
            let letter = try await site.desk.offerLetter(
                to: person, in: book.round.id.description, as: actor)
            let page = LetterPage(
                layout: { site.layout(title: $0, for: visitor, at: book.address) },
                words: words, person: person, letter: letter)
            return site.respond(page)
        } catch is EnrolmentError {
            // The list says that the offer has been answered, or has expired.
            return site.redirect(to: book.address)
        }
    }
}

extension Site {
    /// What an operation did; nil for one that is not the round's.
    ///
    /// - Parameter letters: where letters of open offers are told of.
    func done(
        _ operation: OperationID, in round: Round, letters book: EnrolmentBook?,
        back: EnrolmentAct.Back, _ visitor: Visitor, _ actor: Actor
    ) async throws -> PastDone? {
        let history = try await desk.history(of: round.id.description, as: actor)
        guard let entry = history.entries.first(where: { $0.id == operation }) else { return nil }
        let words = PastWords(history, of: round, visitor)
        let offered = entry.kind == .offer ? entry.people : []
        let letters = offered.filter { book?.row($0)?.standing == .offered }.map { person in
            SessionLink(
                href: "/rounds/\(round.code)/enrolment/letter?person=\(person)",
                label: visitor.say(
                    Message(
                        "enrolment.about",
                        [
                            "what": .text(visitor.say(Message("enrolment.letter"))),
                            "person": .text(words.name(person)),
                        ])))
        }
        return PastDone(entry, words, letters: letters, back: back)
    }
}
