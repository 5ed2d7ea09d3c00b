import Courses
import Localisation

/// Which sheet is asked for.
struct SheetChoice: Sendable {
    /// Of the session or the group.
    let address: String
    let isOfGroup: Bool
    let month: SheetMonth?
    /// Whether what is recorded stands in the boxes, instead of nothing.
    let showsMarks: Bool
    /// A list for people's own signatures, one page a session, instead of boxes to mark in.
    var isEvidence = false

    /// Leads to the whole round and to each month that has a session.
    static func links(
        of dates: [LocalDate], at address: String, visitor: Visitor
    ) -> [SessionLink] {
        var months: [SheetMonth] = []
        for month in dates.map(SheetMonth.init) where !months.contains(month) {
            months.append(month)
        }
        return [SessionLink(href: address, label: visitor.say(Message("sheet.whole")))]
            + months.map { month in
                SessionLink(
                    href: "\(address)?month=\(month)",
                    label: visitor.localiser.date(month.firstDay, style: .monthYear))
            }
    }
}

/// A month of a year, `2020-04`.
struct SheetMonth: Sendable, Equatable, LosslessStringConvertible {
    let firstDay: LocalDate

    init(_ date: LocalDate) {
        firstDay = date.adding(days: 1 - date.day)
    }

    /// Digits of any script.
    init?(_ text: String) {
        guard let date = LocalDate(asciiDigits(text) + "-01") else { return nil }
        self.init(date)
    }

    var description: String { String(firstDay.description.prefix(7)) }

    func contains(_ date: LocalDate) -> Bool { SheetMonth(date) == self }
}
