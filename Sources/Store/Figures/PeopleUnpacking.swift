import Courses

/// Unpacks people and enrolments, and finds where each person has places.
///
/// Of damaged pages something is unpacked too, which nobody may use.
struct PeopleUnpacking: Sendable {
    /// Groups, and what was unpacked.
    private(set) var facts = Facts()
    private(set) var personIndex = KeyIndex()
    /// With those met before.
    private(set) var languages: LanguageIndex
    private(set) var places = Places()
    private(set) var damaged: [KeptPage] = []
    private let roundIndex: KeyIndex
    private let groupIndex: KeyIndex

    init(
        groups: [GroupFact], roundIndex: KeyIndex, groupIndex: KeyIndex, languages: LanguageIndex
    ) {
        facts.groups = groups
        self.languages = languages
        self.roundIndex = roundIndex
        self.groupIndex = groupIndex
    }

    mutating func unpack(_ people: PackedPages, _ enrolments: PackedPages) {
        unpack(people: people)
        unpack(enrolments: enrolments)
        places = Places(facts)
    }

    private mutating func unpack(people pages: PackedPages) {
        var (index, languages, tags) = (KeyIndex(), languages, PageTags())
        var (people, spoken, damaged) = ([PersonFact](), [Int32](), [KeptPage]())
        index.reserveCapacity(pages.room)
        people.reserveCapacity(pages.room)
        spoken.reserveCapacity(pages.room)
        pages.forEach { page, bytes in
            var reader = PackReader(bytes)
            tags.read(&reader, &languages)
            let first = page.kind.keys(of: page.page).lowerBound
            var last: Int64 = -1
            while !reader.isAtEnd, !reader.isDamaged {
                let place = reader.number()
                guard place > last, place < 1 << KeptKind.people.pageBits else {
                    reader.fail()
                    break
                }
                last = place
                let head = reader.number()
                let birthDay = head & 4 == 0 ? Facts.unknownDay : reader.day()
                let start = spoken.count
                for _ in 0..<min(max(0, head >> 3), 16) { spoken.append(tags.language(&reader)) }
                index.add(first + place, Int32(people.count))
                people.append(
                    PersonFact(
                        gender: Gender(packed: UInt8(truncatingIfNeeded: head) & 3),
                        birthDay: birthDay, spokenStart: Int32(start),
                        spokenCount: Int32(spoken.count - start)))
            }
            if !reader.isWhole { damaged.append(page) }
        }
        (facts.people, facts.spoken, personIndex) = (people, spoken, index)
        self.languages = languages
        self.damaged += damaged
    }

    private mutating func unpack(enrolments pages: PackedPages) {
        var (languages, tags, damaged) = (languages, PageTags(), [KeptPage]())
        var enrolled = EnrolmentFacts(room: pages.room)
        let (people, rounds, groups) = (personIndex, roundIndex, groupIndex)
        pages.forEach { page, bytes in
            var reader = PackReader(bytes)
            tags.read(&reader, &languages)
            var person: Int64 = 0
            while !reader.isAtEnd, !reader.isDamaged {
                _ = reader.number()
                person &+= reader.signed()
                let round = rounds[reader.number()]
                let someone = people[person]
                enrolled.readSteps(&reader, someone, round)
                enrolled.readPlaces(&reader, someone, groups, tags)
            }
            if !reader.isWhole { damaged.append(page) }
        }
        facts.placements = enrolled.placements
        facts.withdrawals = enrolled.withdrawals
        facts.waits = enrolled.waits
        self.languages = languages
        self.damaged += damaged
    }
}

/// What is unpacked of enrolments.
private struct EnrolmentFacts {
    var placements: [PlacementFact] = []
    var withdrawals: [WithdrawalFact] = []
    var waits: [WaitFact] = []

    /// What grows little by little is copied again and again.
    init(room: Int) {
        placements.reserveCapacity(room)
        waits.reserveCapacity(room)
    }

    @inline(__always)
    mutating func readSteps(_ reader: inout PackReader, _ person: Int32?, _ round: Int32?) {
        let head = reader.byte()
        let step = EnrolmentStep?(packed: head)
        let on = step == .withdrawn ? reader.day() : 0
        let applied = step.isWaitedFor ? reader.day() : 0
        let free = head & 8 == 0 ? nil : reader.day()
        guard let person, let round else { return }
        if step == .withdrawn {
            withdrawals.append(WithdrawalFact(person: person, round: round, on: on))
        }
        guard step.isWaitedFor else { return }
        waits.append(WaitFact(person: person, round: round, applied: applied, free: free))
    }

    @inline(__always)
    mutating func readPlaces(
        _ reader: inout PackReader, _ person: Int32?, _ groups: KeyIndex, _ tags: PageTags
    ) {
        for _ in 0..<reader.count() {
            let group = groups[reader.number()]
            let from = reader.day()
            let days = Int32(truncatingIfNeeded: reader.number())
            let language = tags.language(&reader)
            guard let person, let group else { continue }
            placements.append(
                PlacementFact(
                    person: person, group: group, from: from,
                    before: days == 0 ? Facts.open : from &+ days, language: language))
        }
    }
}

/// What the page at hand calls its languages.
private struct PageTags {
    private var languages: [Int32] = []

    @inline(__always)
    mutating func read(_ reader: inout PackReader, _ all: inout LanguageIndex) {
        languages.removeAll(keepingCapacity: true)
        for _ in 0..<reader.count() { languages.append(all.place(of: reader.part())) }
    }

    /// The language that the next number names; the reader is damaged where it names none.
    @inline(__always)
    func language(_ reader: inout PackReader) -> Int32 {
        let place = reader.number()
        guard place >= 0, place < languages.count else {
            reader.fail()
            return Facts.none
        }
        return languages[Int(place)]
    }
}

extension PackReader {
    @inline(__always)
    fileprivate mutating func day() -> Int32 { Int32(truncatingIfNeeded: signed()) }
}
