import Courses
import Localisation

extension ReportError: Wordable {
    var worded: WordedError {
        switch self {
        case .damaged(let id):
            WordedError(
                .invalid, "reportDamaged",
                Message("report.error.damaged", ["report": .text(id.description)]))
        case .unchanged(let id):
            WordedError(
                .conflict, "reportUnchanged",
                Message("report.error.unchanged", ["report": .text(id.description)]))
        case .noRestatement(let id):
            WordedError(
                .invalid, "noRestatement",
                Message("report.error.noRestatement", ["report": .text(id.description)]))
        }
    }
}
