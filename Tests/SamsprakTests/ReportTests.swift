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

    @Test func `an unknown round is named`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("report", "county", "--round", "2031")
                == ["66", "notFound", "unknown.round"])
    }
}
