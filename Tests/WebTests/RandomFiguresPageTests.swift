import Courses
import DemoWorld
import FoundationEssentials
import HTTPTypes
import Logging
import Statistics
import Store
import Testing

@testable import Desk
@testable import Web

/// Addresses made by chance, on the demo world.
@Suite struct RandomFiguresPageTests {
    private static let addresses =
        ProcessInfo.processInfo.environment["SAMSPRAK_LONG_TESTS"] == nil ? 60 : 600

    @Test func `whatever is asked of the demo world's figures, no page fails`() async throws {
        let (desk, summary) = try await DemoWorld.inMemory()
        let manager = try #require(summary.users.first { $0.roles.contains(.administrator) })
        let choices = try await desk.figuresChoices(as: .commandOperator)
        var dice = UInt64(11)
        func next(_ bound: Int) -> Int {
            dice = dice &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(dice >> 33) % bound
        }
        var addresses: [String] = []
        for _ in 0..<Self.addresses {
            var question = FiguresQuestion()
            for _ in 0..<next(4) {
                let dimension = Dimension.allCases[next(Dimension.allCases.count)]
                let values = choices.values(of: dimension)
                guard !values.isEmpty else { continue }
                question.filter[dimension].append(values[next(values.count)].code)
            }
            for _ in 0..<next(4) {
                let dimension = Dimension.allCases[next(Dimension.allCases.count)]
                if !question.by.contains(dimension) { question.by.append(dimension) }
            }
            question.compares = next(4) == 0
            let path = [
                "/figures", "/figures", "/figures/table.csv", "/figures/table.xlsx",
                "/figures/rows", "/figures/rows.csv",
            ][next(6)]
            guard path.hasPrefix("/figures/rows") else {
                addresses.append(question.address(path))
                continue
            }
            let numbers = CountedNumber.allCases.filter { $0.hasMeaning(in: question.filter) }
            addresses.append(
                RowsQuestion(question, numbers[next(numbers.count)], page: next(3))
                    .address(path))
        }
        let token = Desk.secret()
        try await desk.write { writing in
            guard let account = try writing.reading.account(userName: manager.userName) else {
                throw AccountError.unknownUser(manager.userName)
            }
            try writing.signIn(
                account.person, token: Desk.digest(token),
                until: writing.now.adding(milliseconds: Desk.signInLasts), from: .unknown)
        }
        let application = try await WebApplication(
            desk: desk,
            settings: Settings(
                port: 0, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }))
        let browser = Browser(client: RouterClient(application), token: token)
        for address in addresses {
            let answer = try await browser.get(address)
            // Rows that would tell too much of somebody protected are refused in words.
            let isRefused =
                answer.status == .forbidden && address.hasPrefix("/figures/rows")
                && answer.body.contains("skyddade personuppgifter")
            #expect(answer.status == .ok || isRefused, "\(address)")
        }
    }
}
