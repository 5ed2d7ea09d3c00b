/// A kind of course, as data.
package struct Programme: Sendable, Equatable {
    package typealias ID = Identifier<Programme>

    package let id: ID
    /// Stable outside the organisation too, such as `parent-support`.
    package let code: String
    package let name: String
    package let rules: CourseRules

    package init(id: ID, code: String, name: String, rules: CourseRules) {
        self.id = id
        self.code = code
        self.name = name
        self.rules = rules
    }
}

/// What a round copies from its programme when it is made; a later change of the programme
/// changes no past round.
package struct CourseRules: Sendable, Equatable, Codable {
    /// How many sessions each group is to have, 1 to 60.
    package var sessions: Int
    /// A session's usual length in wall-clock minutes, 1 to 720.
    package var sessionMinutes: Int
    /// How many attended sessions complete the course, 1 to `sessions`.
    package var completionThreshold: Int
    /// Minutes that make one study hour; a session gives whole ones only. 45 by the study
    /// associations' rule.
    package var studyHourMinutes: Int

    package init(
        sessions: Int, sessionMinutes: Int, completionThreshold: Int, studyHourMinutes: Int = 45
    ) {
        self.sessions = sessions
        self.sessionMinutes = sessionMinutes
        self.completionThreshold = completionThreshold
        self.studyHourMinutes = studyHourMinutes
    }
}

extension CourseRules {
    /// The first rule that is broken, or nil.
    package var fault: CourseRulesFault? {
        if !(1...60).contains(sessions) { return .sessions }
        if !(1...720).contains(sessionMinutes) { return .sessionMinutes }
        if !(1...sessions).contains(completionThreshold) { return .completionThreshold }
        if !(1...720).contains(studyHourMinutes) { return .studyHourMinutes }
        return nil
    }

    /// Whole study hours of a session of this many minutes: 120 gives 2, 150 gives 3.
    package func studyHours(minutes: Int) -> Int { minutes / studyHourMinutes }
}

package enum CourseRulesFault: String, Error, Sendable {
    case sessions, sessionMinutes, completionThreshold, studyHourMinutes
}
