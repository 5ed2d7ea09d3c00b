/// Somebody in a role at a session; planned and actual stand apart.
package struct SessionStaff: Sendable, Equatable {
    package let person: Person.ID
    package let name: DisplayName
    /// Data: `leader`, `interpreter` and the like.
    package let role: String
    package let wasPlanned: Bool
    /// Nil until somebody has said who was there.
    package let wasThere: Bool?

    package init(
        person: Person.ID, name: DisplayName, role: String, wasPlanned: Bool, wasThere: Bool?
    ) {
        self.person = person
        self.name = name
        self.role = role
        self.wasPlanned = wasPlanned
        self.wasThere = wasThere
    }

    /// There, or to be, without having been planned.
    package var isSubstitute: Bool { !wasPlanned && wasThere != false }
}

/// What a list shows of a session's day beside its overview.
package struct SessionDay: Sendable, Equatable {
    /// On the roster, and told before the start that they won't come.
    package let toldAbsences: Int
    /// Children whom those on the roster bring.
    package let children: Int
    package let staff: [SessionStaff]

    package init(toldAbsences: Int, children: Int, staff: [SessionStaff]) {
        self.toldAbsences = toldAbsences
        self.children = children
        self.staff = staff
    }
}
