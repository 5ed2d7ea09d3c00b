import ArgumentParser
import Courses
import Desk
import Localisation

struct EnrolmentApply: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Note that people want to take part in a round, with what they wish.",
        discussion: """
            What is not said here is as it is known of the person. Whoever has withdrawn or \
            declined may apply again.
            """)

    @Argument(help: "The people, by id.") var people: [Person.ID]
    @Option(help: "The round's code or id.") var round: String
    @Option(help: "The day of the application. (default: today)") var applied: LocalDate?
    @Option(
        name: [.customLong("course-language"), .customLong("languages")],
        parsing: .upToNextOption, help: "Languages they can take the course in, best first.")
    var courseLanguages: [String] = []
    @Flag(inversion: .prefixedNo, help: "They accept an interpreter, or they don't.")
    var interpreterOk: Bool?
    @Option(
        name: .customLong("slot"), parsing: .upToNextOption,
        help: ArgumentHelp(
            "When they can come, best first: tuesday, or tuesday@17:30, or tuesday@17:30-19:30.",
            valueName: "slot"))
    var slots: [SlotArgument] = []
    @Option(help: "Children who need childcare, of all of them together. (default: as known)")
    var childcare: WholeNumber?
    @Option(help: "A group for all, or for women or men only.") var openTo: OpenTo?
    @Option(help: "The group they would like, by id, name or round/name.") var group: String?
    @Option(help: "0 to 1000; the higher, the sooner.") var priority: WholeNumber?
    @Flag(help: "They are placed together or not at all.") var together = false
    @Option(help: "Why; needed to change a priority that somebody has.") var reason: String?
    @OptionGroup var operation: OperationOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let round = try await context.desk.round(round, as: context.actor)
        let done = try await context.desk.apply(
            NewApplication(
                people: people, round: round.id.description, appliedOn: applied,
                wishes: try await wishes(context), childcare: childcare?.value,
                together: together, reason: reason),
            as: context.actor, dryRun: operation.dryRun, basis: operation.basis)
        let message = Message(
            "command.applied",
            ["count": .number(done.people.count), "round": .text(round.name)])
        return try await context.answer(done, dryRun: operation.dryRun, message)
    }

    private func wishes(_ context: CommandContext) async throws -> [Wish] {
        var wishes: [Wish] = []
        if !courseLanguages.isEmpty {
            wishes.append(.languages(try courseLanguages.map(Language.named)))
        }
        if let interpreterOk { wishes.append(.interpreter(interpreterOk)) }
        if !slots.isEmpty { wishes.append(.slots(slots.map(\.value))) }
        if let openTo { wishes.append(.openTo(openTo)) }
        if let group {
            wishes.append(.group(try await context.desk.group(group, as: context.actor).id))
        }
        if let priority { wishes.append(.priority(priority.value)) }
        return wishes
    }
}

/// A day of the week, with a time after `@` where one is meant.
struct SlotArgument: ExpressibleByArgument {
    let value: WishedSlot

    init?(argument: String) {
        let parts = argument.split(separator: "@", maxSplits: 1).map(String.init)
        guard let day = parts.first.flatMap({ Weekday(argument: $0) }) else { return nil }
        let times = parts.count == 2 ? parts[1].split(separator: "-").map(String.init) : []
        let read = times.map { LocalTime(argument: $0) }
        guard read.count <= 2, !read.contains(nil) else { return nil }
        let slot = WishedSlot(
            weekday: day, start: read.first.flatMap(\.self),
            end: read.count == 2 ? read[1] : nil)
        guard let slot else { return nil }
        value = slot
    }
}
