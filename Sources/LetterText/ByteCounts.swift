/// How many bytes of some kinds a text has, counted in one pass.
struct ByteCounts {
    /// NUL bytes.
    let nulls: Int
    /// Control characters, NUL among them, but not those that lay out text: tab, line feed, vertical tab, form feed,
    /// carriage return.
    let controls: Int
    /// Form feeds, not counting those that only white space follows.
    let formFeeds: Int
    /// Whether there is a byte that is neither white space nor a control character.
    let hasInk: Bool

    /// Counts the bytes of a text.
    init(_ bytes: [UInt8]) {
        let text = bytes.span
        var end = text.count
        while end > 0, text[end - 1] <= 0x20 { end -= 1 }
        var (nulls, controls, formFeeds) = (0, 0, 0)
        for index in text.indices {
            let byte = text[index]
            // Nearly every byte leaves here, which makes this loop faster than one without branches.
            if byte >= 0x20, byte != 0x7F { continue }
            switch byte {
            case 0x0C: formFeeds += index < end ? 1 : 0
            case 0x09...0x0D: break
            default:
                controls += 1
                nulls += byte == 0 ? 1 : 0
            }
        }
        (self.nulls, self.controls, self.formFeeds, hasInk) = (nulls, controls, formFeeds, end > 0)
    }
}
