import Courses
import Localisation
import Store

extension RowReader {
    mutating func readPerson(_ cells: [String], into row: inout ImportedRow) {
        row.person.externalID = externalID(cells)
        let gender = value(.gender, cells) { text throws(ImportValueError) in
            try ImportValue.gender(text)
        }
        row.person.gender = gender ?? .unknown
        readBirth(cells, into: &row)
        let protection = value(.protected, cells) { text throws(ImportValueError) in
            try ImportValue.protection(text)
        }
        switch protection {
        case .confidential?: row.protection = .sekretessmarkering
        case .protectedRegistration?: row.protection = .skyddadFolkbokforing
        case ImportedProtection.none?, nil: break
        }
    }

    private mutating func externalID(_ cells: [String]) -> String? {
        guard let text = cell(.externalID, cells, atMost: 100) else { return nil }
        let id = text.cleanedName
        if id.isScientificNotation {
            fault(.value(.externalID, .scientificNotation))
            return nil
        }
        return id.isEmpty ? nil : id
    }

    private mutating func readBirth(_ cells: [String], into row: inout ImportedRow) {
        let asOf = asOf
        let number = value(.identityNumber, cells) { text throws(ImportValueError) in
            try ImportValue.identityNumber(text, asOf: asOf)
        }
        let birth = value(.birthDate, cells) { text throws(ImportValueError) in
            try ImportValue.birth(text, asOf: asOf)
        }
        let year = value(.birthYear, cells) { text throws(ImportValueError) in
            try ImportValue.birthYear(text, asOf: asOf)
        }
        if case .date(let date)? = birth { row.person.birthDate = date }
        row.person.birthYear = birth?.year ?? year
        if let year, let birth, birth.year != year { fault(.birthDiffers(.birthYear)) }
        let issuer = cell(.issuer, cells)?.cleanedName
        if let number { take(number, issuer: issuer, birth, year, into: &row) }
    }

    private mutating func take(
        _ number: IdentityNumber, issuer: String?, _ birth: ImportedBirth?, _ year: Int?,
        into row: inout ImportedRow
    ) {
        row.person.identifier = PersonIdentifier(
            kind: Self.kind(number.kind), number: number.normalised, issuer: issuer)
        // A samordningsnummer, and what is made up until a number comes, may have another day
        // than the true one.
        if number.kind == .personnummer {
            if case .date(let date)? = birth, number.birthDate != date {
                fault(.birthDiffers(.birthDate))
            } else if let birth, number.birthYear != birth.year {
                fault(.birthDiffers(.birthDate))
            } else if let year, number.birthYear != year {
                fault(.birthDiffers(.birthYear))
            }
        }
        if row.person.birthDate == nil {
            let fits = row.person.birthYear == nil || row.person.birthYear == number.birthYear
            if fits { row.person.birthDate = number.birthDate }
        }
        row.person.birthYear = row.person.birthYear ?? number.birthYear
    }

    private static func kind(_ kind: IdentityNumber.Kind) -> PersonIdentifier.Kind {
        switch kind {
        case .personnummer: .personnummer
        case .samordningsnummer: .samordningsnummer
        case .interim: .interim
        case .tf: .tf
        case .lma: .lma
        }
    }

    mutating func readContacts(_ cells: [String], into row: inout ImportedRow) {
        let phone = value(.phone, cells) { text throws(ImportValueError) in
            try ImportValue.phone(text)
        }
        let email = value(.email, cells) { text throws(ImportValueError) in
            try ImportValue.email(text)
        }
        if let phone { row.person.contacts.append(PersonContact(kind: .phone, value: phone)) }
        if let email { row.person.contacts.append(PersonContact(kind: .email, value: email)) }
        if let address = address(cells) {
            row.person.contacts.append(PersonContact(kind: .address, value: address))
        }
    }

    /// `Storgatan 1, 643 30 Vingåker`.
    private mutating func address(_ cells: [String]) -> String? {
        let street = cell(.address, cells)?.cleanedName
        let place = [cell(.postcode, cells)?.cleanedName, cell(.city, cells)?.cleanedName]
            .compactMap(\.self).joined(separator: " ")
        let lines = [street, place.isEmpty ? nil : place].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
}
