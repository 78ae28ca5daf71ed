import Records
import Register

/// `{"request":"known","sha256":["…"]}`: which of at most 256 hashes are those of letters filed already, with their paths.
struct KnownRequest: FilingRequest {
    static let name = "known"
    static let most = 256
    private let hashes: [String]

    init(_ members: ControlMembers) throws(CommandFailure) {
        hashes = try members.value("sha256").elements.compactMap(\.text)
        guard hashes.count <= Self.most else {
            throw CommandFailure(.usage, "at most \(Self.most) hashes are looked up at a time")
        }
    }

    func answer(on engine: isolated FilingEngine, _ context: ControlContext) async throws -> JSON {
        let found = hashes.compactMap { hash in
            engine.known { try $0.path(sha256: hash) }.map { JSON.Member(hash, .string($0)) }
        }
        return .object(["paths": .object(found)])
    }
}
