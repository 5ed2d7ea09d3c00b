// swift-tools-version: 6.2
import PackageDescription

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(name: "HummingbirdCore", package: "hummingbird")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTP1: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
    name: "samsprak",
    products: [.executable(name: "samsprak", targets: ["samsprak"])],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", exact: "2.37.6"),
    ],
    targets: [
        // The pure domain.
        .target(name: "Courses"),
        .target(name: "Statistics", dependencies: ["Courses"]),

        // Reading what others wrote in JSON.
        .target(name: "JSONReading"),

        // Digests, seals and passwords: libcrypto behind a C header.
        .target(name: "CCryptography", linkerSettings: [.linkedLibrary("crypto")]),
        .target(name: "Cryptography", dependencies: ["CCryptography"]),

        // Who goes into which group: CBC behind a C header, loaded when it is needed.
        .target(name: "CBC", linkerSettings: [.linkedLibrary("dl")]),
        .target(name: "Balancing", dependencies: ["Courses", "CBC", "JSONReading"]),

        // Text: ICU behind a C header, the catalogues embedded.
        .target(
            name: "CICU",
            linkerSettings: [
                .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
            ]),
        .target(name: "CatalogueFiles", path: "Localizations", cSettings: [.c23]),
        .target(name: "Localisation", dependencies: ["Courses", "CICU", "CatalogueFiles"]),

        // Storage: SQL in files, embedded.
        .target(name: "SchemaFiles", path: "Sources/Store/Schema", cSettings: [.c23]),
        .target(
            name: "Store", dependencies: ["Courses", "Cryptography", "SchemaFiles", grdb, sqlite],
            exclude: ["Schema"]),

        // What staff do.
        .target(name: "CXlsx", linkerSettings: [.linkedLibrary("xlsxwriter")]),
        .target(
            name: "Desk",
            dependencies: [
                "Balancing", "CXlsx", "Courses", "Cryptography", "JSONReading", "Store",
                "Localisation", "Statistics",
            ]),

        // The demo world, built through the desk.
        .target(name: "FixtureFiles", path: "Fixtures", cSettings: [.c23]),
        .target(name: "DemoWorld", dependencies: ["Courses", "Desk", "FixtureFiles"]),

        // Doors.
        .target(name: "WebFiles", cSettings: [.c23]),
        .target(name: "CGzip", linkerSettings: [.linkedLibrary("z")]),
        .target(
            name: "Web",
            dependencies: [
                "Balancing", "CGzip", "Courses", "Cryptography", "Desk", "Localisation",
                "Statistics", "WebFiles", hummingbird, hummingbirdCore, mustache, nio, nioSSL,
            ],
            exclude: [
                "Account/account.mustache", "Board/balance.mustache", "Board/board.js",
                "Board/board.mustache", "Board/board-preview.mustache",
                "Board/history-line.mustache",
                "Board/rounds.mustache", "Calendar/calendar.mustache", "Calls/calls.mustache",
                "Certificates/certificate.css", "Certificates/certificate.mustache",
                "Certificates/certificate-check.mustache",
                "Certificates/certificate-issue.mustache", "Certificates/certificates.mustache",
                "Charts/chart-body.mustache", "Charts/chart-table.mustache", "Charts/charts.css",
                "Charts/charts.mustache", "Charts/figure-report.mustache",
                "Devices/devices.mustache", "Devices/users.mustache",
                "Enrolments/application.mustache", "Enrolments/application-choice.mustache",
                "Enrolments/application-field.mustache",
                "Enrolments/enrolment-step.mustache", "Enrolments/enrolments.mustache",
                "Enrolments/history.mustache", "Enrolments/letter.mustache",
                "Enrolments/past-act.mustache", "Enrolments/past-done.mustache",
                "Enrolments/paste-table.mustache", "Enrolments/paste.mustache", "Entry/entry.js",
                "Entry/entry.mustache", "Failures/failure.mustache",
                "FigureRows/figure-rows.mustache", "Figures/county.mustache",
                "Figures/figure-table.mustache", "Figures/figures.mustache",
                "Frozen/freeze.mustache", "Frozen/frozen.mustache", "Frozen/frozen-list.mustache",
                "Frozen/recount.mustache", "Frozen/restate.mustache",
                "Groups/group.mustache", "Groups/groups.mustache", "Groups/session-links.mustache",
                "Layout/icon.svg", "Layout/icon-180.png", "Layout/icon-192.png",
                "Layout/icon-512.png", "Layout/layout.mustache", "Layout/samsprak.css",
                "Merging/merge.mustache", "Merging/merged.mustache",
                "Merging/unmatched.mustache", "OneShort/short.mustache",
                "People/duplicates.mustache",
                "People/found-card.mustache", "People/found.mustache",
                "People/people.mustache",
                "People/search.js", "Phone/Scripts", "Phone/shell.mustache",
                "Reasons/reason-field.mustache",
                "Register/make-up.mustache",
                "Register/person.mustache", "Register/register.mustache",
                "Register/sign-off.mustache", "Review/review.mustache", "Sessions/card.mustache",
                "Sessions/sessions.mustache", "Setup/setup.mustache",
                "Setup/setup-field.mustache", "Setup/setup-form.mustache",
                "Setup/setup-sections.mustache", "Sheets/sheet.css", "Sheets/sheet.mustache",
                "SignIn/sign-in.mustache", "Start/start.mustache",
            ]),
        // How the C library keeps memory, which Swift has no door to.
        .target(name: "CMemory", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "samsprak",
            dependencies: [
                "Balancing", "CMemory", "Courses", "Desk", "DemoWorld", "Localisation",
                "Statistics", "Web",
                arguments,
            ]),

        // Ratios against SQLite and ICU.
        .executableTarget(
            name: "benchmark",
            dependencies: [
                "Balancing", "CICU", "Courses", "Desk", "Localisation", "Statistics", arguments,
                sqlite,
            ]),

        .testTarget(name: "CoursesTests", dependencies: ["Courses"]),
        .testTarget(name: "StatisticsTests", dependencies: ["Courses", "Statistics"]),
        .testTarget(name: "JSONReadingTests", dependencies: ["JSONReading"]),
        .testTarget(name: "CryptographyTests", dependencies: ["Cryptography"]),
        .testTarget(name: "BalancingTests", dependencies: ["Balancing", "Courses"]),
        .testTarget(name: "LocalisationTests", dependencies: ["Courses", "Localisation"]),
        .testTarget(name: "StoreTests", dependencies: ["Courses", "Store", grdb]),
        .testTarget(
            name: "DeskTests",
            dependencies: [
                "Balancing", "Courses", "Desk", "Localisation", "Statistics", "Store", grdb,
            ]),
        .testTarget(
            name: "DemoWorldTests",
            dependencies: ["Courses", "DemoWorld", "Desk", "Localisation", "Statistics"]),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Balancing", "Courses", "Cryptography", "DemoWorld", "Desk", "Localisation",
                "Statistics", "Store", "Web", hummingbird, mustache, nio, nioEmbedded, nioHTTP1,
                nioPosix, nioSSL,
            ],
            exclude: ["Golden"]),
        .testTarget(name: "SamsprakTests", dependencies: ["Courses", "Store", "samsprak", grdb]),
        .testTarget(name: "HouseTests"),
    ]
)

extension CSetting {
    /// C23 gives `#embed`: a file goes into the binary without a compiler reading its bytes.
    static let c23 = CSetting.unsafeFlags(["-std=c23"])
}

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]
for target in package.targets where ![.plugin, .binary, .system].contains(target.type) {
    target.swiftSettings = (target.swiftSettings ?? []) + strict
}
