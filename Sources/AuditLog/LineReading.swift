import LinuxSystem

extension Descriptor {
    /// The longest line that is read; a longer one means that the file is not ours.
    private static var longestLine: Int { 4 << 20 }

    /// Reads whole lines from an offset on, until the body says false.
    /// - Parameters:
    ///   - offset: Where the first line starts.
    ///   - body: Gets a line without its newline, and where the line starts; says whether to go on.
    /// - Returns: Where the last whole line that was read ends, and how many bytes without a newline follow it.
    @discardableResult
    func forEachLine(
        from offset: Int64, _ body: (_ line: [UInt8], _ offset: Int64) throws -> Bool
    ) throws -> (end: Int64, torn: Int) {
        var rest: [UInt8] = []
        var start = offset
        while true {
            let chunk = try read(at: start + Int64(rest.count), upTo: 1 << 18)
            if chunk.isEmpty { return (start, rest.count) }
            rest += chunk
            var from = 0
            while let newline = rest[from...].firstIndex(of: 0x0A) {
                let line = Array(rest[from..<newline])
                let place = start + Int64(from)
                from = newline + 1
                if try !body(line, place) { return (start + Int64(from), 0) }
            }
            start += Int64(from)
            rest.removeFirst(from)
            if rest.count > Self.longestLine {
                throw AuditLogFailure.damaged(file: path, line: nil, what: "a line at byte \(start) does not end")
            }
        }
    }

    /// Reads whole lines from the last to the first, until the body says false; bytes after the last newline are left out.
    /// - Parameter body: Gets a line without its newline, and where the line starts; says whether to go on.
    /// - Returns: Whether the body never said false.
    @discardableResult
    func forEachLineBackwards(_ body: (_ line: [UInt8], _ offset: Int64) throws -> Bool) throws -> Bool {
        var start = try status().size
        var rest: [UInt8] = []
        // Whether `rest` ends with the newline of its last line.
        var isWhole = false
        while start > 0 {
            let count = min(start, 1 << 16)
            start -= count
            rest = try read(at: start, upTo: Int(count)) + rest
            if !isWhole {
                guard let newline = rest.lastIndex(of: 0x0A) else { continue }
                rest.removeSubrange((newline + 1)...)
                isWhole = true
            }
            while let newline = rest.dropLast().lastIndex(of: 0x0A) {
                let line = Array(rest[(newline + 1)...].dropLast())
                rest.removeSubrange((newline + 1)...)
                if try !body(line, start + Int64(newline) + 1) { return false }
            }
            if rest.count > Self.longestLine {
                throw AuditLogFailure.damaged(file: path, line: nil, what: "a line after byte \(start) does not begin")
            }
        }
        return try isWhole ? body(Array(rest.dropLast()), 0) : true
    }
}
