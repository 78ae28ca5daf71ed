import Inbox

extension Settings {
    /// The part of the settings that the room Inbox knows.
    var inbox: InboxSettings {
        InboxSettings(
            quietPeriod: quietPeriod, largestFile: Int64(largestFile), ignoredNames: ignoredNames.map(NamePattern.init))
    }
}
