import Courses

/// A mark as a hidden field carries it: `present,10,,onsite,member,`, with the code of the listed
/// reason behind it where there is one; empty for none.
struct WrittenMark: Equatable {
    let mark: Mark?
    let listed: String?

    init(_ mark: Mark?, listed: String? = nil) {
        self.mark = mark
        self.listed = listed
    }

    /// Nil for a text that no page of ours has written.
    init?(_ text: String) {
        guard !text.isEmpty else {
            self.init(nil)
            return
        }
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard (6...7).contains(fields.count), let code = AttendanceCode(rawValue: fields[0]),
            let value = Attendance(
                code: code, lateMinutes: Int(fields[1]), leftEarlyMinutes: Int(fields[2])),
            let mode = SessionMode(rawValue: fields[3]),
            let role = Self.role(fields[4], for: fields[5])
        else { return nil }
        self.init(
            Mark(value: value, mode: mode, role: role),
            listed: fields.count == 7 ? fields[6] : nil)
    }

    private static func role(_ code: String, for other: String) -> MarkRole? {
        switch MarkRoleCode(rawValue: code) {
        case .member?: .member
        case .guest?: .guest
        case .makeUp?: Session.ID(other).map { .makeUp(for: $0) }
        case nil: nil
        }
    }

    var text: String {
        guard let mark else { return "" }
        let late = mark.value.lateMinutes.map { String($0) } ?? ""
        let early = mark.value.leftEarlyMinutes.map { String($0) } ?? ""
        let other = mark.role.makeUpFor?.description ?? ""
        let fields = [
            mark.value.code.rawValue, late, early, mark.mode.rawValue, mark.role.code.rawValue,
            other,
        ]
        return (fields + [listed].compactMap(\.self)).joined(separator: ",")
    }
}

/// What is counted, as a field's name carries it: `childcare`, or with its parts `guest,ar,,`.
struct WrittenKey {
    let key: HeadcountKey

    init(_ key: HeadcountKey) {
        self.key = key
    }

    init?(_ text: String) {
        let fields = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, !fields[0].isEmpty,
            fields[2].isEmpty || Gender(rawValue: fields[2]) != nil
        else { return nil }
        key = HeadcountKey(
            category: fields[0],
            language: fields[1].isEmpty ? nil : Language(rawValue: fields[1]),
            gender: Gender(rawValue: fields[2]), ageBand: fields[3].isEmpty ? nil : fields[3])
    }

    var text: String {
        [
            key.category, key.language?.rawValue ?? "", key.gender?.rawValue ?? "",
            key.ageBand ?? "",
        ].joined(separator: ",")
    }
}
