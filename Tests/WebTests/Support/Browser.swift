import Courses
import Desk
import HTTPTypes
import NIOCore

@testable import Web

/// A client that keeps a sign-in and submits forms as a browser would.
struct Browser: Sendable {
    let client: RouterClient
    var token: String?
    var language = "sv"

    func get(_ address: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, address, headers, body: nil)
    }

    func post(
        _ address: String, _ fields: [(String, String)], _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map {
            LocalAddress.encoded($0) + "=" + LocalAddress.encoded($1)
        }.joined(separator: "&")
        return try await send(.post, address, headers, body: ByteBuffer(string: body))
    }

    /// A form with a file, as a browser sends it in parts.
    func post(
        _ address: String, _ fields: [(String, String)], file: (name: String, bytes: [UInt8])?,
        ends: String = "--\r\n"
    ) async throws -> Answer {
        let line = "--limit-of-parts"
        var body: [UInt8] = []
        for (name, value) in fields {
            body += Array(
                "\(line)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
                    .utf8)
        }
        if let file {
            let head = "form-data; name=\"\(file.name)\"; filename=\"list.csv\""
            body += Array(
                "\(line)\r\nContent-Disposition: \(head)\r\nContent-Type: text/csv\r\n\r\n".utf8)
            body += file.bytes + Array("\r\n".utf8)
        }
        body += Array((line + ends).utf8)
        return try await send(
            .post, address, [.contentType: "multipart/form-data; boundary=limit-of-parts"],
            body: ByteBuffer(bytes: body))
    }

    func postJSON(
        _ address: String, _ json: String, _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        var headers = headers
        headers[.contentType] = headers[.contentType] ?? "application/json"
        return try await send(.post, address, headers, body: ByteBuffer(string: json))
    }

    private func send(
        _ method: HTTPRequest.Method, _ address: String, _ headers: HTTPFields, body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        headers[.acceptLanguage] = headers[.acceptLanguage] ?? language
        if let token { headers[.cookie] = "samsprak=\(token)" }
        return try await client.send(method, address, headers, body: body)
    }
}

struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: String

    var location: String? { headers[.location] }
}

extension TestWorld {
    /// Runs the service and gives a browser that is signed in, where a user is named.
    func visit(
        as userName: String? = nil, proxy: Proxy? = nil,
        _ body: (Browser) async throws -> Void
    ) async throws {
        let token =
            if let userName {
                try await token(of: userName)
            } else { nil as String? }
        let client = RouterClient(try await application(proxy: proxy))
        try await body(Browser(client: client, token: token))
    }
}

extension Browser {
    /// Submits a page's form after a change, and gives the answer.
    func submit(
        _ address: String, to other: String? = nil, _ change: (inout FormFields) -> Void
    ) async throws -> Answer {
        var form = FormFields(try await get(address).body)
        change(&form)
        return try await post(other ?? address, form.fields)
    }
}
