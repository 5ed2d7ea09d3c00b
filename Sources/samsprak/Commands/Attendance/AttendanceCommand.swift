import ArgumentParser

/// Who was there.
struct AttendanceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance",
        abstract:
            "Attendance: show and mark who was there, correct it, sign it off, settle what waits.",
        subcommands: [
            AttendanceShow.self, AttendanceMark.self, AttendanceClear.self,
            AttendanceCorrect.self, AttendanceSignOff.self, AttendanceTake.self,
            AttendanceWaiting.self, AttendanceSettle.self,
        ])
}
