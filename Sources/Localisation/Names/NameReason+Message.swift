extension NameReason {
    package var message: Message {
        switch self {
        case .sameSpelling: Message("names.reason.sameSpelling")
        case .spelledOtherwise: Message("names.reason.spelledOtherwise")
        case .soundsAlike: Message("names.reason.soundsAlike")
        case .otherScript: Message("names.reason.otherScript")
        case .otherOrder: Message("names.reason.otherOrder")
        case .writtenApart: Message("names.reason.writtenApart")
        case .partMissing: Message("names.reason.partMissing")
        case .partDiffers: Message("names.reason.partDiffers")
        case .sameBirthYear: Message("names.reason.sameBirthYear")
        case .nearBirthYear: Message("names.reason.nearBirthYear")
        case .otherBirthYear: Message("names.reason.otherBirthYear")
        }
    }
}
