import Testing

@Suite struct StatisticsTests {
    private static let members: Set<String> = [
        "sessionsPlanned", "sessionsHeld", "sessionsNotTaken", "expected", "attended",
        "absentNotified", "absentUnnotified", "excused", "unmarked", "attendanceRate",
        "participations", "uniqueParticipants", "scheduledMinutes", "deliveredMinutes",
        "studyHours", "completed", "guests", "headcounts", "waiting", "groups",
        "childcareChildren",
    ]

    @Test func `figures have the shape that others build on`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "attendance", "mark", "Arabiska A/1", world.amina, "present", "--late", "10")
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.yusuf, "unnotified")
        let figures = try shell.json(
            "statistics", "--round", "2020-spring", "--by", "round,gender")
        #expect(
            figures.keys.isSuperset(of: [
                "version", "ruleVersion", "asOf", "dimensions", "rows", "total",
            ]))
        #expect(figures["dimensions"] == ["round", "gender"])
        let total = figures["total"]
        #expect(total.keys.isSuperset(of: Self.members))
        #expect(total["attendanceRate"] == ["numerator": 1, "denominator": 2])
        #expect(total["sessionsHeld"] == 1)
        #expect(total["sessionsNotTaken"] == 2)
        #expect(total["deliveredMinutes"] == 110)
        #expect(total["studyHours"] == 2)
        #expect(total["waiting"] == 1)
        let women = figures["rows"].list.first { $0["key"]["gender"] == "woman" }
        #expect(women?["key"] == ["round": "2020-spring", "gender": "woman"])
        #expect(women?["attended"] == 1)
    }

    @Test func `a table in a file has codes, a total and a heading that it is internal`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let csv = try world.shell.text("statistics", "--by", "language", "--format", "csv")
        let rows = csv.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows[0].first == "language")
        #expect(rows[0].last == "use")
        #expect(rows.dropFirst().map { String($0[0]) } == ["ar", "so", "total"])
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows.dropFirst().allSatisfy { $0.last == "internal" })
        let excel = try world.shell.text("statistics", "--format", "csv", "--excel")
        #expect(excel.hasPrefix("\u{FEFF}round;"))
        #expect(excel.contains("\r\n"))
    }

    @Test func `figures are narrowed by what an address would say`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let all = try shell.json("statistics", "--by", "language,gender")
        let row = all["rows"].list.first {
            $0["key"] == ["language": "ar", "gender": "woman"]
        }
        let some = try shell.json(
            "statistics", "--only", "language=ar", "--only", "gender=woman")
        #expect(some["total"]["expected"] == row?["expected"])
        #expect(some["total"]["uniqueParticipants"] == row?["uniqueParticipants"])
        #expect(some["filter"] == ["language=ar", "gender=woman"])
        let text = try shell.text("statistics", "--only", "language=ar")
        #expect(text.contains("arabiska"))
        #expect(
            try shell.failure("statistics", "--only", "language=xx")
                == ["66", "notFound", "unknown.language"])
        #expect(
            try shell.failure("statistics", "--only", "colour=red")
                == ["65", "invalid", "unknownDimension"])
        #expect(
            try shell.failure("report", "county", "--only", "gender=woman")
                == ["65", "invalid", "notForCounty"])
    }

    @Test func `figures stand beside those of the term before`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        let compared = try shell.json("statistics", "--by", "language", "--compare")
        #expect(compared["total"]["before"] == .null)
        #expect(compared["termBefore"] == .null)
        #expect(compared["rows"].list.allSatisfy { $0["before"] == .null })
        let csv = try shell.text("statistics", "--compare", "--format", "csv")
        #expect(csv.contains("attended") && csv.contains("attendedBefore,attendedChange"))
        let text = try shell.text("statistics", "--compare")
        #expect(text.contains("I terminen före finns inget att jämföra med."))
    }

    @Test func `the rows behind a number are as many as it says`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text(
            "attendance", "mark", "Arabiska A/1", world.amina, "present", "--late", "10")
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.yusuf, "unnotified")
        let total = try shell.json("statistics", "--by", "gender")["total"]
        for measure in Self.members.subtracting(["attendanceRate"]) {
            let rows = try shell.json("statistics", "rows", "--measure", measure)
            #expect(rows["count"] == total[measure], "\(measure)")
            #expect(rows["version"] == 1)
            #expect(rows["measure"] == .string(measure))
        }
        let rate = try shell.json("statistics", "rows", "--measure", "attendanceRate")
        #expect(rate["numerator"] == 1)
        #expect(rate["count"] == 2)
        #expect(rate["rows"].list.count == 2)
        let present = try shell.json(
            "statistics", "rows", "--measure", "deliveredMinutes", "--only", "language=ar",
            "--key", "group=Arabiska A")
        #expect(present["count"] == 110)
        let row = try #require(present["rows"].list.first)
        #expect(row["person"] == .string(world.amina))
        #expect(row["mark"]["lateMinutes"] == 10)
        #expect(row["amount"] == 110)
    }

    @Test func `a list's file names people by their ids, and its table by their names`()
        async throws
    {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        let shell = world.shell
        _ = try shell.text("attendance", "mark", "Arabiska A/1", world.amina, "present")
        let table = try shell.text("statistics", "rows", "--measure", "attended")
        #expect(table.hasPrefix("Närvarande: 1\n"))
        #expect(table.contains("Amina"))
        let csv = try shell.text("statistics", "rows", "--measure", "attended", "--format", "csv")
        #expect(csv.hasPrefix("date,session,group,person,mark,asOf,"))
        #expect(csv.contains(world.amina))
        #expect(!csv.contains("Amina"))
        #expect(
            try shell.failure("statistics", "rows", "--measure", "shoeSize")
                == ["66", "notFound", "unknown.measure"])
        #expect(
            try shell.failure("statistics", "rows", "--measure", "attended", "--key", "gender")
                == ["65", "invalid", "unknownDimension"])
        #expect(
            try shell.failure(
                "statistics", "rows", "--measure", "attended", "--key", "gender=none")
                == ["66", "notFound", "unknown.gender"])
        #expect(
            try shell.failure(
                "statistics", "rows", "--measure", "completed", "--key", "mode=onsite")
                == ["65", "invalid", "noMeaning"])
    }

    @Test func `an unknown round or dimension is refused`() async throws {
        let world = try await SmallWorld.copy()
        defer { world.shell.remove() }
        #expect(
            try world.shell.failure("statistics", "--round", "2031")
                == ["66", "notFound", "unknown.round"])
        #expect(
            try world.shell.failure("statistics", "--by", "shoeSize")
                == ["64", "usage", "usage"])
    }
}
