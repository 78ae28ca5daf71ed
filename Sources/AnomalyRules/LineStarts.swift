/// Turns a byte offset into a line number; lines end with LF, CRLF or a lone CR.
///
/// Most letters have few findings, so the lines of an ordinary letter are counted when they are asked for; of a long text the
/// starts are kept, so that many findings in it cannot cost the square of its length.
struct LineStarts: Sendable {
    private static let longText = 32_768
    private let text: [UInt8]
    private let starts: [Int]

    /// The lines of a text.
    init(_ text: [UInt8]) {
        self.text = text
        var starts: [Int] = []
        if text.count > LineStarts.longText {
            for position in text.indices where LineStarts.isLineEnd(text, position) { starts.append(position + 1) }
        }
        self.starts = starts
    }

    /// The line of an offset, from 1.
    func line(of offset: Int) -> Int {
        if text.count <= LineStarts.longText {
            return 1 + LineStarts.count(in: text.span.extracting(0..<min(offset, text.count)))
        }
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    private static func count(in text: Span<UInt8>) -> Int {
        var lineFeeds = 0
        var returns = 0
        var pairs = 0
        for position in text.indices {
            lineFeeds &+= text[position] == 0x0A ? 1 : 0
            returns &+= text[position] == 0x0D ? 1 : 0
        }
        if returns > 0 {
            for position in text.indices.dropFirst() where text[position] == 0x0A && text[position - 1] == 0x0D {
                pairs += 1
            }
        }
        return lineFeeds + returns - pairs
    }

    private static func isLineEnd(_ text: [UInt8], _ position: Int) -> Bool {
        text[position] == 0x0A
            || (text[position] == 0x0D && !(position + 1 < text.count && text[position + 1] == 0x0A))
    }
}
