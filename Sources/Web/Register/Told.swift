import Courses
import Desk
import Hummingbird
import HummingbirdCore
import Localisation

/// What became of a submit, carried in the address to the page that follows it.
struct Told: Sendable, Equatable {
    var saved = 0
    var undone = 0
    var review = 0
    var kept: [KeptRule] = []
    var isAnswer = true

    init() {}

    var isUnchanged: Bool { saved == 0 && undone == 0 && review == 0 && kept.isEmpty }

    /// - Parameter count: how many of the acts, the first ones, took something back.
    init(_ results: [ActResult], undoing count: Int = 0) {
        for (index, result) in results.enumerated() {
            let outcome =
                switch result.outcome {
                case .now(let outcome), .repeated(let outcome): outcome
                }
            switch outcome {
            case .accepted where index < count, .merged where index < count: undone += 1
            case .accepted, .merged: saved += 1
            case .needsReview: review += 1
            case .kept(let rule): kept.append(rule)
            }
        }
    }

    init(_ parameters: FlatDictionary<Substring, Substring>) {
        isAnswer = parameters["saved"] != nil
        saved = parameters["saved"].flatMap { Int($0) }.map { max(0, min($0, 999)) } ?? 0
        undone = parameters["undone"].flatMap { Int($0) }.map { max(0, min($0, 999)) } ?? 0
        review = parameters["review"].flatMap { Int($0) }.map { max(0, min($0, 999)) } ?? 0
        kept = (parameters["kept"] ?? "").split(separator: ",").prefix(200)
            .compactMap { KeptRule(rawValue: String($0)) }
    }

    var query: String {
        var query = "?saved=\(saved)"
        if undone > 0 { query += "&undone=\(undone)" }
        if review > 0 { query += "&review=\(review)" }
        if !kept.isEmpty { query += "&kept=" + kept.map(\.rawValue).joined(separator: ",") }
        return query
    }

    /// - Parameter register: whose last save by this visitor can be undone at once.
    func notices(for visitor: Visitor, undoing register: Register? = nil) -> [Notice] {
        guard isAnswer else { return [] }
        var notices: [Notice] = []
        let undo = register.flatMap { UndoButton($0, visitor) }
        if undone > 0 {
            let text = visitor.say(Message("register.undone", ["count": .number(undone)]))
            notices.append(Notice(tone: "good", text: text, undo: saved > 0 ? nil : undo))
        }
        if saved > 0 {
            let text = visitor.say(Message("register.saved", ["count": .number(saved)]))
            notices.append(Notice(tone: "good", text: text, undo: undo))
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

extension UndoButton {
    /// All that the visitor's last save said and that still stands; nil for nothing.
    init?(_ register: Register, _ visitor: Visitor) {
        let mine = register.recent.filter { $0.device == visitor.formDevice }
        guard let last = mine.first else { return nil }
        var acts: [ActID] = []
        for act in mine where act.arrivedAt == last.arrivedAt {
            for id in register.undoing(act) where !acts.contains(id) { acts.append(id) }
        }
        self.acts = acts.map(\.description).joined(separator: " ")
        label = visitor.say(Message("register.undo"))
    }
}
