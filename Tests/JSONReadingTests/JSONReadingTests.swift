import Foundation
import JSONReading
import Testing

@Suite struct JSONReadingTests {
    private func read(_ text: String, depth: Int = 64) -> JSONValue? {
        try? JSONDocument(Array(text.utf8), depth: depth).root
    }

    private func fault(_ text: String) -> JSONDocument.Malformed? {
        do {
            _ = try JSONDocument(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func `values are what they were written as`() throws {
        let root = try #require(
            read(#" {"a" : [1, -20.00, 1.5, 1e2, true, false, null, "å"], "b":{"c":{}}, "d":[]} "#))
        let list = try #require(root["a"]?.elements)
        #expect(list.map(\.whole) == [1, -20, nil, nil, nil, nil, nil, nil])
        #expect(list.map(\.flag) == [nil, nil, nil, nil, true, false, nil, nil])
        #expect(list.map(\.text) == [nil, nil, nil, nil, nil, nil, nil, "å"])
        #expect(
            list.map(\.kind) == [
                .number, .number, .number, .number, .bool, .bool, .null, .string,
            ])
        #expect(root["b"]?["c"]?.kind == .object)
        #expect(root["b"]?["x"] == nil)
        #expect(root["d"]?.elements?.isEmpty == true)
        #expect(root["b"]?.raw == #"{"c":{}}"#)
        #expect(list[1].raw == "-20.00")
    }

    @Test func `a number beyond what is counted with is no whole one`() {
        #expect(read("9223372036854775807")?.whole == .max)
        #expect(read("9223372036854775808")?.whole == nil)
        #expect(read("-0")?.whole == 0)
    }

    @Test func `of a name that stands twice the first is read, and the others are told of`() {
        let root = read(#"{"a":1,"b":{"a":7},"a":2,"\u0061":3}"#)
        #expect(root?["a"]?.whole == 1)
        #expect(root?.offsets(ofRepeated: "a") == [19, 25])
        #expect(root?.offsets(ofRepeated: "b") == [])
    }

    @Test func `null is as if it was not there`() {
        #expect(read(#"{"a":null}"#)?["a"] == nil)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e5ሰ""#, "Aåሰ"),
        (#""x\uD83D\uDE00y""#, "x😀y"), (#""\u0000""#, "\0"), (#""سلام""#, "سلام"),
    ])
    func `escapes are read`(_ text: String, _ expected: String) {
        #expect(read(text)?.text == expected)
    }

    @Test(arguments: [
        "", " ", "[", "{", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "{\"a\"", "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:1}", "nul", "truth", "True", "01", "-",
        "1.", ".5", "1e", "1e+", "+1", "0x1", "NaN", "\"", "\"a", "\"\u{1}\"", "\"\t\"", #""\x""#,
        #""\u12""#, #""\u12G4""#, #""\uD800""#, #""\uD800\u0041""#, #""\uDC00""#, "1 1", "[]]",
        "'a'", "[1]x", "/**/1", "{\"a\":1}{",
    ])
    func `what is no JSON is refused`(_ text: String) {
        #expect(fault(text) != nil)
    }

    @Test func `bytes that are no UTF-8 are refused where they stand`() {
        #expect(throws: JSONDocument.Malformed.self) { try JSONDocument([0x22, 0xC3, 0x22]) }
        #expect(throws: JSONDocument.Malformed.self) {
            try JSONDocument([0x22, 0xED, 0xA0, 0x80, 0x22])
        }
    }

    @Test func `a mark before everything is passed over`() throws {
        #expect(try JSONDocument([0xEF, 0xBB, 0xBF, 0x37]).root.whole == 7)
    }

    @Test(arguments: [
        (#"{"a": {"b": [0, {"c" 1}]}}"#, 21, "a b 1 c"), (#"{"a": 1,}"#, 8, ""),
        (#"[[], [1, 2 3]]"#, 11, "1 1"), (#"{"å": tru}"#, 7, "å"), (#"{"a\n": x}"#, 8, "a\n"),
    ])
    func `a fault says where it is and how one gets there`(
        _ text: String, _ offset: Int, _ path: String
    ) {
        let fault = fault(text)
        #expect(fault?.offset == offset)
        let steps = fault?.path.map { step in
            switch step {
            case .member(let name): name
            case .element(let index): "\(index)"
            }
        }
        #expect(steps?.joined(separator: " ") == path)
    }

    @Test func `what is nested too deep is refused, however deep`() {
        #expect(read("[[[1]]]", depth: 4)?.elements?.count == 1)
        #expect(read("[[[1]]]", depth: 3) == nil)
        #expect(fault(String(repeating: "[", count: 1_000_000)) != nil)
        #expect(fault(String(repeating: "{\"a\":", count: 1_000_000)) != nil)
    }

    /// Foundation's reader, asked the same of texts of which one byte was changed.
    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a broken text is refused exactly when another reader refuses it`(_ seed: UInt64) throws {
        let sample = Array(#"{"id":"x\n\u00e5","n":[-1.5e3,0,true,null],"o":{"":[{}]}}"#.utf8)
        let letters = Array("{}[]\",:\\ntu01e.- ".utf8)
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        for _ in 0..<2_000 {
            var bytes = sample
            for _ in 0...next(2) {
                switch next(3) {
                case 0: bytes[next(bytes.count)] = letters[next(letters.count)]
                case 1: bytes.remove(at: next(bytes.count))
                default: bytes.insert(letters[next(letters.count)], at: next(bytes.count))
                }
            }
            let plain = String(decoding: bytes.filter { $0 != 0x20 }, as: UTF8.self)
            // Foundation lets a comma stand at the end.
            if plain.contains(",]") || plain.contains(",}") { continue }
            let other = try? JSONSerialization.jsonObject(
                with: Data(bytes), options: .fragmentsAllowed)
            let ours = try? JSONDocument(bytes)
            #expect(
                (ours == nil) == (other == nil), "\(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
