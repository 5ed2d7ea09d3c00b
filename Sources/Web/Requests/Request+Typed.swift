import Hummingbird

extension Request {
    /// What a form that is sent with the address has in a field, a blank for each plus sign;
    /// empty where it has none.
    func typed(_ name: String) -> String {
        let form = Form(urlEncoded: Array((uri.query ?? "").utf8))
        return String((form?[name] ?? "").prefix(200))
    }
}
