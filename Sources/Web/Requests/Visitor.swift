import Courses
import Cryptography
import Desk
import FoundationEssentials
import Localisation

/// Whoever reads a page: signed in or not, in some language.
struct Visitor: Sendable {
    let account: UserAccount?
    /// Of the sign-in; in the browser's cookie and nowhere else.
    let token: String?
    let localiser: Localiser
    /// Which script names are read in first; nil follows the language.
    var namesInNativeScript: Bool?

    static let unknown = Visitor(account: nil, token: nil, localiser: .localiser(for: .swedish))

    init(account: UserAccount?, token: String?, localiser: Localiser) {
        self.account = account
        self.token = account == nil ? nil : token
        self.localiser = localiser
    }

    /// - Throws: `Refusal.notSignedIn`.
    func signedIn() throws(Refusal) -> Actor {
        guard let account else { throw .notSignedIn }
        return account.actor
    }

    func say(_ message: Message) -> String { localiser(message) }

    /// Goes into every form; made from the sign-in's token, so that nothing has to be kept.
    var formToken: String { derived("form") }

    /// The device that forms speak as: one browser and one account, for one sign-in.
    var formDevice: String { "form-" + derived("device") }

    private func derived(_ purpose: String) -> String {
        guard let token else { return "" }
        let code = MAC(key: Array(token.utf8))
        code.add(Array(purpose.utf8))
        return code.end().prefix(16).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    func holds(formToken given: String?) -> Bool {
        guard token != nil, let given else { return false }
        let expected = formToken
        return given.utf8.count == expected.utf8.count
            && zip(given.utf8, expected.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
