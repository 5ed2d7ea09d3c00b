import Courses
import Testing

@Suite struct MarkFactTests {
    @Test(arguments: AttendanceCode.allCases, MarkRoleCode.allCases)
    func `a mark tells what was said of it`(_ value: AttendanceCode, _ role: MarkRoleCode) {
        let missed = role == .makeUp ? Int32(3) : Facts.none
        let mark = MarkFact(
            session: 1, person: 2, value: value, role: role, makeUpFor: missed, late: 300,
            leftEarly: 7)
        #expect(mark.value == value && mark.role == role)
        #expect(mark.session == 1 && mark.person == 2 && mark.makeUpFor == missed)
        #expect(mark.late == 300 && mark.leftEarly == 7)
        #expect(mark.placement == Facts.none)
        #expect(mark.code.counts == (role == .member || value == .present))
        #expect(mark.code.isAttendance == (role == .member && value == .present))
        #expect(mark.code.isParticipation == (role != .guest && value == .present))
    }

    /// As they lie on disk, and as they are told.
    static let minutes: [(Int64, Int)] = [
        (-1, 0), (0, 0), (1, 1), (16_383, 16_383), (16_384, 16_383), (.max, 16_383),
    ]

    @Test(arguments: minutes)
    func `more minutes than any session has are told as many`(_ said: Int64, _ told: Int) {
        let code = MarkCode(.present, as: .member)
        let late = MarkFact(
            session: 0, person: 0, code: code, placement: 4, late: said, leftEarly: 0)
        #expect(late.late == told && late.leftEarly == 0)
        #expect(late.code == code && late.placement == 4)
        let early = MarkFact(
            session: 0, person: 0, code: code, placement: 4, late: 0, leftEarly: said)
        #expect(early.late == 0 && early.leftEarly == told && early.code == code)
    }

    @Test func `a mark whose place is known is the same mark`() {
        let known = MarkFact(
            session: 1, person: 2, code: MarkCode(.notified, as: .member), placement: 4, late: 0,
            leftEarly: 0)
        #expect(known == MarkFact(session: 1, person: 2, value: .notified))
        #expect(known != MarkFact(session: 1, person: 2, value: .unnotified))
    }

    @Test(arguments: UInt8(0)...255)
    func `whatever four bits lie on disk are one of twelve codes`(_ bits: UInt8) {
        let code = MarkCode(bits: bits)
        #expect(code.bits < 12)
        #expect(MarkCode(code.value, as: code.role) == code)
    }
}
