package import FoundationEssentials

/// A keyed digest of 32 bytes, quick to compare; tells nothing of what it was made from.
package struct Fingerprint: Hashable, Sendable {
    let words: Words

    struct Words: Hashable, Sendable {
        var first: UInt64 = 0
        var second: UInt64 = 0
        var third: UInt64 = 0
        var fourth: UInt64 = 0
    }

    /// Nil for anything but 32 bytes.
    package init?(_ data: Data) {
        guard data.count == 32 else { return nil }
        var words = Words()
        withUnsafeMutableBytes(of: &words) { target in
            _ = data.copyBytes(to: target)
        }
        self.words = words
    }

    var data: Data { withUnsafeBytes(of: words) { Data($0) } }
}
