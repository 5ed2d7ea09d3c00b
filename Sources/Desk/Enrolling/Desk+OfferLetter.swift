package import Courses
import Localisation
import Store

/// An offer as its reader gets it, to copy or to print.
package struct OfferLetter: Sendable, Equatable {
    /// In which it is written.
    package let language: Language
    /// What the person wants to be written to in, where it is none that we can write.
    package let missing: Language?
    package let text: String
}

extension Desk {
    /// Whether somebody may write a round's offers out; asked before any is made.
    package func checkOfferLetters(in round: String, as actor: Actor) async throws {
        let today = today
        try await store.read { reading in
            let round = try reading.round(round)
            try Policy.require(actor, .readPeople, on: .round(round.id), date: today)
        }
    }

    /// Words somebody's open offer in the first language that they are written to in, or read, in
    /// which there is a catalogue; in Swedish where there is none.
    package func offerLetter(
        to person: Person.ID, in round: String, as actor: Actor
    ) async throws -> OfferLetter {
        let today = today
        return try await store.read { reading in
            let round = try reading.round(round)
            try Policy.require(actor, .readPeople, on: .round(round.id), date: today)
            guard let known = try reading.enrolment(of: person, in: round.id) else {
                throw PlacingError.notEnrolled(person)
            }
            guard let offer = known.enrolment.offer else {
                throw EnrolmentError.notOffered(person)
            }
            guard offer.isOpen(on: today) else {
                throw EnrolmentError.offerExpired(person, on: offer.until)
            }
            let wanted = try reading.letterLanguages(of: person)
            let written = wanted.first(where: Language.catalogue.contains)
            let writing = OfferWriting(
                person: try reading.person(person), offer: offer,
                group: try reading.group(offer.group), round: round,
                organisation: try reading.organisation()?.name ?? "",
                first: try reading.sessions(SessionFilter(group: offer.group, from: offer.from))
                    .first { !$0.session.state.isCalledOff }?.session,
                childcare: try reading.children(of: person, in: round.id))
            return OfferLetter(
                language: written ?? .swedish, missing: written == nil ? wanted.first : nil,
                text: writing.text(.localiser(for: written ?? .swedish)))
        }
    }
}

/// All that an offer's letter tells.
private struct OfferWriting {
    let person: Person
    let offer: OfferedPlace
    let group: Group
    let round: Round
    let organisation: String
    let first: Session?
    let childcare: Int

    func text(_ localiser: Localiser) -> String {
        var lines = [
            greeting(in: localiser.language),
            Message("offer.place", ["organisation": .text(organisation)]),
        ]
        lines.append(Message("offer.group", ["group": .text(group.name)]))
        if let slot = group.slot {
            let time =
                localiser.weekday(slot.weekday) + " " + localiser.timeRange(slot.start, slot.end)
            lines.append(Message("offer.when", ["time": .text(time)]))
        }
        if let first { lines.append(Message("offer.first", ["date": .date(first.date)])) }
        if let venue = group.venue {
            lines.append(Message("offer.where", ["venue": .text(venue)]))
        }
        if childcare > 0 { lines.append(Message("offer.childcare")) }
        lines.append(Message("offer.until", ["date": .date(offer.until)]))
        return lines.map { localiser($0) + "\n" }.joined()
    }

    /// A protected person is not named, on paper either.
    private func greeting(in language: Language) -> Message {
        let isLatin = [.swedish, .english, .somali, .kurmanji].contains(language)
        let name = isLatin ? person.name.latin : person.name.native
        let known = name ?? person.name.primary
        return known.isEmpty
            ? Message("offer.greeting")
            : Message("offer.greetingByName", ["name": .text(known)])
    }
}
