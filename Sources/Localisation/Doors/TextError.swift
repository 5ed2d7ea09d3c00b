package import Courses

/// Why a question about text has no answer.
package enum TextError: Error, Hashable, Sendable {
    case unknownLanguage(String)
    /// A language that we know, and have no catalogue for.
    case noCatalogue(Language)
    case unknownCalendar(String)
    case unknownDigits(String)
    case notADate(String)
    case notANumber(String)
    case unknownMessage(String)
    /// An argument that isn't `name=value`, or a name given twice.
    case malformedArgument(String)
    case missingArguments([String])
    case unknownArguments([String])
    /// The argument is counted, and its value is no number.
    case notCountable(argument: String, value: String)
}
