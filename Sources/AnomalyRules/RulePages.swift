// swift-format-ignore-file
// Generated from the doc comments of the rules; IMRD_REGENERATE=1 with the tests of AnomalyRules writes it anew.

/// The manual pages of the rules by their codes, a paragraph on each line.
enum RulePages {
    static let texts: [String: String] = [
        "S01": #"""
            A section of the letter's layout is absent.
            **Finds** a heading that the recognised layout always has and this letter has not. Headings are compared word by word, so that wrapping and blanks make no difference.
            **Why it matters:** a final determination must state the employee's medical condition, the disputed treatment, the evidence and the reasons (8 CCR 9792.10.6(d)). A letter without one of its sections is incomplete, or was cut.
            **Example:** a letter of layout L4b without `CLINICAL CASE SUMMARY`.
            **Quiet:** in every letter that has all headings, in whatever way its text was extracted.
            """#,
        "S02": #"""
            The letter has no header table at all.
            **Finds** letters in which none of the labels `Case Number:`, `Date Assigned:` and so on was seen.
            **Why it matters:** without a case number the letter is filed under "unknown" and cannot be linked to its case; its dates cannot be checked.
            **Example:** a text that starts with `HOW THE IMR FINAL DETERMINATION WAS MADE`.
            **Quiet:** as soon as the header table is there; single fields are the matter of S03. One finding a letter, not seven.
            """#,
        "S03": #"""
            The header table is there, but a field is absent or invalid.
            **Finds** a missing or unreadable case number, priority or date; a case number whose serial is all zeros.
            **Why it matters:** the case number is how the letter is found again; the dates decide about periods.
            **Example:** `Decision Date: 13/45/2016`.
            **Quiet:** when the letter has no header table at all (that is S02, once). In the layouts L1 to L3, whose headers are not established, only the case number's absence counts. Where an extraction has torn labels and values apart so that a value's label cannot be told, the field counts as absent only if the value is nowhere in the table.
            """#,
        "S04": #"""
            There is no list of the documents reviewed.
            **Finds** letters of a layout that lists the documents reviewed, without that list or with an empty one.
            **Why it matters:** a final determination must list the documents reviewed (8 CCR 9792.10.6(d)).
            **Example:** `DOCUMENTS REVIEWED` followed at once by `CLINICAL CASE SUMMARY`.
            **Quiet:** for the layouts L1, L4a and L4b, whose posted letters never have such a list.
            """#,
        "S05": #"""
            The reviewer's specialty or state of licensure is missing.
            **Finds** letters that name no specialty, or no state, for the reviewer: neither in the sentence of earlier letters ("is Board Certified in … and is licensed to practice in …") nor in the block of later ones.
            **Why it matters:** the determination must state the reviewer's qualifications (Labor Code 4610.6(f)).
            **Example:** `State(s) of Licensure:` with nothing after it.
            **Quiet:** for any state and any specialty, in either form.
            """#,
        "S06": #"""
            An item lacks a guideline paragraph or its rationale.
            **Finds** an item without `Claims Administrator guideline:`, `MAXIMUS guideline:` or `Decision rationale:`, or with nothing after one of these labels.
            **Why it matters:** the evidence relied on and the clinical reasons must be stated (8 CCR 9792.10.6(d)).
            **Example:** a heading and a decision followed at once by `Decision rationale:`.
            **Quiet:** when the parts are only parted by a page break. An item at which the letter ends is reported by T03 as well.
            """#,
        "S07": #"""
            The letter has no item, or an item has no decision.
            **Finds** letters without any disputed item, and items whose heading does not end in `Upheld` or `Overturned`.
            **Why it matters:** the decision is what the letter is for (8 CCR 9792.10.6(d), Labor Code 4610.6).
            **Example:** `MRI of the left knee:` followed by the guideline paragraph.
            **Quiet:** when the decision stands alone on a line after `is:`.
            """#,
        "S09": #"""
            Several letters stand in one file.
            **Finds** a file in which more than one letter was recognised, and a letter in which a section's heading stands twice.
            **Why it matters:** each letter has a case, a decision and due dates of its own; the second is easily overlooked.
            **Example:** a scan of two letters in one go.
            **Quiet:** when a sentence quotes a heading, or items repeat.
            """#,
        "S10": #"""
            The sections stand in the wrong order.
            **Finds** a heading that stands before one which its layout always has earlier.
            **Why it matters:** pages were sorted wrongly or parts moved; what was read as summary or rationale may belong elsewhere.
            **Example:** `IMR ISSUES, DECISIONS AND RATIONALES` before `CLINICAL CASE SUMMARY`.
            **Quiet:** when a section is missing (S01) or stands twice (S09), as long as the first of each are in order.
            """#,
        "T01": #"""
            The case summary is cut off.
            **Finds** a case summary that does not end in a full stop, exclamation or question mark, closing bracket or quotation mark. When its last word is cut, the finding names the whole word that stands elsewhere in the letter.
            **Why it matters:** the employee's medical condition must be stated (8 CCR 9792.10.6(d)); a cut text can hide what the decision rests on.
            **Example:** "… are unchanged from visit to visi".
            **Quiet:** white space and page breaks at the end are taken off first. In a scan, where OCR may miss a full stop, only a cut word and one that no sentence ends with ("of") count.
            """#,
        "T02": #"""
            A rationale is cut off.
            **Finds** a rationale that does not end in a full stop, exclamation or question mark, closing bracket or quotation mark. It is an error when the last word is cut, or when the letter ends there without having said whether the treatment is medically necessary; else a warning, because writers do forget a full stop. Where nothing parts paragraphs, the rest of a cut sentence runs into the next heading; it is seen there by its verb.
            **Why it matters:** the clinical reasons must be stated (8 CCR 9792.10.6(d)).
            **Example:** "… the request is not medic".
            **Quiet:** white space and page breaks at the end are taken off first. In a scan, where OCR may miss a full stop, only a cut word, one that no sentence ends with ("of"), and the end of a letter without a conclusion count.
            """#,
        "T03": #"""
            The letter ends inside an item, before any rationale text.
            **Finds** a last item that has its heading, and perhaps guideline paragraphs, but not one word of rationale.
            **Why it matters:** pages are missing; there may be more items that nobody sees.
            **Example:** a letter whose last line is `MAXIMUS guideline: Decision based on`.
            **Quiet:** in every letter whose last item has some rationale; how that ends is the matter of T02.
            """#,
        "T05": #"""
            A case summary or a rationale is too short to be whole.
            **Finds** a case summary under 200 characters and a rationale under 60.
            **Why it matters:** the medical condition and the clinical reasons must be stated (8 CCR 9792.10.6(d)); so little text is nearly always what a failed copy left.
            **Example:** a rationale that reads "Not necessary."
            **Quiet:** for texts that are empty or absent (T01, T03, S06). White space and page breaks do not count.
            """#,
        "T06": #"""
            The file is incomplete: pages may be lost.
            **Finds** a PDF without its end marker, a PDF of which something could not be read, and a text longer than the limit.
            **Why it matters:** what is lost may be an item with its decision. The letter is filed as it came; the sender should be asked for it again.
            **Example:** a PDF whose copy was broken off.
            **Quiet:** for damage that loses nothing, such as a wrong index of objects that could be made again.
            """#,
        "D01": #"""
            The decision word and the rationale's conclusion disagree.
            **Finds** an item that is `Upheld` although its rationale concludes that the treatment is medically necessary, or `Overturned` although it concludes that it is not.
            **Why it matters:** one of the two is a plain error of fact; a petition may rest on it (8 CCR 10575), and an overturned item has to be authorized within five working days.
            **Example:** `Left shoulder brace: Upheld` … "Therefore, the brace is medically necessary."
            **Quiet:** the whole rationale is searched and the last statement about medical necessity counts, because rationales often go on with advice; statements under "would", "if" or "when" are left out; where the rationale speaks against itself, or goes on with a verdict that was not understood, nothing is said; a rationale without any statement is the matter of D02.
            """#,
        "D02": #"""
            A rationale does not say whether the treatment is medically necessary.
            **Finds** a rationale in which medical necessity, or appropriateness, is named nowhere.
            **Why it matters:** whether the disputed treatment is medically necessary is what a determination must state (8 CCR 9792.10.6(d), Labor Code 4610.6). Certification is a term of utilization review, not of this review.
            **Example:** "Therefore, the request is not certified."
            **Quiet:** for every wording with "medically necessary", "medical necessity", "medically appropriate" and the like.
            """#,
        "D03": #"""
            An item is overturned: somebody must act.
            **Finds** each overturned item, and says exactly what is covered: the remaining portion, where utilization review had authorized a part.
            **Why it matters:** an overturned item must be authorized within five working days of receipt, or paid within 20 days of receipt where the service was already rendered (8 CCR 9792.10.7(a)).
            **Example:** `Acupuncture, 6 sessions: Overturned`.
            **Quiet:** for upheld items. It is a notice, no fault of the letter; one an item.
            """#,
        "D04": #"""
            Upheld and overturned items stand in one letter.
            **Finds** letters with both outcomes.
            **Why it matters:** who reads only the first decision misses that something must be authorized.
            **Example:** an MRI upheld, acupuncture overturned.
            **Quiet:** when all items were decided alike. It is a notice, one a letter.
            """#,
        "D05": #"""
            The decision covers a part of the request only.
            **Finds** an item of which utilization review had authorized a part, so that the decision covers the remaining portion.
            **Why it matters:** who reads the whole heading authorizes, or denies, more than was decided.
            **Example:** "Therapy, 12 visits was the original request. Therapy, 6 visits was authorized … The remaining … portion of the original request, Therapy, 6 visits is: Overturned".
            **Quiet:** for items that were denied whole.
            """#,
        "D06": #"""
            The service was already rendered.
            **Finds** an item whose heading says that it is retrospective, or names a date of service.
            **Why it matters:** an overturned service that was rendered has to be paid within 20 days of receipt, not authorized within five working days (8 CCR 9792.10.7(a)).
            **Example:** `Retrospective CT scan (DOS 11/18/16)`.
            **Quiet:** for the date of an order or a report, and for dates in the rationale.
            """#,
        "D07": #"""
            An overturned item does not say how much.
            **Finds** a drug, a therapy or injections that are overturned with neither a quantity nor a frequency in the heading.
            **Why it matters:** it must be authorized within five working days, and cannot be authorized as written.
            **Example:** `Acupuncture therapy for the lower back: Overturned`.
            **Quiet:** for imaging, tests, surgery and equipment, for a single injection, and for services already rendered.
            """#,
        "D08": #"""
            Heading and conclusion of an overturned item differ in number.
            **Finds** an overturned item whose conclusion restates it with another number, or in the singular where the heading asks for several.
            **Why it matters:** how much must be authorized cannot be told.
            **Example:** `Knee injection times 3: Overturned`, and "a knee injection is medically necessary".
            **Quiet:** for upheld items, for a conclusion that does not restate the item, and for numbers that the heading has or that follow from it (3 times a week for 4 weeks are 12 visits).
            """#,
        "D09": #"""
            The rationale reviews another treatment than the heading names.
            **Finds** a rationale that says that something else was "actually ordered" (or requested, or prescribed), and one that says "the request is for" a treatment that has nothing in common with the heading.
            **Why it matters:** the disputed treatment was not decided.
            **Example:** `Massage therapy, 6 visits`, and "The request is for a knee brace."
            **Quiet:** when both share a word that is no body part, or a category of treatment; when either names no treatment that is known.
            """#,
        "D10": #"""
            A heading names both sides and one side of the same body part.
            **Finds** "bilateral" together with "left" or "right" where only one body part is named.
            **Why it matters:** what was decided, and what would have to be authorized, cannot be told.
            **Example:** `Bilateral carpal tunnel release left`.
            **Quiet:** for two body parts or levels with a side each, for "bilateral (left and right)", and where "and", a comma or the like stands between the two words.
            """#,
        "D11": #"""
            Heading and rationale name opposite sides.
            **Finds** a heading with one side and a rationale that names only the other one, of the same body part.
            **Why it matters:** the reviewer may have judged the wrong side, or the heading may name it wrongly.
            **Example:** `MRI of the left knee`, and a rationale about the right knee alone.
            **Quiet:** as soon as the rationale names the heading's side, or both, anywhere; and where the other side belongs to another body part, or only tells the dominant hand. A finger belongs to its hand, a toe to its foot, and both to the limb.
            """#,
        "D12": #"""
            Heading and rationale are about different body parts.
            **Finds** a rationale that names body parts, but none that can mean one of the heading's.
            **Why it matters:** the reviewer may have judged another request.
            **Example:** `MRI of the cervical spine`, and a rationale about the knee.
            **Quiet:** for words that mean the same (neck and cervical), for a region that holds the part (arm and elbow), and when heading or rationale names no part at all.
            """#,
        "D13": #"""
            One of two services in a heading is not dealt with.
            **Finds** a heading that joins two services of different categories by "and", and a rationale that never mentions one of them.
            **Why it matters:** the decision word covers both, the reasons only one.
            **Example:** `Office visit and six sessions of massage`, and a rationale about massage alone.
            **Quiet:** when both are of one category, when any word of the service or another name of it stands in the rationale, when the rationale mentions neither, when "and" stands twice, and for the one sentence that services ancillary to a denied surgery share.
            """#,
        "D14": #"""
            The same item stands twice.
            **Finds** an item with the same request as an earlier one, and an item whose rationale repeats an earlier one word for word.
            **Why it matters:** the second may have been meant to be another item, or its rationale another text.
            **Example:** `MRI of the right knee: Upheld` as item 1 and as item 3.
            **Quiet:** for the one sentence that services ancillary to a denied surgery share as their rationale.
            """#,
        "C01": #"""
            The dates of the header are not in the order in which things happen.
            **Finds** a date of injury after the UR denial, a denial after the application, an application after the assignment, an assignment after the decision, and any date in the future.
            **Why it matters:** one of the dates is wrong, and periods are counted from them.
            **Example:** `Date of Injury: 03/14/2017` with `Decision Date: 02/15/2017`.
            **Quiet:** for equal dates, and for fields that are missing or invalid (S03). A decision that took long is the matter of C08.
            """#,
        "C02": #"""
            Header and case summary give different dates of injury.
            **Finds** a date of injury in the header that is none of the dates on which, as the case summary says, the injury happened.
            **Why it matters:** the letter may be about another injury or another person's claim.
            **Example:** `Date of Injury: 10/10/2016` and "an industrial injury of October 10, 2015".
            **Quiet:** when the summary gives no date of injury or the header none, and when one of several dates is the header's.
            """#,
        "C03": #"""
            A date that no calendar has, or that lies after the decision.
            **Finds** a date in the case summary or a rationale whose month or day does not exist; and one that lies after the decision date of the header although it is told as past.
            **Why it matters:** a wrong date makes it uncertain which record was meant.
            **Example:** "Progress report dated 02/30/2016".
            **Quiet:** for what may be doses or ratios (a year of two digits counts only after "on", "dated" and the like), for appointments that lie ahead ("scheduled for"), and about the second kind when the header has no decision date.
            """#,
        "C04": #"""
            A record and the utilization review decision bear the same day of neighbouring years.
            **Finds** a date in the case summary with the month and day of the utilization review decision, one year before or after it.
            **Why it matters:** one of the two years is nearly always a slip of the pen; which record was reviewed is then uncertain.
            **Example:** a progress report of 05/15/2013 and a review of 05/15/2014.
            **Quiet:** for anniversaries of the injury, for birth dates, and for years further apart.
            """#,
        "C05": #"""
            A date is given without its year.
            **Finds** a month with a day in the case summary or a rationale, without a year behind it.
            **Why it matters:** the order of events, and which record is meant, cannot be told.
            **Example:** "injections were performed on August 26th".
            **Quiet:** when a year follows in the same sentence within a few words, as in "March 3 and 10, 2016".
            """#,
        "C06": #"""
            The employee would have been a child or very old when injured.
            **Finds** an age in the case summary by which the employee was under 14 or over 90 years old at the injury.
            **Why it matters:** the age or the date of injury is wrong.
            **Example:** "a 19-year-old male" with a date of injury of 2001 in a letter of 2016.
            **Quiet:** when the age, the date of injury or a date to count from is missing; a year more or less does not matter.
            """#,
        "C07": #"""
            The case summary does not mention the utilization review.
            **Finds** a case summary in which neither "utilization review" nor "UR" stands.
            **Why it matters:** the dispute is about that decision; without it the summary does not say what was reviewed.
            **Example:** a summary that ends with the medication list.
            **Quiet:** however the decision itself is described. About every fifth letter lacks it.
            """#,
        "C08": #"""
            The determination took long.
            **Finds** more than 45 days between assignment and decision.
            **Why it matters:** an expected letter that comes late shifts other work. The period for a determination is directory only: a late letter is as valid as any.
            **Example:** assigned 01/04/2016, decided 03/04/2016.
            **Quiet:** when either date is missing, invalid or out of order (S03, C01).
            """#,
        "P01": #"""
            The case summary does not state the employee's age or sex.
            **Finds** a case summary without an age, or without a word that gives the sex.
            **Why it matters:** the medical condition must be stated (8 CCR 9792.10.6(d)); what is usual depends on both, and without them a letter is hard to match with its case.
            **Example:** "The applicant is an employee who has filed a claim …".
            **Quiet:** when a pronoun gives the sex, and for every way to write an age.
            """#,
        "P02": #"""
            Case summary and rationale give different ages or sexes.
            **Finds** a person in a rationale ("a 58-year-old female") whose age is none of those in the case summary, or whose sex is not the summary's.
            **Why it matters:** the rationale may have been written for another case.
            **Example:** a summary about a 46-year-old male, and a rationale about "this 64-year-old female".
            **Quiet:** for pronouns, and for ages that guidelines speak of ("patients over 65 years", "under the age of fifty").
            """#,
        "P03": #"""
            The letter holds data that identifies a person.
            **Finds** social security numbers, telephone numbers, birth dates, claim numbers, and a name in the reviewer's place or signature.
            **Why it matters:** letters are posted without such data, and the reviewer's name is confidential (Labor Code 4610.6(f)). The finding says what stands where; the value itself is shown nowhere.
            **Example:** `DOB:` and a date, or `Reviewer:` and a name with a medical title.
            **Quiet:** for dates of injury and of service, case numbers, doses, levels of the spine, and names of guidelines and authors.
            """#,
        "G01": #"""
            The reviewer cites no medical evidence.
            **Finds** a reviewer's guideline paragraph that says that no medical evidence was cited.
            **Why it matters:** the evidence relied on must be stated (8 CCR 9792.10.6(d)), by ranked standard (Labor Code 4610.5(c)(2)).
            **Example:** "The Expert Reviewer did not cite any medical evidence for its decision."
            **Quiet:** about the claims administrator's paragraph. Only good to know where the rationale is the one sentence given for services ancillary to a surgery that is denied itself.
            """#,
        "G02": #"""
            An item was decided outside the MTUS.
            **Finds** a reviewer's guideline paragraph that says that the decision is not based on the Medical Treatment Utilization Schedule.
            **Why it matters:** the schedule comes first among the standards (Labor Code 4610.5(c)(2)); who leaves it says why.
            **Example:** "The Expert Reviewer did not base their decision on the MTUS."
            **Quiet:** when other guidelines are cited beside the schedule.
            """#,
        "G03": #"""
            A citation is malformed.
            **Finds**, in a guideline paragraph, a comma with a letter directly behind it, and `Page(s):` or `Section(s):` with nothing behind it.
            **Why it matters:** who looks the citation up may look in the wrong place.
            **Example:** `Page(s): 47,Chronic Pain Treatment Guidelines`.
            **Quiet:** for numbers such as `1,000` or `8,9`, where a line ends behind the comma, and in a scan, where OCR loses blanks.
            """#,
        "G04": #"""
            A guideline edition is cited that had been superseded when the letter was decided.
            **Finds**, in the reviewer's guideline paragraph, a chapter of the MTUS with the year of an edition that another one had replaced by the decision date: the chronic pain chapter of 2009 from July 28, 2016, and the chapters of 2004, 2007 and 2016 from December 1, 2017 (8 CCR 9792.22 to 9792.24.4).
            **Why it matters:** the edition in force is the one that is presumed correct.
            **Example:** `MTUS Chronic Pain Medical Treatment 2009` in a letter decided in 2017.
            **Quiet:** without a decision date, and for citations without a year.
            """#,
        "R01": #"""
            The reviewer holds no California licence.
            **Finds** a reviewer who is licensed in other states only.
            **Why it matters:** it is lawful, and about every third reviewer is; some want to know it all the same. The rule runs only when the configuration turns it on.
            **Example:** `State(s) of Licensure: Utah, Arkansas`.
            **Quiet:** when California is among the states, or no state was read (S05).
            """#,
        "R02": #"""
            The reviewer could not read the records, or not all of them.
            **Finds** a statement in the case summary or a rationale that records are illegible, distorted, hard to decipher, or that pages of them are missing.
            **Why it matters:** the decision may rest on less than was sent; a legible copy could change it.
            **Example:** "Many of the notes provided are illegible."
            **Quiet:** for "handwritten" alone, for records that are legible in part ("not altogether legible"), and for records that were not asked for or not made.
            """#,
        "X04": #"""
            A full stop stands alone.
            **Finds** a sentence that ends twice: two full stops with a blank between them.
            **Why it matters:** words may have been lost between the two.
            **Example:** "relief of headaches. . Although short-term improvement …".
            **Quiet:** for dots of omission ("…", ". . ."), for anything outside the case summary and the rationales, and in a scan, where OCR sees specks as stops.
            """#,
        "X05": #"""
            Characters of the text are damaged.
            **Finds** bytes that no encoding explains, replacement characters (U+FFFD) that were in the file already, and text that was read in a wrong encoding and saved again; control characters, and signs that no letter uses. One finding for each kind.
            **Why it matters:** a damaged character can be a digit of a dose, a date or a case number.
            **Example:** `Â°` where a degree sign stood.
            **Quiet:** for UTF-8 and UTF-16, whatever printable characters they hold; for Windows-1252 with the signs and accents that letters have.
            """#,
        "X06": #"""
            A word seems to have been taken out.
            **Finds**, in a case summary or rationale, two blanks between words in lower case in the middle of a sentence.
            **Why it matters:** names and employers are taken out of letters that are posted; what is left should still make sense.
            **Example:** "a represented  employee who has filed a claim".
            **Quiet:** after punctuation, at the ends of lines, in a text that has such gaps often, because its extraction makes them, and in a scan, whose blanks are OCR's.
            """#,
        "F01": #"""
            The letter was filed before.
            **Finds** a letter whose bytes, or whose text with white space folded, are those of a letter already filed.
            **Why it matters:** the same letter often comes twice, by mail and through a portal; counting it twice would be wrong.
            **Example:** the same PDF dropped again the next day.
            **Quiet:** for a letter of the same case with another text (F02). The same bytes are logged and not filed again; a file with the same text but other bytes is kept as well, because only its bytes prove what was sent.
            """#,
        "F02": #"""
            Another letter of the same case was filed before.
            **Finds** a letter whose case number is that of an earlier letter with another text.
            **Why it matters:** one of them may replace the other; both are kept and linked, and somebody has to say which counts.
            **Example:** a corrected letter two weeks after the first.
            **Quiet:** when the text is the same (F01), and for letters without a case number.
            """#,
        "F03": #"""
            An earlier letter of the same case decides the same item otherwise.
            **Finds** an item that was upheld in an earlier letter of the case and is overturned here, or the other way round.
            **Why it matters:** only one of them can hold; whether something must be authorized depends on it.
            **Example:** `MRI of the left knee: Upheld` in June, `MRI of the left knee: Overturned` in July.
            **Quiet:** for items worded differently; case, white space and punctuation make no difference. Of several earlier letters with the item the last one counts.
            """#,
        "S08": #"""
            The file is no final determination letter.
            **Finds** text in which no layout is recognised: fewer than two of the headings, fixed sentences and labels that letters have.
            **Why it matters:** somebody dropped something else; it is held for a person to look at, and nothing is lost.
            **Example:** an invoice, a fax cover sheet.
            **Quiet:** for every letter of which at least two anchors are left, however damaged the rest is.
            """#,
        "X07": #"""
            The PDF is a scan without text.
            **Finds** a PDF in which not one letter or digit is text.
            **Why it matters:** without OCR nothing in it can be read or checked. Where tesseract is installed it is read by that, and filed: the record of the letter then says `"ocr":true`. Else it is held for a person, and nothing is lost.
            **Example:** a fax saved as a picture.
            **Quiet:** for every PDF that has a text layer, whatever its quality, and for a scan that OCR has read.
            """#,
    ]
}
