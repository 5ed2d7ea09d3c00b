import Courses
import Localisation

// What stands in the way of a change.

extension OrganisingError {
    /// People and sessions of a group.
    var inTheWay: WordedError {
        switch self {
        case .languageInUse(let language, let people):
            WordedError(
                .conflict, "languageInUse",
                Message(
                    "error.languageInUse",
                    ["language": .language(language), "people": .number(people)]))
        case .noLongerFit(let people):
            WordedError(
                .conflict, "noLongerFit",
                Message("error.noLongerFit", ["people": .number(people)]))
        case .childcareTaken(let children):
            WordedError(
                .conflict, "childcareTaken",
                Message("error.childcareTaken", ["children": .number(children)]))
        case .maximumTaken(let taken, let maximum):
            WordedError(
                .conflict, "maximumTaken",
                Message(
                    "error.maximumTaken",
                    ["taken": .number(taken), "maximum": .number(maximum)]))
        case .slotPlanned(let sessions):
            WordedError(
                .conflict, "slotPlanned",
                Message("error.slotPlanned", ["sessions": .number(sessions)]))
        default: worded
        }
    }

    var ofVenues: WordedError {
        switch self {
        case .venueNameTaken(let name):
            WordedError(
                .conflict, "venueNameTaken",
                Message("error.venueNameTaken", ["name": .text(name)]))
        case .roomUnknown(let room):
            WordedError(
                .invalid, "roomUnknown", Message("error.roomUnknown", ["room": .text(room)]))
        case .roomTwice(let room):
            WordedError(.invalid, "roomTwice", Message("error.roomTwice", ["room": .text(room)]))
        case .tooManyRooms(let maximum):
            WordedError(
                .invalid, "tooManyRooms",
                Message("error.tooManyRooms", ["maximum": .number(maximum)]))
        case .roomInUse(let room, let groups):
            WordedError(
                .conflict, "roomInUse",
                Message("error.roomInUse", ["room": .text(room), "groups": .list(groups)]))
        default: worded
        }
    }
}
