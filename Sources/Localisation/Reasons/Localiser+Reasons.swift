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
        guard let listed = reason.listed.map(words) else { return text }
        guard let text else { return listed }
        return self(
            Message("reason.withMore", ["reason": .text(listed), "more": .text(text)]))
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
