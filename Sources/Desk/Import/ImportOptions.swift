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
    /// The fingerprint of the report that was shown; nothing is taken in that would be told
    /// otherwise now. Nil takes in whatever comes.
    package var shown: String?

    package init(
        round: String? = nil, encoding: TextEncoding? = nil, map: ColumnMap = ColumnMap(),
        dryRun: Bool = false, shown: String? = nil
    ) {
        self.round = round
        self.encoding = encoding
        self.map = map
        self.dryRun = dryRun
        self.shown = shown
    }
}
