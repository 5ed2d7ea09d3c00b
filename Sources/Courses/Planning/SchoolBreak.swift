/// Days without school, first and last included; what municipality has them is its own decision.
package struct SchoolBreak: Hashable, Sendable, Codable {
    package let name: String
    package let first: LocalDate
    package let last: LocalDate

    package init(name: String, first: LocalDate, last: LocalDate) {
        self.name = name
        self.first = first
        self.last = last
    }

    package func contains(_ date: LocalDate) -> Bool { first <= date && date <= last }
}
