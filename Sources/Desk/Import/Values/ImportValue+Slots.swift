package import Courses

extension ImportValue {
    /// Days of the week in Swedish or English, in full or short, each with a time after it or
    /// none, in the order in which they are written: `tis 17:30-19:30, tors`.
    ///
    /// A time belongs to the days before it, back to the last comma or time: `mån och tis 17` are
    /// two days at 17:00, `mån, tis 17` any time on Monday. Any day at all is none.
    package static func slots(_ text: String) throws(ImportValueError) -> [WishedSlot] {
        if text.isEmpty || anyDay.contains(HeaderKey(text).letters) { return [] }
        var reader = SlotReader()
        for token in tokens(text.plainASCII) { try reader.take(token) }
        return try reader.finish()
    }

    private static let anyDay: Set<String> = [
        "alla", "alladagar", "alladagarna", "any", "anyday", "anytime", "all", "alldays",
        "valfri", "valfritt", "valfridag", "vilkensomhelst", "vilkendagsomhelst", "narsomhelst",
        "spelaringenroll", "kvittar", "flexibel", "flexible",
    ]

    /// Words and times, and each sign for itself; a time is `17`, `17:30` or `17.30`.
    private static func tokens(_ text: String) -> [Substring] {
        var tokens: [Substring] = []
        var rest = Substring(text)
        while let first = rest.first {
            let length: Int
            if first.isLetter {
                length = rest.prefix(while: \.isLetter).count
            } else if first.isNumber {
                length = timeLength(rest)
            } else {
                length = 1
            }
            let token = rest.prefix(length)
            if !first.isWhitespace || first.isNewline { tokens.append(token) }
            rest = rest.dropFirst(length)
        }
        return tokens
    }

    private static func timeLength(_ text: Substring) -> Int {
        let hour = text.prefix(while: \.isNumber).count
        let rest = text.dropFirst(hour)
        let minute = rest.dropFirst().prefix(while: \.isNumber).count
        return [":", "."].contains(rest.first) && minute > 0 ? hour + 1 + minute : hour
    }
}

/// The days and times of one cell, as they are read.
private struct SlotReader {
    private var slots: [WishedSlot] = []
    private var days: [Weekday] = []
    private var start: LocalTime?
    private var end: LocalTime?
    /// A hyphen or "till" waits for what comes after it.
    private var isRange = false

    mutating func take(_ token: Substring) throws(ImportValueError) {
        guard let first = token.first else { return }
        if first.isNumber {
            try take(time: token)
        } else if first.isLetter {
            try take(word: HeaderKey(token).letters)
        } else if first == "-" {
            guard !isRange, !days.isEmpty else { throw .notUnderstood }
            isRange = true
        } else if ",;".contains(first) || first.isNewline {
            try finishClause()
        } else if !"/+&.()".contains(first) {
            throw .notUnderstood
        }
    }

    mutating func finish() throws(ImportValueError) -> [WishedSlot] {
        try finishClause()
        guard !slots.isEmpty else { throw .notUnderstood }
        return slots
    }

    private mutating func take(time: Substring) throws(ImportValueError) {
        let parts = time.split { ":.".contains($0) }
        guard !days.isEmpty, end == nil, start == nil || isRange, let hour = Int(digits: parts[0]),
            let minute = parts.count > 1 ? Int(digits: parts[1]) : 0,
            let time = LocalTime(hour: hour, minute: minute)
        else { throw .notUnderstood }
        if start == nil, !isRange { start = time } else { end = time }
        isRange = false
    }

    private mutating func take(word: String) throws(ImportValueError) {
        if Self.joints.contains(word) { return }
        if Self.until.contains(word), start != nil {
            isRange = true
            return
        }
        let named = try Self.days(word)
        if start != nil { try finishClause() }
        if isRange, let from = days.last, let to = named.last {
            guard from.rawValue < to.rawValue else { throw .notUnderstood }
            let between = Weekday.allCases.filter { $0.rawValue > from.rawValue }
            days += between.filter { $0.rawValue <= to.rawValue }
            isRange = false
        } else {
            days += named
        }
    }

    private mutating func finishClause() throws(ImportValueError) {
        guard !isRange else { throw .notUnderstood }
        for day in days {
            guard let slot = WishedSlot(weekday: day, start: start, end: end) else {
                throw .notUnderstood
            }
            if !slots.contains(slot) { slots.append(slot) }
        }
        (days, start, end) = ([], nil, nil)
    }

    private static let joints: Set<String> = [
        "och", "eller", "and", "or", "kl", "klockan", "fran", "at", "from", "pa",
    ]
    private static let until: Set<String> = ["till", "til", "until"]

    private static func days(_ word: String) throws(ImportValueError) -> [Weekday] {
        switch word {
        case "mandag", "mandagar", "man", "ma", "monday", "mondays", "mon": [.monday]
        case "tisdag", "tisdagar", "tis", "ti", "tuesday", "tuesdays", "tue", "tues": [.tuesday]
        case "onsdag", "onsdagar", "ons", "on", "wednesday", "wednesdays", "wed": [.wednesday]
        case "torsdag", "torsdagar", "tors", "tor", "to", "thursday", "thursdays", "thu", "thur",
            "thurs":
            [.thursday]
        case "fredag", "fredagar", "fre", "fr", "friday", "fridays", "fri": [.friday]
        case "lordag", "lordagar", "lor", "lo", "saturday", "saturdays", "sat": [.saturday]
        case "sondag", "sondagar", "son", "so", "sunday", "sundays", "sun": [.sunday]
        case "vardag", "vardagar", "weekday", "weekdays":
            [.monday, .tuesday, .wednesday, .thursday, .friday]
        case "helg", "helger", "weekend", "weekends": [.saturday, .sunday]
        default: throw .notUnderstood
        }
    }
}
