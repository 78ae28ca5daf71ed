/// What fills the page that says one thing.
struct NoticePage {
    let heading: String
    let text: String
    var address: String? = "/"
    var link = "Today"
}
