import Hummingbird
import NIOCore
import Review

/// A list that is read page by page, so that a long one takes no more memory than a page.
struct PagedList<Row: ExportedRow & SendableMetatype, Place: Sendable>: Sendable {
    /// How many rows a page has.
    static var rows: Int { 500 }

    /// The rows after a place, and where the next page begins; nil on the last one.
    let page: @Sendable (_ after: Place?, _ most: Int) throws -> (rows: [Row], next: Place?)

    /// How many rows there are.
    func count() throws -> Int {
        var count = 0
        try each { count += $0.count }
        return count
    }

    /// What is wanted of each row, of a list that is not long.
    /// - Throws: `ReviewFailure` when there are more than `most` rows.
    func all<Value>(most: Int, _ value: (Row) -> Value) throws -> [Value] {
        var all: [Value] = []
        try each { rows in
            all += rows.map(value)
            if all.count > most {
                throw ReviewFailure(
                    .invalid, "This list has more than \(Wording.number(most)) rows: filter it, by days for example.")
            }
        }
        return all
    }

    /// The rows as a body that is written while they are read.
    /// - Parameters:
    ///   - head: What stands before them.
    ///   - tail: What stands after them.
    ///   - site: Whose threads read them.
    ///   - content: Rows as they are written; whether they are the first ones.
    func body(
        head: String, tail: String, _ site: Site,
        content: @escaping @Sendable (_ rows: [Row], _ isFirst: Bool) -> ByteBuffer
    ) -> ResponseBody {
        ResponseBody { writer in
            try await writer.write(ByteBuffer(string: head))
            var place: Place?
            var isFirst = true
            repeat {
                let (after, first) = (place, isFirst)
                let (written, next) = try await site.answer {
                    let (rows, next) = try page(after, Self.rows)
                    return (content(rows, first), next)
                }
                try await writer.write(written)
                (place, isFirst) = (next, false)
            } while place != nil
            try await writer.write(ByteBuffer(string: tail))
            try await writer.finish(nil)
        }
    }

    private func each(_ use: ([Row]) throws -> Void) throws {
        var place: Place?
        repeat {
            let (rows, next) = try page(place, Self.rows)
            try use(rows)
            place = next
        } while place != nil
    }
}

extension PagedList where Place == Never {
    /// A list of one page.
    init(_ rows: @escaping @Sendable () throws -> [Row]) { self.init { _, _ in (try rows(), nil) } }
}
