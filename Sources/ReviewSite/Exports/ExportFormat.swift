import Hummingbird
import NIOCore
import Records
import Review

/// The endings under which every list is there too.
enum ExportFormat: String, CaseIterable {
    case json
    case csv

    /// A whole list: one JSON array, an object a line; or CSV under the names of the columns.
    func body<Row, Place>(_ list: PagedList<Row, Place>, _ site: Site) -> ResponseBody {
        switch self {
        case .json: list.body(head: "[", tail: "\n]\n", site, content: content)
        case .csv: list.body(head: Row.csvHead, tail: "", site, content: content)
        }
    }

    private func content(_ rows: [some ExportedRow], isFirst: Bool) -> ByteBuffer {
        var buffer = ByteBuffer()
        for (place, row) in rows.enumerated() {
            switch self {
            case .json:
                buffer.writeString(isFirst && place == 0 ? "\n" : ",\n")
                buffer.writeBytes(row.json.bytes)
            case .csv: buffer.writeString(row.csv)
            }
        }
        return buffer
    }
}
