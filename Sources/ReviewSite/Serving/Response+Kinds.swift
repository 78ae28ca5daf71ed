import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// A page.
    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        content(ResponseBody(byteBuffer: ByteBuffer(string: html)), type: "text/html; charset=utf-8", status: status)
    }

    /// Content of a media type.
    static func content(_ content: ResponseBody, type: String, status: HTTPResponse.Status = .ok) -> Response {
        Response(status: status, headers: [.contentType: type], body: content)
    }

    /// Another address, to be asked for with GET.
    static func redirected(_ address: String) -> Response {
        Response(status: .seeOther, headers: [.location: address])
    }

    /// A file to be kept, never to be shown by the browser in place of a page.
    ///
    /// - Parameter name: A name of ours: letters, digits, dot, dash, underscore; others become underscores.
    static func download(_ content: ResponseBody, type: String, name: String) -> Response {
        let safe = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber || ".-_".contains($0)) ? $0 : "_" })
        var response = Response.content(content, type: type)
        response.headers[.contentDisposition] = "attachment; filename=\"\(safe)\""
        return response
    }
}

extension String {
    /// The text as the value of a field behind the ? of an address.
    var asQueryValue: String {
        reduce(into: "") { text, character in
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-._~/".contains(character))
            text +=
                isPlain
                ? String(character)
                : character.utf8.map { byte in
                    "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
                }.joined()
        }
    }
}
