/// Tells the line of a byte in a text.
///
/// Lines count from 1 and are ended by LF, CRLF or a lone CR; a form feed ends a page but no line.
package struct LineIndex: Hashable, Sendable {
    /// The offset of the first byte of each line; the first is 0.
    package let starts: [Int]

    /// Reads a text once.
    package init(_ bytes: [UInt8]) {
        let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var starts = [0]
        for index in bytes.indices {
            let byte = bytes[index]
            guard byte == lineFeed || byte == carriageReturn else { continue }
            let continues = byte == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
            if !continues { starts.append(index + 1) }
        }
        self.starts = starts
    }

    /// The line that a byte offset is in, from 1; offsets after the end are in the last line.
    package func line(at offset: Int) -> Int {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
