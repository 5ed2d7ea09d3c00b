/// What a party asks of whoever places it.
package enum PartyKind: String, CaseIterable, Sendable {
    case together, apart
}
