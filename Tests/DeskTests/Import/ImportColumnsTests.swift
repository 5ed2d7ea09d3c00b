import Desk
import Testing

@Suite struct ImportColumnsTests {
    @Test(arguments: [
        ("Externt id", ImportColumn.externalID), ("Id", .externalID), ("Kundnr", .externalID),
        ("Kundnr.", .externalID), ("Ärendenummer", .externalID), ("External ID", .externalID),
        ("Namn", .name), ("NAMN", .name), (" Namn: ", .name), ("Namn*", .name),
        ("Hela namnet", .name), ("För- och efternamn", .name), ("Full name", .name),
        ("full_name", .name), ("Förnamn", .givenName), ("FÖRNAMN", .givenName),
        ("Fornamn", .givenName), ("Fo\u{308}rnamn", .givenName), ("För-namn", .givenName),
        ("First name", .givenName), ("first-name", .givenName), ("FirstName", .givenName),
        ("Efternamn", .familyName), ("Surname", .familyName), ("Last name", .familyName),
        ("Faderns namn", .fatherName), ("Father's name", .fatherName),
        ("Farfars namn", .grandfatherName), ("Tilltalsnamn", .preferredName),
        ("Namn på eget språk", .nativeName), ("Native name", .nativeName),
        ("Personnummer", .identityNumber), ("personnr", .identityNumber),
        ("Person-nr", .identityNumber), ("Pers.nr", .identityNumber), ("Pnr", .identityNumber),
        ("PNR:", .identityNumber), ("Samordningsnummer", .identityNumber),
        ("Person-/samordningsnummer", .identityNumber),
        ("Personnummer (12 siffror)", .identityNumber), ("\u{FEFF}Personnummer", .identityNumber),
        ("Personal identity number", .identityNumber), ("Född", .birthDate),
        ("Födelsedatum", .birthDate), ("Date of birth", .birthDate), ("Födelseår", .birthYear),
        ("Birth year", .birthYear), ("Kön", .gender), ("Kön (M/K)", .gender), ("KON", .gender),
        ("Gender", .gender), ("Sex", .gender), ("Kursspråk", .courseLanguage),
        ("Språk", .courseLanguage), ("SPRÅK", .courseLanguage), ("Language", .courseLanguage),
        ("Course language", .courseLanguage), ("courseLanguage", .courseLanguage),
        ("Modersmål", .courseLanguage), ("Mother tongue", .courseLanguage),
        ("Modersmål [ett]", .courseLanguage), ("Andraspråk", .secondLanguage),
        ("Språk 2", .secondLanguage), ("Språk ٢", .secondLanguage),
        ("Övriga språk", .otherLanguages), ("Talar", .spokenLanguages),
        ("Läser och skriver", .writtenLanguages), ("Kontaktspråk", .contactLanguage),
        ("Telefon", .phone), ("Tel", .phone), ("Tel.", .phone), ("Tfn", .phone), ("Mobil", .phone),
        ("Mobilnr", .phone), ("Mobilnummer", .phone), ("Telefon (mobil)", .phone),
        ("Phone", .phone), ("Mobile phone", .phone), ("E-post", .email), ("Epost", .email),
        ("Mejl", .email), ("E-mail", .email), ("E-postadress", .email), ("Adress", .address),
        ("Gatuadress", .address), ("Postnummer", .postcode), ("Postnr", .postcode),
        ("Zip", .postcode),
        ("Ort", .city), ("Postort", .city), ("Omgång", .round), ("Kursomgång", .round),
        ("Round", .round), ("Anmäld", .appliedOn), ("Anmälningsdatum", .appliedOn),
        ("Applied on", .appliedOn), ("Prioritet", .priority), ("Prio", .priority),
        ("Önskade dagar", .wishedSlots), ("Preferred days", .wishedSlots),
        ("Önskad grupp", .groupWish), ("Tolk", .interpreter), ("Interpreter", .interpreter),
        ("Barnpassning", .childcare), ("Childcare", .childcare), ("Antal barn", .childCount),
        ("Number of children", .childCount), ("Sällskap", .party), ("Partner", .party),
        ("Skyddade personuppgifter", .protected), ("Sekretess", .protected),
        ("Anteckning", .note), ("Kommentar", .note), ("Övrigt", .note), ("Notes", .note),
    ])
    func `a header is understood however it is written`(
        header: String, column: ImportColumn
    ) throws {
        let others = [ImportColumn.name, .courseLanguage].filter { $0 != column }
        let columns = try ImportColumns.resolve(["?"] + others.map(\.rawValue) + [header])
        #expect(columns.places[column] == others.count + 1)
        #expect(columns.ignored.map(\.header) == ["?"])
    }

    @Test func `no synonym belongs to two columns`() {
        var owners: [String: ImportColumn] = [:]
        for column in ImportColumn.allCases {
            for name in Set((column.synonyms + [column.rawValue]).map(key)) {
                let other = owners.updateValue(column, forKey: name)
                #expect(other == nil, "\(name)")
            }
        }
        for name in ImportColumn.motherTongue { #expect(owners[key(name)] == nil, "\(name)") }
    }

    @Test func `each column is found by each of its synonyms and its identifier`() throws {
        for column in ImportColumn.allCases {
            for name in column.synonyms + [column.rawValue] {
                let others = [ImportColumn.nativeGivenName, .courseLanguage].filter { $0 != column }
                let columns = try ImportColumns.resolve([name] + others.map(\.rawValue))
                #expect(columns.places[column] == 0, "\(name)")
            }
        }
    }

    @Test func `the order of the columns is free`() throws {
        let headers = ["Telefon", "Språk", "Efternamn", "Förnamn"]
        let columns = try ImportColumns.resolve(headers)
        #expect(
            columns.places == [.phone: 0, .courseLanguage: 1, .familyName: 2, .givenName: 3])
        let cells = ["070", " arabiska ", "–", ""]
        #expect(columns.cell(.phone, of: cells) == "070")
        #expect(columns.cell(.courseLanguage, of: cells) == "arabiska")
        #expect(columns.cell(.familyName, of: cells) == nil)
        #expect(columns.cell(.givenName, of: cells) == nil)
        #expect(columns.cell(.email, of: cells) == nil)
        #expect(columns.cell(.givenName, of: ["070"]) == nil)
    }

    @Test func `a mother tongue is the course's language only where no other is said`() throws {
        let alone = try ImportColumns.resolve(["Namn", "Modersmål"])
        #expect(alone.places == [.name: 0, .courseLanguage: 1])
        let beside = try ImportColumns.resolve(["Namn", "Modersmål", "Kursspråk"])
        #expect(beside.places == [.name: 0, .spokenLanguages: 1, .courseLanguage: 2])
    }

    @Test(arguments: [
        (["Namn", "Språk", "Name"], ImportColumn.name, "Namn", "Name"),
        (["Namn", "Språk", "Kursspråk"], .courseLanguage, "Språk", "Kursspråk"),
        (["Telefon", "Namn", "Språk", "Mobil"], .phone, "Telefon", "Mobil"),
        (
            ["Pnr", "Namn", "Språk", "Samordningsnummer"], .identityNumber, "Pnr",
            "Samordningsnummer"
        ),
        (["Namn", "NAMN:", "Språk"], .name, "Namn", "NAMN:"),
        (["Namn", "Modersmål", "Hemspråk"], .spokenLanguages, "Modersmål", "Hemspråk"),
        (["Namn", "Modersmål", "Talar", "Språk"], .spokenLanguages, "Modersmål", "Talar"),
    ])
    func `two headers that mean the same are both named`(
        headers: [String], column: ImportColumn, first: String, second: String
    ) {
        #expect(error(headers) == .sameColumn(column, first: first, second: second))
    }

    @Test(arguments: [
        ["Förnamn"], ["Efternamn"], ["Namn"], ["Faderns namn"], ["Farfars namn"],
        ["Native name"], ["Native first name"], ["Native surname"],
    ])
    func `one part of a name is enough, none is not`(names: [String]) throws {
        _ = try ImportColumns.resolve(names + ["Språk"])
        #expect(error(["Telefon", "Språk"]) == .nameMissing)
        #expect(error(["Tilltalsnamn", "Språk"]) == .nameMissing)
        #expect(error(names) == .courseLanguageMissing)
        #expect(error(names + ["Andraspråk"]) == .courseLanguageMissing)
        #expect(error([]) == .nameMissing)
    }

    @Test func `unknown headers are told and ignored`() throws {
        let columns = try ImportColumns.resolve(["Namn", "", "Skostorlek", "Språk", "الاسم"])
        #expect(columns.places == [.name: 0, .courseLanguage: 3])
        #expect(columns.ignored.map(\.header) == ["", "Skostorlek", "الاسم"])
        #expect(columns.ignored.map(\.place) == [1, 2, 4])
    }

    @Test func `a map of one's own wins`() throws {
        let headers = ["Vem", "Namn", "Språk", "Tel", "Mobil", "الاسم"]
        let columns = try ImportColumns.resolve(
            headers, map: ["vem": "name", "Tel": "-", "الاسم": "nativeName"])
        #expect(
            columns.places == [.name: 0, .courseLanguage: 2, .phone: 4, .nativeName: 5])
        #expect(columns.ignored.map(\.header) == ["Namn", "Tel"])
        let turned = try ImportColumns.resolve(
            ["Namn", "Språk", "Modersmål"], map: ["Språk": "contactLanguage"])
        #expect(turned.places == [.name: 0, .contactLanguage: 1, .courseLanguage: 2])
        let empty = try ImportColumns.resolve(["Namn", "Språk", "Tel"], map: ["Tel": ""])
        #expect(empty.ignored.map(\.header) == ["Tel"])
    }

    @Test func `a map that fits nothing says so`() {
        let headers = ["Namn", "Språk"]
        #expect(
            error(headers, map: ["Namn": "namn"])
                == .mapNamesNoColumn(header: "Namn", column: "namn"))
        #expect(error(headers, map: ["Vem": "name"]) == .mapNamesNoHeader("Vem"))
        #expect(
            error(headers, map: ["Namn": "phone", "Språk": "phone"])
                == .sameColumn(.phone, first: "Namn", second: "Språk"))
        #expect(error(headers, map: ["Namn": "-"]) == .nameMissing)
    }

    @Test func `each refusal has a code of its own`() {
        let errors: [ImportColumnsError] = [
            .sameColumn(.name, first: "", second: ""), .nameMissing, .courseLanguageMissing,
            .mapNamesNoColumn(header: "", column: ""), .mapNamesNoHeader(""),
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
    }

    private func error(_ headers: [String], map: [String: String] = [:]) -> ImportColumnsError? {
        do throws(ImportColumnsError) {
            _ = try ImportColumns.resolve(headers, map: map)
            return nil
        } catch {
            return error
        }
    }

    /// As a reader would compare, reckoned in another way than the reader does.
    private func key(_ name: String) -> String {
        let folded = name.lowercased()
            .replacing("å", with: "a").replacing("ä", with: "a").replacing("ö", with: "o")
        return folded.filter { $0.isLetter || $0.isNumber }
    }
}
