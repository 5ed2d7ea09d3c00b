/// What figures can be broken down by.
///
/// - `municipality`: the one that runs the courses; a file has one, and its code lets figures from
///   many files meet.
/// - `programme`, `round`: the session's. `term`: the round's, whatever day a session is moved to.
/// - `group`: where people were placed on the day; someone without a place there (a guest, a
///   make-up) takes part in the first of the session's groups that has a language of theirs, else
///   in the first. A joint session stands under each of its groups.
/// - `language`: of the group; in a group of several the placement's, for someone without a place
///   their own if the group has it, else its first. A session stands under each of its languages.
/// - `gender`, `ageBand`: the person's, the age on the round's first day.
/// - `mode`, `month`: the session's, so that a rate compares like with like.
package enum Dimension: String, CaseIterable, Sendable, Codable {
    case municipality, programme, term, round, group, language, gender, ageBand, mode, month
}
