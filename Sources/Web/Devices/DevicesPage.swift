import Courses
import Desk
import Localisation

/// Where somebody is signed in: one's own devices, or a user's.
struct DevicesPage: Page {
    static let template = "devices"

    let layout: Layout
    let backHref: String
    let backText: String
    let heading: String
    let introText: String
    let notice: DeviceNotice?
    let emptyText: String?
    let devices: [DeviceCard]
    let signOutAll: DeviceButton?
}

struct DeviceNotice: Sendable {
    let text: String
}

struct DeviceCard: Sendable {
    let kind: String
    let currentText: String?
    let signedInText: String
    let seenText: String
    /// Nil for the device that asks, which has the button to sign out on every page.
    let signOut: DeviceButton?
}

struct DeviceButton: Sendable {
    let action: String
    let label: String
}

extension DevicesPage {
    /// - Parameters:
    ///   - user: whose they are; nil for one's own.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, devices: [SignInOverview],
        user: UserAccount?, isDone: Bool
    ) {
        let address = user.map { "/users/\($0.person)/devices" } ?? "/devices"
        heading =
            user.map { visitor.say(Message("devices.ofUser", ["user": .text($0.userName)])) }
            ?? visitor.say(Message("devices.title"))
        self.layout = layout(heading)
        backHref = user == nil ? "/account" : "/users"
        backText =
            user == nil
            ? visitor.say(Message("account.title")) : visitor.say(Message("users.title"))
        introText = visitor.say(Message("devices.intro"))
        notice = isDone ? DeviceNotice(text: visitor.say(Message("devices.done"))) : nil
        emptyText = devices.isEmpty ? visitor.say(Message("devices.none")) : nil
        self.devices = devices.map { DeviceCard($0, address: address, visitor: visitor) }
        let others = devices.filter { !$0.isCurrent }
        signOutAll =
            others.count < 2
            ? nil
            : DeviceButton(
                action: address + "/sign-out",
                label: user == nil
                    ? visitor.say(Message("devices.signOutOthers"))
                    : visitor.say(Message("devices.signOutAll")))
    }
}

extension DeviceCard {
    init(_ device: SignInOverview, address: String, visitor: Visitor) {
        let (date, time) = WallClock.reading(device.signedInAt)
        kind = device.kind.words(visitor)
        currentText = device.isCurrent ? visitor.say(Message("devices.current")) : nil
        signedInText = visitor.say(
            Message("devices.signedIn", ["date": .date(date), "time": .time(time)]))
        seenText = visitor.say(Message("devices.lastSeen", ["date": .date(device.lastSeen)]))
        signOut =
            device.isCurrent
            ? nil
            : DeviceButton(
                action: "\(address)/\(device.id)/sign-out",
                label: visitor.say(Message("devices.signOut", ["device": .text(kind)])))
    }
}
