package import Determinations

/// A name in the inbox or in one of its sources.
package struct InboxEntry: Hashable, Sendable {
    /// The subfolder it was dropped into; nil for the inbox itself.
    package let source: FileName?
    /// The file's name, as the sender gave it.
    package let name: FileName

    /// A name, and the subfolder it stands in.
    package init(source: FileName? = nil, name: FileName) {
        self.source = source
        self.name = name
    }
}
