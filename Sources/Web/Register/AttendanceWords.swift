import Courses
import Desk
import Localisation

/// What marks, headcounts and roles are called, where pages agree.
struct AttendanceWords {
    let visitor: Visitor

    init(_ visitor: Visitor) {
        self.visitor = visitor
    }

    /// - Parameter mark: nil is none.
    func words(_ mark: Mark?) -> String {
        switch mark?.value {
        case nil: visitor.say(Message("register.none"))
        case .present?: visitor.say(Message("register.present"))
        case .absent(.notified)?: visitor.say(Message("register.notified"))
        case .absent(.unnotified)?: visitor.say(Message("register.unnotified"))
        case .absent(.excused)?: visitor.say(Message("register.excused"))
        }
    }

    func words(_ key: HeadcountKey) -> String {
        var parts = [key.categoryMessage.map(visitor.say) ?? key.category]
        if let language = key.language { parts.append(visitor.localiser.languageName(language)) }
        switch key.gender {
        case .woman?: parts.append(visitor.say(Message("register.women")))
        case .man?: parts.append(visitor.say(Message("register.men")))
        case .unknown?, nil: break
        }
        if let band = key.ageBand { parts.append(band) }
        return visitor.localiser.line(parts)
    }

    /// Roles are data: those that are not known stand as they are.
    func role(_ role: String) -> String {
        switch role {
        case "leader": visitor.say(Message("sessions.roleLeader"))
        case "coLeader": visitor.say(Message("sessions.roleCoLeader"))
        case "interpreter": visitor.say(Message("sessions.roleInterpreter"))
        case "childcare": visitor.say(Message("sessions.roleChildcare"))
        case "socialWorker": visitor.say(Message("sessions.roleSocialWorker"))
        case "lecturer": visitor.say(Message("sessions.roleLecturer"))
        case "volunteer": visitor.say(Message("sessions.roleVolunteer"))
        default: role
        }
    }
}

/// Names in the script that a reader wants first.
struct ReaderNames {
    let visitor: Visitor

    init(_ visitor: Visitor) {
        self.visitor = visitor
    }

    var isNativeFirst: Bool {
        let reads: [Language] = [.arabic, .dari, .tigrinya, .sorani]
        return visitor.namesInNativeScript ?? reads.contains(visitor.localiser.language)
    }

    func both(_ name: DisplayName) -> (first: String, other: String?) {
        if let alias = name.alias {
            return (visitor.say(Message("register.alias", ["number": .number(alias)])), nil)
        }
        let (native, latin) = (name.native, name.latin)
        let first = isNativeFirst ? native ?? latin : latin ?? native
        let other = isNativeFirst ? latin : native
        return (first ?? "", other == first ? nil : other)
    }
}

/// Somebody in a role, and whether they stand in or were not there.
struct StaffLine: Sendable {
    let role: String
    let name: String
    let tag: Line?
}

extension StaffLine {
    init(_ staff: SessionStaff, _ visitor: Visitor) {
        role = AttendanceWords(visitor).role(staff.role)
        name = ReaderNames(visitor).both(staff.name).first
        tag = Line(
            staff.isSubstitute
                ? visitor.say(Message("sessions.substitute"))
                : staff.wasThere == false ? visitor.say(Message("sessions.wasNotThere")) : nil)
    }
}
