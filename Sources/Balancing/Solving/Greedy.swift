/// A valid assignment without any search: present places first, then locks, then by priority and
/// waiting, each where there is most room.
struct Greedy {
    private let instance: Instance
    private var occupied: Occupation
    private var result: [Int?]

    init(_ instance: Instance) {
        self.instance = instance
        occupied = Occupation(instance)
        result = Array(repeating: nil, count: instance.parties.count)
    }

    func groups() -> [Int?] {
        var greedy = self
        greedy.place()
        return greedy.result
    }

    private mutating func place() {
        for (index, group) in instance.groups.enumerated() {
            for party in group.kept { result[party] = index }
        }
        for index in instance.parties.indices where instance.parties[index].holdsPlace {
            guard result[index] == nil, let current = instance.parties[index].current else {
                continue
            }
            seat(index, current)
        }
        for index in instance.parties.indices {
            guard result[index] == nil, let lock = instance.parties[index].lock else { continue }
            if occupied.admits(index, lock) { seat(index, lock) }
        }
        for index in waiting {
            let choices = instance.groups.indices.filter { occupied.admits(index, $0) }
            if let choice = choices.max(by: { occupied.room($0) < occupied.room($1) }) {
                seat(index, choice)
            }
        }
    }

    private var waiting: [Int] {
        instance.parties.indices.filter {
            let party = instance.parties[$0]
            return result[$0] == nil && party.fate == .free && party.lock == nil && party.isSound
        }.sorted { a, b in
            let (left, right) = (instance.parties[a], instance.parties[b])
            if left.priority != right.priority { return left.priority > right.priority }
            return left.waitingDays == right.waitingDays
                ? a < b : left.waitingDays > right.waitingDays
        }
    }

    private mutating func seat(_ party: Int, _ group: Int) {
        result[party] = group
        occupied.add(party, to: group)
    }
}
