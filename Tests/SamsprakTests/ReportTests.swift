import Foundation
import Testing

@Suite struct ReportTests {
    @Test func `the county's table is one command, in every form`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.amina, "present")
        let table = try shell.json("report", "county", "--round", "2020-spring")
        #expect(table["use"] == "internal")
        #expect(table["rounds"] == ["2020-spring"])
        let total = try #require(table["rows"].list.last)
        #expect(total["round"] == "total")
        #expect(total["uniqueWomen"] == 1)
        #expect(total["participations"] == 1)
        #expect(total["sessionsHeld"] == 1)
        let text = try shell.text("report", "county")
        #expect(text.contains("Endast för internt bruk"))
        let csv = try shell.text("report", "county", "--format", "csv")
        #expect(csv.hasPrefix("round,language,groups,sessionsHeld,uniqueWomen,"))
        #expect(csv.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",internal") })
    }

    @Test func `a workbook goes into a file, and overwrites none`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let answer = try world.shell.json(
            "report", "county", "--format", "xlsx", "--output", "county.xlsx")
        #expect(answer == ["written": "county.xlsx"])
        let file = world.shell.folder.appending(path: "county.xlsx")
        let written = try Data(contentsOf: file)
        #expect(written.prefix(4) == Data("PK\u{3}\u{4}".utf8))
        #expect(
            try world.shell.failure(
                "report", "county", "--format", "xlsx", "--output", "county.xlsx")
                == ["65", "invalid", "fileUnwritable"])
        #expect(
            try world.shell.failure("report", "county", "--format", "xlsx")
                == ["64", "usage", "usage"])
        #expect(try Data(contentsOf: file) == written)
    }

    @Test func `a frozen report calls the groups that it is narrowed to by their names`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let frozen = try shell.json(
            "report", "freeze", "figures", "--only", "group=Arabiska A", "--by", "group")
        let id = frozen["report"].text
        #expect(try shell.text("report", "show", id).contains("Grupp: Arabiska A"))
        let narrow = try shell.json(
            "report", "freeze", "figures", "--only", "group=Arabiska A", "--by", "language")
        let shown = try shell.text("report", "show", narrow["report"].text)
        #expect(shown.contains("Grupp: Arabiska A"))
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.amina, "present")
        let again = try shell.text("report", "restate", id)
        #expect(again.contains("Arabiska A"))
        let group = try #require(frozen["filter"].list.first).text.dropFirst("group=".count)
        #expect(group.count == 13 && !again.contains(group))
    }

    @Test func `an unknown round is named`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("report", "county", "--round", "2031")
                == ["66", "notFound", "unknown.round"])
    }
}
