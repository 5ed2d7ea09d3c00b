import ArgumentParser
import Courses
import Desk
import Localisation

struct EnrolmentOffer: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "offer",
        abstract: "Offer people a place in a group until a day, all or none.",
        discussion: """
            An offer holds its seat up to and with its last day. With --text the offer is also \
            written out for each of them, in the language in which they are written to.
            """)

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The group, by id, name or round/name.") var group: String
    @Option(help: "The last day on which it can be accepted.") var until: LocalDate
    @Option(
        help: "The first day of the place. (default: today, or the round's first day if later)")
    var from: LocalDate?
    @Option(help: "Why; needed to go over the group's rules.") var reason: String?
    @Flag(help: "Offer in spite of the group's maximum, language or opening.")
    var inSpiteOfRules = false
    @Flag(help: "Write the offers out, to copy or to print.") var text = false
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let group = try await context.desk.group(group, as: context.actor)
        if text {
            try await context.desk.checkOfferLetters(
                in: group.round.description, as: context.actor)
        }
        let applied = try await context.desk.offer(
            OfferRequest(
                people: people, group: group.id, from: from, until: until, reason: reason,
                inSpiteOfRules: inSpiteOfRules),
            as: context.actor, dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.offered",
            [
                "count": .number(applied.people.count), "group": .text(group.name),
                "date": .date(until),
            ])
        let answer = try await context.answer(applied, dryRun: operation.dryRun, message)
        guard text, !operation.dryRun else { return answer }
        let letters = try await context.letters(applied.people, group.round.description)
        return Answer(
            json: answer.json().with(["letters": context.json(letters)]),
            text: answer.text() + "\n" + context.text(letters))
    }
}

struct EnrolmentLetter: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write an open offer out in the parent's language, to copy or to print.")

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let letters = try await context.letters(people, round)
        return Answer(
            json: ["letters": context.json(letters)], text: context.text(letters))
    }
}

extension CommandContext {
    fileprivate typealias Letters = [(person: Person.ID, letter: OfferLetter)]

    fileprivate func letters(_ people: [Person.ID], _ round: String) async throws -> Letters {
        var letters: Letters = []
        for person in people {
            letters.append((person, try await desk.offerLetter(to: person, in: round, as: actor)))
        }
        return letters
    }

    fileprivate func json(_ letters: Letters) -> JSON {
        .array(
            letters.map { person, letter in
                [
                    "person": .described(person), "language": .string(letter.language.rawValue),
                    "missing": .described(letter.missing?.rawValue),
                    "text": .string(letter.text),
                ]
            })
    }

    fileprivate func text(_ letters: Letters) -> String {
        letters.map { _, letter in
            let notice = letter.missing.map {
                localiser(Message("command.letterMissing", ["language": .language($0)])) + "\n"
            }
            return (notice ?? "") + letter.text
        }.joined(separator: "\n")
    }
}
