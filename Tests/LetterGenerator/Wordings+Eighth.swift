extension Wordings {
    /// Written after the rules had been mended with the seventh stock, in the same manner as that one.
    static let eighth = Wordings(
        against: [
            "The records do not contain the findings that the guideline asks for, thus {t} is not medically necessary.",
            "The patient's condition does not rise to the level at which {t} is advised; the request is not medically"
                + " necessary at this point.",
            "With no new injury and a normal examination, there is no medical necessity for {t}.",
            "In the absence of a documented response to earlier care, continuing {t} is not medically necessary.",
            "Taking all of this into account, {t} is not deemed medically necessary.",
            "The request for {t} for this patient is not medically necessary, since less invasive options remain.",
            "The guideline limits {t} to the acute phase. This injury is chronic. The request is therefore not medically"
                + " necessary.",
            "Medical necessity for {t} is not evident from the documents provided.",
            "It is my opinion that {t} is not medically necessary.",
            "{T} is not a first-line option here and is not medically necessary.",
            "The file does not show that {t} is medically necessary or appropriate.",
            "Per the above, the request for {t} is not consistent with the guideline and is not medically necessary.",
            "Therefore, I am in agreement with the prior determination; {t} is not medically necessary.",
            "The amount requested is excessive. Due to this, {t} is not medically necessary.",
            "Nothing suggests that {t} would improve function, so medical necessity has not been demonstrated.",
            "Such findings are not present in this case. Consequently, {t} is not supported as medically necessary.",
            "The request for {t} does not meet the standard of medical necessity.",
            "As the diagnosis remains unclear, {t} is not medically necessary until the work-up is complete.",
            "The requested {t} is neither recommended by the cited guideline nor medically necessary.",
            "The provider did not supply a rationale, and the medical necessity of {t} is not apparent.",
        ],
        favor: [
            "The records contain the findings that the guideline asks for, thus {t} is medically necessary.",
            "The patient has failed all lesser measures; the request is medically necessary at this point.",
            "With a new injury and a positive examination, there is medical necessity for {t}.",
            "In the presence of a documented response to earlier care, continuing {t} is medically necessary.",
            "Taking all of this into account, {t} is deemed medically necessary.",
            "The request for {t} for this patient is medically necessary, since no less invasive options remain.",
            "The guideline allows {t} in the subacute phase, which has not yet passed. The request is therefore medically"
                + " necessary.",
            "Medical necessity for {t} is evident from the documents provided.",
            "It is my opinion that {t} is medically necessary.",
            "{T} is a first-line option here and is medically necessary.",
            "The file shows that {t} is medically necessary and appropriate.",
            "Per the above, the request for {t} is consistent with the guideline and is medically necessary.",
            "Therefore, I am not in agreement with the prior determination; {t} is medically necessary.",
            "The amount requested is not excessive. Due to this, {t} is medically necessary.",
            "Everything suggests that {t} will improve function, so medical necessity has been demonstrated.",
            "Such findings are present in this case. Consequently, {t} is supported as medically necessary.",
            "The request for {t} does meet the standard of medical necessity.",
            "As the diagnosis remains unclear after plain films, {t} is medically necessary to complete the work-up.",
            "The requested {t} is recommended by the cited guideline and is medically necessary.",
            "The provider did supply a rationale, and the medical necessity of {t} is apparent.",
        ])
}
