import Courses
import Desk
import Hummingbird
import HummingbirdCore
import Localisation

/// What became of a submit, carried in the address to the page that follows it.
struct Told: Sendable, Equatable {
    var saved = 0
    var review = 0
    var kept: [KeptRule] = []
    var isAnswer = true

    init() {}

    init(_ results: [ActResult]) {
        for result in results {
            let outcome =
                switch result.outcome {
                case .now(let outcome), .repeated(let outcome): outcome
                }
            switch outcome {
            case .accepted, .merged: saved += 1
            case .needsReview: review += 1
            case .kept(let rule): kept.append(rule)
            }
        }
    }

    init(_ parameters: FlatDictionary<Substring, Substring>) {
        isAnswer = parameters["saved"] != nil
        saved = parameters["saved"].flatMap { Int($0) }.map { max(0, min($0, 999)) } ?? 0
        review = parameters["review"].flatMap { Int($0) }.map { max(0, min($0, 999)) } ?? 0
        kept = (parameters["kept"] ?? "").split(separator: ",").prefix(200)
            .compactMap { KeptRule(rawValue: String($0)) }
    }

    var query: String {
        var query = "?saved=\(saved)"
        if review > 0 { query += "&review=\(review)" }
        if !kept.isEmpty { query += "&kept=" + kept.map(\.rawValue).joined(separator: ",") }
        return query
    }

    func notices(for visitor: Visitor) -> [Notice] {
        guard isAnswer else { return [] }
        var notices: [Notice] = []
        if saved > 0 {
            let text = visitor.say(Message("register.saved", ["count": .number(saved)]))
            notices.append(Notice(tone: "good", text: text))
        }
        if review > 0 {
            let text = visitor.say(Message("register.review", ["count": .number(review)]))
            notices.append(Notice(tone: "wait", text: text))
        }
        for rule in KeptRule.allCases where kept.contains(rule) {
            let count = kept.count { $0 == rule }
            let text = visitor.say(Message("register.kept", ["count": .number(count)]))
            notices.append(
                Notice(tone: "wait", text: text, detail: visitor.say(rule.message)))
        }
        if notices.isEmpty {
            notices = [Notice(tone: "calm", text: visitor.say(Message("register.unchanged")))]
        }
        return notices
    }
}

extension KeptRule {
    /// Why a statement waits, as a whole sentence.
    var message: Message {
        switch self {
        case .notOnRoster: Message("register.keptNotOnRoster")
        case .calledOff: Message("register.keptCalledOff")
        case .signedOff: Message("register.keptSignedOff")
        case .notYet: Message("register.keptNotYet")
        case .outsideRight: Message("register.keptOutsideRight")
        case .unknownSession: Message("register.keptUnknownSession")
        case .unknownPerson: Message("register.keptUnknownPerson")
        case .malformed: Message("register.keptMalformed")
        }
    }
}
