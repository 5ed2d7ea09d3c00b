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

    mutating func unpack(_ page: Int64, _ bytes: UnsafeRawBufferPointer) {
        let first = KeptKind.session.keys(of: page).lowerBound
        var (packed, areWhole) = (PackedSessions(bytes), true)
        while let session = packed.next() {
            if !unpack(session, first + session.place) { areWhole = false }
        }
        if !areWhole || !packed.isWhole { damaged.append(KeptPage(kind: .session, page: page)) }
    }

    /// - Returns: false where it is damaged. One that isn't asked for is passed over.
    private mutating func unpack(_ session: PackedSession, _ key: Int64) -> Bool {
        var reader = PackReader(part: session.plan)
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
        let evidence = SessionEvidence(
            state: flags.state, endsAt: endsAt, saidHeld: flags.saidHeld,
            signedOff: flags.isSignedOff, hasHeadcount: counted > 0, hasMarkSinceStart: false)
        let page = key >> KeptKind.session.pageBits
        return marks.add(session.marks, evidence, groups: sessionGroups.count, page: page)
            && reader.isWhole
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

/// Marks of sessions, still packed, beside the sessions.
struct PackedMarks: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var sessions: [Session] = []

    /// Where its part of each ends; it begins where that of the one before ends.
    struct Session: Sendable {
        let page: Int64
        let evidence: SessionEvidence
        let bytesEnd: Int
        let groupsEnd: Int
        let marksEnd: Int
    }

    /// How many marks.
    var count: Int { sessions.last?.marksEnd ?? 0 }

    /// - Parameter groups: how many there are with those of the session.
    /// - Returns: false where it is damaged.
    mutating func add(
        _ packed: UnsafeRawBufferPointer, _ evidence: SessionEvidence, groups: Int, page: Int64
    ) -> Bool {
        var reader = PackReader(part: packed)
        let count = reader.count(ofBytes: 2)
        bytes.append(contentsOf: reader.rest)
        sessions.append(
            Session(
                page: page, evidence: evidence, bytesEnd: bytes.count, groupsEnd: groups,
                marksEnd: self.count + count))
        return !reader.isDamaged
    }
}
