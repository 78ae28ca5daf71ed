import HTTPTypes
import Hummingbird
import NIOCore
import Records
import Review
import Synchronization
import Testing

@testable import ReviewSite

@Suite("Lists as files")
struct PagedListTests {
    private struct Number: ExportedRow {
        let number: Int
        static let columns = ["number"]
        var fields: [String?] { [String(number)] }
        var json: JSON { .integer(number) }
    }

    /// The numbers from 0, and the size of the largest page that was asked for.
    private func numbers(_ count: Int, _ largest: Box = Box()) -> PagedList<Number, Int> {
        PagedList { after, most in
            largest.value.withLock { $0 = max($0, most) }
            let first = after ?? 0
            let last = min(first + most, count)
            return ((first..<last).map { Number(number: $0) }, last < count ? last : nil)
        }
    }

    private final class Box: Sendable { let value = Mutex(0) }

    private struct Collected: ResponseBodyWriter {
        let text = Texts()
        mutating func write(_ buffer: ByteBuffer) async throws { text.add(String(buffer: buffer)) }
        consuming func finish(_ trailingHeaders: HTTPFields?) async throws { text.add("#") }
    }

    private final class Texts: Sendable {
        private let all = Mutex("")
        func add(_ text: String) { all.withLock { $0 += text } }
        var text: String { all.withLock { $0 } }
    }

    // None, one, exactly a page, one more, several pages.
    @Test("a file has every row once, and is read page by page", arguments: [0, 1, 500, 501, 1700])
    func files(count: Int) async throws {
        let site = try InventedOffice().site().site
        let largest = Box()
        for format in ExportFormat.allCases {
            let writer = Collected()
            try await format.body(numbers(count, largest), site).write(writer)
            #expect(writer.text.text.hasSuffix("#"))
            let text = writer.text.text.dropLast()
            switch format {
            case .json: #expect(try JSON(reading: text.utf8).elements.map(\.integer) == Array(0..<count))
            case .csv: #expect(text == "number\r\n" + (0..<count).map { "\($0)\r\n" }.joined())
            }
        }
        #expect(try numbers(count).count() == count)
        #expect(largest.value.withLock { $0 } == 500)
    }

    @Test("acting on a list that is too long is refused, not cut")
    func tooLong() throws {
        #expect(try numbers(1000).all(most: 1000, \.number).count == 1000)
        #expect(throws: ReviewFailure.self) { try numbers(1001).all(most: 1000, \.number) }
    }
}
