package import Courses

/// Figures broken down, with the total over everything.
package struct FiguresTable: Sendable, Equatable {
    package let asOf: LocalDate
    /// What it was narrowed to.
    package let filter: FiguresFilter
    /// Each once, in the order of the rows' keys.
    package let dimensions: [Dimension]
    /// In the order of their keys: rounds by first day, languages by tag, groups by name, what is
    /// unknown last. Only rows behind which something stands; none without dimensions.
    package let rows: [Row]
    /// Counted over everything, never the sum of the rows; nil only what has no meaning in what
    /// was narrowed.
    package let total: Figures

    package init(
        asOf: LocalDate, filter: FiguresFilter = FiguresFilter(), dimensions: [Dimension],
        rows: [Row], total: Figures
    ) {
        self.asOf = asOf
        self.filter = filter
        self.dimensions = dimensions
        self.rows = rows
        self.total = total
    }

    package struct Row: Sendable, Equatable {
        package let key: [DimensionValue]
        package let figures: Figures

        package init(key: [DimensionValue], figures: Figures) {
            self.key = key
            self.figures = figures
        }
    }
}
