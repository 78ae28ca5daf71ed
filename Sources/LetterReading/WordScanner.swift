/// Finds the words of a text, 64 bytes at a time.
///
/// The bytes of a block are sorted, sixteen at a time, into a mask of one bit for each byte of a word; the words are then the runs
/// of set bits, found without a branch for each byte. Bytes that are neither printable nor ASCII are rare and looked at one by one.
/// This file and `Ligature` hold the room's only unsafe code: loads of up to 16 bytes at offsets that are checked to lie in the text,
/// which the optimizer does not make of single bytes.
@usableFromInline enum WordScanner {
    /// What a text is made of.
    struct Scan {
        /// The words, each linked to the next in its bucket.
        var words: [Word] = []
        /// The first word of each bucket of keys, or -1.
        var heads: [Int32] = []
        /// For every 64 bytes of the text the first word that starts in them or behind.
        var blocks: [Int32] = []
        /// Places that few words have.
        var landmarks = Landmarks()
        /// How many form feeds the text has.
        var formFeeds = 0
        /// How many words stand behind exactly one line end.
        var behindOneLineEnd = 0
        /// How many words stand behind exactly two line ends.
        var behindTwoLineEnds = 0
    }

    /// Where words begin and end, and what stands between them.
    private struct Marks {
        /// The offset of the first byte of a word and of the first behind it, in turns.
        var edges: [Int32] = []
        /// The offsets of line ends and form feeds, each doubled, and one more for a form feed; at last one behind the text.
        var breaks: [Int] = []
        /// For every 64 bytes the first word that starts in them or behind.
        var blocks: [Int32] = []
        /// Whether there was no room for more edges, so that the others are missing.
        var isFull = false
        /// How many form feeds there are.
        var formFeeds = 0
        /// Up to which offset bytes of a longer character part words.
        var separatorEnd = 0
        /// Where letters printed as one begin.
        var ligatures: [Int] = []
    }

    /// The table of buckets has as many places as twelve bits of a key can tell apart: most words that are looked for stand in no
    /// letter, and nearly all of those find their bucket empty.
    private static let buckets = 4096

    /// The bucket of a key.
    @inlinable @inline(__always)
    static func bucket(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 52) }

    /// Scans a text.
    static func scan(_ text: [UInt8]) -> Scan {
        unsafe text.withUnsafeBytes { bytes in
            // Few texts have an edge at every other byte; to make room for more at once costs more than to begin again with them.
            var marks = unsafe marks(bytes, room: bytes.count / 2 + 256)
            if marks.isFull { marks = unsafe WordScanner.marks(bytes, room: bytes.count + 80) }
            let total = marks.edges.count / 2
            var scan = Scan()
            scan.formFeeds = marks.formFeeds
            scan.blocks = marks.blocks
            scan.words = unsafe [Word](unsafeUninitializedCapacity: total) { words, count in
                unsafe fill(words, bytes, marks.edges.span, &scan.landmarks)
                unsafe spellOut(marks.ligatures, words, bytes)
                unsafe part(words, total, marks.breaks.span, &scan)
                count = total
                scan.heads = unsafe [Int32](unsafeUninitializedCapacity: buckets) { heads, count in
                    unsafe heads.initialize(repeating: -1)
                    unsafe link(words, total, heads)
                    count = buckets
                }
            }
            return scan
        }
    }

    // MARK: Masks

    /// A text has at most as many edges as bytes, and one more; some places behind them are written for nothing.
    private static func marks(_ bytes: UnsafeRawBufferPointer, room: Int) -> Marks {
        var marks = Marks()
        marks.breaks.reserveCapacity(bytes.count / 32 + 1)
        marks.blocks.reserveCapacity(bytes.count / 64 + 1)
        marks.edges = unsafe [Int32](unsafeUninitializedCapacity: room) { edges, count in
            var found = 0
            var carried: UInt64 = 0
            for offset in stride(from: 0, to: bytes.count, by: 64) {
                // A block has at most 64 edges, and one may follow the last block.
                guard found &+ 72 <= room else {
                    marks.isFull = true
                    break
                }
                var (word, rare) = unsafe offset + 64 <= bytes.count ? masks(bytes, offset) : lastMasks(bytes, offset)
                if marks.separatorEnd > offset { word &= ~0 << UInt64(marks.separatorEnd - offset) }
                while rare != 0 {
                    unsafe addRare(bytes, offset, rare.trailingZeroBitCount, &word, &marks)
                    rare &= rare &- 1
                }
                marks.blocks.append(Int32(truncatingIfNeeded: (found &+ 1) / 2))
                unsafe write(word ^ (word << 1 | carried), offset, edges, &found)
                carried = word >> 63
            }
            if carried != 0 {
                unsafe edges[found] = Int32(truncatingIfNeeded: bytes.count)
                found += 1
            }
            count = found
        }
        marks.breaks.append(.max)
        return marks
    }

    /// Writes the offsets of the set bits, eight at once, because a branch behind each would cost more than it spares.
    @inline(__always)
    private static func write(
        _ bits: UInt64, _ offset: Int, _ edges: UnsafeMutableBufferPointer<Int32>, _ found: inout Int
    ) {
        let end = found &+ bits.nonzeroBitCount
        var rest = bits
        func write() {
            unsafe edges[found] = Int32(truncatingIfNeeded: offset &+ rest.trailingZeroBitCount)
            found &+= 1
            rest &= rest &- 1
        }
        while found < end {
            write()
            write()
            write()
            write()
            write()
            write()
            write()
            write()
        }
        found = end
    }

    /// The same number in each lane: with a single number the optimizer would take the lanes one by one.
    private enum Lanes {
        @inline(__always) static var caseBit: SIMD16<UInt8> { SIMD16(repeating: 0x20) }
        @inline(__always) static var a: SIMD16<UInt8> { SIMD16(repeating: 0x61) }
        @inline(__always) static var letterCount: SIMD16<UInt8> { SIMD16(repeating: 26) }
        @inline(__always) static var zero: SIMD16<UInt8> { SIMD16(repeating: 0x30) }
        @inline(__always) static var digitCount: SIMD16<UInt8> { SIMD16(repeating: 10) }
        @inline(__always) static var blank: SIMD16<Int8> { SIMD16(repeating: 0x20) }

        /// Of each byte that is set one bit: the lowest of the first and ninth, the highest of the eighth and last.
        @inline(__always) static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> SIMD2<UInt64> {
            unsafe unsafeBitCast(mask, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x8040_2010_0804_0201)
        }
    }

    /// One bit for each ASCII letter or digit of the 64 bytes from an offset, and one for each byte that is no printable ASCII.
    @inline(__always)
    private static func masks(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> (word: UInt64, rare: UInt64) {
        @inline(__always) func sorted(_ part: Int) -> (word: SIMD2<UInt64>, rare: SIMD2<UInt64>) {
            let value = unsafe bytes.loadUnaligned(fromByteOffset: offset &+ 16 &* part, as: SIMD16<UInt8>.self)
            let letters = ((value | Lanes.caseBit) &- Lanes.a) .< Lanes.letterCount
            let digits = (value &- Lanes.zero) .< Lanes.digitCount
            // As signed numbers bytes above ASCII are negative.
            let others = unsafe unsafeBitCast(value, to: SIMD16<Int8>.self) .< Lanes.blank
            return (Lanes.bits(letters .| digits), Lanes.bits(others))
        }
        let (first, second, third, fourth) = (sorted(0), sorted(1), sorted(2), sorted(3))
        return (
            gathered(first.word, second.word, third.word, fourth.word),
            gathered(first.rare, second.rare, third.rare, fourth.rare)
        )
    }

    /// The last block is filled up with blanks.
    private static func lastMasks(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> (word: UInt64, rare: UInt64) {
        var last = [UInt8](repeating: 0x20, count: 64)
        for position in 0..<min(64, bytes.count - offset) { last[position] = unsafe bytes[offset + position] }
        return unsafe last.withUnsafeBytes { unsafe masks($0, 0) }
    }

    /// The bits of four times sixteen lanes, the first lane lowest: each byte has one bit at the most, the next byte the next one.
    /// Always two vectors become one, until each eight bytes are one.
    @inline(__always)
    private static func gathered(
        _ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>, _ third: SIMD2<UInt64>, _ fourth: SIMD2<UInt64>
    ) -> UInt64 {
        @inline(__always) func folded(_ low: SIMD2<UInt64>, _ high: SIMD2<UInt64>, _ width: UInt64, _ kept: UInt64)
            -> SIMD2<UInt64>
        {
            let width = SIMD2(repeating: width)
            return (low | low &>> width) & SIMD2(repeating: kept) | (high | high &<< width) & SIMD2(repeating: ~kept)
        }
        let quarters = folded(
            folded(first, third, 32, 0x0000_0000_FFFF_FFFF), folded(second, fourth, 32, 0x0000_0000_FFFF_FFFF), 16,
            0x0000_FFFF_0000_FFFF)
        let bytes = (quarters | quarters &>> SIMD2(repeating: 8)) & SIMD2(repeating: 0x00FF_00FF_00FF_00FF)
        return bytes[0] | bytes[1] &<< 8
    }

    /// A line end or form feed is noted; of other scripts letters make words, punctuation does not.
    private static func addRare(
        _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ position: Int, _ word: inout UInt64, _ marks: inout Marks
    ) {
        let place = offset + position
        switch unsafe bytes[place] {
        case 0x0A: marks.breaks.append(2 * place)
        case 0x0C:
            marks.breaks.append(2 * place + 1)
            marks.formFeeds += 1
        case 0x0D:
            // CRLF is one line end, a lone CR is one too.
            let isFollowed = unsafe place + 1 < bytes.count && bytes[place + 1] == 0x0A
            if !isFollowed { marks.breaks.append(2 * place) }
        case 0x80... where place >= marks.separatorEnd:
            let bit = UInt64(1) << UInt64(position)
            let length = unsafe separatorLength(bytes, place)
            if length == 0 {
                word |= bit
                if unsafe Ligature.letters(bytes, at: place) != nil { marks.ligatures.append(place) }
            } else {
                marks.separatorEnd = place + length
                word &= ~(((1 << UInt64(length)) - 1) << UInt64(position))
            }
        default: break
        }
    }

    /// How many bytes a character has that parts words; 0 for one that does not.
    ///
    /// Separators: U+0080 to U+00BF (no-break space, degree, registered, …), U+00D7, U+2000 to U+207F (dashes, quotation marks,
    /// bullets, …), the byte order mark and U+FFFD.
    private static func separatorLength(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Int {
        func byte(_ distance: Int) -> UInt8 { offset + distance < bytes.count ? unsafe bytes[offset + distance] : 0 }
        switch byte(0) {
        case 0xC2: return 2
        case 0xC3: return byte(1) == 0x97 ? 2 : 0
        case 0xE2: return byte(1) == 0x80 || byte(1) == 0x81 ? 3 : 0
        case 0xEF: return (byte(1), byte(2)) == (0xBB, 0xBF) || (byte(1), byte(2)) == (0xBF, 0xBD) ? 3 : 0
        default: return 0
        }
    }

    // MARK: Words

    /// The words whose key is loaded in eight bytes, then the few at the end of the text that lack them.
    private static func fill(
        _ words: UnsafeMutableBufferPointer<Word>, _ bytes: UnsafeRawBufferPointer, _ edges: Span<Int32>,
        _ landmarks: inout Landmarks
    ) {
        let total = edges.count / 2
        landmarks.numbers.reserveCapacity(total / 8)
        var number = 0
        var previousEnd = 0
        while number < total {
            let (start, end) = (Int(edges[2 &* number]), Int(edges[2 &* number &+ 1]))
            guard start &+ 8 <= bytes.count else { break }
            unsafe words.initializeElement(
                at: number, to: Word(key: key(of: start, end, in: bytes), start: start, end: end))
            unsafe note(number, start, end, behind: previousEnd, bytes, &landmarks)
            previousEnd = end
            number &+= 1
        }
        while number < total {
            let (start, end) = (Int(edges[2 &* number]), Int(edges[2 &* number &+ 1]))
            unsafe words.initializeElement(
                at: number, to: Word(key: lastKey(of: start, end, in: bytes), start: start, end: end))
            unsafe note(number, start, end, behind: previousEnd, bytes, &landmarks)
            previousEnd = end
            number &+= 1
        }
    }

    /// Notes what few words have in them or before them, with one branch for all the others.
    @inline(__always)
    private static func note(
        _ number: Int, _ start: Int, _ end: Int, behind previousEnd: Int, _ bytes: UnsafeRawBufferPointer,
        _ landmarks: inout Landmarks
    ) {
        let gap = start &- previousEnd
        let (first, mark) = unsafe (bytes[start], bytes[previousEnd])
        let isNumber = first &- 0x30 < 10
        let isDoubleBlank = unsafe gap == 2 && mark == 0x20 && bytes[previousEnd &+ 1] == 0x20
        let isPartedStop = gap >= 4 && mark == UInt8(ascii: ".")
        let isBoardNumber = unsafe first == UInt8(ascii: "A") && isBoardNumber(bytes, start, end)
        guard isNumber || isDoubleBlank || isPartedStop || isBoardNumber else { return }
        if isNumber { landmarks.numbers.append(number) }
        if isDoubleBlank { landmarks.doubleBlanks.append(number &- 1) }
        if isPartedStop { landmarks.partedStops.append(number &- 1) }
        if isBoardNumber { landmarks.boardNumbers.append(number) }
    }

    /// Gives words with letters printed as one the key that they have without.
    private static func spellOut(
        _ ligatures: [Int], _ words: UnsafeMutableBufferPointer<Word>, _ bytes: UnsafeRawBufferPointer
    ) {
        var number = 0
        for place in ligatures {
            while unsafe Int(words[number].end) <= place { number += 1 }
            let (start, end) = unsafe (Int(words[number].start), Int(words[number].end))
            let spelled = unsafe Ligature.spelledOut(bytes, start..<end)
            unsafe words[number] = Word(key: key(of: 0..<spelled.count, in: spelled), start: start, end: end)
        }
    }

    private static func isBoardNumber(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Bool {
        unsafe end - start >= 9 && bytes[start + 1] == UInt8(ascii: "D") && bytes[start + 2] == UInt8(ascii: "J")
            && bytes[start + 3] &- 0x30 < 10
    }

    /// Tells the words what line ends and form feeds stand before them.
    private static func part(
        _ words: UnsafeMutableBufferPointer<Word>, _ count: Int, _ breaks: Span<Int>, _ scan: inout Scan
    ) {
        var passed = 0
        var lineEnds = 0
        var next = breaks[0] >> 1
        for number in 0..<count {
            guard unsafe Int(words[number].start) > next else {
                unsafe words[number].set(lineEnds: lineEnds, afterFormFeed: false)
                continue
            }
            let before = lineEnds
            var afterFormFeed = false
            while unsafe Int(words[number].start) > next {
                if breaks[passed] & 1 == 0 { lineEnds += 1 } else { afterFormFeed = true }
                passed += 1
                next = breaks[passed] >> 1
            }
            if lineEnds == before + 1 { scan.behindOneLineEnd += 1 }
            if lineEnds == before + 2 { scan.behindTwoLineEnds += 1 }
            unsafe words[number].set(lineEnds: lineEnds, afterFormFeed: afterFormFeed)
        }
    }

    /// Links the words of each bucket, so that each leads to the next.
    private static func link(
        _ words: UnsafeMutableBufferPointer<Word>, _ count: Int, _ heads: UnsafeMutableBufferPointer<Int32>
    ) {
        var position = count
        while position > 0 {
            position &-= 1
            let bucket = unsafe bucket(of: words[position].key)
            unsafe words[position].next = heads[bucket]
            unsafe heads[bucket] = Int32(truncatingIfNeeded: position)
        }
    }

    // MARK: Keys

    /// The key of the word that fills a range of bytes of a text.
    static func key(of range: Range<Int>, in text: [UInt8]) -> UInt64 {
        unsafe text.withUnsafeBytes { bytes in
            unsafe range.lowerBound + 8 <= bytes.count
                ? key(of: range.lowerBound, range.upperBound, in: bytes)
                : lastKey(of: range.lowerBound, range.upperBound, in: bytes)
        }
    }

    /// The key of a word behind whose first byte seven more stand: made of its first and its last eight bytes, which are the same of a
    /// short word, then of those between. A branch between short words and longer ones would cost more than it spares.
    @inline(__always)
    private static func key(of start: Int, _ end: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = min(8, end &- start)
        let kept = bits(of: count)
        let first = unsafe lowerCase(bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) & kept
        let last = unsafe lowerCase(bytes.loadUnaligned(fromByteOffset: end &- count, as: UInt64.self)) & kept
        var key = key(first, last, end &- start)
        var offset = start &+ 8
        while offset < end &- 8 {
            key = unsafe mixed(key, lowerCase(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            offset &+= 8
        }
        return key
    }

    /// The key of a word of at most eight bytes near the end of a text.
    private static func lastKey(of start: Int, _ end: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        var value: UInt64 = 0
        for offset in start..<end { value |= UInt64(unsafe bytes[offset]) << UInt64(8 * (offset - start)) }
        let bytes = lowerCase(UInt64(littleEndian: value)) & bits(of: end - start)
        return key(bytes, bytes, end - start)
    }

    @inline(__always)
    private static func key(_ first: UInt64, _ last: UInt64, _ length: Int) -> UInt64 {
        mixed(first, last &+ UInt64(truncatingIfNeeded: length) &* 0xA076_1D64_78BD_642F)
    }

    /// Both halves of the product of two numbers, as wyhash takes them.
    @inline(__always)
    private static func mixed(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }

    /// Eight bytes in lower case. Digits have the bit that tells small letters from capitals set already.
    @inline(__always)
    private static func lowerCase(_ loaded: UInt64) -> UInt64 { UInt64(littleEndian: loaded) | 0x2020_2020_2020_2020 }

    /// The bits of the first bytes of a number, one to eight. No byte of a word is zero, so that each number of them is told apart.
    @inline(__always)
    private static func bits(of count: Int) -> UInt64 { ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count) }
}
