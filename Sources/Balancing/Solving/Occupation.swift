/// Who is where while parties come and go, and whether another one could join.
struct Occupation {
    private let instance: Instance
    private(set) var people: [Int]
    private(set) var children: [Int]
    private(set) var parties: [[Int]]
    private let hasManyLanguages: [Bool]

    /// With those only who are kept where they are.
    init(_ instance: Instance) {
        self.instance = instance
        people = instance.groups.map(\.load)
        children = instance.groups.map(\.children)
        parties = instance.groups.map(\.kept)
        hasManyLanguages = instance.groups.map { instance.kinds[$0.kind].languages.count > 2 }
    }

    init(_ instance: Instance, _ groups: [Int?]) {
        self.init(instance)
        for (party, group) in groups.enumerated() {
            if let group, !instance.groups[group].kept.contains(party) { add(party, to: group) }
        }
    }

    mutating func add(_ party: Int, to group: Int) {
        people[group] += instance.parties[party].size
        children[group] += instance.parties[party].childcare
        parties[group].append(party)
    }

    mutating func remove(_ party: Int, from group: Int) {
        people[group] -= instance.parties[party].size
        children[group] -= instance.parties[party].childcare
        parties[group].removeAll { $0 == party }
    }

    func room(_ group: Int) -> Int { instance.groups[group].max - people[group] }

    func admits(_ party: Int, _ group: Int) -> Bool { obstacles(party, group).isEmpty }

    /// The hard rules that keep the party out of the group as it is.
    func obstacles(_ party: Int, _ group: Int) -> RuleSet {
        let (who, place) = (instance.parties[party], instance.groups[group])
        var obstacles = instance.fits[who.wish][place.kind].obstacles
        if who.childcare > 0, children[group] + who.childcare > place.childcarePlaces {
            obstacles.insert(.childcare)
        }
        if hasManyLanguages[group], spoken(party, group) > 2 { obstacles.insert(.language) }
        if people[group] + who.size > place.max { obstacles.insert(.full) }
        if place.takesNobody { obstacles.insert(.closed) }
        let others = instance.apart[party]
        if !others.isEmpty, parties[group].contains(where: others.contains) {
            obstacles.insert(.apart)
        }
        if let lock = who.lockedTo, lock != place.id { obstacles.insert(.lock) }
        return obstacles
    }

    /// How many languages people would take part in if the party joined.
    private func spoken(_ party: Int, _ group: Int) -> Int {
        parties[group].reduce(into: instance.fit(party, group).spoken) {
            $0.formUnion(instance.fit($1, group).spoken)
        }.count
    }
}
