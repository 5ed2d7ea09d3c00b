package import Courses

extension Localiser {
    /// In the reader's language; else in another one, which is named; else the code.
    package func words(_ reason: ListedReason) -> String {
        guard let shown = reason.texts.shown(in: language) else { return reason.code }
        guard shown.language != language else { return shown.text }
        return self(
            Message(
                "reason.inLanguage",
                ["reason": .text(shown.text), "language": .language(shown.language)]))
    }

    /// Nil where none was given.
    package func words(_ reason: GivenReason) -> String? {
        let text =
            reason.isWithheld ? self(Message("command.history.reasonWithheld")) : reason.text
        let parts = [reason.listed.map(words), reason.also.map(words), text].compactMap(\.self)
        guard var told = parts.last else { return nil }
        for part in parts.dropLast().reversed() {
            told = self(Message("reason.withMore", ["reason": .text(part), "more": .text(told)]))
        }
        return told
    }
}

extension ReasonKind {
    package var message: Message {
        switch self {
        case .excused: Message("reason.kind.excused")
        case .session: Message("reason.kind.session")
        case .withdrawal: Message("reason.kind.withdrawal")
        case .priority: Message("reason.kind.priority")
        case .correction: Message("reason.kind.correction")
        case .other: Message("reason.kind.other")
        }
    }
}
