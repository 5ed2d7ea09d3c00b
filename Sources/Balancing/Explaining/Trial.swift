/// Tries by solving whether one more party would find room if something small were otherwise,
/// while everybody who is placed keeps a place.
struct Trial {
    private let instance: Instance
    private let groups: [Int?]
    /// How many more problems may be solved; the larger the problem, the fewer.
    private var budget: Int
    private var known: [Question: Remedy?] = [:]

    /// Parties of one wish and size get the same answer.
    private struct Question: Hashable {
        let wish: Int
        let single: Int
    }

    init(_ instance: Instance, _ groups: [Int?]) {
        self.instance = instance
        self.groups = groups
        let size = instance.parties.count * instance.groups.count
        budget = size > 0 ? min(200, 12_000 / size) : 0
    }

    /// One chair, one slot, one interpreter or one childcare place that lets others move over.
    mutating func remedy(for party: Int) -> Remedy? {
        let who = instance.parties[party]
        let question = Question(
            wish: who.wish, single: instance.apart[party].isEmpty ? -1 : party)
        guard budget > 0 else { return nil }
        if let answer = known[question] { return answer }
        let answer = search(party)
        known[question] = .some(answer)
        return answer
    }

    private mutating func search(_ party: Int) -> Remedy? {
        for group in instance.groups.indices where !instance.groups[group].takesNobody {
            var changed = instance
            changed.groups[group].max += 1
            if isPlaced(party, changed) {
                return .chair(group: instance.groups[group].id, count: 1)
            }
        }
        return searchWishes(party) ?? searchChildcare(party)
    }

    private mutating func searchWishes(_ party: Int) -> Remedy? {
        let wish = instance.wishes[instance.parties[party].wish]
        for group in instance.groups.indices where !instance.groups[group].takesNobody {
            guard let slots = wish.slots,
                let slot = instance.kinds[instance.groups[group].kind].slot,
                !slots.contains(slot)
            else { continue }
            let changed = instance.changing(party, wish.with(slots: slots.union([slot])))
            if changed.fit(party, group).suits, isPlaced(party, changed) {
                return .slot(instance.slotNames[slot], group: instance.groups[group].id)
            }
        }
        guard !wish.interpreterOk else { return nil }
        let changed = instance.changing(party, wish.withInterpreter)
        for group in instance.groups.indices
        where changed.fit(party, group).suits && !instance.fit(party, group).suits {
            if isPlaced(party, changed) {
                return .interpreter(group: instance.groups[group].id)
            }
        }
        return nil
    }

    private mutating func searchChildcare(_ party: Int) -> Remedy? {
        guard instance.parties[party].childcare > 0 else { return nil }
        for group in instance.groups.indices where !instance.groups[group].takesNobody {
            if isPlaced(party, instance.addingChildcare(to: group)) {
                return .childcare(group: instance.groups[group].id, count: 1)
            }
        }
        return nil
    }

    // MARK: Solving

    /// Whether there is a proposal with all who are placed now and the party.
    private mutating func isPlaced(_ party: Int, _ changed: Instance) -> Bool {
        guard budget > 0 else { return false }
        budget -= 1
        var model = Model(changed, Partition(changed, split: []))
        guard model.place(those(with: party)) else { return false }
        let aim = [Double](repeating: 0, count: model.system.columns)
        let found = model.system.searchWhole(
            aim, start: nil, LinearSystem.Limits(gap: 1e6, nodes: 200))
        guard let solution = found.solution else { return false }
        return Dealing(model: model, evenFirst: true).deal(solution).overfull.isEmpty
    }

    private func those(with party: Int) -> Set<Int> {
        Set(groups.indices.filter { groups[$0] != nil }).union([party])
    }
}

extension Model {
    /// Demands a place for as many of each crowd, and of each time of waiting, as there are of
    /// these parties.
    ///
    /// - Returns: false when one of them can go nowhere.
    fileprivate mutating func place(_ parties: Set<Int>) -> Bool {
        var count = 0
        let tiered = Set(tiers.map(\.crowd))
        for (number, crowd) in partition.crowds.enumerated() {
            let wanted = crowd.parties.count(where: parties.contains)
            count += wanted
            if !tiered.contains(number) { system.setRow(number, Double(wanted), Double(wanted)) }
        }
        for tier in tiers {
            let wanted = partition.crowds[tier.crowd].parties.count {
                parties.contains($0) && instance.parties[$0].waitingDays == tier.waitingDays
            }
            system.setColumn(tier.column, Double(wanted), Double(wanted))
        }
        let kept = instance.groups.reduce(0) { $0 + $1.kept.count }
        return count + kept == parties.count
    }
}

extension Instance {
    fileprivate func changing(_ party: Int, _ wish: Wish) -> Instance {
        var changed = self
        changed.wishes.append(wish)
        changed.fits.append(kinds.map { Fit(wish, $0) })
        changed.parties[party].wish = wishes.count
        return changed
    }

    fileprivate func addingChildcare(to group: Int) -> Instance {
        var changed = self
        let kind = kinds[groups[group].kind]
        let larger = GroupKind(
            languages: kind.languages, interpreted: kind.interpreted, slot: kind.slot,
            openTo: kind.openTo, childcarePlaces: kind.childcarePlaces + 1)
        changed.kinds.append(larger)
        for index in changed.wishes.indices {
            changed.fits[index].append(Fit(wishes[index], larger))
        }
        changed.groups[group].kind = kinds.count
        changed.groups[group].childcarePlaces += 1
        return changed
    }
}

extension Wish {
    fileprivate func with(slots: Set<Int>) -> Wish {
        Wish(
            languages: languages, interpreterOk: interpreterOk, slots: slots,
            hasOtherThanWomen: hasOtherThanWomen, hasOtherThanMen: hasOtherThanMen,
            childcare: childcare)
    }

    fileprivate var withInterpreter: Wish {
        Wish(
            languages: languages, interpreterOk: true, slots: slots,
            hasOtherThanWomen: hasOtherThanWomen, hasOtherThanMen: hasOtherThanMen,
            childcare: childcare)
    }
}
