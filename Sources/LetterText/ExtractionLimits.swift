/// What reading one file may cost at most.
package struct ExtractionLimits: Hashable, Sendable {
    /// The size of a file, in bytes; 64 MiB unless told otherwise.
    package var fileBytes = 64 << 20
    /// The size of a text, in bytes; what is longer is cut; 4 MiB unless told otherwise.
    package var textBytes = 4 << 20
    /// pdftotext's processor time in seconds; 10 unless told otherwise.
    package var processorSeconds = 10
    /// pdftotext's wall time; 20 seconds unless told otherwise.
    package var wallTime: Duration = .seconds(20)
    /// pdftotext's address space in bytes; 512 MiB unless told otherwise.
    package var addressSpace = 512 << 20

    /// The limits of RELIABILITY: 10 s of processor, 20 s of wall, 512 MiB, 4 MiB of text.
    package init() {}
}
