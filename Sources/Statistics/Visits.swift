/// Who took part, and in which rows it counted.
struct Visits {
    private var people: [Int32] = []
    private var rows: [Int32] = []

    init(capacity: Int) {
        people.reserveCapacity(capacity)
        rows.reserveCapacity(capacity)
    }

    mutating func append(_ person: Int32, _ row: Int) {
        people.append(person)
        rows.append(Int32(row))
    }

    /// How many different people each row has, and how many all rows have together.
    ///
    /// Taken person by person, so that one number in each row tells whether the person is new
    /// there.
    func differentPeople(_ peopleCount: Int, rows rowCount: Int) -> (unique: [Int], all: Int) {
        let visits = Buckets(people.count, into: peopleCount) { people[$0] }
        var unique = [Int](repeating: 0, count: rowCount)
        var latest = [Int32](repeating: -1, count: rowCount)
        var all = 0
        for person in 0..<peopleCount {
            let own = visits[person]
            if !own.isEmpty { all += 1 }
            for visit in own {
                let row = Int(rows[Int(visit)])
                guard latest[row] != Int32(person) else { continue }
                latest[row] = Int32(person)
                unique[row] += 1
            }
        }
        return (unique, all)
    }
}
