import ArgumentParser
import Desk
import FoundationEssentials

/// In which form figures are given, and where they go.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table, csv, json, xlsx
    }

    @Option(help: "table, csv, json or xlsx. (default: table, with --json json)")
    var format: Format?
    @Flag(help: "CSV as Excel in Sweden opens it: semicolons and a byte order mark.")
    var excel = false
    @Option(
        help: ArgumentHelp(
            "The file that is written, which must not be there yet. (default: standard output)",
            valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        if format == .xlsx, output == nil { throw UsageError.workbookNeedsFile }
    }

    /// The report in the form that was asked for, or that it was written into the file.
    func answer(_ report: Report, json: JSON, lines: String, asJSON: Bool) throws -> Answer {
        let form = format ?? (asJSON ? .json : .table)
        guard let output else {
            return Answer(json: json, text: text(of: report, as: form, json, lines))
        }
        do {
            let bytes =
                form == .xlsx
                ? try report.workbook() : Data(text(of: report, as: form, json, lines).utf8)
            try bytes.write(to: URL(filePath: output), options: .withoutOverwriting)
        } catch {
            throw CommandError.fileUnwritable(path: output)
        }
        return Answer(json: ["written": .string(output)], text: "")
    }

    private func text(
        of report: Report, as form: Format, _ json: JSON, _ lines: String
    ) -> String {
        switch form {
        case .table, .xlsx: lines
        case .json: json.text
        case .csv: report.csv(forExcel: excel)
        }
    }
}
