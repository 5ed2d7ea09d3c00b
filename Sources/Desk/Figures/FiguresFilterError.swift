package import Statistics

/// Why figures can't be broken down or narrowed as was asked.
package enum FiguresFilterError: Error, Sendable, Equatable {
    /// Nothing is called that by which figures could be broken down or narrowed.
    case unknownDimension(String)
    /// The dimension has no such value; the known ones are those that it has, by their codes.
    case unknownValue(Dimension, String, known: [String])
    /// More than one of the groups is called that.
    case ambiguousGroup(String, known: [String])
    /// The county's table has columns that would have no meaning.
    case notForCounty(Dimension)
    /// No number is called that.
    case unknownNumber(String)
    /// The number has no meaning in what it is broken down by or narrowed to.
    case noMeaning(CountedNumber)
    /// The rows would tell of a protected person what their alias must not.
    case tellsOfProtected
}
