import Courses

/// The numbers of a date as somebody wrote it, and what stands between them.
struct DateWriting {
    private(set) var numbers: [Int] = []
    private var lengths: [Int] = []
    /// One for each gap; a space only where nothing else stands there.
    private var signs: [UInt8] = []

    enum Order {
        case yearFirst, dayFirst
        /// `20200401`
        case together
        /// `1/4 2020`
        case ambiguous
        case twoDigitYear
        /// Days since 1900 in five digits: 1927 to 2173.
        case spreadsheetDay
    }

    /// Nil for anything but numbers with `-`, `/`, `.`, a comma or spaces between; a time at
    /// midnight at the end counts for nothing.
    init?(_ plain: String) {
        var isInNumber = false
        for byte in Self.withoutMidnight(plain) {
            if byte.isASCIIDigit {
                if !isInNumber {
                    numbers.append(0)
                    lengths.append(0)
                }
                let last = numbers.count - 1
                guard lengths[last] < 9 else { return nil }
                numbers[last] = numbers[last] * 10 + Int(byte - UInt8(ascii: "0"))
                lengths[last] += 1
                isInNumber = true
            } else {
                guard !numbers.isEmpty, take(byte, isFirst: isInNumber) else { return nil }
                isInNumber = false
            }
        }
        guard isInNumber else { return nil }
    }

    private mutating func take(_ byte: UInt8, isFirst: Bool) -> Bool {
        let space = UInt8(ascii: " ")
        guard byte == space || "-/.,".utf8.contains(byte) else { return false }
        if isFirst {
            signs.append(byte)
            return true
        }
        if byte == space { return true }
        guard signs.last == space else { return false }
        signs[signs.count - 1] = byte
        return true
    }

    var order: Order? {
        let dot = UInt8(ascii: ".")
        let comma = UInt8(ascii: ",")
        switch lengths.count {
        case 1 where lengths == [8]: return .together
        case 1 where lengths == [6]: return .twoDigitYear
        case 1 where lengths == [5]: return .spreadsheetDay
        case 2 where lengths[0] == 5 && (signs[0] == dot || signs[0] == comma):
            return .spreadsheetDay
        case 3 where !signs.contains(comma) && lengths[1] <= 2:
            let isEven = signs[0] == signs[1]
            if lengths[0] == 4, lengths[2] <= 2 { return isEven ? .yearFirst : nil }
            guard lengths[0] <= 2 else { return nil }
            if lengths[2] == 4 { return isEven && signs[0] == dot ? .dayFirst : .ambiguous }
            return lengths[2] == 2 ? .twoDigitYear : nil
        default: return nil
        }
    }

    /// Databases and spreadsheets add ` 00:00:00` to a date.
    private static func withoutMidnight(_ plain: String) -> Substring.UTF8View {
        let whole = plain.utf8[...]
        guard let colon = whole.firstIndex(of: UInt8(ascii: ":")),
            let gap = whole[..<colon].lastIndex(where: {
                $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T")
            }), whole[gap...].dropFirst().allSatisfy("0:.Z".utf8.contains)
        else { return whole }
        return whole[..<gap]
    }
}
