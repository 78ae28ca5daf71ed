import AnomalyRules
import Inbox

extension Settings {
    /// The rules that run.
    var ruleSet: RuleSet { RuleSet(on: Set(rulesOn), off: Set(rulesOff), severities: ruleSeverities) }

    /// The part of the settings that the room Inbox knows.
    var inbox: InboxSettings {
        InboxSettings(
            quietPeriod: quietPeriod, largestFile: Int64(largestFile), ignoredNames: ignoredNames.map(NamePattern.init))
    }
}
