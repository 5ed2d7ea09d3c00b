import Courses
import Localisation

/// One key that marks one person. The digits are on every keyboard; the letters are the reader's
/// language's.
enum EntryKey: Int, CaseIterable, Sendable {
    case present = 1
    case notified, unnotified, excused, late

    var digit: String { String(rawValue) }

    func words(_ visitor: Visitor) -> String {
        switch self {
        case .present: visitor.say(Message("register.present"))
        case .notified: visitor.say(Message("register.notified"))
        case .unnotified: visitor.say(Message("register.unnotified"))
        case .excused: visitor.say(Message("register.excused"))
        case .late: visitor.say(Message("entry.late"))
        }
    }

    func letter(_ visitor: Visitor) -> String {
        switch self {
        case .present: visitor.say(Message("entry.letterPresent"))
        case .notified: visitor.say(Message("entry.letterNotified"))
        case .unnotified: visitor.say(Message("entry.letterUnnotified"))
        case .excused: visitor.say(Message("entry.letterExcused"))
        case .late: visitor.say(Message("entry.letterLate"))
        }
    }

    /// Reads a digit of any script, or a letter whatever its case.
    init?(typed text: String, visitor: Visitor) {
        let typed = asciiDigits(text)
        let known = Self.allCases.first {
            $0.digit == typed || $0.letter(visitor).lowercased() == text.lowercased()
        }
        guard let known else { return nil }
        self = known
    }
}

/// A mark as keys say it.
struct EntryCode: Equatable {
    let key: EntryKey
    /// Minutes late; 0 unless the key says late.
    let minutes: Int

    init(_ key: EntryKey, minutes: Int) {
        self.key = key
        self.minutes = minutes
    }

    init(_ mark: Mark) {
        let late = mark.value.lateMinutes ?? 0
        switch mark.value.code {
        case .present: self.init(late > 0 ? .late : .present, minutes: late)
        case .notified: self.init(.notified, minutes: 0)
        case .unnotified: self.init(.unnotified, minutes: 0)
        case .excused: self.init(.excused, minutes: 0)
        }
    }

    var digit: String { key.digit }
    var minutesText: String { minutes > 0 ? String(minutes) : "" }

    /// As a hidden field carries it: `1`, or `5:10`.
    var written: String { minutes > 0 ? "\(digit):\(minutes)" : digit }

    /// What it says of somebody, with what their mark says besides.
    func attendance(leftEarlyMinutes: Int?) -> Attendance? {
        switch key {
        case .present, .late:
            Attendance(
                code: .present, lateMinutes: minutes > 0 ? minutes : nil,
                leftEarlyMinutes: leftEarlyMinutes)
        case .notified: Attendance(code: .notified, lateMinutes: nil, leftEarlyMinutes: nil)
        case .unnotified: Attendance(code: .unnotified, lateMinutes: nil, leftEarlyMinutes: nil)
        case .excused: Attendance(code: .excused, lateMinutes: nil, leftEarlyMinutes: nil)
        }
    }
}
