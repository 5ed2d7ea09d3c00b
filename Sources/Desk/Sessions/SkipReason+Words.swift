package import Courses
package import Localisation

extension SkipReason {
    /// Why a week has no session.
    package func words(_ localiser: Localiser) -> String {
        switch self {
        case .holiday(let holiday): localiser(holiday.message)
        case .givenDate: localiser(Message("command.plan.givenDate"))
        case .schoolBreak(let name):
            name.isEmpty ? localiser(Message("command.plan.schoolBreak")) : name
        }
    }
}

extension SwedishHoliday {
    fileprivate var message: Message {
        switch self {
        case .newYearsDay: Message("holiday.newYearsDay")
        case .epiphany: Message("holiday.epiphany")
        case .goodFriday: Message("holiday.goodFriday")
        case .easterSunday: Message("holiday.easterSunday")
        case .easterMonday: Message("holiday.easterMonday")
        case .mayDay: Message("holiday.mayDay")
        case .ascensionDay: Message("holiday.ascensionDay")
        case .whitSunday: Message("holiday.whitSunday")
        case .whitMonday: Message("holiday.whitMonday")
        case .nationalDay: Message("holiday.nationalDay")
        case .midsummerDay: Message("holiday.midsummerDay")
        case .allSaintsDay: Message("holiday.allSaintsDay")
        case .christmasDay: Message("holiday.christmasDay")
        case .boxingDay: Message("holiday.boxingDay")
        }
    }
}
