package import Courses
package import Statistics

/// A page of the rows behind a number, with what the number is.
package struct FigureRows: Sendable {
    package struct Row: Sendable, Equatable {
        /// Nil where the row is about nobody.
        package var person: Person.ID?
        /// As the reader sees it: of a protected person the alias.
        package var name: String?
        package var isProtected = false
        package var session: Session.ID?
        package var date: LocalDate?
        /// The session's, in the first of the groups.
        package var number: Int?
        package var status: SessionStatus?
        /// By code.
        package var round: String?
        /// By the order of their names.
        package var groups: [Group.ID] = []
        /// Nil for somebody of whom nothing was said.
        package var mark: MarkFact?
        package var headcount: Headcount?
        package var amount = 1
        /// Of a rate: it counts in the numerator, too.
        package var isInNumerator = false
        package var days: Int?

        package init() {}
    }

    package struct Headcount: Sendable, Equatable {
        package let language: Language?
        package let gender: Gender
        package let isChildcare: Bool
    }

    package static let pageSize = 200

    package let number: CountedNumber
    package let key: FiguresKey
    /// By codes, narrowed to the key and no wider than the reader's right.
    package let filter: FiguresFilter
    package let names: FigureNames
    package let asOf: LocalDate
    /// The number itself: the rows' sum, of a rate the denominator.
    package let sum: Int
    /// Of a rate; else nil.
    package let numerator: Int?
    /// On all pages.
    package let count: Int
    /// Nil for all rows at once; else from 1.
    package let page: Int?
    package let rows: [Row]
    /// The numbers of the same selection behind which the reader may look, too.
    package var related: [CountedNumber] = []

    package init(
        number: CountedNumber, key: FiguresKey, filter: FiguresFilter, names: FigureNames,
        asOf: LocalDate, sum: Int, numerator: Int?, count: Int, page: Int?, rows: [Row]
    ) {
        self.number = number
        self.key = key
        self.filter = filter
        self.names = names
        self.asOf = asOf
        self.sum = sum
        self.numerator = numerator
        self.count = count
        self.page = page
        self.rows = rows
    }

    package var pages: Int { max(1, (count + Self.pageSize - 1) / Self.pageSize) }

    /// How many rows come before these.
    package var offset: Int { page.map { ($0 - 1) * Self.pageSize } ?? 0 }

    /// What was asked for, by codes: for the audit, which names nobody.
    var question: String {
        (["measure=\(number.code)"] + filter.fields + (page.map { ["page=\($0)"] } ?? []))
            .joined(separator: " ")
    }
}
