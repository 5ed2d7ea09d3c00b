import Balancing
import Courses
import Desk
import Localisation

/// Proposals for a round side by side, and the moves of one of them.
struct BalancePage: Page {
    static let template = "balance"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let roundName: String
    let introText: String
    let stoppedText: String?
    /// Nil where there are none.
    let contradictionsTitle: String?
    let contradictions: [TextLine]
    let levelLabel: String
    let valueLabel: String
    let boundLabel: String
    let provenLabel: String
    let action: String
    let againAction: String
    let since: String
    let order: String
    let on: String
    let proposals: [ProposalCard]
    let movesTitle: String
    let movesHelp: String
    let moves: [ProposedMove]
    let nothingText: String?
    /// Those that were locked before.
    let locks: [ProposedLock]
    let takeLabel: String
    let previewLabel: String
    let againLabel: String
    /// Nil where everybody has a place.
    let unplacedTitle: String?
    let blockersLabel: String
    let remedyLabel: String
    let unplaced: [UnplacedParty]
    /// Nil where there are none.
    let keptTitle: String?
    let kept: [TextLine]
}

struct ProposalCard: Sendable {
    let order: String
    let title: String
    let text: String
    let summaryText: String
    let isChosen: Bool
    let chosenText: String
    let chooseLabel: String
    let levels: [ProposedLevel]
}

struct ProposedLevel: Sendable {
    let name: String
    let value: String
    let bound: String
    let provenText: String
}

struct ProposedMove: Sendable {
    let id: String
    /// As the form sends it: the group, and who goes there.
    let value: String
    let names: String
    let text: String
    let reason: String
    let isTaken: Bool
    /// Nil for those who have no place that they could keep.
    let lock: ProposedLock?
}

struct ProposedLock: Sendable {
    let person: String
    let group: String
    let label: String
}

struct UnplacedParty: Sendable {
    let names: String
    let blockers: [TextLine]
    let remedy: String
}
