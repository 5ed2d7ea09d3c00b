/// Cuts UTF-8 into records of cells, one record at a time.
///
/// Quotes are taken as spreadsheets take them: only at the start of a cell (spaces before it
/// aside), doubled inside; text after the closing quote belongs to the cell, and a quote inside a
/// cell that has begun without one is itself. Spaces around a cell without quotes are dropped.
struct DelimitedTextScanner {
    /// A byte and the line on which it stands.
    struct Place {
        var offset = 0
        var line = 1
    }

    struct Record {
        let line: Int
        var cells: [String]

        /// Nothing but spaces.
        var isBlank: Bool {
            cells.allSatisfy { $0.utf8.allSatisfy { $0 == 32 || $0 == 9 } }
        }
    }

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private(set) var place: Place
    private var lastWidth = 0

    init(bytes: [UInt8], delimiter: Delimiter, place: Place) {
        self.bytes = bytes
        self.delimiter = delimiter.byte
        self.place = place
    }

    /// Nil at the end of the text.
    mutating func next() throws(DelimitedTextError) -> Record? {
        guard place.offset < bytes.count else { return nil }
        var record = Record(line: place.line, cells: [])
        record.cells.reserveCapacity(lastWidth)
        skipByteOrderMarks()
        repeat {
            let cell = try cell(column: record.cells.count + 1)
            record.cells.append(cell)
        } while takeDelimiter()
        takeLineEnd()
        lastWidth = record.cells.count
        return record
    }

    /// Files put one after another have a mark in the middle.
    private mutating func skipByteOrderMarks() {
        while bytes[place.offset...].starts(with: [0xEF, 0xBB, 0xBF]) { place.offset += 3 }
    }

    private mutating func cell(column: Int) throws(DelimitedTextError) -> String {
        skipSpaces()
        let line = place.line
        if place.offset < bytes.count, bytes[place.offset] == UInt8(ascii: "\"") {
            return try quotedCell(line: line, column: column)
        }
        let start = place.offset
        skipToCellEnd()
        let end = endWithoutSpaces(from: start, to: place.offset)
        return try text(bytes[start..<end], line: line, column: column)
    }

    private mutating func quotedCell(line: Int, column: Int) throws(DelimitedTextError) -> String {
        place.offset += 1
        var start = place.offset
        var collected: [UInt8] = []
        while true {
            guard let quote = skipToQuote() else {
                throw .unterminatedQuote(line: line, column: column)
            }
            let isDoubled = quote + 1 < bytes.count && bytes[quote + 1] == UInt8(ascii: "\"")
            place.offset = isDoubled ? quote + 2 : quote + 1
            if !isDoubled {
                let rest = place.offset
                skipToCellEnd()
                let end = endWithoutSpaces(from: rest, to: place.offset)
                if collected.isEmpty, rest == end {
                    return try text(bytes[start..<quote], line: line, column: column)
                }
                collected += bytes[start..<quote] + bytes[rest..<end]
                return try text(collected[...], line: line, column: column)
            }
            collected += bytes[start...quote]
            start = place.offset
        }
    }

    /// Counts the lines that it passes.
    private mutating func skipToQuote() -> Int? {
        var offset = place.offset
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""): return offset
            case 10: place.line += 1
            case 13 where offset + 1 >= bytes.count || bytes[offset + 1] != 10: place.line += 1
            default: break
            }
            offset += 1
        }
        return nil
    }

    private mutating func skipToCellEnd() {
        var offset = place.offset
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == delimiter || byte == 10 || byte == 13 { break }
            offset += 1
        }
        place.offset = offset
    }

    private mutating func skipSpaces() {
        while place.offset < bytes.count {
            let byte = bytes[place.offset]
            if byte == 32 || (byte == 9 && delimiter != 9) {
                place.offset += 1
            } else if byte == 0xC2, place.offset + 1 < bytes.count, bytes[place.offset + 1] == 0xA0
            {
                place.offset += 2
            } else {
                return
            }
        }
    }

    private func endWithoutSpaces(from start: Int, to end: Int) -> Int {
        var end = end
        while end > start {
            let byte = bytes[end - 1]
            if byte == 32 || byte == 9 {
                end -= 1
            } else if byte == 0xA0, end - 1 > start, bytes[end - 2] == 0xC2 {
                end -= 2
            } else {
                break
            }
        }
        return end
    }

    private func text(
        _ slice: ArraySlice<UInt8>, line: Int, column: Int
    ) throws(DelimitedTextError) -> String {
        guard slice.count <= DelimitedText.longestCell else {
            throw .cellTooLong(line: line, column: column)
        }
        let text = String(decoding: Self.withoutTextFormula(slice), as: UTF8.self)
        return slice.contains(UInt8(ascii: "'")) ? HarmlessCell.restored(text) : text
    }

    /// `="0701234567"` is how some systems keep a spreadsheet from dropping the zero.
    private static func withoutTextFormula(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let quote = UInt8(ascii: "\"")
        guard cell.count >= 3, cell.first == UInt8(ascii: "="), cell.dropFirst().first == quote,
            cell.last == quote
        else { return cell }
        let inner = cell.dropFirst(2).dropLast()
        return inner.contains(quote) ? cell : inner
    }

    private mutating func takeDelimiter() -> Bool {
        guard place.offset < bytes.count, bytes[place.offset] == delimiter else { return false }
        place.offset += 1
        return true
    }

    /// LF, CR LF or CR.
    private mutating func takeLineEnd() {
        guard place.offset < bytes.count else { return }
        let isPair =
            bytes[place.offset] == 13 && place.offset + 1 < bytes.count
            && bytes[place.offset + 1] == 10
        place.offset += isPair ? 2 : 1
        place.line += 1
    }
}
