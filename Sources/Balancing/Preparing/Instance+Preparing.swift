import Courses

extension Instance {
    init(_ problem: Problem) {
        var preparing = Preparing(problem)
        preparing.prepareGroups()
        preparing.prepareParties()
        preparing.prepareApart()
        self = preparing.instance()
        judgeLocks()
        // A lock that turns out to be into a full group leaves somebody where they are.
        repeat { keepPresentPlacements() } while judgeFullLocks()
    }
}

/// Turns names into numbers and notes what can't be so.
private struct Preparing {
    let problem: Problem
    let groups: [Problem.Group]
    let parties: [Problem.Party]
    let groupIndex: [String: Int]
    let partyIndex: [String: Int]

    private var contradictions: Set<Contradiction> = []
    private var languages = Interner<Language>()
    private var slots = Interner<String>()
    private var kinds = Interner<GroupKind>()
    private var wishes = Interner<Wish>()
    private var preparedGroups: [PreparedGroup] = []
    private var preparedParties: [PreparedParty] = []
    private var apart: [[Int]] = []
    private let duplicateGroups: Set<String>
    private let duplicateParties: Set<String>
    /// People who stand in more than one place, and the parties that they stand in.
    private let duplicateMembers: [String: [String]]

    init(_ problem: Problem) {
        self.problem = problem
        (groups, duplicateGroups) = Self.once(problem.groups, \.id)
        (parties, duplicateParties) = Self.once(problem.parties, \.id)
        groupIndex = Self.index(groups.map(\.id))
        partyIndex = Self.index(parties.map(\.id))
        duplicateMembers = Self.duplicates(parties, except: duplicateParties)
    }

    private static func index(_ ids: [String]) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// In the order of identifiers, each once, and which of them stood more than once.
    private static func once<Value>(
        _ values: [Value], _ id: (Value) -> String
    ) -> ([Value], Set<String>) {
        let keyed = values.map { ($0, id($0)) }.sorted { $0.1 < $1.1 }
        var (once, twice): ([Value], Set<String>) = ([], [])
        var last: String?
        for (value, id) in keyed {
            if id == last { twice.insert(id) } else { once.append(value) }
            last = id
        }
        return (once, twice)
    }

    private static func duplicates(
        _ parties: [Problem.Party], except duplicates: Set<String>
    ) -> [String: [String]] {
        var seen: [String: [String]] = [:]
        for party in parties where !duplicates.contains(party.id) {
            for member in party.members { seen[member.id, default: []].append(party.id) }
        }
        return seen.filter { $0.value.count > 1 }
    }

    // MARK: Groups

    mutating func prepareGroups() {
        contradictions.formUnion(duplicateGroups.map(Contradiction.duplicateGroup))
        for group in groups {
            let isSound = !duplicateGroups.contains(group.id)
            if isSound, group.min > group.max {
                contradictions.insert(.minAboveMax(group: group.id))
            }
            preparedGroups.append(
                PreparedGroup(
                    id: group.id, kind: kinds.number(kind(group)), min: group.min,
                    max: group.max, childcarePlaces: group.childcarePlaces,
                    takesNobody: group.closed || !isSound || group.min > group.max))
        }
    }

    private mutating func kind(_ group: Problem.Group) -> GroupKind {
        let own = Set(group.languages)
        let all = own.union(group.interpretedInto).sorted()
        let numbers = all.map { languages.number($0) }
        let interpreted = zip(all, numbers).filter { !own.contains($0.0) }.map(\.1)
        return GroupKind(
            languages: numbers, interpreted: Set(interpreted),
            slot: group.slot.map { slots.number($0) },
            openTo: group.openTo == .all ? 0 : group.openTo == .women ? 1 : 2,
            childcarePlaces: group.childcarePlaces)
    }

    // MARK: Parties

    mutating func prepareParties() {
        contradictions.formUnion(duplicateParties.map(Contradiction.duplicateParty))
        for (member, parties) in duplicateMembers {
            contradictions.insert(.duplicateMember(member, parties: Set(parties).sorted()))
        }
        let doubled = Set(duplicateMembers.values.joined())
        for party in parties {
            preparedParties.append(prepared(party, isDoubled: doubled.contains(party.id)))
        }
    }

    private mutating func prepared(_ party: Problem.Party, isDoubled: Bool) -> PreparedParty {
        let isSingle = !duplicateParties.contains(party.id)
        if isSingle, party.members.isEmpty { contradictions.insert(.nobodyInParty(party.id)) }
        let current = party.currentGroup.flatMap { groupIndex[$0] }
        if isSingle, let group = party.currentGroup, current == nil {
            contradictions.insert(.unknownCurrentGroup(party: party.id, group: group))
        }
        let isSound = isSingle && !party.members.isEmpty
        let wish = wish(party)
        if isSound, wish.slots?.isEmpty == true {
            contradictions.insert(.noCommonSlot(party: party.id))
        }
        return PreparedParty(
            id: party.id, wish: wishes.number(wish), size: party.members.count,
            childcare: party.childcare, waitingDays: party.waitingDays, priority: party.priority,
            isSound: isSound, current: current, isUnlocked: party.unlocked,
            lockedTo: isSound ? party.lockedTo : nil,
            lock: isSound ? party.lockedTo.flatMap { groupIndex[$0] } : nil,
            fate: isSound && !isDoubled ? .free : .refused)
    }

    private mutating func wish(_ party: Problem.Party) -> Wish {
        var common: Set<String>?
        for slots in [party.slots] + party.members.map(\.slots) where !slots.isEmpty {
            common = common?.intersection(slots) ?? Set(slots)
        }
        let ranked = party.members.map { member in
            Self.firsts(member.languages).map { languages.number($0) }
        }
        return Wish(
            languages: ranked.sorted { $0.lexicographicallyPrecedes($1) },
            interpreterOk: party.interpreterOk,
            slots: common.map { Set($0.sorted().map { slots.number($0) }) },
            hasOtherThanWomen: party.members.contains { $0.gender != .woman },
            hasOtherThanMen: party.members.contains { $0.gender != .man },
            childcare: party.childcare)
    }

    /// A language named twice counts where it stands first.
    private static func firsts(_ languages: [Language]) -> [Language] {
        var seen: Set<Language> = []
        return languages.filter { seen.insert($0).inserted }
    }

    // MARK: Apart

    mutating func prepareApart() {
        var pairs: [Set<Int>] = Array(repeating: [], count: parties.count)
        for pair in problem.apart {
            let known = [pair.first, pair.second].map { id -> Int? in
                if partyIndex[id] == nil { contradictions.insert(.unknownApart(party: id)) }
                return partyIndex[id]
            }
            guard let first = known[0], let second = known[1] else { continue }
            if first == second {
                contradictions.insert(.togetherAndApart(party: pair.first))
                preparedParties[first].fate = .refused
            } else {
                pairs[first].insert(second)
                pairs[second].insert(first)
            }
        }
        apart = pairs.map { $0.sorted() }
    }

    func instance() -> Instance {
        Instance(
            groups: preparedGroups, parties: preparedParties, kinds: kinds.values,
            wishes: wishes.values,
            fits: wishes.values.map { wish in kinds.values.map { Fit(wish, $0) } },
            apart: apart, languageNames: languages.values.map(\.rawValue),
            slotNames: slots.values, contradictions: contradictions)
    }
}

/// Numbers for values, in the order in which they are met.
struct Interner<Value: Hashable> {
    private(set) var values: [Value] = []
    private var numbers: [Value: Int] = [:]

    mutating func number(_ value: Value) -> Int {
        if let known = numbers[value] { return known }
        numbers[value] = values.count
        values.append(value)
        return values.count - 1
    }
}
