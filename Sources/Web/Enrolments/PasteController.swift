import Courses
import Desk
import Hummingbird
import Localisation

/// Enrols the people of pasted rows by the import: shown first, then taken in.
struct PasteController: Sendable {
    let site: Site

    /// A list of 5 MB as typed, and as much in a file beside it.
    private static let limit = 12 * 1024 * 1024

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/rounds/{round}/enrolment/paste", use: show)
        router.post("/rounds/{round}/enrolment/paste", use: paste)
    }

    @Sendable private func show(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        // Says now, and not when all is pasted, who may not.
        try Policy.require(actor, .importPeople, on: .organisation, date: book.today)
        return respond(PasteTrial(), book, visitor)
    }

    /// Takes in what was checked, and checks anything else.
    @Sendable private func paste(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visitor = context.visitor
        let (book, actor) = try await site.enrolments(context)
        // Before anything large is read.
        try Policy.require(actor, .importPeople, on: .organisation, date: book.today)
        let form = try await Form.read(request, of: visitor, inPartsUpTo: Self.limit)
        var trial = PasteTrial(form)
        if form["import"] == nil || form["shown"] != trial.digest {
            trial.isNotAsShown = form["import"] != nil
            try await check(form.files["file"], &trial, book, actor)
            return respond(trial, book, visitor)
        }
        do {
            let report = try await run(
                Array(trial.text.utf8), .utf8, shown: form["told"] ?? "", book, actor)
            guard let operation = report.operation, report.rejected.isEmpty else {
                return try await respond(taken: trial, report, book, visitor, actor)
            }
            return site.redirect(to: book.address + "?done=\(operation)")
        } catch OperationError.roundChanged {
            trial.isChanged = true
            try await check(nil, &trial, book, actor)
            return respond(trial, book, visitor, status: .conflict)
        }
    }

    /// What was not taken in is shown, to be put right.
    private func respond(
        taken trial: PasteTrial, _ report: ImportReport, _ book: EnrolmentBook,
        _ visitor: Visitor, _ actor: Actor
    ) async throws -> Response {
        var trial = trial
        trial.report = report
        trial.isTaken = report.refused == nil
        if let operation = report.operation {
            trial.done = try await site.done(
                operation, in: book.round, letters: nil, back: .list, visitor, actor)
        }
        return respond(trial, book, visitor)
    }

    /// Says what would become of what was typed, or of a file in its place.
    private func check(
        _ file: [UInt8]?, _ trial: inout PasteTrial, _ book: EnrolmentBook, _ actor: Actor
    ) async throws {
        if let file {
            let report = try await run(file, nil, shown: nil, book, actor)
            trial.report = report
            guard report.refused == nil, let encoding = report.encoding else { return }
            trial.text = PasteTrial.normal(try TextDecoding.decode(file, encoding))
        }
        trial.report = try await run(Array(trial.text.utf8), .utf8, shown: nil, book, actor)
    }

    /// - Parameter shown: the fingerprint of what was shown; nil only shows.
    private func run(
        _ bytes: [UInt8], _ encoding: TextEncoding?, shown: String?, _ book: EnrolmentBook,
        _ actor: Actor
    ) async throws -> ImportReport {
        try await site.desk.importParticipants(
            bytes,
            options: ImportOptions(
                round: book.round.id.description, encoding: encoding, dryRun: shown == nil,
                shown: shown),
            as: actor)
    }

    private func respond(
        _ trial: PasteTrial, _ book: EnrolmentBook, _ visitor: Visitor,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let page = PastePage(
            layout: { site.layout(title: $0, for: visitor, at: book.address) },
            visitor: visitor, round: book.round, trial: trial)
        return site.respond(page, status: status)
    }
}

/// Rows as they were pasted, and what became of them.
struct PasteTrial: Sendable {
    var text = ""
    /// Nil before anything is checked.
    var report: ImportReport?
    /// Whether the rows were taken in, and not only checked.
    var isTaken = false
    /// What was taken in.
    var done: PastDone?
    /// Whether other rows were to be taken in than those that were checked.
    var isNotAsShown = false
    /// Whether they would now be taken in otherwise than was shown.
    var isChanged = false

    init() {}

    init(_ form: Form) {
        text = Self.normal(form["rows"] ?? "")
    }

    /// With line ends as browsers send them, whatever they were.
    static func normal(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x0D: bytes += [0x0D, 0x0A]
            case 0x0A: if last != 0x0D { bytes += [0x0D, 0x0A] }
            default: bytes.append(byte)
            }
            last = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    var digest: String { ActID(contentOf: text).description }
}
