/// A table that stands still: what it is about, its rows as they were counted, and their hash.
package struct FrozenReport: Sendable, Equatable {
    package typealias ID = Identifier<FrozenReport>

    /// What a report is about.
    package enum Kind: String, Sendable, CaseIterable {
        /// The standard table for the county.
        case county
        /// All measures, by any dimensions.
        case figures
    }

    package struct Parameters: Sendable, Equatable {
        package let kind: Kind
        /// Empty for all; else in the order in which they were asked for.
        package let rounds: [Round.ID]
        /// Codes, in the order of the rows' keys.
        package let dimensions: [String]
        /// What it was narrowed to besides rounds: a dimension's code and a value's, `gender=woman`.
        package let filter: [String]

        package init(
            kind: Kind, rounds: [Round.ID], dimensions: [String], filter: [String] = []
        ) {
            self.kind = kind
            self.rounds = rounds
            self.dimensions = dimensions
            self.filter = filter
        }
    }

    package let id: ID
    package let parameters: Parameters
    package let ruleVersion: Int
    /// The moment of which it tells; a restatement's is that of what it restates.
    package let countedAt: Instant
    package let frozenAt: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?
    package let bound: LogBound
    /// CSV (RFC 4180) in UTF-8, by codes.
    package let content: [UInt8]
    /// SHA-256 of the content.
    package let hash: [UInt8]
    /// Whether the content still had the hash when it was read.
    package let isIntact: Bool
    /// What it was counted anew for.
    package let restates: ID?

    package init(
        id: ID, parameters: Parameters, ruleVersion: Int, countedAt: Instant, frozenAt: Instant,
        actor: Person.ID?, bound: LogBound, content: [UInt8], hash: [UInt8],
        isIntact: Bool, restates: ID?
    ) {
        self.id = id
        self.parameters = parameters
        self.ruleVersion = ruleVersion
        self.countedAt = countedAt
        self.frozenAt = frozenAt
        self.actor = actor
        self.bound = bound
        self.content = content
        self.hash = hash
        self.isIntact = isIntact
        self.restates = restates
    }

    package var asOf: LocalDate { WallClock.date(countedAt) }
}

/// How far the log had come; both count up.
package struct LogBound: Sendable, Equatable {
    package let act: Int64
    package let operation: Int64

    package init(act: Int64, operation: Int64) {
        self.act = act
        self.operation = operation
    }
}

/// Something recorded later that touches what a report tells; ids only.
package enum ReportChange: Sendable, Equatable {
    /// A statement about a session, or one that waits.
    case act(ActID, kind: String, session: Session.ID?, at: Instant, actor: Person.ID?)
    case operation(OperationID, OperationKind, on: LocalDate, at: Instant, actor: Person.ID?)

    package var at: Instant {
        switch self {
        case .act(_, _, _, let at, _), .operation(_, _, _, let at, _): at
        }
    }

    package var actor: Person.ID? {
        switch self {
        case .act(_, _, _, _, let actor), .operation(_, _, _, _, let actor): actor
        }
    }

    /// Nil for what is about none, or many.
    package var session: Session.ID? {
        switch self {
        case .act(_, _, let session, _, _): session
        case .operation: nil
        }
    }
}
