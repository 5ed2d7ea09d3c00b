import Courses
package import Localisation

extension WaitingStatement {
    /// Why it waits, as a sentence to an administrator.
    package var why: Message {
        switch outcome {
        case .kept(.outsideRight): Message("review.outsideRight")
        case .kept(.unknownSession): Message("review.unknownSession")
        case .kept(let rule): rule.message
        case .needsReview, .accepted, .merged: Message("review.conflict")
        }
    }

    /// What was said; nil where it can't be read.
    package func said(in localiser: Localiser) -> String? {
        switch statement {
        case .mark(_, let mark, _, _)?: mark.words(in: localiser)
        case .clear?: localiser(Message("register.none"))
        case .headcount(let key, let count, _, _)?:
            localiser.words(counted: count, of: key)
        case .person?: localiser(Message("register.added"))
        case .note(let text, _)?: text
        case .sessionState(.held, _, _)?: localiser(Message("register.held"))
        case .sessionState(.notHeld, _, _)?: localiser(Message("register.notHeldTitle"))
        case .signOff?: localiser(Message("review.signedList"))
        case .retract?: localiser(Message("register.undo"))
        case nil: nil
        }
    }

    /// What counts now.
    package func counting(in localiser: Localiser) -> String {
        switch (standing, statement) {
        case (.mark(let mark)?, _): mark.words(in: localiser)
        case (.count(let count)?, .headcount(let key, _, _, _)?):
            localiser.words(counted: count, of: key)
        case (.count(let count)?, _): localiser.number(count)
        case (.word(let word)?, .sessionState?):
            localiser(
                word == ToldState.notHeld.rawValue
                    ? Message("register.notHeldTitle") : Message("register.held"))
        case (.word?, .signOff?): localiser(Message("review.signedList"))
        case (.word(let word)?, _): word
        case (nil, _): localiser(Message("register.none"))
        }
    }

    /// What an administrator can do about it, where taking it in is not possible as it is.
    package var wayOut: Message? {
        switch takingIn {
        case .possible: nil
        case .possibleWithReason: Message("review.reasonNeeded")
        case .alreadySo: Message("review.alreadySo")
        case .against(.notOnRoster): Message("review.placeFirst")
        case .against(.unknownPerson): Message("review.personFirst")
        case .against(.unknownSession): Message("review.chooseSession")
        case .against(let rule) where outcome == .kept(rule): Message("review.setAsideOnly")
        case .against(let rule): rule.message
        }
    }
}

extension SettledStatement.Outcome {
    /// - Parameter count: of how many statements this is said.
    package func message(_ count: Int) -> Message {
        switch self {
        case .takenIn: Message("review.takenIn", ["count": .number(count)])
        case .setAside, .alreadySo: Message("review.wasSetAside", ["count": .number(count)])
        case .against(.unknownSession): Message("review.chooseSession")
        case .against(let rule): rule.message
        case .differsThere: Message("review.differsThere")
        case .reasonNeeded: Message("review.reasonNeeded")
        case .changedSince: Message("review.changedSince")
        case .settledBefore: Message("review.settledBefore")
        }
    }
}

extension Mark {
    /// The value, and the role where it is not a member's.
    fileprivate func words(in localiser: Localiser) -> String {
        let value = localiser(value.message)
        return role == .member ? value : "\(value) · \(localiser(role.message))"
    }
}

extension Localiser {
    fileprivate func words(counted count: Int, of key: HeadcountKey) -> String {
        "\(key.categoryMessage.map { self($0) } ?? key.category): \(number(count))"
    }
}
