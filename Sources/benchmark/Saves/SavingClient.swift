import Courses
import Foundation

/// A signed-in leader who saves a whole register: fifteen marks, each really changed each time.
final class SavingClient {
    let connection: Connection
    private let leader: Leader
    private let cookie: String
    private let entropy: Entropy
    private var sequence = 0
    private var round = 0
    private(set) var saved = 0

    init(_ leader: Leader, port: UInt16) throws {
        self.leader = leader
        connection = try Connection(port: port)
        entropy = .seeded(UInt64(leader.group))
        cookie = try Self.signIn(leader, connection)
    }

    private static func signIn(_ leader: Leader, _ connection: Connection) throws -> String {
        let form = "userName=\(leader.userName)&password=\(Leader.password)"
        let answer = try connection.answer(
            to: Array(
                """
                POST /sign-in HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: \(form.utf8.count)\r
                \r
                \(form)
                """.utf8))
        let cookie = Connection.field("set-cookie", in: answer.head)?.prefix { $0 != ";" }
        guard answer.status == 303, let cookie else {
            throw BenchmarkError.unexpectedAnswer(answer.head)
        }
        return String(cookie)
    }

    /// The next save as a request.
    func request() -> [UInt8] {
        let session = leader.sessions[round % leader.sessions.count]
        let minutes = 1 + round / leader.sessions.count % 100
        let version = 1 + round / leader.sessions.count
        let now = Clock.benchmark.now().description
        let acts = leader.people.map { person in
            sequence += 1
            return """
                {"id":"\(entropy.actID())","seq":\(sequence),"session":"\(session.id)",\
                "at":"\(now)","kind":"mark","person":"\(person.id)","base":\(version),\
                "value":"present","lateMinutes":\(minutes),"mode":"remote","role":"member"}
                """
        }
        round += 1
        let body = """
            {"version":1,"batch":"\(round)","device":"\(leader.userName)","sentAt":"\(now)",\
            "acts":[\(acts.joined(separator: ","))]}
            """
        let head = """
            POST /api/v1/acts HTTP/1.1\r
            Host: localhost\r
            Cookie: \(cookie)\r
            Content-Type: application/json\r
            Content-Length: \(body.utf8.count)\r
            \r

            """
        return Array((head + body).utf8)
    }

    /// Every one of the marks must have been accepted.
    func check(_ answer: Connection.Answer) throws {
        guard answer.status == 200, Self.accepted(in: answer.body) == World.peopleInGroup else {
            throw BenchmarkError.unexpectedAnswer(
                answer.head + String(decoding: answer.body, as: UTF8.self))
        }
        saved += 1
    }

    private static func accepted(in body: ArraySlice<UInt8>) -> Int {
        var rest = body
        var count = 0
        while let place = rest.firstPlace(of: "\"accepted\"") {
            count += 1
            rest = rest[(place + 10)...]
        }
        return count
    }
}
