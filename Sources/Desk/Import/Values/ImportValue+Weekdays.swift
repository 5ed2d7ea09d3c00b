package import Courses

extension ImportValue {
    /// Days of the week in Swedish or English, in full or short, with any signs between; each
    /// once, Monday first.
    package static func weekdays(_ text: String) throws(ImportValueError) -> [Weekday] {
        let words = text.split { !$0.isLetter }
        var days: Set<Weekday> = []
        for word in words {
            let key = HeaderKey(word).letters
            if joints.contains(key) { continue }
            guard let day = weekday(key) else { throw .notUnderstood }
            days.insert(day)
        }
        return Weekday.allCases.filter(days.contains)
    }

    private static let joints: Set<String> = ["och", "eller", "and", "or"]

    private static func weekday(_ key: String) -> Weekday? {
        switch key {
        case "mandag", "mandagar", "man", "ma", "monday", "mondays", "mon": .monday
        case "tisdag", "tisdagar", "tis", "ti", "tuesday", "tuesdays", "tue", "tues": .tuesday
        case "onsdag", "onsdagar", "ons", "on", "wednesday", "wednesdays", "wed": .wednesday
        case "torsdag", "torsdagar", "tors", "tor", "to", "thursday", "thursdays", "thu", "thur",
            "thurs":
            .thursday
        case "fredag", "fredagar", "fre", "fr", "friday", "fridays", "fri": .friday
        case "lordag", "lordagar", "lor", "lo", "saturday", "saturdays", "sat": .saturday
        case "sondag", "sondagar", "son", "so", "sunday", "sundays", "sun": .sunday
        default: nil
        }
    }
}
