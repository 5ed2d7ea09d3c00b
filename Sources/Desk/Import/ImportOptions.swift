package import Localisation

/// How a file is to be taken in.
package struct ImportOptions: Sendable {
    /// The code or id of the round in which everybody is enrolled.
    package var round: String?
    /// Where the encoding can't be told, or was told wrong.
    package var encoding: TextEncoding?
    package var map: ColumnMap
    /// Says all that would happen, and changes nothing.
    package var dryRun: Bool

    package init(
        round: String? = nil, encoding: TextEncoding? = nil, map: ColumnMap = ColumnMap(),
        dryRun: Bool = false
    ) {
        self.round = round
        self.encoding = encoding
        self.map = map
        self.dryRun = dryRun
    }
}
