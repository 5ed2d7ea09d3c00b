import Courses
import Store
import Testing

@testable import Desk

@Suite struct PasswordTests {
    private static let password = "ett gammalt lösenord"
    /// As passwords were kept before parallelism was written: N = 2¹⁵, r = 8, p = 1.
    private static let former =
        "scrypt$32768$8$MDEyMzQ1Njc4OWFiY2RlZg==$DuELJ0dNQ9z3IcoizYbrB92t7wVDQh64o7nj+4TQ/hw="

    @Test func `a password fits its hash alone`() throws {
        let hash = try PasswordHash.make(Self.password, salt: Array(0..<16), .full)
        #expect(PasswordHash.verify(Self.password, against: hash))
        #expect(!PasswordHash.verify(Self.password + "!", against: hash))
        #expect(!PasswordHash.verify(Self.password, against: PasswordHash.decoy(.full)))
        #expect(!PasswordHash.verify(Self.password, against: "scrypt$nonsense"))
    }

    @Test func `a hash made before still fits, and is renewed without signing anybody out`()
        async throws
    {
        let world = try await TestWorld()
        let person = try await world.desk.addUser(
            NewUser(
                userName: "amal", name: PersonName(latin: [NamePart(.whole, "Amal")]),
                password: nil, language: .swedish, grants: []),
            as: .commandOperator)
        let former = Self.former
        try await world.desk.write { try $0.setPassword(former, of: person) }
        let first = try await world.desk.signIn(userName: "amal", password: Self.password)
        let stored = try await world.desk.store.read { try $0.password(of: "amal") }
        #expect(stored.map { PasswordHash.isMade($0, at: .full) } == true)
        let second = try await world.desk.signIn(userName: "amal", password: Self.password)
        for token in [first.token, second.token] {
            #expect(try await world.desk.account(token: token) != nil)
        }
    }
}
