import Register

/// What a reviewer reads and does: the lists, the letters and the acts, as values without any presentation.
///
/// It reads the register, the archive and the audit log and changes none of them; acts are requests to the daemon. It may be
/// used from many tasks at once. Texts in its values come from letters and senders: whoever shows them must escape them.
package struct ReviewDesk: Sendable {
    /// Where it reads.
    package let sources: ReviewSources
    let register: SharedRegister

    /// A desk; nothing is opened before the first question.
    package init(sources: ReviewSources) {
        self.sources = sources
        register = SharedRegister(path: sources.register)
    }
}
