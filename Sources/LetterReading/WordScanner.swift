/// Finds the words of a text, 64 bytes at a time.
///
/// The bytes of a block are sorted, eight at a time, into masks of one bit a byte: word bytes, line ends, form feeds. The words
/// are then the runs of set bits, found without a branch for each byte. This file holds the room's only unsafe code: loads of 8
/// bytes at offsets that are checked to lie in the text, which the optimizer does not make of single bytes.
enum WordScanner {
    /// The words of a text, and how many form feeds it has.
    static func scan(_ text: [UInt8]) -> (words: [Word], formFeeds: Int) {
        unsafe text.withUnsafeBytes { bytes in
            let blocks = unsafe blocks(bytes)
            var runs = 0
            var formFeeds = 0
            var carried: UInt64 = 0
            for block in blocks {
                runs += (block.word & ~(block.word << 1 | carried)).nonzeroBitCount
                carried = block.word >> 63
                formFeeds += block.formFeed == 0 ? 0 : block.formFeed.nonzeroBitCount
            }
            let words = unsafe [Word](unsafeUninitializedCapacity: runs) { buffer, count in
                unsafe fill(buffer, bytes, blocks)
                count = runs
            }
            return (words, formFeeds)
        }
    }

    private struct Masks {
        var word: UInt64 = 0
        var lineEnd: UInt64 = 0
        var formFeed: UInt64 = 0
        var high: UInt64 = 0
    }

    // MARK: Masks

    /// One bit for each byte of the block that starts at an offset; the buffer holds at least 64 bytes from there.
    ///
    /// Line ends, form feeds and bytes above ASCII are rare: most groups of eight bytes have none and are not looked at again.
    @inline(__always)
    private static func masks(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Masks {
        var masks = Masks()
        var carriageReturn: UInt64 = 0
        var word: UInt64 = 0
        for part in 0..<8 {
            let loaded = unsafe bytes.loadUnaligned(fromByteOffset: offset &+ 8 &* part, as: UInt64.self)
            let value = UInt64(littleEndian: loaded)
            let low = value & 0x7F7F_7F7F_7F7F_7F7F
            let wordBytes = ((low | 0x2020_2020_2020_2020).between(0x61, 0x7A) | low.between(0x30, 0x39)) & ~value
            // Each group moves the ones before it down by eight bits.
            word = word >> 8 | (wordBytes & highBits).gatheredAtTop
            // High bits where a byte is below 0x20 or above 0x7F.
            if (~(low &+ 0x6060_6060_6060_6060) | value) & highBits != 0 {
                addRare(value, low, 8 &* part, &masks, &carriageReturn)
            }
        }
        masks.word = word
        if carriageReturn != 0 {
            // CRLF is one line end, a lone CR is one too.
            let isFollowed = unsafe offset + 64 < bytes.count && bytes[offset + 64] == 0x0A
            let next: UInt64 = isFollowed ? 1 << 63 : 0
            masks.lineEnd |= carriageReturn & ~(masks.lineEnd >> 1 | next)
        }
        return masks
    }

    /// Line feeds, form feeds, carriage returns and bytes above ASCII of eight bytes.
    @inline(never)
    private static func addRare(
        _ value: UInt64, _ low: UInt64, _ shift: Int, _ masks: inout Masks, _ carriageReturn: inout UInt64
    ) {
        func bits(_ found: UInt64) -> UInt64 { ((found & highBits).gatheredAtTop >> 56) &<< UInt64(shift) }
        masks.high |= bits(value)
        masks.lineEnd |= bits(low.between(0x0A, 0x0A) & ~value)
        masks.formFeed |= bits(low.between(0x0C, 0x0C) & ~value)
        carriageReturn |= bits(low.between(0x0D, 0x0D) & ~value)
    }

    /// The last block is filled up with NUL bytes, which are punctuation.
    private static func lastMasks(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> Masks {
        var last = [UInt8](repeating: 0, count: 64)
        for position in 0..<min(64, bytes.count - offset) { last[position] = unsafe bytes[offset + position] }
        return unsafe last.withUnsafeBytes { unsafe masks($0, 0) }
    }

    /// Letters of other scripts make words, punctuation does not.
    ///
    /// Separators: U+0080 to U+00BF (no-break space, degree, registered, …), U+00D7, U+2000 to U+207F (dashes, quotation marks,
    /// bullets, …), the byte order mark and U+FFFD.
    private static func dropSeparators(
        _ masks: inout Masks, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ separatorBytes: inout Int
    ) {
        masks.word |= masks.high
        for position in 0..<64 {
            let bit = UInt64(1) << UInt64(position)
            if separatorBytes == 0, masks.high & bit != 0 {
                separatorBytes = unsafe separatorLength(bytes, offset + position)
            }
            if separatorBytes > 0 {
                masks.word &= ~bit
                separatorBytes -= 1
            }
        }
    }

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

    private static func blocks(_ bytes: UnsafeRawBufferPointer) -> [Masks] {
        var blocks: [Masks] = []
        blocks.reserveCapacity(bytes.count / 64 + 1)
        var offset = 0
        var separatorBytes = 0
        while offset < bytes.count {
            var block = unsafe offset + 64 <= bytes.count ? masks(bytes, offset) : lastMasks(bytes, offset)
            if block.high != 0 || separatorBytes > 0 { unsafe dropSeparators(&block, bytes, offset, &separatorBytes) }
            blocks.append(block)
            offset += 64
        }
        return blocks
    }

    // MARK: Words

    private static func fill(
        _ words: UnsafeMutableBufferPointer<Word>, _ bytes: UnsafeRawBufferPointer, _ blocks: [Masks]
    ) {
        var isInWord = false
        var start = 0
        var lineEnds = 0
        var isAfterFormFeed = false
        var number = 0
        func close(at end: Int) {
            unsafe words.initializeElement(
                at: number,
                to: Word(
                    key: unsafe key(of: start, end, in: bytes), start: Int32(truncatingIfNeeded: start),
                    end: Int32(truncatingIfNeeded: end), next: -1,
                    lineEnds: UInt8(truncatingIfNeeded: min(lineEnds, 255)),
                    afterFormFeed: isAfterFormFeed))
            number &+= 1
            isInWord = false
            lineEnds = 0
            isAfterFormFeed = false
        }
        for (position, block) in blocks.enumerated() {
            let offset = 64 &* position
            // The first and the last bit of each run of word bytes, in turns.
            var edges = block.word ^ (block.word << 1 | (isInWord ? 1 : 0))
            var breaks = block.lineEnd | block.formFeed
            while edges != 0 {
                let bit = edges.trailingZeroBitCount
                edges &= edges &- 1
                if isInWord {
                    close(at: offset &+ bit)
                } else {
                    let passed = breaks & ((1 &<< UInt64(truncatingIfNeeded: bit)) &- 1)
                    if passed != 0 {
                        lineEnds &+= (block.lineEnd & passed).nonzeroBitCount
                        isAfterFormFeed = isAfterFormFeed || block.formFeed & passed != 0
                        breaks &= ~passed
                    }
                    start = offset &+ bit
                    isInWord = true
                }
            }
            if breaks != 0 {
                lineEnds &+= (block.lineEnd & breaks).nonzeroBitCount
                isAfterFormFeed = isAfterFormFeed || block.formFeed & breaks != 0
            }
        }
        if isInWord { close(at: bytes.count) }
    }

    /// The key of the word that fills a range of bytes of a text.
    static func key(of range: Range<Int>, in text: [UInt8]) -> UInt64 {
        unsafe text.withUnsafeBytes { unsafe key(of: range.lowerBound, range.upperBound, in: $0) }
    }

    @inline(__always)
    private static func key(of start: Int, _ end: Int, in bytes: UnsafeRawBufferPointer) -> UInt64 {
        var key = UInt64(truncatingIfNeeded: end &- start) &* 0x9E37_79B9_7F4A_7C15
        var offset = start
        while offset < end {
            let chunk = unsafe chunk(bytes, offset, min(8, end &- offset))
            key = (key ^ chunk) &* 0xD6E8_FEB8_6659_FD93
            key ^= key >> 32
            offset &+= 8
        }
        return key
    }

    /// One to eight bytes in lower case: digits have the bit that tells small letters from capitals set already.
    @inline(__always)
    private static func chunk(_ bytes: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> UInt64 {
        var value: UInt64 = 0
        if offset + 8 <= bytes.count {
            value = UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        } else {
            for position in 0..<count { value |= UInt64(unsafe bytes[offset + position]) << UInt64(8 * position) }
        }
        return (value | 0x2020_2020_2020_2020) & (~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count))
    }
}

private let highBits: UInt64 = 0x8080_8080_8080_8080

extension UInt64 {
    /// The high bit of each byte tells whether it lies between two bytes; all bytes are below 0x80, the other bits mean nothing.
    @inline(__always)
    fileprivate func between(_ least: UInt64, _ most: UInt64) -> UInt64 {
        let each: UInt64 = 0x0101_0101_0101_0101
        return (self &+ (0x80 - least) &* each) & ~(self &+ (0x7F - most) &* each)
    }

    /// The high bits of the eight bytes, as the highest byte; the other bits are clear before and after.
    @inline(__always)
    fileprivate var gatheredAtTop: UInt64 { (self &* 0x0002_0408_1020_4081) & 0xFF00_0000_0000_0000 }
}
