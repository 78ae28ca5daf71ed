/// Why there is no text; each prints as one line that says what failed and how to mend it.
package enum TextFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file holds no byte, or white space only.
    case empty
    /// The file is larger than the limit; both in bytes.
    case tooLarge(size: Int, limit: Int)
    /// Neither PDF nor text; the reason says what gave it away.
    case notText(reason: String)
    /// A PDF without any letter or digit in it: a scan.
    case noTextLayer
    /// A scan that OCR did not read, with the reason.
    case scanNotRead(reason: String)
    /// A PDF that opens only with a password.
    case encrypted
    /// A PDF that poppler cannot open, with its reason.
    case notReadable(reason: String)
    /// pdftotext reached its limit of processor or wall time.
    case timedOut
    /// pdftotext was ended by this signal.
    case crashed(signal: Int)
    /// pdftotext is not installed, or not where the configuration says.
    case toolMissing(path: String?)
    /// The machine could not run pdftotext now, for instance for want of descriptors.
    case unavailable(reason: String)
    /// The caller's task was cancelled.
    case cancelled

    /// Whether the same bytes may well give text another time: the failure lies outside the file.
    package var mayPassLater: Bool {
        switch self {
        case .timedOut, .crashed, .toolMissing, .unavailable, .cancelled: true
        case .empty, .tooLarge, .notText, .noTextLayer, .scanNotRead, .encrypted, .notReadable: false
        }
    }

    /// One line: what is wrong and what to do about it.
    package var description: String {
        switch self {
        case .empty: "the file is empty; ask the sender for it again"
        case .tooLarge(let size, let limit):
            "the file has \(size) bytes, more than the limit of \(limit); split it or raise the limit"
        case .notText(let reason): "the file is neither a PDF nor text: \(reason); ask the sender for a PDF"
        case .noTextLayer: "the PDF holds no text, as a scan does; run it through OCR"
        case .scanNotRead(let reason): "the PDF is a scan that OCR did not read: \(reason); look at the file by hand"
        case .encrypted: "the PDF opens only with a password; ask the sender for one without"
        case .notReadable(let reason): "the PDF cannot be read: \(reason); ask the sender for it again"
        case .timedOut: "pdftotext took longer than its limit; look at the file by hand"
        case .crashed(let signal): "pdftotext was ended by signal \(signal); look at the file by hand"
        case .toolMissing(let path):
            "pdftotext is not at \(path ?? "any folder of PATH"); install it with: apt install poppler-utils"
        case .unavailable(let reason): "pdftotext could not be run: \(reason); it is tried again"
        case .cancelled: "the work was cancelled; it is taken up again at the next start"
        }
    }
}
