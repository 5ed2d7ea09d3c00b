import Courses

/// What can be wrong between sources and catalogues.
enum CatalogueFault: Hashable {
    /// The key or the names of the arguments are not literals.
    case unreadable(file: String, line: Int)
    case missing(key: String, Language)
    /// Words for a key that the source language lacks.
    case extra(key: String, Language)
    case unused(key: String)
    case duplicate(key: String, Language)
    case wrongPattern(key: String, Language)
    /// The code's arguments are not those of the message.
    case useArguments(key: String, file: String, line: Int)
    /// A plural gets what is no number.
    case notCountable(key: String, argument: String, file: String, line: Int)
    /// The arguments differ from the source language's.
    case arguments(key: String, Language)
    case missingBranch(key: String, Language, String)
    case unknownBranch(key: String, Language, String)
    case noDescription(key: String)
    case noAudience(key: String)
    case noReviewed(key: String, Language)
    case untranslated(key: String, Language)
    case wrongScript(key: String, Language, String)
}
