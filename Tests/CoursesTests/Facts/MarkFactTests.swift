import Courses
import Testing

@Suite struct MarkFactTests {
    @Test(arguments: AttendanceCode.allCases, MarkRoleCode.allCases)
    func `a mark tells what was said of it`(_ value: AttendanceCode, _ role: MarkRoleCode) {
        let missed = role == .makeUp ? Int32(3) : Facts.none
        let mark = MarkFact(
            session: 1, person: 2, value: value, role: role, makeUpFor: missed, late: 300,
            leftEarly: 7)
        #expect(mark.makeUpFor == missed)
        #expect(mark.late == 300 && mark.leftEarly == 7)
        #expect(mark.placement == Facts.none)
        #expect(mark.counts == (role == .member || value == .present))
        #expect(mark.isAttendance == (role == .member && value == .present))
    }

    /// As they are stored, and as they are told.
    static let minutes: [(Int64, UInt16)] = [
        (-1, 0), (0, 0), (1, 1), (65_535, 65_535), (65_536, 65_535), (.max, 65_535),
    ]

    @Test(arguments: minutes)
    func `more minutes than any session has are told as many`(_ said: Int64, _ told: UInt16) {
        let late = MarkMinutes(late: said)
        #expect(late.late == told && late.leftEarly == 0 && late.areTold == (told > 0))
        let early = MarkMinutes(leftEarly: said)
        #expect(early.late == 0 && early.leftEarly == told && early.areTold == (told > 0))
    }

    @Test func `a mark whose place is known is the same mark`() {
        let known = MarkFact(
            session: 1, person: 2, value: .notified, role: .member, reference: 4,
            minutes: MarkMinutes())
        #expect(known.placement == 4)
        #expect(known == MarkFact(session: 1, person: 2, value: .notified))
        #expect(known != MarkFact(session: 1, person: 2, value: .unnotified))
        #expect(known != MarkFact(session: 1, person: 2, value: .notified, late: 1))
    }

    /// They lie on disk.
    @Test func `values and roles keep their bits`() {
        #expect(AttendanceCode.allCases.map(\.bits) == [0, 1, 2, 3])
        #expect(
            AttendanceCode.allCases.map { AttendanceCode(bits: $0.bits) } == AttendanceCode.allCases
        )
        #expect(MarkRoleCode.allCases.map(\.bits) == [0, 1, 2])
        #expect(
            (UInt8(0)...4).map(MarkRoleCode.init(bits:)) == [.member, .guest, .makeUp, nil, nil])
    }
}
