import ArgumentParser
import Courses
import Desk

struct ParticipantAdd: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a person, and their application to a round.")

    @OptionGroup(title: "Name") var name: NameOptions
    @Option(help: "The round's code or id; without one only the person is added.")
    var round: String?
    @Option(help: "The day of the application. (default: today)") var applied: LocalDate?
    @Option(
        name: [.customLong("course-language"), .customLong("languages")],
        parsing: .upToNextOption, help: "Languages they can take a course in, best first.")
    var courseLanguages: [String] = []
    @Option(parsing: .upToNextOption, help: "Other languages they speak.")
    var spoken: [String] = []
    @Option(help: "The language to write to them in.") var contactLanguage: String?
    @Flag(help: "They accept an interpreter.") var interpreterOk = false
    @Option(help: "woman, man or unknown.") var gender = Gender.unknown
    @Option(help: "Day of birth.") var born: LocalDate?
    @Option(help: "Personnummer, samordningsnummer or the like, in any usual writing.")
    var identityNumber: String?
    @Option(help: "Who gave out a TF number, which is unique only together with that.")
    var issuer: String?
    @Option(help: "A telephone number.") var phone: String?
    @Option(help: "An e-mail address.") var email: String?
    @Option(help: "A postal address.") var address: String?
    @Option(help: "What another register calls them.") var externalID: String?
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        let id = try await context.desk.addPerson(
            try newPerson(context), round: round, appliedOn: applied, as: context.actor)
        let person = try await context.desk.person(id, as: context.actor)
        return Answer(
            json: context.json(person), text: context.added(context.name(person.name), id))
    }

    private func newPerson(_ context: CommandContext) throws -> NewPerson {
        let number = try identityNumber.map { text in
            do throws(IdentityNumberError) {
                return try IdentityNumber.parse(text, asOf: context.today)
            } catch {
                throw CommandError.identityNumber(error)
            }
        }
        return NewPerson(
            name: name.personName, gender: gender, birthDate: born ?? number?.birthDate,
            birthYear: number?.birthYear, externalID: externalID,
            courseLanguages: try courseLanguages.map(Language.named),
            spokenLanguages: try spoken.map(Language.named),
            contactLanguage: try contactLanguage.map(Language.named),
            interpreterOk: interpreterOk,
            identifier: number.flatMap { number in
                PersonIdentifier.Kind(rawValue: number.kind.rawValue).map {
                    PersonIdentifier(kind: $0, number: number.normalised, issuer: issuer)
                }
            },
            contacts: try contacts())
    }

    private func contacts() throws(CommandError) -> [PersonContact] {
        var contacts: [PersonContact] = []
        do throws(ImportValueError) {
            if let phone {
                contacts.append(.init(kind: .phone, value: try ImportValue.phone(phone)))
            }
        } catch {
            throw .contact(.value(.phone, error))
        }
        do throws(ImportValueError) {
            if let email {
                contacts.append(.init(kind: .email, value: try ImportValue.email(email)))
            }
        } catch {
            throw .contact(.value(.email, error))
        }
        if let address { contacts.append(.init(kind: .address, value: address)) }
        return contacts
    }
}
