import Determinations

/// The name of a payload file: `CM16-0213037--3fa9c2d41b7e.pdf`, a stem and what the file is.
struct PayloadName: Hashable, CustomStringConvertible {
    /// Case number (or `unknown`), two hyphens, the first 12 digits of the original's SHA-256.
    let stem: String
    /// What the file is.
    let kind: Filing.Kind

    init(caseNumber: CaseNumber?, sha256: [UInt8], kind: Filing.Kind) {
        stem = (caseNumber?.description ?? "unknown") + "--" + Digest.hexadecimal(sha256.prefix(6))
        self.kind = kind
    }

    /// The name of the text as read beside this original.
    init(textBeside original: PayloadName) {
        stem = original.stem
        kind = .txt
    }

    /// A name that this room could have given, or nil.
    init?(_ name: some Sequence<UInt8>) {
        guard let text = String(validating: name, as: UTF8.self),
            let kind = Filing.Kind(rawValue: String(text.suffix(3))),
            text.utf8.dropLast(3).last == UInt8(ascii: ".")
        else { return nil }
        let stem = String(text.dropLast(4))
        let digits = stem.utf8.suffix(12)
        let holder = stem.dropLast(12)
        guard digits.count == 12, digits.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
            holder == "unknown--" || (holder.hasPrefix("CM") && holder.hasSuffix("--") && holder.utf8.count == 14)
        else { return nil }
        self.stem = stem
        self.kind = kind
    }

    var description: String { stem + "." + kind.rawValue }
    var fileName: FileName { FileName(description) }
}

extension CalendarDate {
    /// The bag of the day, relative to the archive: `2026/11/21`.
    var bagPath: String { String(description.map { $0 == "-" ? "/" : $0 }) }
}
