import Determinations
import Records

/// The members of a request; each is asked for by its name, with an error that says what is wanted.
struct ControlMembers: Sendable {
    private let object: JSON

    init(_ object: JSON) { self.object = object }

    /// A text that must be there and not be empty.
    func text(_ key: String) throws(CommandFailure) -> String {
        guard let text = try optionalText(key), !text.isEmpty else {
            throw CommandFailure(.usage, "the request lacks \"\(key)\"; add it as a text")
        }
        return text
    }

    /// A text that may be absent or null.
    func optionalText(_ key: String) throws(CommandFailure) -> String? {
        switch object[key] {
        case nil, .null: return nil
        case .string(let text): return text
        default: throw CommandFailure(.usage, "\"\(key)\" is no text; write it in quotation marks")
        }
    }

    /// An integer that may be absent or null.
    func optionalInteger(_ key: String) throws(CommandFailure) -> Int? {
        switch object[key] {
        case nil, .null: return nil
        case .integer(let number): return number
        default: throw CommandFailure(.usage, "\"\(key)\" is no whole number; write it without quotation marks")
        }
    }

    /// Texts that may be absent, null or none.
    func optionalTexts(_ key: String) throws(CommandFailure) -> [String] {
        guard let value = object[key], !value.isNull else { return [] }
        let texts = value.elements.compactMap(\.text)
        guard case .array(let elements) = value, elements.count == texts.count else {
            throw CommandFailure(.usage, "\"\(key)\" is no list of texts; write one such as [\"41.2\"]")
        }
        return texts
    }

    /// The number of an arrival.
    func arrival(_ key: String = "arrival") throws(CommandFailure) -> ArrivalIdentifier {
        let text = try text(key)
        guard let arrival = ArrivalIdentifier(text) else {
            throw CommandFailure(.usage, "\"\(Terminal.safe(text))\" is no arrival; write its 26 letters and digits")
        }
        return arrival
    }

    /// A value of any kind that must be there.
    func value(_ key: String) throws(CommandFailure) -> JSON {
        guard let value = object[key] else { throw CommandFailure(.usage, "the request lacks \"\(key)\"; add it") }
        return value
    }
}
