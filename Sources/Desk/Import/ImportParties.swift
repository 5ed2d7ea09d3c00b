import Courses
import Store

/// People of one file who are to be placed together: they have the same in the column, or one
/// names the other in it.
struct ImportParties {
    struct Member {
        /// Which of the accepted rows.
        let row: Int
        let key: PersonKey
        let childcare: Int
    }

    /// More people than anybody waits with: the column holds something else.
    static let largest = 8

    private var members: [Member] = []
    private var byCode: [String: [Int]] = [:]
    private var byName: [String: [Int]] = [:]
    /// What is said in such a column instead of who: there is somebody, but not whom.
    private static let noCodes: Set<String> = [
        "ja", "nej", "yes", "no", "x", "j", "n", "y", "0", "1", "okänt", "vet ej", "ingen",
        "none", "ensam", "single",
    ]

    mutating func add(_ row: ImportedRow, _ key: PersonKey, at place: Int) {
        let code = row.party.flatMap { Self.noCodes.contains($0) ? nil : $0 }
        guard code != nil || !row.isWithoutPartyColumn else { return }
        let member = members.count
        members.append(Member(row: place, key: key, childcare: row.childcare ?? 0))
        if let code { byCode[code, default: []].append(member) }
        for parts in [row.person.name.latin, row.person.name.native] where !parts.isEmpty {
            let name = parts.map(\.text).joined(separator: " ").lowercased()
            byName[name, default: []].append(member)
        }
    }

    /// Each of at least two, in the order of the file.
    func joined() -> [[Member]] {
        guard !byCode.isEmpty else { return [] }
        var first = Array(members.indices)
        func root(_ member: Int) -> Int {
            var member = member
            while first[member] != member { member = first[member] }
            return member
        }
        for (code, people) in byCode {
            let named = byName[code].flatMap { $0.count == 1 ? $0 : nil } ?? []
            let all = people + named
            for other in all.dropFirst() {
                let (left, right) = (root(all[0]), root(other))
                first[max(left, right)] = min(left, right)
            }
        }
        return Dictionary(grouping: members.indices, by: root).values
            .filter { $0.count > 1 }.sorted { $0[0] < $1[0] }.map { $0.map { members[$0] } }
    }
}

extension Importing {
    mutating func joinParties() throws {
        for party in parties.joined() {
            let people = party.map(\.key)
            if try writer.areTogether(people) { continue }
            let isJoined =
                try party.count <= ImportParties.largest
                && writer.join(people, childcare: party.map(\.childcare).max() ?? 0)
            for member in party {
                if !isJoined {
                    report.accepted[member.row].differences.append(difference(.party))
                } else if report.accepted[member.row].outcome == .unchanged {
                    report.accepted[member.row].outcome = .known
                }
            }
        }
    }
}
