import Courses
import Desk
import HTTPTypes
import Hummingbird
import Localisation

/// A group's sessions, planned from its weekly time: the days are shown before they are planned.
struct PlanSetup: Sendable {
    let site: Site

    func add(to router: some RouterMethods<WebContext>) {
        router.get("/setup/groups/{group}/plan", use: begin)
        router.post("/setup/groups/{group}/plan", use: plan)
    }

    @Sendable private func begin(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        site.respond(try await page(site.filling(context.visitor), context))
    }

    private func page(
        _ filling: SetupFilling, _ context: WebContext, _ result: PlanResult? = nil
    ) async throws -> SetupFormPage {
        let (group, round, actor) = try await group(context)
        let today = WallClock.date(site.desk.clock.now())
        return PlanForm(
            filling: filling, group: group, first: max(round.firstDay, today),
            calendars: try await site.desk.breakCalendars(as: actor)
        ).page(result, site.frame(context.visitor, at: "/setup/groups/\(group.id)/plan"))
    }

    @Sendable private func plan(
        _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let (group, _, actor) = try await group(context)
        let reader = try await site.reader(request, context)
        var preview: PlanResult?
        let answer = try await site.submit(reader) {
            let request = reader.plan(of: group)
            try reader.check()
            let would = try await site.desk.planSessions(request, as: actor, dryRun: true)
            preview = would
            guard reader.form["act"] == "plan" else { throw SetupIncomplete() }
            let days = reader.form.string("days").flatMap { ShownState($0) }
            if days != would.state { reader.note(Message("setup.otherDays"), at: nil) }
            try reader.check()
            _ = try await site.desk.planSessions(request, shown: days, as: actor)
            return "/setup/groups/\(group.id)?done"
        } again: {
            try await page($0, context, preview)
        }
        guard preview != nil, reader.filling.faults.isEmpty, answer.status == .badRequest else {
            return answer
        }
        // Nothing is wrong: the days are shown before they are planned.
        var shown = answer
        shown.status = .ok
        return shown
    }

    private func group(_ context: WebContext) async throws -> (Group, Round, Actor) {
        let actor = try context.visitor.signedIn()
        let id = try context.parameters.get("group").flatMap { Group.ID($0) }.orNotFound()
        let group = try await site.desk.groupToChange(id.description, as: actor).value
        return (group, try await site.desk.round(group.round.description, as: actor), actor)
    }
}

extension SetupReader {
    fileprivate func plan(of group: Group) -> PlanRequest {
        PlanRequest(
            groups: [group.id], first: requiredDate("first"), slot: slot(),
            count: number("count"),
            interval: typed("interval") == "2" ? .fortnightly : .weekly,
            calendars: form.string("calendar").map { [$0] } ?? [],
            mode: SessionMode(rawValue: typed("mode")) ?? .onsite)
    }
}

/// Puts together the page on which sessions are planned.
struct PlanForm {
    let filling: SetupFilling
    let group: Group
    let first: LocalDate
    let calendars: [BreakCalendar]

    func page(_ result: PlanResult?, _ layout: @escaping (String) -> Layout) -> SetupFormPage {
        let frame = SetupFrame(layout: layout, filling: filling)
        let isReady = result != nil
        let show = frame.button("show", Message("setup.showDays"), isPrimary: !isReady)
        let plan = frame.button("plan", Message("setup.planSessions"))
        return frame.form(
            filling.say(Message("setup.planSessions")),
            back: SessionLink(href: "/setup/groups/\(group.id)", label: group.name),
            action: "/setup/groups/\(group.id)/plan",
            hidden: result.map { [HiddenField(name: "days", value: $0.state.description)] } ?? [],
            parts: [SetupPart(fields: fields)], preview: result.map(preview),
            buttons: isReady ? [plan, show] : [show])
    }

    private var fields: [SetupField] {
        let say = filling.say
        let none = say(Message("setup.none"))
        return [
            filling.date("first", Message("setup.planFirst"), first),
            filling.select(
                "interval", Message("setup.interval"), "1",
                [("1", say(Message("setup.weekly"))), ("2", say(Message("setup.fortnightly")))]),
            filling.number(
                "count", Message("setup.sessions"), nil, help: Message("setup.countHelp")),
            filling.select(
                "calendar", Message("setup.calendar"), calendars.last?.id.description ?? "",
                [("", none)] + calendars.map { ($0.id.description, $0.name) }),
            filling.select(
                "weekday", Message("setup.weekday"),
                group.slot.map { String($0.weekday.rawValue) } ?? "",
                [("", none)]
                    + Weekday.allCases.map {
                        (String($0.rawValue), filling.visitor.localiser.weekday($0))
                    }),
            filling.time("start", Message("setup.start"), group.slot?.start),
            filling.time("end", Message("setup.end"), group.slot?.end),
            filling.select(
                "mode", Message("setup.mode"), "onsite",
                [
                    ("onsite", say(Message("setup.onsite"))),
                    ("remote", say(Message("sessions.remote"))),
                    ("hybrid", say(Message("sessions.hybrid"))),
                ]),
        ]
    }

    private func preview(_ result: PlanResult) -> SetupPreview {
        let localiser = filling.visitor.localiser
        return SetupPreview(
            title: filling.say(
                Message("setup.willPlan", ["count": .number(result.sessions.count)])),
            lines: result.sessions.map { session in
                TextLine(
                    text: localiser.date(session.date, style: .full) + " "
                        + localiser.timeRange(session.start, session.end))
            },
            skippedTitle: result.skipped.isEmpty ? nil : filling.say(Message("setup.skipped")),
            skipped: result.skipped.map { skipped in
                TextLine(
                    text: filling.say(
                        Message(
                            "command.plan.skipped",
                            [
                                "date": .date(skipped.date),
                                "reason": .text(skipped.reason.words(localiser)),
                            ])))
            })
    }
}
