package import Courses
import Store

/// What is written for those who come to a group.
package struct GroupTexts: Sendable, Equatable {
    package let message: WrittenText
    /// The way to its venue.
    package let way: WrittenText
    /// What its programme is.
    package let about: WrittenText

    package init(message: WrittenText, way: WrittenText, about: WrittenText) {
        self.message = message
        self.way = way
        self.about = about
    }
}

extension Desk {
    package func texts(for id: Group.ID, as actor: Actor) async throws -> GroupTexts {
        try await readPlan(as: actor) { reading in
            let group = try reading.group(id)
            let round = try reading.round(group.round.description)
            return GroupTexts(
                message: try reading.texts(of: .group(id)),
                way: try group.venueID.map { try reading.texts(of: .venue($0)) } ?? WrittenText(),
                about: try reading.texts(of: .programme(round.programme)))
        }
    }
}
