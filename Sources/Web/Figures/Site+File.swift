import Courses
import Desk
import Hummingbird

/// The forms in which a table is taken along.
enum FileKind: String {
    case csv, xlsx, json

    /// By how a path ends; a list where it says nothing.
    init(of path: String) {
        self = path.split(separator: ".").last.flatMap { FileKind(rawValue: String($0)) } ?? .csv
    }

    fileprivate var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json"
        }
    }
}

extension Site {
    /// A report to be kept.
    ///
    /// - Parameter list: what CSV consists of; nil for what Excel in Sweden opens.
    func file(
        _ report: Report, named name: String, as kind: FileKind, list: [UInt8]? = nil
    ) throws -> Response {
        let bytes =
            switch kind {
            case .csv: list ?? Array(report.csv(forExcel: true).utf8)
            case .xlsx: Array(try report.workbook())
            case .json: report.wire
            }
        let rounds = report.stamp.rounds.map { "-" + $0 }.joined()
        let file = "samsprak-\(name)\(rounds)-\(report.stamp.asOf).\(kind.rawValue)"
        return Response(
            status: .ok,
            headers: [
                .contentType: kind.contentType,
                .contentDisposition: "attachment; filename=\"\(file)\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
