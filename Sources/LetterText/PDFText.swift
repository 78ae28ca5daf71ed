import Determinations
import Subprocess

/// Judges what pdftotext made of a PDF.
enum PDFText {
    /// What pdftotext is told: from its standard input to its standard output, columns side by side.
    static let arguments = ["-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"]

    /// SIGXCPU and SIGXFSZ (signal(7)), by which the kernel enforces the limits of processor time and file size.
    private static let (processorTime, fileSize): (CInt, CInt) = (24, 25)

    /// The text of a PDF, from the way that pdftotext ended.
    static func judge(_ outcome: ConfinedOutcome, of file: [UInt8]) throws(TextFailure) -> ExtractedText {
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
        var text = outcome.output
        let check = UTF8Text.check(text)
        if !check.isValid {
            // A cut may have split the last character, and a font may name lone surrogates.
            let repaired = UTF8Text(repairing: text).text
            text = repaired.bytes
            damage += CharacterDamage.find(in: text, undecodable: repaired.undecodable)
        } else if !check.isASCII {
            damage += CharacterDamage.find(in: text, undecodable: [])
        }
        if outcome.isCut { damage.append(.cutAtLimit(text.count)) }
        if !UTF8Text.hasWords(text) {
            throw damage.isEmpty ? .noTextLayer : .notReadable(reason: "it is damaged and no text is left")
        }
        return ExtractedText(
            mediaType: .pdf, bytes: text, isOriginal: false, encoding: nil, formFeeds: ByteCounts(text).formFeeds,
            damage: damage)
    }
}
