import Determinations

/// Sets paragraphs on lines and pages in one form, and keeps the place of every part.
struct Typesetter {
    private struct Piece {
        let passage: Int
        let range: Range<Int>
        let column: Int
    }

    private let form: TextForm
    private let style: TypeStyle
    private var passages: [Passage] = []
    private var lines: [[Piece]] = []

    init(form: TextForm, style: TypeStyle) {
        self.form = form
        self.style = style
    }

    private var hasBlankLines: Bool { form != .order && form != .raw }

    // MARK: Lines

    /// Adds the header table as the form gives it.
    mutating func addHeader(_ values: [HeaderLine: String]) {
        func value(_ line: HeaderLine) -> (String, Part, Int) {
            (values[line] ?? "", .headerValue(line), line == .injury || line == .urDenial ? 75 : 22)
        }
        func label(_ line: HeaderLine) -> (String, Part, Int) {
            (line.rawValue, .headerLabel(line), line == .injury || line == .urDenial ? 54 : 0)
        }
        let application = ("Application", Part.headerLabel(.applicationReceived), 54)
        let received = ("Received:", Part.headerLabel(.applicationReceived), 54)
        let receivedOn = (values[.applicationReceived] ?? "", Part.headerValue(.applicationReceived), 76)
        let left: [HeaderLine] = [.caseNumber, .assigned, .decision, .priority]
        switch form {
        case .order where style.isHeaderByColumn:
            for line in left { addLine([label(line)]) }
            lines.append([])
            for line in left { addLine([value(line)]) }
            lines.append([])
            for piece in [label(.injury), label(.urDenial), application, received] { addLine([piece]) }
            lines.append([])
            for piece in [value(.injury), value(.urDenial), receivedOn] { addLine([piece]) }
        case .order:
            for line in left { addLine([label(line)]) }
            for piece in [label(.injury), label(.urDenial), application, received] { addLine([piece]) }
            for line in left { addLine([value(line)]) }
            for piece in [value(.injury), value(.urDenial), receivedOn] { addLine([piece]) }
        default:
            addLine([label(.caseNumber), value(.caseNumber)])
            addLine([label(.assigned), value(.assigned), label(.injury), value(.injury)])
            addLine([label(.decision), value(.decision), label(.urDenial), value(.urDenial)])
            if form == .raw {
                addLine([label(.priority), value(.priority), application])
                addLine([received])
                addLine([receivedOn])
            } else {
                addLine([label(.priority), value(.priority), application, receivedOn])
                addLine([received])
            }
        }
    }

    private mutating func addLine(_ pieces: [(text: String, part: Part, column: Int)]) {
        var line: [Piece] = []
        for piece in pieces {
            passages.append(Passage(.body, piece.text, as: piece.part))
            let column = form == .order || form == .raw ? 0 : piece.column
            line.append(Piece(passage: passages.count - 1, range: 0..<piece.text.utf8.count, column: column))
        }
        lines.append(line)
    }

    /// Adds a paragraph.
    mutating func add(_ passage: Passage) {
        if hasBlankLines, passage.style != .attached, !lines.isEmpty, lines.last?.isEmpty == false { lines.append([]) }
        passages.append(passage)
        for range in lineRanges(passage.text) {
            let isCentred = passage.style == .centred && (form == .layout || form == .newlinePages)
            let column = isCentred ? max(0, (style.width - range.count) / 2) : 0
            lines.append([Piece(passage: passages.count - 1, range: range, column: column)])
        }
    }

    /// Breaks a text after blanks and after hyphens inside words.
    private func lineRanges(_ text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var lastBreak: (end: Int, next: Int)?
        var position = 0
        while position < text.count {
            if text[position] == 0x0A {
                ranges.append(start..<position)
                start = position + 1
                lastBreak = nil
            } else if text[position] == 0x20 {
                var next = position
                while next < text.count, text[next] == 0x20 { next += 1 }
                lastBreak = (position, next)
                position = next - 1
            } else if position - start >= style.width, let brk = lastBreak {
                ranges.append(start..<brk.end)
                start = brk.next
                lastBreak = nil
                position = start - 1
            } else if text[position] == 0x2D, position > start, position + 1 < text.count,
                isLetterOrDigit(text[position - 1]), isLetterOrDigit(text[position + 1])
            {
                lastBreak = (position + 1, position + 1)
            }
            position += 1
        }
        if start < text.count { ranges.append(start..<text.count) }
        return ranges
    }

    private func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

    // MARK: Pages

    /// The text, and the places of the parts.
    func finish(itemCount: Int, stock: Wordings.Stock) -> MarkedLetter {
        var output: [UInt8] = form == .doubleSpaced ? [0x20] : []
        var offsets = passages.map { [Int](repeating: 0, count: $0.text.count) }
        var rest = style.linesPerPage - style.firstPageLess
        for line in lines {
            if rest <= 0 {
                output.append(contentsOf: pageBreak)
                rest = style.linesPerPage
                if line.isEmpty { continue }
            }
            rest -= 1
            let start = output.count
            for piece in line {
                while output.count - start < piece.column { output.append(0x20) }
                if output.count > start, output.last != 0x20 { output.append(0x20) }
                for index in piece.range {
                    offsets[piece.passage][index] = output.count
                    output.append(passages[piece.passage].text[index])
                }
            }
            output.append(contentsOf: lineEnd)
        }
        output.append(contentsOf: pageBreak)
        return MarkedLetter(text: output, places: places(offsets), itemCount: itemCount, stock: stock)
    }

    private var lineEnd: [UInt8] {
        switch form {
        case .doubleSpaced: Array(" \n\n".utf8)
        case .carriageReturns: Array("\r\n".utf8)
        case .layout, .order, .raw, .newlinePages: [0x0A]
        }
    }

    private var pageBreak: [UInt8] {
        switch form {
        case .doubleSpaced: Array("\n\n".utf8)
        case .newlinePages: Array("\n\n\n\n".utf8)
        case .layout, .order, .raw, .carriageReturns: [0x0C]
        }
    }

    private func places(_ offsets: [[Int]]) -> [Part: [ByteRange]] {
        var places: [Part: [ByteRange]] = [:]
        for (passage, offsets) in zip(passages, offsets) {
            for (part, range) in passage.marks where !range.isEmpty {
                places[part, default: []].append(
                    ByteRange(offsets[range.lowerBound], offsets[range.upperBound - 1] + 1))
            }
        }
        return places
    }
}
