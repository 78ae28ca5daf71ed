import AnomalyRules
import Determinations
import LetterText

/// The finding that says why the text of a file could not be had.
enum HeldFinding {
    static func finding(for failure: TextFailure) -> Finding {
        let (code, name, expected) =
            switch failure {
            case .noTextLayer, .scanNotRead: (X07NoTextLayer.code, X07NoTextLayer.name, "a PDF with text")
            case .notReadable: (T06PDFIncomplete.code, T06PDFIncomplete.name, "a whole PDF")
            default: (S08NotADetermination.code, S08NotADetermination.name, "a PDF or a text with a letter in it")
            }
        let message = "\(failure)"
        return Finding(
            code: code, name: name, severity: .held,
            message: message.prefix(1).uppercased() + message.dropFirst() + ".", expected: expected,
            found: failure.summary)
    }
}

extension TextFailure {
    /// What was found, in two or three words.
    fileprivate var summary: String {
        switch self {
        case .empty: "no bytes"
        case .tooLarge(let size, _): "\(size) bytes"
        case .notText(let reason), .scanNotRead(let reason), .notReadable(let reason), .unavailable(let reason): reason
        case .noTextLayer: "no text layer"
        case .encrypted: "a password is needed"
        case .timedOut: "pdftotext took too long"
        case .crashed(let signal): "pdftotext ended by signal \(signal)"
        case .toolMissing: "no pdftotext"
        case .cancelled: "cancelled"
        }
    }
}
