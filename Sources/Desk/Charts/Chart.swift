/// A figure with its finding, in its reader's words: the picture, the table and the CSV file are
/// made from this.
package struct Chart: Sendable, Equatable {
    package enum Name: String, CaseIterable, Sendable {
        case participation, retention, capacity, waiting
        /// Of one group.
        case attendance
    }

    package let name: Name
    /// What is seen, as a plain sentence.
    package let finding: String
    /// How it is read, with what it counts.
    package let description: String
    /// Nil where there is nothing to draw.
    package let plot: Plot?
    /// Its title says what is shown.
    package let report: Report

    package init(
        name: Name, finding: String, description: String, plot: Plot?, report: Report
    ) {
        self.name = name
        self.finding = finding
        self.description = description
        self.plot = plot
        self.report = report
    }
}

/// What a figure draws.
package enum Plot: Sendable, Equatable {
    case bars(SmallBars)
    case steps(Steps)
    case seats(SeatBars)
    case dots(WaitDots)
    case strip(Strip)
}

/// Small bars over time, one panel a language, all to the same scale.
package struct SmallBars: Sendable, Equatable {
    package struct Panel: Sendable, Equatable {
        package let name: String
        /// One for each slot.
        package let values: [Int]

        package init(name: String, values: [Int]) {
            self.name = name
            self.values = values
        }
    }

    /// What stands below, the first first.
    package let slots: [String]
    package let panels: [Panel]

    package init(slots: [String], panels: [Panel]) {
        self.slots = slots
        self.panels = panels
    }
}

/// How many of those placed are left, session by session.
package struct Steps: Sendable, Equatable {
    package struct Step: Sendable, Equatable {
        package let number: Int
        package let left: Int
        /// The denominator, at least 1.
        package let placed: Int

        package init(number: Int, left: Int, placed: Int) {
            self.number = number
            self.left = left
            self.placed = placed
        }
    }

    package let leftText: String
    package let numberText: String
    package let placedText: String
    package let steps: [Step]

    package init(leftText: String, numberText: String, placedText: String, steps: [Step]) {
        self.leftText = leftText
        self.numberText = numberText
        self.placedText = placedText
        self.steps = steps
    }
}

/// Groups against their capacity, and at the end those who wait.
package struct SeatBars: Sendable, Equatable {
    package struct Bar: Sendable, Equatable {
        package let name: String
        package let people: Int
        /// Nil for those who wait.
        package let maximum: Int?

        package init(name: String, people: Int, maximum: Int?) {
            self.name = name
            self.people = people
            self.maximum = maximum
        }
    }

    package let bars: [Bar]

    package init(bars: [Bar]) {
        self.bars = bars
    }
}

/// How many waited how long, a row a language.
package struct WaitDots: Sendable, Equatable {
    package enum Dot: Sendable, Equatable {
        case none
        /// So few that their number isn't told.
        case few
        case people(Int)
    }

    package struct Row: Sendable, Equatable {
        package let name: String
        package let dots: [Dot]
        /// Days.
        package let median: Int?
        package let medianText: String?

        package init(name: String, dots: [Dot], median: Int?, medianText: String?) {
            self.name = name
            self.dots = dots
            self.median = median
            self.medianText = medianText
        }
    }

    /// Of a dot, from 1 on.
    package let weeks: Int
    package let rows: [Row]
    /// What stands for 1 to 4.
    package let fewText: String
    package let axisText: String

    package init(weeks: Int, rows: [Row], fewText: String, axisText: String) {
        self.weeks = weeks
        self.rows = rows
        self.fewText = fewText
        self.axisText = axisText
    }
}

/// Who was there, person by person and session by session.
package struct Strip: Sendable, Equatable {
    package enum Sign: String, CaseIterable, Sendable {
        case present, late, notified, unnotified, excused
        /// Nobody has said anything; that is not absence.
        case unknown
        /// Not on the roster that day.
        case notExpected
    }

    package struct Row: Sendable, Equatable {
        package let name: String
        package let signs: [Sign]

        package init(name: String, signs: [Sign]) {
            self.name = name
            self.signs = signs
        }
    }

    package struct Key: Sendable, Equatable {
        package let sign: Sign
        package let text: String

        package init(sign: Sign, text: String) {
            self.sign = sign
            self.text = text
        }
    }

    /// The sessions' numbers.
    package let columns: [Int]
    package let rows: [Row]
    package let keys: [Key]

    package init(columns: [Int], rows: [Row], keys: [Key]) {
        self.columns = columns
        self.rows = rows
        self.keys = keys
    }
}
