/// A municipality's days without school, kept under a name such as "Läsår 2026/27".
package struct BreakCalendar: Sendable, Equatable {
    package typealias ID = Identifier<BreakCalendar>

    package let id: ID
    /// Unique in the organisation.
    package let name: String
    /// By their first day.
    package let breaks: [SchoolBreak]

    package init(id: ID, name: String, breaks: [SchoolBreak]) {
        self.id = id
        self.name = name
        self.breaks = breaks
    }
}
