import Courses
import Testing

/// The whole policy, written out by hand: whoever changes a right changes this table.
@Suite struct PolicyMatrixTests {
    private static let rights = """
                          administrator  leader  manager  protectedReader
        readPlan          yes            yes     yes      no
        readRegister      yes            yes     no       no
        recordAttendance  yes            yes     no       no
        readFigures       yes            yes     yes      no
        readPeople        yes            no      no       no
        readContacts      yes            no      no       no
        readCallList      yes            yes     no       no
        readProtected     no             no      no       yes
        organise          yes            no      no       no
        importPeople      yes            no      no       no
        manageUsers       yes            no      no       no
        readAudit         yes            no      no       no
        """

    /// Rows are what a grant holds for, columns what something is done to. Group A1 and group A2
    /// lie in round A, group B1 in round B; the joint session is one of A1 and A2.
    private static let scopes = """
                 house  A    B    A1   A2   B1   joint  ofA1  ofB1
        house    yes    yes  yes  yes  yes  yes  yes    yes   yes
        A        no     yes  no   yes  yes  no   yes    yes   no
        B        no     no   yes  no   no   yes  no     no    yes
        A1       no     no   no   yes  no   no   yes    yes   no
        A2       no     no   no   no   yes  no   yes    no    no
        B1       no     no   no   no   no   yes  no     no    yes
        joint    no     no   no   no   no   no   yes    no    no
        ofA1     no     no   no   no   no   no   no     yes   no
        ofB1     no     no   no   no   no   no   no     no    yes
        """

    /// Of a grant from the 10th through the 20th, and of one from the 10th on.
    private static let days = """
                    bounded  open
        2020-03-09  no       no
        2020-03-10  yes      yes
        2020-03-15  yes      yes
        2020-03-20  yes      yes
        2020-03-21  no       yes
        """

    @Test(arguments: Role.allCases)
    func `every role may do what the table says, where and when it says, and nothing else`(
        role: Role
    ) throws {
        let (rights, scopes, days) = (
            Matrix(Self.rights), Matrix(Self.scopes), Matrix(Self.days)
        )
        try #require(Set(rights.rows) == Set(Right.allCases.map(\.rawValue)))
        try #require(Set(rights.columns) == Set(Role.allCases.map(\.rawValue)))
        try #require(scopes.rows == scopes.columns)
        for right in Right.allCases {
            for scope in scopes.rows {
                for day in days.rows {
                    for length in days.columns {
                        let actor = Self.actor([Self.grant(role, scope, length)])
                        for resource in scopes.columns {
                            let allowed = Policy.allows(
                                actor, right, on: try Self.resource(resource),
                                date: try #require(LocalDate(day)))
                            let expected =
                                rights[right.rawValue, role.rawValue] && scopes[scope, resource]
                                && days[day, length]
                            if allowed != expected {
                                Issue.record(
                                    "\(role) \(right) by \(scope), \(length), on \(resource), \(day)"
                                )
                            }
                        }
                    }
                }
            }
        }
    }

    @Test(arguments: Right.allCases)
    func `nobody may do anything without a grant`(right: Right) throws {
        for resource in Matrix(Self.scopes).columns {
            #expect(
                !Policy.allows(
                    Self.actor([]), right, on: try Self.resource(resource), date: .distantPast))
        }
    }

    @Test(arguments: Role.allCases)
    func `what is nobody's data needs some grant in force, wherever it holds`(
        role: Role
    ) throws {
        let grant = Self.grant(role, "ofB1", "bounded")
        let expected = Matrix(Self.rights)["readPlan", role.rawValue]
        for (date, isInForce) in [("2020-03-10", true), ("2020-03-21", false)] {
            let allowed: Void? = try? Policy.requireAnywhere(
                Self.actor([grant]), .readPlan, date: #require(LocalDate(date)))
            #expect((allowed != nil) == (expected && isInForce))
        }
        #expect(throws: NotAllowed(right: .readPlan)) {
            try Policy.requireAnywhere(Self.actor([]), .readPlan, date: .distantPast)
        }
    }

    @Test func `one grant's right does not reach as far as another grant`() throws {
        let actor = Self.actor([
            Self.grant(.leader, "house", "open"), Self.grant(.administrator, "A1", "open"),
        ])
        let date = try #require(LocalDate("2020-03-15"))
        #expect(Policy.allows(actor, .readRegister, on: try Self.resource("B1"), date: date))
        #expect(Policy.allows(actor, .organise, on: try Self.resource("A1"), date: date))
        #expect(!Policy.allows(actor, .organise, on: try Self.resource("B1"), date: date))
        #expect(!Policy.allows(actor, .organise, on: try Self.resource("A"), date: date))
        #expect(throws: NotAllowed(right: .organise)) {
            try Policy.require(actor, .organise, on: Self.resource("house"), date: date)
        }
    }

    @Test(arguments: Right.allCases)
    func `the command's operator may do all but read protected people`(right: Right) throws {
        for resource in Matrix(Self.scopes).columns {
            let allowed = Policy.allows(
                .commandOperator, right, on: try Self.resource(resource),
                date: try #require(LocalDate("2020-03-15")))
            #expect(allowed == (right != .readProtected))
        }
    }

    private static func actor(_ grants: [Grant]) -> Actor {
        Actor(identity: .person(Person.ID(bits: 1), userName: "someone"), grants: grants)
    }

    private static func grant(_ role: Role, _ scope: String, _ length: String) -> Grant {
        Grant(
            role: role, scope: Self.scope(scope), from: LocalDate("2020-03-10") ?? .distantPast,
            until: length == "open" ? nil : LocalDate("2020-03-20"))
    }

    private static func scope(_ name: String) -> Scope {
        switch name {
        case "house": .organisation
        case "A", "B": .round(round(name))
        case "A1", "A2", "B1": .group(group(name))
        default: .session(session(name))
        }
    }

    private static func resource(_ name: String) throws -> Resource {
        switch name {
        case "house": .organisation
        case "A", "B": .round(round(name))
        case "A1", "A2": .group(group(name), round: round("A"))
        case "B1": .group(group(name), round: round("B"))
        case "joint":
            .session(session(name), groups: [group("A1"), group("A2")], round: round("A"))
        case "ofA1": .session(session(name), groups: [group("A1")], round: round("A"))
        case "ofB1": .session(session(name), groups: [group("B1")], round: round("B"))
        default: throw UnknownName()
        }
    }

    private struct UnknownName: Error {}

    /// Ids differ between kinds only by type: a round and a group of equal bits stay apart.
    private static func round(_ name: String) -> Round.ID { Round.ID(bits: bits(name)) }
    private static func group(_ name: String) -> Group.ID { Group.ID(bits: bits(name) & 3) }
    private static func session(_ name: String) -> Session.ID { Session.ID(bits: bits(name) & 3) }

    private static func bits(_ name: String) -> UInt64 {
        switch name {
        case "A", "A1", "joint": 1
        case "A2", "ofA1": 2
        case "B1", "ofB1": 3
        default: 2
        }
    }
}

/// A table of yes and no with names on both sides.
private struct Matrix {
    let rows: [String]
    let columns: [String]
    private var yes: Set<[String]> = []

    init(_ text: String) {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        }
        columns = lines.first ?? []
        rows = lines.dropFirst().compactMap(\.first)
        for line in lines.dropFirst() {
            for (column, cell) in zip(columns, line.dropFirst()) where cell == "yes" {
                yes.insert([line[0], column])
            }
        }
    }

    subscript(row: String, column: String) -> Bool { yes.contains([row, column]) }
}
