import AnomalyRules
import Inbox
import LetterText

extension Settings {
    /// The rules that run.
    var ruleSet: RuleSet { RuleSet(on: Set(rulesOn), off: Set(rulesOff), severities: ruleSeverities) }

    /// What gets the text of letters; it knows no pdftotext where the machine has none.
    func extractor() async -> TextExtractor {
        var limits = ExtractionLimits()
        limits.fileBytes = largestFile
        return TextExtractor(
            pdftotext: pdftotext.isEmpty ? await TextExtractor.locate() : pdftotext,
            worker: OwnProgram.pdfReader,
            scans: readsScans ? await ScanReader.locate() : nil, limits: limits)
    }

    /// The part of the settings that the room Inbox knows.
    var inbox: InboxSettings {
        InboxSettings(
            quietPeriod: quietPeriod, largestFile: Int64(largestFile), ignoredNames: ignoredNames.map(NamePattern.init))
    }
}
