/// The smallest change that would give a party a place while nobody loses theirs.
///
/// Smaller is: fewer units (chairs, slots, interpreters, childcare places), then a chair before a
/// slot before an interpreter before a childcare place; a whole group is the last resort.
struct Remedies {
    private let instance: Instance
    private let groups: [Int?]
    private let occupation: Occupation
    private var trial: Trial
    private var openings: Openings

    init(_ instance: Instance, _ groups: [Int?], _ occupation: Occupation) {
        self.instance = instance
        self.groups = groups
        self.occupation = occupation
        trial = Trial(instance, groups)
        openings = Openings(instance, groups)
    }

    mutating func remedy(for party: Int) -> Remedy? {
        let who = instance.parties[party]
        guard who.isSound, who.fate == .free || who.lockedTo != nil else { return nil }
        let direct = direct(party)
        if let direct, direct.units == 1 { return direct.remedy }
        // One unit may do where others move over for it.
        if who.lockedTo == nil, let remedy = trial.remedy(for: party) { return remedy }
        return direct?.remedy ?? openings.remedy(for: party)
    }

    private struct Candidate {
        let units: Int
        /// The order among equals.
        let kind: Int
        let remedy: Remedy
    }

    /// The smallest single change after which the party simply joins a group as it is.
    private func direct(_ party: Int) -> Candidate? {
        var best: Candidate?
        for group in instance.groups.indices {
            guard let candidate = candidate(party, group) else { continue }
            if let other = best,
                (other.units, other.kind) <= (candidate.units, candidate.kind)
            {
                continue
            }
            best = candidate
        }
        return best
    }

    private func candidate(_ party: Int, _ group: Int) -> Candidate? {
        let (who, place) = (instance.parties[party], instance.groups[group])
        switch occupation.obstacles(party, group) {
        case .full:
            let count = occupation.people[group] + who.size - place.max
            return Candidate(
                units: count, kind: 0, remedy: .chair(group: place.id, count: count))
        case .slot:
            guard let slot = instance.slotName(group) else { return nil }
            return Candidate(units: 1, kind: 1, remedy: .slot(slot, group: place.id))
        case .interpreter:
            return Candidate(units: 1, kind: 2, remedy: .interpreter(group: place.id))
        case .childcare:
            let count = occupation.children[group] + who.childcare - place.childcarePlaces
            return Candidate(
                units: count, kind: 3, remedy: .childcare(group: place.id, count: count))
        default: return nil
        }
    }
}
