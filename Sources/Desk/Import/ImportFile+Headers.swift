extension ImportFile {
    /// The header over the column that a fault is about, as the file has it.
    func header(of fault: ImportFault) -> String? {
        guard let column = fault.column else { return nil }
        return header(of: column)
    }

    /// A part stands for another where the file lacks that: any column of the name for the name.
    func header(of column: ImportColumn) -> String? {
        for candidate in [column] + Self.relatives(of: column) {
            if let place = columns.places[candidate] { return table.header[place] }
        }
        return nil
    }

    private static func relatives(of column: ImportColumn) -> [ImportColumn] {
        switch column {
        case .name:
            [
                .givenName, .familyName, .fatherName, .grandfatherName, .nativeName,
                .nativeGivenName, .nativeFamilyName,
            ]
        case .nativeName: [.nativeGivenName, .nativeFamilyName] + relatives(of: .name) + [.name]
        case .birthDate: [.birthYear, .identityNumber]
        case .childcare: [.childCount]
        case .address: [.postcode, .city]
        case .otherLanguages: [.secondLanguage, .courseLanguage]
        default: []
        }
    }

    /// Headers that mean nothing here, and those of columns that are not kept without a round.
    func ignoredHeaders(hasRound: Bool) -> [String] {
        var places = Set(columns.ignored.map(\.place))
        var unkept: [ImportColumn] = []
        if !hasRound, columns.places[.round] == nil {
            unkept = [
                .appliedOn, .childcare, .childCount, .priority, .wishedSlots, .groupWish,
            ]
        }
        places.formUnion(unkept.compactMap { columns.places[$0] })
        return places.sorted().map { table.header[$0] }.filter { !$0.isEmpty }
    }
}
