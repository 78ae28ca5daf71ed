/// Invented letters, one for each layout; no name, case or sentence in them is anybody's.
package enum Fixtures {
    /// The letters with the names of their layouts.
    package static let all: [(name: String, text: String)] = [
        ("L1", noticeOfDetermination), ("L2", documentsReviewed), ("L3", professionalReview),
        ("L4a", inlineCredentials), ("L4b", headerTable),
    ]

    /// A letter of L1.
    package static let noticeOfDetermination = """
        MAXIMUS FEDERAL SERVICES, INC.

        Notice of Independent Medical Review Determination

        Dated: 10/7/2013

        1) MAXIMUS Federal Services, Inc. has determined the request for Voltaren gel
        100 grams is not medically necessary and appropriate.

        2) MAXIMUS Federal Services, Inc. has determined the request for one
        wrist brace is medically necessary and appropriate.

        INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

        The application of 8/30/2013 disputes the Utilization Review Denial dated 8/19/2013.

        Medical Qualifications of the Expert Reviewer:
        The expert reviewer is Board Certified in Neurology, and is licensed to practice in Nevada.

        Case Summary:
        The patient is a 41 year old woman who was injured on March 3, 2011 while stacking chairs.

        1) MAXIMUS Federal Services, Inc. has determined the request for Voltaren gel
        100 grams is not medically necessary and appropriate.
        """

    /// A letter of L2.
    package static let documentsReviewed = """
        MAXIMUS FEDERAL SERVICES, INC.
        Independent Medical Review

        HOW THE IMR FINAL DETERMINATION WAS MADE
        The physician reviewer is Board Certified in Neurology and Pain Management, and is licensed to practice in Oregon.

        DOCUMENTS REVIEWED
        The application for review; notes of the treating physician.

        CLINICAL CASE SUMMARY
        The applicant, 62 y/o, slipped at the bakery. DOI: 5-6-09. He reports neck pain.

        IMR DECISION(S) AND RATIONALE(S)
        Acupuncture was asked for.
        """

    /// A letter of L3.
    package static let professionalReview = """
        MEDICAL PROFESSIONAL REVIEW

        ISSUE AT DISPUTE: Twelve visits of aquatic therapy for the left knee

        CASE SUMMARY: A 50-year-old man fell from a ladder on 2/1/2012.

        DOCUMENTS REVIEWED FOR DETERMINATION: Progress notes.

        MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY: Decision based on MTUS Chronic Pain
        Treatment Guidelines Aquatic therapy Page(s): 22.

        RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS NOT MEDICALLY NECESSARY: The notes do not say why
        exercise on land would not do.

        MEDICAL REVIEWER QUALIFICATIONS: The reviewer is Board Certified in Orthopedic Surgery.
        """

    private static let items = """
        IMR ISSUES, DECISIONS AND RATIONALES

        The Final Determination was based on decisions for the disputed items/services set forth below:

        Lyrica 75mg #60 with 2 refills: Upheld

        Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

        MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): Antiepilepsy drugs
        (AEDs) for pain.

        Decision rationale: The notes do not show neuropathic pain. Lyrica is not medically necessary.

        Physical therapy 2 times a week for 6 weeks (12 sessions) was the original request. Six sessions were authorized by
        the Claims Administrator. The remaining IMR eligible portion of the original request, physical therapy 6 sessions is:
        Overturned

        Claims Administrator guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Initial Care, and Ankle and
        Foot Complaints 2004.

        MAXIMUS guideline: The Expert Reviewer did not base their decision on the MTUS. Decision based on Non-MTUS Citation
        Official Disability Guidelines (ODG) Knee, 2016.

        Decision rationale: The surgery was five weeks ago. The sessions are medically necessary.
        """

    /// A letter of L4a.
    package static let inlineCredentials = """
        HOW THE IMR FINAL DETERMINATION WAS MADE

        MAXIMUS Federal Services sent the complete case file to a physician reviewer. The physician reviewer is Board Certified
        in Neurology, and is licensed to practice in Texas.

        CLINICAL CASE SUMMARY

        The physician reviewer developed the following clinical case summary based on a review of the case file, including all
        medical records:

        The injured worker is a 33 year old male with a date of injury of 4-5-2012. On 1/9/2014 Utilization Review denied both
        requests.

        \(items)
        """

    /// A letter of L4b.
    package static let headerTable = """
        Case Number: CM15-0000042 Date Assigned: 03/02/2015
        Date of Injury: 04/05/2012 Decision Date: 03/20/2015
        Priority: Standard UR Denial Date: 01/09/2015
        Application Received: 02/03/2015

        HOW THE IMR FINAL DETERMINATION WAS MADE

        MAXIMUS Federal Services sent the complete case file to an expert reviewer.

        The Expert Reviewer has the following credentials:
        State(s) of Licensure: Texas, Utah
        Certification(s)/Specialty: Neurology

        CLINICAL CASE SUMMARY

        The expert reviewer developed the following clinical case summary based on a review of the case file, including all
        medical records:

        The injured worker is a 33 year old male with a date of injury of 4-5-2012. Utilization Review denied both requests on
        January 9, 2015.

        \(items)
        """
}
