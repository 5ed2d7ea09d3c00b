/// The state of a round that somebody was shown: what is decided on it holds only while the round
/// is still so.
///
/// Written as `digest` or `digest-operation`.
package struct RoundBasis: Sendable, Hashable {
    /// Of all that a preview may show of the round.
    package let digest: Identifier<RoundBasis>
    /// The last operation that concerned the round.
    package let lastOperation: OperationID?

    package init(digest: Identifier<RoundBasis>, lastOperation: OperationID?) {
        self.digest = digest
        self.lastOperation = lastOperation
    }
}

extension RoundBasis: LosslessStringConvertible {
    package var description: String {
        lastOperation.map { "\(digest)-\($0)" } ?? digest.description
    }

    package init?(_ description: String) {
        let parts = description.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            let digest = Identifier<RoundBasis>(String(parts[0]))
        else { return nil }
        guard parts.count == 2 else {
            self.init(digest: digest, lastOperation: nil)
            return
        }
        guard let operation = OperationID(String(parts[1])) else { return nil }
        self.init(digest: digest, lastOperation: operation)
    }
}
