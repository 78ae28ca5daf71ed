import Determinations
import Subprocess

/// Judges what pdftotext made of a PDF.
enum PDFText {
    /// SIGXCPU and SIGXFSZ (signal(7)), by which the kernel enforces the limits of processor time and file size.
    private static let (processorTime, fileSize): (CInt, CInt) = (24, 25)

    /// The text of a PDF, from the way that pdftotext ended.
    static func judge(_ outcome: PopplerProcess.Outcome, of file: [UInt8]) throws(TextFailure) -> ExtractedText {
        let messages = PopplerMessages(outcome.messages)
        var damage = PDFEnd.isPresent(in: file) ? [] : [TextDamage.pdfWithoutEnd]
        damage += messages.errors.map(TextDamage.pdfDamaged)
        switch outcome.status {
        case .exited(0): break
        case .signaled(fileSize):
            if !outcome.isCut { damage.append(.pdfDamaged(message: "pdftotext reported more errors than the limit")) }
        case .signaled(processorTime): throw .timedOut
        case _ where messages.ranOutOfMemory: throw .notReadable(reason: "it needs more memory than the limit")
        case .signaled(let signal): throw .crashed(signal: Int(signal))
        case _ where messages.asksForPassword: throw .encrypted
        case .exited(let code):
            throw .notReadable(reason: messages.errors.first ?? messages.last ?? "pdftotext ended with code \(code)")
        }
        let (text, undecodable) = sound(outcome)
        damage += CharacterDamage.find(in: text, undecodable: undecodable)
        if outcome.isCut { damage.append(.cutAtLimit(text.count)) }
        if !hasWords(text) { throw damage.isEmpty ? .noTextLayer : .notReadable(reason: "it is damaged and no text is left") }
        return ExtractedText(mediaType: .pdf, bytes: text, isOriginal: false, encoding: nil, damage: damage)
    }

    /// The text as valid UTF-8: a cut may have split its last character, and fonts may name lone surrogates.
    private static func sound(_ outcome: PopplerProcess.Outcome) -> (text: [UInt8], undecodable: [ByteRange]) {
        if UTF8Text.check(outcome.text).isValid { return (outcome.text, []) }
        let repaired = UTF8Text(repairing: outcome.text).text
        return (repaired.bytes, repaired.undecodable)
    }

    /// Whether there is a letter or a digit; every character outside ASCII counts as a letter.
    private static func hasWords(_ text: [UInt8]) -> Bool {
        text.contains { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...:
                true
            default: false
            }
        }
    }
}
