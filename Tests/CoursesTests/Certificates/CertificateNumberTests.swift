import Courses
import Testing

@Suite struct CertificateNumberTests {
    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
    private static let samples: [CertificateNumber] = {
        let entropy = Entropy.seeded(3)
        return (0..<40).map { _ in CertificateNumber(bits: entropy.bits()) }
    }()

    @Test(arguments: samples)
    func `a number is read as it is printed, and as people type it`(_ number: CertificateNumber) {
        #expect(CertificateNumber(number.description) == number)
        #expect(CertificateNumber(number.plain) == number)
        let typed = number.description.replacing("-", with: " ").lowercased()
        #expect(CertificateNumber("  \(typed)\n") == number)
        #expect(CertificateNumber(number.description.replacing("0", with: "O")) == number)
        #expect(CertificateNumber(number.description.replacing("1", with: "l")) == number)
        #expect(CertificateNumber(number.description.replacing("3", with: "٣")) == number)
        #expect(number.description.count == 14)
    }

    @Test(arguments: samples.prefix(10))
    func `one wrong letter is never another number`(_ number: CertificateNumber) {
        for place in 0..<12 {
            for letter in Self.letters where letter != Array(number.plain)[place] {
                var typed = Array(number.plain)
                typed[place] = letter
                #expect(CertificateNumber(String(typed)) == nil)
            }
        }
    }

    @Test(arguments: samples)
    func `two letters that changed places are never another number`(
        _ number: CertificateNumber
    ) {
        for one in 0..<12 {
            for other in 0..<12 {
                var typed = Array(number.plain)
                guard typed[one] != typed[other] else { continue }
                typed.swapAt(one, other)
                #expect(CertificateNumber(String(typed)) == nil)
            }
        }
    }

    @Test(arguments: ["", "7XK2-9QMD-04T", "7XK2-9QMD-04TW0", "U000-0000-0000", "åäö", "-"])
    func `what has other letters, or too few or many, is no number`(_ text: String) {
        #expect(CertificateNumber(text) == nil)
    }

    @Test func `numbers don't tell how many there are`() {
        #expect(Set(Self.samples).count == Self.samples.count)
        let first = CertificateNumber(bits: 1)
        let second = CertificateNumber(bits: 2)
        #expect(first != second)
        #expect(CertificateNumber(bits: 1 << 55) == CertificateNumber(bits: 0))
    }
}
