/// A place where groups meet.
package struct Venue: Sendable, Equatable {
    package typealias ID = Identifier<Venue>

    package let id: ID
    /// Unique in the organisation.
    package let name: String
    package let address: String?
    /// In the order in which they are listed; may be empty.
    package let rooms: [String]

    package init(id: ID, name: String, address: String?, rooms: [String]) {
        self.id = id
        self.name = name
        self.address = address
        self.rooms = rooms
    }
}
