import Courses
package import Localisation

extension ReportChange {
    /// What was done, whoever did it and to what.
    package var message: Message {
        switch self {
        case .operation(_, let kind, _, _, _): kind.message
        case .act(_, let kind, _, _, _): Self.message(ofAct: kind)
        }
    }

    private static func message(ofAct kind: String) -> Message {
        switch kind {
        case "mark": Message("report.act.mark")
        case "clear": Message("report.act.clear")
        case "headcount": Message("report.act.headcount")
        case "sessionState": Message("report.act.sessionState")
        case "signOff": Message("report.act.signOff")
        case "retract": Message("report.act.retract")
        default: Message("report.act.other")
        }
    }
}
