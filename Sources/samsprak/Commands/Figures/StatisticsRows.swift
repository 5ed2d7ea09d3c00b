import ArgumentParser
import Courses
import Desk
import Localisation
import Statistics

/// The rows behind a number.
struct StatisticsRows: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "rows",
        abstract: "The rows that a number of the figures counts, one by one.",
        discussion: """
            Their count is the number; of minutes, study hours, headcounts, statements in review \
            and days the sum is. People are told by name in a table and in JSON, protected ones \
            by their alias, and in CSV by their ids. Each reading of people is recorded.
            """)

    @Option(
        help: ArgumentHelp(
            "Which number, by the name that the figures' JSON gives it.", valueName: "measure"))
    var measure: String
    @Option(parsing: .singleValue, help: "A round, by code or id; may be repeated. (default: all)")
    var round: [String] = []
    @OptionGroup var narrowing: FilterOptions
    @Option(
        parsing: .singleValue,
        help: ArgumentHelp(
            "A row of the figures, such as language=ar: one value of each dimension that they "
                + "are broken down by; may be repeated. (default: the total)",
            valueName: "dimension=value"))
    var key: [String] = []
    @OptionGroup var form: ReportOptions
    @OptionGroup var options: DatabaseOptions

    func run(in context: CommandContext) async throws -> Answer {
        guard let number = CountedNumber(code: measure) else {
            throw FiguresFilterError.unknownNumber(measure)
        }
        let rows = try await context.desk.figureRows(
            behind: number, filter: try narrowing.filter(rounds: round),
            key: try FiguresKey(asked: try fields()), as: context.actor, context.localiser
        ) { context.name($0) }
        let report = rows.report(context.localiser)
        return try form.answer(
            report, json: rows.json, lines: rows.lines(report, context),
            asJSON: options.output.json)
    }

    private func fields() throws(FiguresFilterError) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        for text in key {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { throw .unknownDimension(text) }
            fields.append((String(parts[0]), String(parts[1])))
        }
        return fields
    }
}

extension FigureRows {
    /// The shape that others build on; its version rises when a member changes its meaning.
    fileprivate var json: JSON {
        var members: JSON = [
            "version": .number(1), "ruleVersion": .number(Figures.ruleVersion),
            "asOf": .described(asOf), "use": "internal", "measure": .string(number.code),
            "key": .object(
                key.dimensions.map {
                    JSON.Member(name: $0.rawValue, value: .described(key[$0]))
                }),
            "filter": .list(filter.fields), "count": .number(sum),
        ]
        if let numerator { members = members.with(["numerator": .number(numerator)]) }
        return members.with(["rows": .array(rows.map(\.json))])
    }

    fileprivate func lines(_ report: Report, _ context: CommandContext) -> String {
        let localiser = context.localiser
        let count =
            numerator.map {
                localiser(Message("figures.of", ["part": .number($0), "whole": .number(sum)]))
            } ?? localiser.number(sum)
        return report.lines(
            context, heading: report.title + ": " + Bidi.isolate(count, in: localiser.direction),
            whenEmpty: Message("figures.rowsNone"))
    }
}

extension FigureRows.Row {
    fileprivate var json: JSON {
        [
            "person": .described(person), "name": .described(name),
            "protected": .bool(isProtected), "round": .described(round),
            "groups": .list(groups), "session": .described(session), "date": .described(date),
            "number": .number(number), "status": .described(status?.rawValue),
            "mark": mark?.json ?? .null, "headcount": headcount?.json ?? .null,
            "amount": .number(amount), "days": .number(days),
        ]
    }
}

extension MarkFact {
    fileprivate var json: JSON {
        [
            "value": .string(value.rawValue), "role": .string(role.rawValue),
            "lateMinutes": .number(late), "leftEarlyMinutes": .number(leftEarly),
        ]
    }
}

extension FigureRows.Headcount {
    fileprivate var json: JSON {
        [
            "language": .described(language?.rawValue), "gender": .string(gender.rawValue),
            "childcare": .bool(isChildcare),
        ]
    }
}
