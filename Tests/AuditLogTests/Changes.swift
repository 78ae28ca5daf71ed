/// Everything that can be done to a small file with one move of the hand.
enum Changes {
    /// Every byte changed in its lowest and its highest bit, every cut, and every line removed, doubled, or swapped with the next.
    static func all(of bytes: [UInt8]) -> [[UInt8]] {
        var changes: [[UInt8]] = []
        for index in bytes.indices {
            for bit in [UInt8(0x01), 0x80] {
                var changed = bytes
                changed[index] ^= bit
                changes.append(changed)
            }
            changes.append(Array(bytes[..<index]))
        }
        let lines = bytes.split(separator: 0x0A).map { Array($0) + [0x0A] }
        for index in lines.indices {
            var removed = lines
            removed.remove(at: index)
            changes.append(removed.flatMap(\.self))
            changes.append((lines[...index] + lines[index...]).flatMap(\.self))
            if index + 1 < lines.count {
                var swapped = lines
                swapped.swapAt(index, index + 1)
                changes.append(swapped.flatMap(\.self))
            }
        }
        return changes.filter { $0 != bytes }
    }
}
