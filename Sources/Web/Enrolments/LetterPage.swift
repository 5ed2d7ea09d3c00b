import Courses
import Desk
import Localisation

/// An offer in its reader's language, to copy or to print.
struct LetterPage: Page {
    static let template = "letter"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let languageText: String
    /// That there is no text in the language that the person wants.
    let missingText: String?
    let helpText: String
    let language: String
    let direction: String
    let text: String
}

extension LetterPage {
    init(
        layout: (_ title: String) -> Layout, words: EnrolmentWords, person: Person.ID,
        letter: OfferLetter
    ) {
        heading = words.say(
            Message(
                "enrolment.about",
                [
                    "what": .text(words.say(Message("enrolment.letter"))),
                    "person": .text(words.name(person)),
                ]))
        self.layout = layout(heading)
        backHref = words.book.address
        backText = words.say(Message("enrolment.title"))
        languageText = words.say(
            Message("enrolment.letterLanguage", ["language": .language(letter.language)]))
        missingText = letter.missing.map {
            words.say(Message("command.letterMissing", ["language": .language($0)]))
        }
        helpText = words.say(Message("enrolment.letterHelp"))
        language = letter.language.rawValue
        direction = letter.language.direction.rawValue
        text = letter.text
    }
}
