extension ImportColumns {
    /// What the map says for a header that is to be left out.
    package static let leaveOut = "-"

    /// Finds the columns by their headers in any order.
    ///
    /// `map` gives a column's identifier for a header, or `-` to leave it out, and wins: a header
    /// that would have meant the same column by itself is then ignored.
    package static func resolve(
        _ headers: [String], map: [String: String] = [:]
    ) throws(ImportColumnsError) -> ImportColumns {
        let given = try given(map, headers)
        var places = try placesGiven(given, headers)
        let mapped = Set(places.keys)
        var motherTongue: Int?
        var ignored: [Int] = []
        for (place, header) in headers.enumerated() where given[place] == nil {
            if Self.isMotherTongue(header) {
                if let first = motherTongue {
                    throw .sameColumn(
                        .spokenLanguages, first: headers[first], second: header)
                }
                motherTongue = place
            } else if let column = Self.meaning(of: header), !mapped.contains(column) {
                try put(column, at: place, &places, headers)
            } else {
                ignored.append(place)
            }
        }
        if let motherTongue {
            let isCourse = places[.courseLanguage] == nil
            try put(
                isCourse ? .courseLanguage : .spokenLanguages, at: motherTongue, &places, headers)
        }
        ignored += given.filter { $0.value == .some(nil) }.keys
        return try complete(places, ignored.sorted(), headers)
    }

    private static func complete(
        _ places: [ImportColumn: Int], _ ignored: [Int], _ headers: [String]
    ) throws(ImportColumnsError) -> ImportColumns {
        guard !ImportColumn.nameParts.isDisjoint(with: places.keys) else { throw .nameMissing }
        guard places[.courseLanguage] != nil else { throw .courseLanguageMissing }
        return ImportColumns(
            places: places, ignored: ignored.map { Ignored(header: headers[$0], place: $0) })
    }

    /// By place; nil inside for a header that is to be left out.
    private static func given(
        _ map: [String: String], _ headers: [String]
    ) throws(ImportColumnsError) -> [Int: ImportColumn?] {
        var given: [Int: ImportColumn?] = [:]
        for (header, name) in map.sorted(by: { $0.key < $1.key }) {
            let column = ImportColumn(rawValue: name)
            guard column != nil || name == leaveOut || name.isEmpty else {
                throw .mapNamesNoColumn(header: header, column: name)
            }
            guard
                let place = headers.firstIndex(of: header)
                    ?? headers.firstIndex(where: { HeaderKey($0) == HeaderKey(header) })
            else { throw .mapNamesNoHeader(header) }
            given.updateValue(column, forKey: place)
        }
        return given
    }

    private static func placesGiven(
        _ given: [Int: ImportColumn?], _ headers: [String]
    ) throws(ImportColumnsError) -> [ImportColumn: Int] {
        var places: [ImportColumn: Int] = [:]
        for (place, column) in given.sorted(by: { $0.key < $1.key }) {
            if let column { try put(column, at: place, &places, headers) }
        }
        return places
    }

    private static func put(
        _ column: ImportColumn, at place: Int, _ places: inout [ImportColumn: Int],
        _ headers: [String]
    ) throws(ImportColumnsError) {
        if let other = places.updateValue(place, forKey: column) {
            let (first, second) = (min(other, place), max(other, place))
            throw .sameColumn(column, first: headers[first], second: headers[second])
        }
    }

    private static func isMotherTongue(_ header: String) -> Bool {
        keys(of: header).contains(where: motherTongueKeys.contains)
    }

    private static func meaning(of header: String) -> ImportColumn? {
        keys(of: header).lazy.compactMap { columnsByKey[$0] }.first
    }

    private static func keys(of header: String) -> [HeaderKey] {
        [HeaderKey(header), HeaderKey(withoutBrackets: header)].compactMap(\.self)
    }

    private static let motherTongueKeys = Set(ImportColumn.motherTongue.map { HeaderKey($0) })

    private static let columnsByKey: [HeaderKey: ImportColumn] = {
        var columns: [HeaderKey: ImportColumn] = [:]
        for column in ImportColumn.allCases {
            for name in column.synonyms + [column.rawValue] { columns[HeaderKey(name)] = column }
        }
        return columns
    }()
}
