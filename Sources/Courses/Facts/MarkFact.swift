/// A mark that counts; at most one for each person and session.
///
/// Sixteen bytes: figures go through millions of them. What other modules ask of each is inlinable,
/// for else it would be a call.
@usableFromInline
package struct MarkFact: Sendable, Equatable {
    @usableFromInline package var session: Int32
    @usableFromInline package var person: Int32
    /// Of a make-up, the session that it stands in for; of any other mark, the place by which its
    /// person sits there, where that is known. A position, or `Facts.none`.
    @usableFromInline var reference: Int32
    /// The code in the lowest four bits, then twice fourteen bits of minutes.
    @usableFromInline var bits: UInt32

    /// Minutes above this are told as this: no session is as long.
    @inlinable static var mostMinutes: UInt32 { 0x3FFF }

    /// - Parameter placement: nothing is looked up where it is known; a make-up's is not.
    @inlinable
    package init(
        session: Int32, person: Int32, code: MarkCode, placement: Int32, late: Int64,
        leftEarly: Int64
    ) {
        self.session = session
        self.person = person
        reference = code.isMakeUp ? -1 : placement
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
            placement: Facts.none, late: Int64(late), leftEarly: Int64(leftEarly))
        self.makeUpFor = makeUpFor
    }

    /// Of two that tell the same, one may know the place besides.
    @usableFromInline
    package static func == (one: MarkFact, other: MarkFact) -> Bool {
        (one.session, one.person, one.bits, one.makeUpFor)
            == (other.session, other.person, other.bits, other.makeUpFor)
    }
}

extension MarkFact {
    @inlinable package var code: MarkCode { MarkCode(bits: UInt8(truncatingIfNeeded: bits)) }
    /// Position of the session that a make-up stands in for, or `Facts.none`.
    package var makeUpFor: Int32 {
        get { code.isMakeUp ? reference : Facts.none }
        set { if code.isMakeUp { reference = newValue } }
    }
    /// Position of the only placement by which the person sits there, or `Facts.none` where it has
    /// to be looked up.
    @inlinable package var placement: Int32 { code.isMakeUp ? -1 : reference }
    package var value: AttendanceCode { code.value }
    package var role: MarkRoleCode { code.role }
    /// Minutes; 0 where none were told.
    @inlinable package var late: Int { Int(bits >> 4 & Self.mostMinutes) }
    @inlinable package var leftEarly: Int { Int(bits >> 18) }
}
