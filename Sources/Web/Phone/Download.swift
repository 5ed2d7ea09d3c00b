import Courses
import Desk
import Localisation

/// A leader's coming sessions as a phone keeps them: today's page and each register, finished, as
/// the page shows it, without a form's secrets.
struct Download {
    private let account: Person.ID?
    private let language: Language
    private let now: Instant
    private let fetched: String
    private let list: (title: String, html: String)
    private let sessions: [DownloadedSession]

    /// How far ahead, beside yesterday and today.
    static let days = 14
    /// Sessions; a leader has a handful.
    static let limit = 40

    init(
        site: Site, visitor: Visitor, registers: [Register], list: SessionsPage, at now: Instant
    ) {
        account = visitor.account?.person
        language = visitor.localiser.language
        self.now = now
        let (date, time) = WallClock.reading(now)
        fetched = visitor.say(
            Message("phone.fetched", ["date": .date(date), "time": .time(time)]))
        self.list = (list.layout.title, site.main(of: list))
        sessions = registers.map { register in
            let page = RegisterPage(site: site, visitor: visitor, register: register)
            return DownloadedSession(
                session: register.session.session, title: page.layout.title,
                html: site.main(of: page))
        }
    }

    var json: [UInt8] {
        var writer = WireWriter()
        writer.object { writer in
            writer.field("version", ActBatch.wireVersion)
            writer.field("account", account?.description)
            writer.field("language", language.rawValue)
            writer.field("now", Int(clamping: now.milliseconds))
            writer.field("fetched", fetched)
            writer.object("list") { writer in
                writer.field("title", list.title)
                writer.field("html", list.html)
            }
            writer.array("sessions") { writer in
                for session in sessions { writer.object { session.write(to: &$0) } }
            }
        }
        return writer.bytes
    }
}

/// One register on a phone.
struct DownloadedSession {
    let session: Session
    let title: String
    let html: String

    /// Names leave the phone a day after the session.
    private var expires: Instant { session.endsAt.adding(milliseconds: 86_400_000) }

    fileprivate func write(to writer: inout WireWriter) {
        writer.field("session", session.id.description)
        writer.field("date", session.date.description)
        writer.field("expires", Int(clamping: expires.milliseconds))
        writer.field("title", title)
        writer.field("html", html)
    }
}

extension Visitor {
    /// The same reader without what only a signed-in browser holds; what is made for them can lie
    /// on a phone.
    var withoutSecrets: Visitor {
        var visitor = Visitor(account: account, token: nil, localiser: localiser)
        visitor.namesInNativeScript = namesInNativeScript
        return visitor
    }
}

extension Site {
    /// What stands between a page's head and its foot.
    func main(of page: some Page) -> String {
        let html = templates.render(page)
        let opening = "<main id=\"main\" tabindex=\"-1\">"
        guard let start = html.firstRange(of: opening),
            let end = html[start.upperBound...].firstRange(of: "</main>")
        else { return "" }
        return String(html[start.upperBound..<end.lowerBound])
    }
}
