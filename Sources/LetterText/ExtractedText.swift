package import Determinations

/// The text of a letter, and all that is known about how it came out of its file.
package struct ExtractedText: Hashable, Sendable {
    /// What the file is.
    package let mediaType: MediaType
    /// The text, always valid UTF-8; a page ends with a form feed where the file tells.
    package let bytes: [UInt8]
    /// Whether `bytes` are the file's own bytes, so that ranges point into the file.
    package let isOriginal: Bool
    /// The encoding that a text file arrived in; nil for a PDF.
    package let encoding: TextEncoding?
    /// Whether it was read from pictures by OCR.
    package let isRecognized: Bool
    /// The number of pages as far as form feeds tell, at least 1; a form feed at the end ends a page and begins none.
    package let pageCount: Int
    /// What shows that the text is not what was written; empty for a sound letter.
    package let damage: [TextDamage]

    init(
        mediaType: MediaType, bytes: [UInt8], isOriginal: Bool, encoding: TextEncoding?, formFeeds: Int,
        damage: [TextDamage], isRecognized: Bool = false
    ) {
        self.mediaType = mediaType
        self.bytes = bytes
        self.isOriginal = isOriginal
        self.encoding = encoding
        self.damage = damage
        self.isRecognized = isRecognized
        pageCount = formFeeds + 1
    }

    /// What OCR read from the pages of a PDF, each ended by a form feed.
    init(recognized text: [UInt8], in file: [UInt8]) {
        self.init(
            mediaType: .pdf, bytes: text, isOriginal: false, encoding: nil, formFeeds: ByteCounts(text).formFeeds,
            damage: PDFEnd.isPresent(in: file) ? [] : [.pdfWithoutEnd], isRecognized: true)
    }
}
