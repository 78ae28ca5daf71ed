import NIOCore
import Records
import Review

/// The endings under which every list is there too.
enum ExportFormat: String, CaseIterable {
    case json
    case csv

    /// The most rows of one file, so that no export takes all memory.
    static let mostRows = 20_000

    /// The whole file: one JSON array, an object a line; or CSV under the names of the columns.
    func content<Row: ExportedRow>(_ rows: [Row]) -> ByteBuffer {
        var buffer = ByteBuffer()
        switch self {
        case .json:
            for (place, row) in rows.enumerated() {
                buffer.writeString(place == 0 ? "[\n" : ",\n")
                buffer.writeBytes(row.json.bytes)
            }
            buffer.writeString(rows.isEmpty ? "[]\n" : "\n]\n")
        case .csv:
            buffer.writeString(Row.csvHead)
            for row in rows { buffer.writeString(row.csv) }
        }
        return buffer
    }
}
