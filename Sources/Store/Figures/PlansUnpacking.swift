import Courses

/// Unpacks what is kept of sessions while it is read, all but their marks.
///
/// Of damaged pages something is unpacked too, which nobody may use.
struct PlansUnpacking: Sendable {
    private(set) var sessions: [SessionFact] = []
    private(set) var sessionGroups: [SessionGroupFact] = []
    private(set) var headcounts: [HeadcountFact] = []
    private(set) var sessionIndex = KeyIndex()
    /// Those of headcounts alone.
    private(set) var languages = LanguageIndex()
    private(set) var marks = PackedMarks()
    private(set) var damaged: [KeptPage] = []
    private let roundIndex: KeyIndex
    private let groupIndex: KeyIndex

    init(_ roundIndex: KeyIndex, _ groupIndex: KeyIndex) {
        self.roundIndex = roundIndex
        self.groupIndex = groupIndex
    }

    /// - Parameter pages: how many there may be; that many take no time until they come.
    mutating func reserveCapacity(pages: Int) {
        marks.reserveCapacity(pages: pages)
        let count = pages << KeptKind.session.pageBits
        sessions.reserveCapacity(count)
        sessionGroups.reserveCapacity(count)
        sessionIndex.reserveCapacity(count)
    }

    mutating func unpack(_ page: Int64, _ bytes: UnsafeRawBufferPointer) {
        let first = KeptKind.session.keys(of: page).lowerBound
        let start = sessions.count
        var (plans, areWhole) = (PackedPlans(bytes), true)
        var (all, asked): (UInt16, UInt16) = (0, 0)
        while let plan = plans.next() {
            let (place, count) = (UInt16(1) << UInt16(plan.place), sessions.count)
            if !unpack(plan, first + plan.place) { areWhole = false }
            all |= place
            if sessions.count > count { asked |= place }
        }
        if !areWhole || !plans.isWhole {
            damaged.append(KeptPage(kind: .session, page: page))
        } else if asked != 0 {
            marks.add(
                plans.rest,
                PackedMarks.Page(number: page, start: start, all: all, asked: asked))
        }
    }

    /// - Returns: false where it is damaged. One that isn't asked for is passed over.
    private mutating func unpack(_ plan: PackedPlan, _ key: Int64) -> Bool {
        var reader = PackReader(part: plan.bytes)
        guard let round = roundIndex[reader.number()] else { return !reader.isDamaged }
        let day = Int32(truncatingIfNeeded: reader.signed())
        let endsAt = Instant(milliseconds: reader.signed() &* 60_000)
        let minutes = Int16(truncatingIfNeeded: reader.number())
        let flags = PlanFlags(byte: reader.byte())
        let review = Int32(truncatingIfNeeded: reader.number())
        let index = Int32(sessions.count)
        unpackGroups(of: index, &reader)
        sessionIndex.add(key, index)
        sessions.append(
            SessionFact(
                round: round, day: day, minutes: minutes, mode: flags.mode, status: .upcoming,
                isHeld: false, review: review))
        let counted = reader.count()
        for _ in 0..<counted { unpackHeadcount(of: index, &reader) }
        marks.add(
            SessionEvidence(
                state: flags.state, endsAt: endsAt, saidHeld: flags.saidHeld,
                signedOff: flags.isSignedOff, hasHeadcount: counted > 0, hasMarkSinceStart: false),
            groups: sessionGroups.count)
        return reader.isWhole
    }

    @inline(__always)
    private mutating func unpackGroups(of session: Int32, _ reader: inout PackReader) {
        for _ in 0..<reader.count() {
            let key = reader.number()
            let number = Int32(truncatingIfNeeded: reader.number())
            guard let group = groupIndex[key] else { continue }
            sessionGroups.append(SessionGroupFact(session: session, group: group, number: number))
        }
    }

    @inline(__always)
    private mutating func unpackHeadcount(of session: Int32, _ reader: inout PackReader) {
        let flags = HeadcountFlags(byte: reader.byte())
        let count = Int32(truncatingIfNeeded: reader.number())
        let language = flags.hasLanguage ? languages.place(of: reader.part()) : Facts.none
        headcounts.append(
            HeadcountFact(
                session: session, language: language, gender: flags.gender, count: count,
                isChildcare: flags.isChildcare))
    }
}

/// Marks, still packed, beside the sessions and their pages.
struct PackedMarks: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var pages: [Page] = []
    private(set) var sessions: [Session] = []

    struct Page: Sendable {
        var number: Int64 = 0
        /// Position of its first session.
        var start = 0
        /// Bit by bit which sessions stand on it, and which of them are asked for.
        var all: UInt16 = 0
        var asked: UInt16 = 0
        /// Where its marks end; they begin where those of the page before end.
        fileprivate(set) var end = 0
    }

    struct Session: Sendable {
        let evidence: SessionEvidence
        /// Where its groups end; they begin where those of the session before end.
        let groupsEnd: Int32
    }

    /// What grows little by little is copied again and again.
    mutating func reserveCapacity(pages: Int) {
        self.pages.reserveCapacity(pages)
        bytes.reserveCapacity(pages << 10)
        sessions.reserveCapacity(pages << KeptKind.session.pageBits)
    }

    mutating func add(_ packed: UnsafeRawBufferPointer, _ page: Page) {
        bytes.append(contentsOf: packed)
        pages.append(page)
        pages[pages.count - 1].end = bytes.count
    }

    /// - Parameter groups: how many there are with those of the session.
    mutating func add(_ evidence: SessionEvidence, groups: Int) {
        sessions.append(Session(evidence: evidence, groupsEnd: Int32(groups)))
    }
}
