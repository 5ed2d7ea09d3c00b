/// How strongly the Tax Agency protects someone's data.
package enum ProtectionLevel: String, CaseIterable, Sendable {
    /// A warning on all data, and those of relatives.
    case sekretessmarkering
    /// Stronger: registered elsewhere than where they live.
    case skyddadFolkbokforing
}
