/// A mark that counts; at most one for each person and session.
///
/// Sixteen bytes: figures go through millions of them. What other modules ask of each is inlinable,
/// for else it would be a call.
@usableFromInline
package struct MarkFact: Sendable, Equatable {
    @usableFromInline package var session: Int32
    @usableFromInline package var person: Int32
    /// Position of the session that a make-up stands in for, or `Facts.none`.
    @usableFromInline package var makeUpFor: Int32
    /// The code in the lowest four bits, then twice fourteen bits of minutes.
    @usableFromInline var bits: UInt32

    /// Minutes above this are told as this: no session is as long.
    @inlinable static var mostMinutes: UInt32 { 0x3FFF }

    @inlinable
    package init(
        session: Int32, person: Int32, code: MarkCode, makeUpFor: Int32, late: Int64,
        leftEarly: Int64
    ) {
        self.session = session
        self.person = person
        self.makeUpFor = makeUpFor
        bits =
            UInt32(code.bits) | min(UInt32(clamping: late), Self.mostMinutes) << 4
            | min(UInt32(clamping: leftEarly), Self.mostMinutes) << 18
    }

    package init(
        session: Int32, person: Int32, value: AttendanceCode, role: MarkRoleCode = .member,
        makeUpFor: Int32 = Facts.none, late: Int16 = 0, leftEarly: Int16 = 0
    ) {
        self.init(
            session: session, person: person, code: MarkCode(value, as: role),
            makeUpFor: makeUpFor, late: Int64(late), leftEarly: Int64(leftEarly))
    }
}

extension MarkFact {
    @inlinable package var code: MarkCode { MarkCode(bits: UInt8(truncatingIfNeeded: bits)) }
    package var value: AttendanceCode { code.value }
    package var role: MarkRoleCode { code.role }
    /// Minutes; 0 where none were told.
    @inlinable package var late: Int { Int(bits >> 4 & Self.mostMinutes) }
    @inlinable package var leftEarly: Int { Int(bits >> 18) }
}
