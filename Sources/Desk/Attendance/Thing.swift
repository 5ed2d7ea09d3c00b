import Courses
import Store

/// What of a session an act changes; each has a version of its own.
struct Thing {
    let kind: ActThing
    var person: Person.ID?
    var headcount: HeadcountKey?

    init(_ statement: Act.Statement, in book: SessionBook) throws {
        switch statement {
        case .mark(let person, _, _, _), .clear(let person, _, _):
            kind = .mark
            self.person = person
        case .headcount(let key, _, _, _):
            kind = .headcount
            headcount = key
        case .person(let person, _):
            kind = .person
            self.person = person
        case .note, .retract: kind = .note
        case .sessionState: kind = .state
        case .signOff: kind = .signOff
        }
    }

    /// Nil for a statement whose thing is not known.
    init?(_ known: KnownAct) {
        guard let kind = known.thing else { return nil }
        self.kind = kind
        person = known.person
        headcount = known.headcount
    }

    func current(in book: SessionBook, for device: Device?) -> CurrentStatement {
        switch kind {
        case .mark:
            person.flatMap { book.entries[$0]?.standing.current(for: device) } ?? .nothing
        case .headcount:
            headcount.flatMap { book.headcounts[$0]?.current(for: device) } ?? .nothing
        case .person: .nothing
        case .note: book.words[.note]?.current(for: device) ?? .nothing
        case .state: book.words[.state]?.current(for: device) ?? .nothing
        case .signOff: book.words[.signOff]?.current(for: device) ?? .nothing
        }
    }

    /// Nil where nothing has been said.
    func version(in book: SessionBook) -> Int? {
        switch kind {
        case .mark: person.flatMap { book.entries[$0]?.standing.version }
        case .headcount: headcount.flatMap { book.headcounts[$0]?.version }
        case .person: nil
        case .note: book.words[.note]?.version
        case .state: book.words[.state]?.version
        case .signOff: book.words[.signOff]?.version
        }
    }

    /// From which act that is.
    private func act(in book: SessionBook) -> ActID? {
        switch kind {
        case .mark: person.flatMap { book.entries[$0]?.standing.act }
        case .headcount: headcount.flatMap { book.headcounts[$0]?.act }
        case .person: nil
        case .note: book.words[.note]?.act
        case .state: book.words[.state]?.act
        case .signOff: book.words[.signOff]?.act
        }
    }

    /// Whether what an act said is what holds; a merge of two persons may have given it another
    /// version since.
    func holds(from act: KnownAct, in book: SessionBook) -> Bool {
        version(in: book) == act.version || self.act(in: book) == act.id
    }

    func standing(in book: SessionBook) -> PastValueAnswer? {
        switch kind {
        case .mark: person.flatMap { book.entries[$0]?.standing.value }.map { .mark($0) }
        case .headcount: headcount.flatMap { book.headcounts[$0]?.value }.map { .count($0) }
        case .person: nil
        case .note: book.words[.note]?.value.map { .word($0) }
        case .state: book.words[.state]?.value.map { .word($0) }
        case .signOff: book.words[.signOff]?.value.map { .word($0) }
        }
    }
}

extension Act.Statement {
    /// How the kind is written, on the wire and in the log.
    package var code: String {
        switch self {
        case .mark: "mark"
        case .clear: "clear"
        case .headcount: "headcount"
        case .person: "person"
        case .note: "note"
        case .sessionState: "sessionState"
        case .signOff: "signOff"
        case .retract: "retract"
        }
    }
}
