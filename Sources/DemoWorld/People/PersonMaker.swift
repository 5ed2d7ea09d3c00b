import Courses
import Desk

/// Invents parents, each different from all before.
struct PersonMaker {
    private let pools: [Language: NamePool]
    private let dice: Dice
    private var names: Set<String> = []
    private var numbers: Set<String> = []
    private var phones: [Int]

    init(languages: [Language], dice: Dice) throws {
        var pools: [Language: NamePool] = [:]
        for language in languages { pools[language] = try NamePool(language) }
        self.pools = pools
        self.dice = dice
        // 070-174 06 05 to 070-174 06 99: kept by the Post and Telecom Authority for fiction.
        phones = dice.pick(95, of: Array(605...699))
    }

    mutating func person(
        speaking language: Language, gender: Gender?, genderIsTold: Bool, interpreterOk: Bool,
        on firstDay: LocalDate
    ) throws -> NewPerson {
        guard let pool = pools[language] else { throw DemoWorldError.unknown(language.rawValue) }
        let gender = gender ?? (dice.isLucky(62) ? .woman : .man)
        let name = uniqueName(from: pool, gender)
        let birthDate = firstDay.adding(days: -dice.roll(19 * 366...58 * 365))
        var person = NewPerson(
            name: name, gender: genderIsTold ? gender : .unknown,
            birthDate: dice.isLucky(85) ? birthDate : nil, birthYear: birthDate.year,
            courseLanguages: [language], spokenLanguages: spoken(by: language),
            contactLanguage: language, interpreterOk: interpreterOk || dice.isLucky(25))
        if person.birthDate != nil, genderIsTold {
            person.identifier = identifier(born: birthDate, gender)
        }
        person.contacts = contacts(of: name)
        return person
    }

    private mutating func uniqueName(from pool: NamePool, _ gender: Gender) -> PersonName {
        var name = pool.name(for: gender, dice: dice)
        while !names.insert(name.display.primary).inserted {
            name = pool.name(for: gender, dice: dice)
        }
        return name
    }

    private func spoken(by language: Language) -> [Language] {
        let others: [Language] =
            language == .sorani || language == .kurmanji ? [.arabic] : [.english]
        return [language] + (dice.isLucky(30) ? others : []) + (dice.isLucky(25) ? [.swedish] : [])
    }

    /// Many have none.
    private mutating func identifier(born date: LocalDate, _ gender: Gender) -> PersonIdentifier? {
        let chance = dice.roll(100)
        guard chance < 54 else { return nil }
        let kind: PersonIdentifier.Kind = chance < 46 ? .personnummer : .samordningsnummer
        let number = TestNumber.number(kind, born: date, gender: gender, variant: dice.roll(10))
        guard numbers.insert(number).inserted else { return nil }
        return PersonIdentifier(kind: kind, number: number)
    }

    private mutating func contacts(of name: PersonName) -> [PersonContact] {
        var contacts: [PersonContact] = []
        if dice.isLucky(60), let phone = phones.popLast() {
            contacts.append(PersonContact(kind: .phone, value: "+46701740\(phone)"))
        }
        if dice.isLucky(35) {
            let local = name.latin.map { part in
                String(part.text.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic })
                    .lowercased()
            }
            contacts.append(
                PersonContact(
                    kind: .email, value: local.joined(separator: ".") + "@example.org"))
        }
        return contacts
    }
}
