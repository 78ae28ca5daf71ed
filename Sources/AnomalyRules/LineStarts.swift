import Determinations

/// Turns a byte offset into a line number; lines end with LF, CRLF or a lone CR.
///
/// Most letters have few findings, so the lines of an ordinary letter are counted when they are asked for; a long text gets an
/// index, so that many findings in it cannot cost the square of its length.
struct LineStarts: Sendable {
    private static let longText = 32_768
    private let text: [UInt8]
    private let index: LineIndex?

    /// The lines of a text.
    init(_ text: [UInt8]) {
        self.text = text
        index = text.count > LineStarts.longText ? LineIndex(text) : nil
    }

    /// The line of an offset, from 1.
    func line(of offset: Int) -> Int {
        index?.line(at: offset) ?? 1 + LineStarts.count(in: text.span.extracting(0..<min(offset, text.count)))
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
}
