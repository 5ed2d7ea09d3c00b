import Courses

extension HeadcountKey {
    var json: JSON {
        [
            "category": .string(category), "language": .described(language?.rawValue),
            "gender": .described(gender?.rawValue), "ageBand": .described(ageBand),
        ]
    }
}
