extension DelimitedText {
    /// The delimiter of a first line `sep=;`, which is then passed over. A line that says `sep=`
    /// and nothing usable is passed over all the same.
    static func announcedDelimiter(
        _ bytes: [UInt8], _ place: inout DelimitedTextScanner.Place
    ) -> Delimiter? {
        let end = bytes[place.offset...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
        let line = String(decoding: bytes[place.offset..<end], as: UTF8.self)
        let unquoted = line.hasPrefix("\"") ? line.dropFirst() : line[...]
        guard unquoted.prefix(4).lowercased() == "sep=" else { return nil }
        let value = unquoted.dropFirst(4)
        guard value.count <= 2 || value.allSatisfy({ $0 == value.first }) else { return nil }
        let isPair = bytes[end...].starts(with: [13, 10])
        place.offset = min(bytes.count, end + (isPair ? 2 : 1))
        place.line += 1
        return value.first.flatMap(Delimiter.init)
    }

    /// The line of a byte, as an editor counts.
    static func lineNumber(at offset: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in 0..<offset {
            let endsLine =
                bytes[index] == 10
                || (bytes[index] == 13 && (index + 1 >= bytes.count || bytes[index + 1] != 10))
            if endsLine { line += 1 }
        }
        return line
    }

    static func lineOfFirstError(_ bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            offset += UTF8.width(scalar)
        }
        return lineNumber(at: min(offset, bytes.count), in: bytes)
    }
}

extension String {
    /// Without spaces of any kind at either end.
    var withoutOuterSpaces: String {
        guard let first = unicodeScalars.first, let last = unicodeScalars.last,
            first.properties.isWhitespace || last.properties.isWhitespace
        else { return self }
        let start = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.properties.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
