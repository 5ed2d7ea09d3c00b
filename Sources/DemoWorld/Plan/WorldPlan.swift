import Courses
import FoundationEssentials

/// The world as `Fixtures/world.json` tells it.
struct WorldPlan: Decodable, Sendable {
    let organisation: Named
    let programme: ProgrammePlan
    /// The day on which the organisation, its programme and its users are entered.
    let preparedOn: LocalDate
    /// Of everybody who can sign in.
    let password: String
    /// Leaders sign their sessions off to this day and don't later.
    let signedOffThrough: LocalDate
    let breaks: [SchoolBreak]
    let staff: [StaffPlan]
    let rounds: [RoundPlan]
    let unknownGender: [String]
    let events: [EventPlan]

    struct Named: Decodable, Sendable {
        let code: String
        let name: String
    }

    struct ProgrammePlan: Decodable, Sendable {
        let code: String
        let name: String
        /// What it is about, by language tag.
        let about: [String: String]
    }

    static func embedded() throws -> WorldPlan {
        try JSONDecoder().decode(WorldPlan.self, from: Data(try Fixture.bytes("world.json")))
    }
}

struct StaffPlan: Decodable, Sendable {
    let user: String
    let roles: [Role]
    let language: Language
    let gender: Gender
    let latin: [String]
    let native: [String]?
}

struct RoundPlan: Decodable, Sendable {
    let code: String
    let name: String
    let firstDay: LocalDate
    /// Nil for one that goes on.
    let endsOn: LocalDate?
    let rules: CourseRules
    let groups: [GroupPlan]
}

/// A group and how many come how; its members are numbered from 1, those who come regularly
/// first, then those who leave, then those who never come.
struct GroupPlan: Decodable, Sendable {
    let name: String
    let languages: [Language]
    let interpretedInto: [Language]?
    let bilingual: Bool?
    let openTo: OpenTo?
    let venue: String
    let slot: Slot
    let leaders: [String]
    let interpreters: [String]?
    let childcarePlaces: Int
    let regular: Int
    let leaving: Int?
    let absent: Int?
    /// Members of earlier groups, who take the first numbers.
    let returning: [String]?
    let couples: [CouplePlan]?

    var size: Int { regular + (leaving ?? 0) + (absent ?? 0) }

    var delivery: Delivery {
        if let interpretedInto { return .interpreted(into: interpretedInto) }
        return bilingual == true ? .bilingual : .leaderSpeaks
    }

    /// What its members speak.
    var memberLanguages: [Language] { interpretedInto ?? languages }

    func conduct(of position: Int) -> Conduct {
        if position <= regular { return .regular }
        return position <= regular + (leaving ?? 0) ? .leaving : .neverComes
    }
}

struct CouplePlan: Decodable, Sendable {
    /// Two members by number, the woman first.
    let who: [Int]
    let children: Int
}

enum Conduct: Sendable {
    /// Reaches the round's threshold, as far as the round gets.
    case regular
    /// Comes a few times, at most one below the threshold.
    case leaving
    case neverComes
}
