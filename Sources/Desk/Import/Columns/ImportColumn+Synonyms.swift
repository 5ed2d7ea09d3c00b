extension ImportColumn {
    /// What administrators call the column, in Swedish and English; compared by letters and digits
    /// alone, without case or accents. The column's own identifier is understood as well.
    package var synonyms: [String] {
        switch self {
        case .externalID, .round, .appliedOn, .priority, .note, .party, .protected:
            administrativeSynonyms
        case .name, .givenName, .familyName, .fatherName, .grandfatherName, .preferredName,
            .nativeName, .nativeGivenName, .nativeFamilyName:
            nameSynonyms
        case .identityNumber, .issuer, .birthDate, .birthYear, .gender: personalSynonyms
        case .courseLanguage, .secondLanguage, .otherLanguages, .spokenLanguages,
            .writtenLanguages, .contactLanguage:
            languageSynonyms
        case .phone, .email, .address, .postcode, .city: contactSynonyms
        case .wishedSlots, .groupWish, .interpreter, .childcare, .childCount: wishSynonyms
        }
    }

    /// These say the course's language where nothing else does, and otherwise what is spoken.
    package static let motherTongue = [
        "modersmål", "hemspråk", "förstaspråk", "mother tongue", "native language",
        "first language", "home language",
    ]

    private var nameSynonyms: [String] {
        switch self {
        case .name:
            [
                "namn", "hela namnet", "fullständigt namn", "för- och efternamn", "förälder",
                "förnamn och efternamn", "förnamn efternamn", "deltagare", "deltagarens namn",
                "deltagarnamn", "förälderns namn", "full name", "participant", "participant name",
                "parent", "parent name", "first and last name",
            ]
        case .givenName:
            [
                "förnamn", "eget namn", "given name", "given names", "first name", "firstname",
                "forename",
            ]
        case .familyName:
            ["efternamn", "familjenamn", "last name", "lastname", "surname", "family name"]
        case .fatherName:
            ["faderns namn", "fars namn", "pappas namn", "father name", "father's name"]
        case .grandfatherName:
            [
                "farfars namn", "farfaderns namn", "grandfather name", "grandfather's name",
                "fathers father name",
            ]
        case .preferredName:
            ["tilltalsnamn", "önskat namn", "kallas", "preferred name", "called", "nickname"]
        case .nativeName:
            [
                "namn på eget språk", "namn på modersmål", "namn på modersmålet",
                "namn med egen skrift", "namn i egen skrift", "namn i originalskrift",
                "eget skrift",
                "native name", "name in native script", "original name", "name in own script",
            ]
        case .nativeGivenName:
            [
                "förnamn på eget språk", "förnamn i egen skrift", "native given name",
                "native first name", "förnamn i originalskrift",
            ]
        case .nativeFamilyName:
            [
                "efternamn på eget språk", "efternamn i egen skrift", "native family name",
                "native last name", "native surname", "efternamn i originalskrift",
            ]
        default: []
        }
    }

    private var personalSynonyms: [String] {
        switch self {
        case .identityNumber:
            [
                "personnummer", "personnr", "pers nr", "persnummer", "pnr", "pn", "p nr",
                "samordningsnummer", "samordningsnr", "samnr", "sam nr", "tf nummer", "lma nummer",
                "lma nr", "lma", "person-/samordningsnummer", "personnummer/samordningsnummer",
                "personnummer eller samordningsnummer", "pnr/samnr", "id-nummer", "idnummer",
                "personal identity number", "personal number", "identity number", "ssn",
                "social security number", "national id", "coordination number",
            ]
        case .issuer:
            [
                "utfärdare", "utfärdad av", "tf-utfärdare", "numrets utfärdare", "utgivare",
                "issuer", "issued by", "tf issuer", "number issued by",
            ]
        case .birthDate:
            [
                "född", "födelsedatum", "födelsedag", "födelsetid", "född den", "födelsedata",
                "birth date", "date of birth", "born", "birthday", "dob",
            ]
        case .birthYear: ["födelseår", "född år", "födelse-år", "year of birth", "birth year"]
        case .gender:
            ["kön", "juridiskt kön", "könsidentitet", "gender", "sex", "man/kvinna", "m/k"]
        default: []
        }
    }

    private var languageSynonyms: [String] {
        switch self {
        case .courseLanguage:
            [
                "kursspråk", "språk", "kursens språk", "gruppspråk", "språkgrupp", "språkval",
                "önskat språk", "språk för kursen", "course language", "language", "group language",
                "lang", "preferred language", "wanted language", "first choice language",
                "förstahandsspråk", "språk 1", "language 1",
            ]
        case .secondLanguage:
            [
                "andraspråk", "andra språk", "språk 2", "andrahandsspråk", "andrahandsval språk",
                "second language", "language 2", "alternative language", "alternativt språk",
            ]
        case .otherLanguages:
            [
                "övriga språk", "fler språk", "ytterligare språk", "other languages",
                "other language", "additional languages",
            ]
        case .spokenLanguages:
            [
                "talar", "talade språk", "talat språk", "språk som talas", "spoken language",
                "spoken languages", "speaks", "languages spoken",
            ]
        case .writtenLanguages:
            [
                "läser", "läser och skriver", "skriftspråk", "skriver", "skrivna språk",
                "written language", "written languages", "reads", "lässpråk", "reading language",
            ]
        case .contactLanguage:
            [
                "kontaktspråk", "språk för kontakt", "språk för utskick", "brevspråk",
                "contact language", "correspondence language", "language of contact",
            ]
        default: []
        }
    }

    private var contactSynonyms: [String] {
        switch self {
        case .phone:
            [
                "telefon", "telefonnummer", "telefonnr", "tel", "tel nr", "tele", "telnr", "tfn",
                "tfn nr", "mobil", "mobilnr", "mobilnummer", "mobiltelefon", "mobiltelefonnummer",
                "phone", "phone number", "mobile", "mobile number", "mobile phone", "cell",
                "cell phone", "telephone", "telephone number", "telefon mobil",
            ]
        case .email:
            [
                "e-post", "epost", "e-postadress", "epostadress", "mejl", "mejladress", "mail",
                "mailadress", "e-mail", "email", "email address", "e-mail address", "mail address",
            ]
        case .address:
            [
                "adress", "gatuadress", "postadress", "bostadsadress", "gata", "c/o adress",
                "address", "street", "street address", "home address",
            ]
        case .postcode:
            ["postnummer", "postnr", "post nr", "postcode", "postal code", "zip", "zip code"]
        case .city: ["ort", "postort", "stad", "bostadsort", "city", "town"]
        default: []
        }
    }

    private var administrativeSynonyms: [String] {
        switch self {
        case .externalID:
            [
                "externt id", "id", "extern id", "externt nummer", "kundnr", "kundnummer",
                "ärendenummer", "ärendenr", "dnr", "diarienummer",
                "deltagar-id", "deltagarnummer", "person-id", "external id", "customer number",
                "customer id", "case number", "reference", "ref", "participant id", "person id",
            ]
        case .round:
            [
                "omgång", "kursomgång", "kurs", "kurstillfälle", "kursstart", "termin", "round",
                "course round", "course", "term",
            ]
        case .appliedOn:
            [
                "anmäld", "anmälningsdatum", "anmäld den", "anmälningsdag", "datum för anmälan",
                "anmälan", "anmälan inkom", "inkom", "ansökningsdatum", "ansökan", "applied",
                "applied on", "application date", "date applied", "registered", "registered on",
                "registration date", "sign up date", "signup date",
            ]
        case .priority: ["prioritet", "prio", "förtur", "prioritering", "priority"]
        case .party:
            [
                "sällskap", "par", "familj", "familje-id", "hushåll", "tillsammans med",
                "anmäld tillsammans med", "partner", "make/maka", "party", "couple", "household",
                "family", "together with",
            ]
        case .protected:
            [
                "skyddad", "skyddade personuppgifter", "skyddad identitet", "sekretess",
                "sekretessmarkering", "sekretessmarkerad", "skyddad folkbokföring", "skydd",
                "protected", "protected identity", "confidential",
            ]
        case .note:
            [
                "anteckning", "anteckningar", "kommentar", "kommentarer", "notering", "anmärkning",
                "övrigt", "övrig information", "meddelande", "note", "notes", "comment", "comments",
                "remark", "remarks", "other information",
            ]
        default: []
        }
    }

    private var wishSynonyms: [String] {
        switch self {
        case .wishedSlots:
            [
                "önskad dag", "önskade dagar", "dagar", "tider", "önskad tid", "önskade tider",
                "kan dagar", "dag", "dag som passar", "dagar som passar", "tid som passar",
                "tider som passar", "wished days", "wished slots", "preferred day",
                "preferred days", "days", "slots", "preferred time", "preferred times",
            ]
        case .groupWish:
            [
                "önskad grupp", "gruppönskemål", "kvinnogrupp/mansgrupp",
                "typ av grupp", "grupptyp", "group wish", "group preference", "preferred group",
                "group type",
            ]
        case .interpreter:
            [
                "tolk", "tolkbehov", "behöver tolk", "accepterar tolk", "kan ha tolk", "via tolk",
                "tolk ok", "interpreter", "needs interpreter", "accepts interpreter",
                "interpreter ok",
            ]
        case .childcare:
            [
                "barnpassning", "behöver barnpassning", "behov av barnpassning", "barnomsorg",
                "barnvakt", "childcare", "child care", "needs childcare", "childcare needed",
                "babysitting",
            ]
        case .childCount:
            [
                "antal barn", "barn", "antal barn i barnpassning", "barn i barnpassning",
                "hur många barn", "children", "number of children", "child count",
                "children in childcare", "childcare count",
            ]
        default: []
        }
    }
}
