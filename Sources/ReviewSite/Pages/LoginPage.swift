/// What fills the page before the login.
struct LoginPage {
    var complaint: String?
    var name = ""
    var next = ""
    let stylesheet = Assets.style.address
    let icon = Assets.icon.address
}
