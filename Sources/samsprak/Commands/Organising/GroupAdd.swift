import ArgumentParser
import Courses
import Desk

struct GroupAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a group to a round.")

    @Argument(help: "Its name, unique in the round.") var name: String
    @Option(help: "The round's code or id.") var round: String
    @Option(
        name: [.customLong("course-language"), .customLong("languages")],
        parsing: .upToNextOption, help: "Its languages, the leader's own first.")
    var courseLanguages: [String]
    @Option(
        parsing: .upToNextOption, help: "Languages into which an interpreter puts the course.")
    var interpretedInto: [String] = []
    @Flag(help: "The leader speaks both languages.") var bilingual = false
    @Option(help: "Fewer people than this are too few. (default: 4, or the maximum if lower)")
    var minimum: WholeNumber?
    @Option(help: "At most so many people.") var maximum = WholeNumber(16)
    @Option(help: "Whom it is open to: all, women or men.") var openTo = OpenTo.all
    @Option(help: "Places in childcare.") var childcare = WholeNumber(0)
    @Option(help: "Where it meets.") var venue: String?
    @Option(help: "The venue's room.") var room: String?
    @Option(help: "Where it meets when it meets remotely: an https address.") var link: String?
    @OptionGroup var slot: SlotOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let interpreted = try interpretedInto.map(Language.named)
        let delivery: Delivery =
            interpreted.isEmpty
            ? bilingual ? .bilingual : .leaderSpeaks : .interpreted(into: interpreted)
        let group = try await context.desk.addGroup(
            NewGroup(
                name: name, round: round, languages: try courseLanguages.map(Language.named),
                delivery: delivery, minimum: minimum?.value ?? min(4, maximum.value),
                maximum: maximum.value,
                openTo: openTo, childcarePlaces: childcare.value, venue: venue, room: room,
                slot: try slot.slot(), link: link),
            as: context.actor)
        return Answer(json: group.json, text: context.added(group.name, group.id))
    }
}
