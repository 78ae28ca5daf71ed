import AuditLog
import Testing

@Suite("Base64")
struct Base64Tests {
    @Test(
        "the vectors of RFC 4648 are written and read",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func vectors(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test(
        "what is not canonical is refused",
        arguments: [
            "Zg", "Zg=", "Zg===",  // padding too short or too long
            "Zh==", "Zm9=",  // bits set that no byte needs
            "Z=g=", "====",  // padding inside, nothing but padding
            "Zm9v\n", "Zm 9v", "Zm-_",  // white space, the alphabet of URLs
        ])
    func refused(text: String) { #expect(Base64.decode(text) == nil) }

    @Test("every byte survives")
    func everyByte() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }
}
