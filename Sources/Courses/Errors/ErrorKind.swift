/// The few kinds of failure, each mapped to an HTTP status once and to an exit code once.
package enum ErrorKind: String, CaseIterable, Sendable {
    /// What was given is wrong in itself.
    case invalid
    case notFound
    /// It does not go with what is already there.
    case conflict
    case notAllowed
}
