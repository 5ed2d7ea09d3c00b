import Courses
import Desk

@testable import Web

extension Samples {
    static func reviewPages(_ visitor: Visitor) -> [Sample] {
        let told = [
            SettledStatement(id: ActID(high: 9, low: 1), outcome: .takenIn),
            SettledStatement(id: ActID(high: 9, low: 2), outcome: .against(.notOnRoster)),
        ]
        return [
            Sample(
                template: "review",
                page: review(visitor, waiting, ReviewTold(told).notices(for: visitor))),
            Sample(
                template: "review", variant: ".signed", page: review(visitor, [waiting[3]], [])),
            Sample(
                template: "review", variant: ".elsewhere", page: review(visitor, [waiting[4]], [])),
            Sample(template: "review", variant: ".none", page: review(visitor, [], [])),
        ]
    }

    private static func review(
        _ visitor: Visitor, _ waiting: [WaitingStatement], _ notices: [Notice]
    ) -> ReviewPage {
        ReviewPage(
            layout: { _ in layout(visitor) }, visitor: visitor, waiting: waiting,
            groups: [group.id: group], sessions: [overview(day: 0)], reasons: [ownWish],
            notices: notices)
    }

    private static let person = Person.ID(bits: 1)
    private static let present = Mark(
        value: .present(lateMinutes: 10, leftEarlyMinutes: nil), mode: .onsite, role: .member)
    private static let absent = Mark(
        value: .absent(.unnotified), mode: .onsite, role: .member)

    /// One of each kind of reason.
    private static var waiting: [WaitingStatement] {
        [
            statement(
                1, .needsReview, overview(day: 0), .mark(person, absent, base: 0, reason: nil),
                standing: .mark(absent), .alreadySo),
            statement(
                2, .needsReview, overview(day: 0),
                .headcount(children, count: 4, base: 0, reason: nil),
                standing: .count(2), .possible),
            statement(
                3, .kept(.notOnRoster), overview(day: 0),
                .mark(person, present, base: 0, reason: nil), .against(.notOnRoster),
                asGuest: .possible),
            statement(
                4, .kept(.signedOff), overview(day: -7),
                .mark(person, absent, base: 0, reason: nil), .possibleWithReason),
            statement(
                5, .kept(.unknownSession), nil, .mark(person, present, base: 0, reason: nil),
                .against(.unknownSession)),
            statement(6, .kept(.malformed), nil, nil, .against(.malformed)),
        ]
    }

    private static let children = HeadcountKey(
        category: "childcare", language: nil, gender: nil, ageBand: nil)

    private static func statement(
        _ number: UInt64, _ outcome: ActOutcome, _ session: SessionOverview?,
        _ said: Act.Statement?, standing: PastValueAnswer? = nil,
        _ takingIn: WaitingStatement.Prospect, asGuest: WaitingStatement.Prospect? = nil
    ) -> WaitingStatement {
        let isAboutSomebody =
            if case .mark? = said { true } else { false }
        return WaitingStatement(
            id: ActID(high: 7, low: number), outcome: outcome, session: session,
            namedSession: session?.session.id, statement: said,
            happenedAt: now, arrivedAt: now,
            by: number == 6 ? nil : DisplayName(native: nil, latin: "Layla <b>"),
            name: isAboutSomebody ? DisplayName(native: "أمل حسن", latin: "Amal Hassan") : nil,
            standing: standing, version: 1, takingIn: takingIn, asGuest: asGuest)
    }
}
