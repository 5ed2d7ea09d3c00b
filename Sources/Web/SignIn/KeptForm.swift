import Courses
import Desk
import Hummingbird
import Localisation

/// A register that was submitted after the sign-in had expired: what was typed goes along on the
/// page to sign in with, in hidden fields, and nowhere else.
struct KeptForm: Sendable {
    let fields: [KeptField]
    /// The register's own address.
    let address: String

    struct KeptField: Sendable, Equatable {
        let name: String
        let value: String
    }

    private static let prefix = "kept."
    private static let single: Set<String> = [
        "rows", "note", "note.was", "note.base", "reason", "reason.listed", "notHeldReason",
        "notHeldReason.listed", "new.native", "new.latin",
    ]
    private static let prefixes = [
        "value.", "late.", "early.", "mode.", "why.", "count.", "countwas.",
    ]
    /// In bytes of names and values; a register of a hundred people takes a third of it.
    private static let limit = 64 * 1024

    /// Nil for what is no register, or is too large to carry.
    init?(_ form: Form, submittedTo address: String) {
        self.init(form, address: address, under: "")
    }

    /// What an earlier page to sign in with carried along.
    init?(signingInWith form: Form) {
        guard let next = LocalAddress.checked(form["next"]) else { return nil }
        self.init(form, address: next, under: Self.prefix)
    }

    private init?(_ form: Form, address: String, under prefix: String) {
        guard Self.session(of: address) != nil else { return nil }
        let names = form.names(under: prefix).filter { name in
            Self.single.contains(name) || Self.prefixes.contains { name.hasPrefix($0) }
        }
        fields = names.compactMap { name in
            form[prefix + name].map { KeptField(name: Self.prefix + name, value: $0) }
        }
        self.address = address
        let size = fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        guard !fields.isEmpty, size <= Self.limit else { return nil }
    }

    var session: Session.ID? { Self.session(of: address) }

    private static func session(of address: String) -> Session.ID? {
        let start = "/sessions/"
        guard address.hasPrefix(start) else { return nil }
        return Session.ID(String(address.dropFirst(start.count)))
    }

    /// As it was submitted.
    var form: Form {
        var form = Form()
        for field in fields { form[String(field.name.dropFirst(Self.prefix.count))] = field.value }
        return form
    }
}

extension Site {
    /// The page to sign in with, carrying a submitted register along; nil where there is none.
    func signInKeeping(_ request: Request, _ context: WebContext) async -> Response? {
        guard request.method == .post, let form = try? await Form.read(request),
            let kept = KeptForm(form, submittedTo: request.uri.path)
        else { return nil }
        let page = SignInPage(
            site: self, visitor: context.visitor, userName: "", next: kept.address, fault: nil,
            kept: kept)
        return respond(page, status: .unauthorized)
    }

    /// The register with what had been typed before the sign-in expired, to be looked at and saved.
    func register(of kept: KeptForm, for visitor: Visitor) async throws -> Response? {
        guard let session = kept.session, let account = visitor.account else { return nil }
        let register = try await desk.register(of: session, as: account.actor)
        let notice = Notice(tone: "wait", text: visitor.say(Message("register.typedBefore")))
        return respond(
            RegisterPage(
                site: self, visitor: visitor, register: register, typed: kept.form,
                notices: [notice]))
    }
}
