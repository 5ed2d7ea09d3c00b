/// Groups that suit the same people, while they are being filled.
struct Table {
    private let instance: Instance
    private let groups: [Int]
    /// By place in `groups`: people and children that are there, and parties some must not meet.
    private var people: [Int]
    private var children: [Int]
    private var guests: [[Int]]

    init(_ instance: Instance, _ groups: [Int], _ seated: [Int?]) {
        self.instance = instance
        self.groups = groups
        people = Array(repeating: 0, count: groups.count)
        children = people
        guests = Array(repeating: [], count: groups.count)
        let places = Dictionary(
            groups.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        for (party, group) in seated.enumerated() {
            if let group, let place = places[group] { add(party, place) }
        }
    }

    private mutating func add(_ party: Int, _ place: Int) {
        people[place] += instance.parties[party].size
        children[place] += instance.parties[party].childcare
        if !instance.apart[party].isEmpty { guests[place].append(party) }
    }

    var maxima: [Int] { groups.map { instance.groups[$0].max } }

    // MARK: How many each should have

    /// The sizes that make the groups as even as can be: first the minima of those that must have
    /// them, then each next person where a square over its maximum grows least. Nil when they
    /// don't suffice.
    func targets(for newcomers: Int, open: Set<Int>, minima: Set<Int>) -> [Int]? {
        var (sizes, rest) = (people, newcomers)
        let open = groups.indices.filter { open.contains(groups[$0]) }
        let obliged = groups.indices.filter { minima.contains(groups[$0]) }
        let least = groups.map { instance.groups[$0].min }
        let lacking = obliged.reduce(0) { $0 + max(0, least[$1] - people[$1]) }
        if lacking <= rest {
            for place in obliged { sizes[place] = max(sizes[place], least[place]) }
            rest -= lacking
        } else if pour(&rest, obliged, &sizes, upTo: least) {
            return sizes
        }
        return pour(&rest, open, &sizes, upTo: maxima) ? sizes : nil
    }

    private func pour(
        _ rest: inout Int, _ open: [Int], _ sizes: inout [Int], upTo most: [Int]
    ) -> Bool {
        while rest > 0 {
            var best: Int?
            for place in open where sizes[place] < most[place] {
                if let other = best, !grows(place, lessThan: other, sizes) { continue }
                best = place
            }
            guard let best else { return false }
            sizes[best] += 1
            rest -= 1
        }
        return true
    }

    private func grows(_ place: Int, lessThan other: Int, _ sizes: [Int]) -> Bool {
        (2 * sizes[place] + 1) * instance.groups[groups[other]].divisor
            < (2 * sizes[other] + 1) * instance.groups[groups[place]].divisor
    }

    // MARK: Who sits where

    /// The group of each: the most demanding first, each where there is most room. Nil when that
    /// way not everybody finds room.
    func fill(_ parties: [Int], to targets: [Int]) -> [Int]? {
        let orders: [(PreparedParty) -> (Int, Int)] = [
            { ($0.childcare, $0.size) }, { ($0.size, $0.childcare) },
        ]
        for order in orders {
            if let seating = fill(parties, to: targets, by: order) { return seating }
        }
        return nil
    }

    private func fill(
        _ parties: [Int], to targets: [Int], by demand: (PreparedParty) -> (Int, Int)
    ) -> [Int]? {
        var table = self
        var seating = [Int](repeating: 0, count: parties.count)
        let order = parties.indices.sorted { a, b in
            let (left, right) = (parties[a], parties[b])
            let isApart = (!instance.apart[left].isEmpty, !instance.apart[right].isEmpty)
            let demands = (demand(instance.parties[left]), demand(instance.parties[right]))
            if demands.0 != demands.1 { return demands.0 > demands.1 }
            return isApart.0 == isApart.1 ? left < right : isApart.0
        }
        for index in order {
            guard let place = table.place(for: parties[index], targets) else { return nil }
            table.add(parties[index], place)
            seating[index] = groups[place]
        }
        return seating
    }

    private func place(for party: Int, _ targets: [Int]) -> Int? {
        let who = instance.parties[party]
        var best: Int?
        for place in groups.indices where fits(party, who, place, targets) {
            guard let other = best else {
                best = place
                continue
            }
            let seats = (targets[place] - people[place], targets[other] - people[other])
            let room = (childcareRoom(place), childcareRoom(other))
            // Whoever needs childcare goes where most of it is left, others where least is.
            let isBetter =
                who.childcare > 0
                ? room.0 > room.1 || (room.0 == room.1 && seats.0 > seats.1) : seats.0 > seats.1
            if isBetter { best = place }
        }
        return best
    }

    private func childcareRoom(_ place: Int) -> Int {
        instance.groups[groups[place]].childcarePlaces - children[place]
    }

    private func fits(
        _ party: Int, _ who: PreparedParty, _ place: Int, _ targets: [Int]
    ) -> Bool {
        people[place] + who.size <= targets[place]
            && (who.childcare == 0 || childcareRoom(place) >= who.childcare)
            && !guests[place].contains(where: instance.apart[party].contains)
            && (instance.groups[groups[place]].kept.isEmpty
                || instance.admits(party, groups[place]))
    }
}
