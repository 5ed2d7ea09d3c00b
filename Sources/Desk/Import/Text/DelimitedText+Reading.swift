extension DelimitedText {
    /// Reads text that somebody has decoded.
    package static func read(_ text: String) throws(DelimitedTextError) -> DelimitedText {
        try read(valid: Array(text.utf8))
    }

    /// Reads bytes that are said to be UTF-8.
    package static func read(utf8 bytes: [UInt8]) throws(DelimitedTextError) -> DelimitedText {
        if let format = ForeignFormat.recognised(bytes) { throw .foreign(format) }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw .notUTF8(line: lineOfFirstError(bytes))
        }
        return try read(valid: bytes)
    }

    private static func read(valid bytes: [UInt8]) throws(DelimitedTextError) -> DelimitedText {
        if let format = ForeignFormat.recognised(bytes) { throw .foreign(format) }
        if let offset = bytes.firstIndex(of: 0) {
            throw .nul(line: lineNumber(at: offset, in: bytes))
        }
        var place = DelimitedTextScanner.Place()
        while bytes[place.offset...].starts(with: [0xEF, 0xBB, 0xBF]) { place.offset += 3 }
        let announced = announcedDelimiter(bytes, &place)
        let delimiter = announced ?? Delimiter.detect(in: bytes, from: place)
        var scanner = DelimitedTextScanner(bytes: bytes, delimiter: delimiter, place: place)
        return try read(&scanner, delimiter: delimiter)
    }

    private static func read(
        _ scanner: inout DelimitedTextScanner, delimiter: Delimiter
    ) throws(DelimitedTextError) -> DelimitedText {
        guard let first = try nextFilled(&scanner) else { throw .empty }
        let header = try header(first)
        var rows: [Row] = []
        var repeated: [Int] = []
        while let record = try nextFilled(&scanner) {
            if isHeader(record.cells, header) {
                repeated.append(record.line)
            } else {
                rows.append(row(record, width: header.count))
            }
        }
        guard !rows.isEmpty else { throw .headerOnly }
        return DelimitedText(
            delimiter: delimiter, header: header, headerLine: first.line, rows: rows,
            repeatedHeaders: repeated)
    }

    private static func nextFilled(
        _ scanner: inout DelimitedTextScanner
    ) throws(DelimitedTextError) -> DelimitedTextScanner.Record? {
        while let record = try scanner.next() {
            if !record.isBlank { return record }
        }
        return nil
    }

    private static func header(
        _ record: DelimitedTextScanner.Record
    ) throws(DelimitedTextError) -> [String] {
        var names = record.cells.map(\.withoutOuterSpaces)
        while names.last?.isEmpty == true { names.removeLast() }
        var seen: [String: Int] = [:]
        for (index, name) in names.enumerated() where !name.isEmpty {
            if let first = seen.updateValue(index + 1, forKey: name) {
                throw .columnTwice(name: name, first: first, second: index + 1)
            }
        }
        return names
    }

    private static func isHeader(_ cells: [String], _ header: [String]) -> Bool {
        guard let first = cells.first, first.withoutOuterSpaces == header.first,
            cells.count >= header.count
        else { return false }
        return cells.prefix(header.count).map(\.withoutOuterSpaces) == header
            && cells.dropFirst(header.count).allSatisfy(\.withoutOuterSpaces.isEmpty)
    }

    private static func row(_ record: DelimitedTextScanner.Record, width: Int) -> Row {
        var cells = record.cells
        if cells.count < width {
            cells += repeatElement("", count: width - cells.count)
        }
        guard cells.count > width else {
            return Row(line: record.line, cells: cells, problem: nil)
        }
        let filled = (cells.lastIndex { !$0.withoutOuterSpaces.isEmpty } ?? 0) + 1
        cells.removeLast(cells.count - max(width, filled))
        let problem = DelimitedTextError.tooManyCells(
            line: record.line, expected: width, found: filled)
        return Row(line: record.line, cells: cells, problem: filled > width ? problem : nil)
    }
}
