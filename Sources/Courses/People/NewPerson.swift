/// What is known of somebody when they are added.
package struct NewPerson: Sendable, Equatable {
    package var name: PersonName
    /// What they want to be called, where that is not the name as registered.
    package var preferredName: PersonName
    package var gender: Gender
    package var birthDate: LocalDate?
    /// Where only the year is known; 1900 to 2100.
    package var birthYear: Int?
    package var externalID: String?
    package var courseLanguages: [Language]
    package var spokenLanguages: [Language]
    package var writtenLanguages: [Language]
    package var contactLanguage: Language?
    package var interpreterOk: Bool
    package var identifier: PersonIdentifier?
    package var contacts: [PersonContact]

    package init(
        name: PersonName, preferredName: PersonName = PersonName(), gender: Gender = .unknown,
        birthDate: LocalDate? = nil,
        birthYear: Int? = nil, externalID: String? = nil, courseLanguages: [Language] = [],
        spokenLanguages: [Language] = [], writtenLanguages: [Language] = [],
        contactLanguage: Language? = nil, interpreterOk: Bool = false,
        identifier: PersonIdentifier? = nil, contacts: [PersonContact] = []
    ) {
        self.name = name
        self.preferredName = preferredName
        self.gender = gender
        self.birthDate = birthDate
        self.birthYear = birthYear
        self.externalID = externalID
        self.courseLanguages = courseLanguages
        self.spokenLanguages = spokenLanguages
        self.writtenLanguages = writtenLanguages
        self.contactLanguage = contactLanguage
        self.interpreterOk = interpreterOk
        self.identifier = identifier
        self.contacts = contacts
    }
}

/// An identity number, normalised; sealed in the store.
package struct PersonIdentifier: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case personnummer, samordningsnummer, interim, lma, tf
    }

    package let kind: Kind
    package let number: String
    /// Who gave out a TF number; nil where nobody has said, and for every other kind.
    package let issuer: String?

    package init(kind: Kind, number: String, issuer: String? = nil) {
        self.kind = kind
        self.number = number
        self.issuer = kind == .tf ? issuer : nil
    }

    /// The same for the same person and nobody else: the number, of a TF number with its issuer,
    /// without which it is not unique.
    ///
    /// Nil for a TF number whose issuer is unknown: two equal ones may be two people's.
    package var key: String? {
        guard kind == .tf else { return number }
        let issuer = (issuer ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
        return issuer.isEmpty ? nil : number + " " + issuer
    }
}

/// A way to reach someone, normalised; sealed in the store.
package struct PersonContact: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case phone, email, address
    }

    package let kind: Kind
    package let value: String

    package init(kind: Kind, value: String) {
        self.kind = kind
        self.value = value
    }
}
