import Courses
import Localisation

extension CommandContext {
    /// Why a week has no session.
    func word(_ reason: SkipReason) -> String {
        switch reason {
        case .holiday(let holiday): word(holiday)
        case .givenDate: localiser(Message("command.plan.givenDate"))
        case .schoolBreak(let name):
            name.isEmpty ? localiser(Message("command.plan.schoolBreak")) : name
        }
    }

    private func word(_ holiday: SwedishHoliday) -> String {
        switch holiday {
        case .newYearsDay: localiser(Message("holiday.newYearsDay"))
        case .epiphany: localiser(Message("holiday.epiphany"))
        case .goodFriday: localiser(Message("holiday.goodFriday"))
        case .easterSunday: localiser(Message("holiday.easterSunday"))
        case .easterMonday: localiser(Message("holiday.easterMonday"))
        case .mayDay: localiser(Message("holiday.mayDay"))
        case .ascensionDay: localiser(Message("holiday.ascensionDay"))
        case .whitSunday: localiser(Message("holiday.whitSunday"))
        case .whitMonday: localiser(Message("holiday.whitMonday"))
        case .nationalDay: localiser(Message("holiday.nationalDay"))
        case .midsummerDay: localiser(Message("holiday.midsummerDay"))
        case .allSaintsDay: localiser(Message("holiday.allSaintsDay"))
        case .christmasDay: localiser(Message("holiday.christmasDay"))
        case .boxingDay: localiser(Message("holiday.boxingDay"))
        }
    }
}
