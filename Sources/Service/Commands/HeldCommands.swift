import Archive
import AuditLog
import Determinations
import Records

/// `imrd held`: what could not be filed, and what becomes of it.
package struct HeldCommands: Sendable {
    private let settings: Settings
    private let showsJSON: Bool

    /// Commands for the held files of these settings.
    /// - Parameters:
    ///   - settings: The configuration.
    ///   - json: Whether one JSON object a file is printed.
    package init(settings: Settings, json: Bool) {
        self.settings = settings
        showsJSON = json
    }

    /// What is held, the oldest first.
    /// - Parameter width: The longest line of a table, in characters.
    package func list(width: Int) throws -> String {
        let entries =
            try StateFiles.has(settings.locations.held) ? HeldReader.entries(in: settings.locations.held) : []
        if showsJSON { return entries.map { json($0).line }.joined(separator: "\n") }
        if entries.isEmpty { return "Nothing is held." }
        var table = Table("ARRIVAL", "HELD SINCE", "CODE", "NAME", "WHY")
        for entry in entries {
            table.add([
                entry.arrival.description, day(entry), entry.reason["code"]?.text ?? "-",
                entry.reason["name"]?.text ?? "?", OutcomeText.reason(entry.reason),
            ])
        }
        return table.text(width: width)
    }

    /// Everything that is known of one held file.
    package func show(_ arrival: String) throws -> String {
        let arrival = try Self.arrival(arrival)
        let entries =
            try StateFiles.has(settings.locations.held) ? HeldReader.entries(in: settings.locations.held) : []
        guard let entry = entries.first(where: { $0.arrival == arrival }) else {
            throw CommandFailure(.noInput, "nothing is held as \(arrival); \"imrd held\" lists what is")
        }
        if showsJSON { return json(entry).line }
        let text = { (key: String) in entry.reason[key]?.text }
        let lines = [
            ("Arrival", arrival.description), ("Received", day(entry)), ("Name", text("name")),
            ("Source", text("source")), ("Size", entry.size.map { "\($0) bytes" }),
            ("Why", OutcomeText.reason(entry.reason)), ("Rule", text("code").map { "\($0) (imrd rules show \($0))" }),
            ("Original", entry.size == nil ? nil : "\(settings.locations.held)/\(arrival)/original"),
        ]
        return lines.compactMap { name, value in
            value.map { name.padded(to: 10) + Terminal.safe($0) }
        }.joined(separator: "\n")
    }

    /// Puts held files through again, and waits for what becomes of each.
    /// - Parameters:
    ///   - arrivals: Which.
    ///   - print: Takes what became of one.
    ///   - complain: Takes one line for one that cannot be released.
    /// - Returns: Whether all are filed now, or duplicates.
    package func release(
        _ arrivals: [String], print: @escaping @Sendable (String) -> Void,
        complain: @escaping @Sendable (String) -> Void
    ) async throws -> Bool {
        let arrivals = try arrivals.map { try Self.arrival($0) }
        return try await DaemonSession.run(settings, claims: false) { session in
            var follower = try await EventFollower(session)
            var open: Set<String> = []
            var isWell = true
            for arrival in arrivals {
                do {
                    _ = try await session.ask(ReleaseRequest.name, [.init("arrival", .string("\(arrival)"))])
                    open.insert(arrival.description)
                } catch let failure as CommandFailure {
                    complain(failure.description)
                    isWell = false
                }
            }
            let end = ContinuousClock.now + .seconds(120)
            while !open.isEmpty, end > .now {
                for entry in try await follower.wait(.seconds(1)) {
                    guard let arrival = entry["arrival"]?.text, open.contains(arrival),
                        let outcome = OutcomeText.of(entry)
                    else { continue }
                    open.remove(arrival)
                    isWell = isWell && entry["event"]?.text != "held"
                    print(showsJSON ? entry.line : "\(arrival): \(Terminal.safe(outcome))")
                }
            }
            for arrival in open.sorted() {
                complain("\(arrival) is still being read; look for it with \"imrd held\" and \"imrd status\"")
            }
            return isWell && open.isEmpty
        }
    }

    /// Gives held files up, with a reason; they are kept in held/discarded.
    /// - Returns: Whether all were.
    package func discard(
        _ arrivals: [String], reason: String, print: @escaping @Sendable (String) -> Void,
        complain: @escaping @Sendable (String) -> Void
    ) async throws -> Bool {
        let arrivals = try arrivals.map { try Self.arrival($0) }
        return try await DaemonSession.run(settings, claims: false) { session in
            var isWell = true
            for arrival in arrivals {
                let members = [
                    JSON.Member("arrival", .string("\(arrival)")), JSON.Member("reason", .string(reason)),
                ]
                do {
                    let answer = try await session.ask(DiscardRequest.name, members)
                    print(showsJSON ? answer.line : "\(arrival): discarded, kept in held/discarded/\(arrival)")
                } catch let failure as CommandFailure {
                    complain(failure.description)
                    isWell = false
                }
            }
            return isWell
        }
    }

    private static func arrival(_ text: String) throws -> ArrivalIdentifier {
        guard let arrival = ArrivalIdentifier(text.uppercased()) else {
            throw CommandFailure(
                .usage, "\"\(Terminal.safe(text.prefix(100)))\" is no arrival; \"imrd held\" lists them")
        }
        return arrival
    }

    /// The day of receipt in the office, from which periods are counted.
    private func day(_ entry: HeldEntry) -> String {
        ReceiptCalendar(timeZone: settings.timeZone)?.day(of: Int64(entry.arrival.milliseconds)).description ?? "?"
    }

    private func json(_ entry: HeldEntry) -> JSON {
        .object([
            "arrival": .string(entry.arrival.description),
            "time": .string(Timestamp.text(Int(entry.arrival.milliseconds))),
            "bytes": .optional(entry.size.map { Int($0) }), "reason": entry.reason,
        ])
    }
}

extension String {
    /// The text with blanks behind it.
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
