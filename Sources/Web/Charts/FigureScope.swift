import Courses
import Desk
import Hummingbird
import Localisation

/// What pictures and the printed report are about, as the address says it.
struct FigureScope: Sendable {
    let rounds: [Round]
    /// None for all.
    let chosen: [Round]

    var codes: [String] { chosen.map(\.code) }

    /// Where the choice is between one and all.
    var only: Round? { chosen.count == 1 ? chosen.first : nil }

    /// The address with what narrows it.
    func address(_ path: String, group: Group.ID? = nil) -> String {
        let rounds = chosen.map { "round=" + LocalAddress.encoded($0.code) }
        let asked = rounds + (group.map { ["group=\($0)"] } ?? [])
        return asked.isEmpty ? path : path + "?" + asked.joined(separator: "&")
    }
}

extension Site {
    /// The one place that reads it from a request.
    func figureScope(of request: Request, as actor: Actor) async throws -> FigureScope {
        let rounds = try await desk.rounds(as: actor)
        let asked = request.uri.queryParameters.getAll("round").flatMap {
            $0.split(separator: ",").map(String.init)
        }
        return FigureScope(rounds: rounds, chosen: rounds.filter { asked.contains($0.code) })
    }
}
