import Courses
import FoundationEssentials

extension PersonName {
    func sealedForm() throws -> String {
        String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    }

    init(sealedForm: String) throws {
        self = try JSONDecoder().decode(PersonName.self, from: Data(sealedForm.utf8))
    }
}
