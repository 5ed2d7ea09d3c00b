import Statistics
import Testing

@Suite struct AgeBandsTests {
    @Test(arguments: [[], [1, 18], [0, 18, 18], [0, 30, 20], [0, 151]])
    func `bounds that leave out or repeat an age make no bands`(_ bounds: [Int]) {
        #expect(AgeBands(lowerBounds: bounds) == nil)
    }

    @Test func `each band runs to the next and the last is open`() {
        #expect(
            AgeBands.standard.bands.map(\.code) == [
                "0-17", "18-24", "25-34", "35-44", "45-54", "55-",
            ])
    }
}
