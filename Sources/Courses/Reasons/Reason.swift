/// A reason that the organisation has listed, so that it can be chosen and is read in the reader's
/// language.
///
/// It says nothing about anybody: whoever may see that something was done may see for which listed
/// reason.
package struct Reason: Sendable, Equatable {
    package let listed: ListedReason
    /// Where it is offered.
    package let kind: ReasonKind
    /// What was said of it, in that order; never empty, nothing is taken back.
    package let said: [ReasonWord]

    package init(_ listed: ListedReason, kind: ReasonKind, said: [ReasonWord]) {
        self.listed = listed
        self.kind = kind
        self.said = said
    }

    /// Stays as it is; unique in the organisation.
    package var code: String { listed.code }

    /// Whether it is offered on a day: as was said last of that day.
    package func isOpen(on date: LocalDate) -> Bool {
        said.last { $0.from <= date }?.isOpen ?? false
    }

    /// The last day on which it is offered, from a day on which it is; nil where no end is known.
    package func lastDay(from date: LocalDate) -> LocalDate? {
        said.map(\.from).filter { $0 > date && !isOpen(on: $0) }.min()?.adding(days: -1)
    }

    /// The first day after one on which it is offered again.
    package func opens(after date: LocalDate) -> LocalDate? {
        said.map(\.from).filter { $0 > date && isOpen(on: $0) }.min()
    }
}

/// A reason's code with what is written of it.
package struct ListedReason: Sendable, Equatable {
    package let code: String
    package let texts: WrittenText

    package init(code: String, texts: WrittenText) {
        self.code = code
        self.texts = texts
    }
}

/// Where reasons are offered.
package enum ReasonKind: String, CaseIterable, Sendable {
    /// An absence that does not count.
    case excused
    /// A session that is called off, or was not held.
    case session
    case withdrawal
    case priority
    /// A list that was signed is changed.
    case correction
    /// Whatever else is done to a round.
    case other
}

/// That a reason is offered from a day on, or no longer; who said so when.
package struct ReasonWord: Sendable, Equatable {
    package let isOpen: Bool
    package let from: LocalDate
    package let at: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?

    package init(isOpen: Bool, from: LocalDate, at: Instant, actor: Person.ID?) {
        self.isOpen = isOpen
        self.from = from
        self.at = at
        self.actor = actor
    }
}
