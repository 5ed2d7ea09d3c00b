/// An act that still stands and can be taken back.
package struct RecentAct: Sendable, Equatable {
    /// What is true of its thing since.
    package enum Said: Sendable, Equatable {
        /// Nil for a mark that was cleared.
        case mark(Person.ID, Mark?)
        case headcount(HeadcountKey, count: Int)
        case person(Person.ID)
        case note
        /// Nil for a word that was taken back.
        case state(ToldState?)
    }

    package let id: ActID
    /// As devices call themselves.
    package let device: String
    package let happenedAt: Instant
    /// The same for all that were saved together.
    package let arrivedAt: Instant
    package let said: Said

    package init(
        id: ActID, device: String, happenedAt: Instant, arrivedAt: Instant, said: Said
    ) {
        self.id = id
        self.device = device
        self.happenedAt = happenedAt
        self.arrivedAt = arrivedAt
        self.said = said
    }

    package var person: Person.ID? {
        switch said {
        case .mark(let person, _), .person(let person): person
        case .headcount, .note, .state: nil
        }
    }
}
