/// The state of a round that somebody was shown: what is decided on it holds only while the round
/// is still so.
///
/// Written as `digest` or `digest-operation`, and `~clashes` after it.
package struct RoundBasis: Sendable, Hashable {
    /// Of all that a preview may show of the round.
    package let digest: Identifier<RoundBasis>
    /// The last operation that concerned the round.
    package let lastOperation: OperationID?
    /// Of the clashes that a preview showed, also with what lies outside the round; nil where it
    /// was not asked for them.
    package let clashes: Identifier<Clash>?

    package init(
        digest: Identifier<RoundBasis>, lastOperation: OperationID?,
        clashes: Identifier<Clash>? = nil
    ) {
        self.digest = digest
        self.lastOperation = lastOperation
        self.clashes = clashes
    }

    package func with(clashes: [Clash]) -> RoundBasis {
        RoundBasis(
            digest: digest, lastOperation: lastOperation, clashes: Clash.digest(of: clashes))
    }
}

extension RoundBasis: LosslessStringConvertible {
    package var description: String {
        (lastOperation.map { "\(digest)-\($0)" } ?? digest.description)
            + (clashes.map { "~\($0)" } ?? "")
    }

    package init?(_ description: String) {
        let halves = description.split(separator: "~", omittingEmptySubsequences: false)
        let parts = halves[0].split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count <= 2, (1...2).contains(parts.count),
            let digest = Identifier<RoundBasis>(String(parts[0]))
        else { return nil }
        let operation = parts.dropFirst().first.map { OperationID(String($0)) }
        let clashes = halves.dropFirst().first.map { Identifier<Clash>(String($0)) }
        guard operation != .some(nil), clashes != .some(nil) else { return nil }
        self.init(digest: digest, lastOperation: operation ?? nil, clashes: clashes ?? nil)
    }
}
