import Determinations

/// The words by which a treatment is told that is no drug.
///
/// Words that can mean several things (ultrasound as a therapy or as a picture, "block", "unit") are left out: a heading that
/// has nothing else stays unclassified.
enum TreatmentTerms {
    /// What a phrase says: the category it is filed under, and the kind of treatment, which may be narrower.
    struct Term: Sendable {
        let category: RequestCategory
        let kind: TreatmentKind

        init(_ category: RequestCategory, _ kind: TreatmentKind? = nil) {
            self.category = category
            self.kind = kind ?? category.kind
        }
    }

    static let table = PhraseTable(services + procedures + equipment)

    private static let services: [(Term, String)] = [
        (
            Term(.physicalTherapy),
            """
            physical therapy, physiotherapy, physical therapist, physio therapy, pt, occupational therapy, hand therapy, \
            aquatic therapy, aqua therapy, pool therapy, aquatic physical therapy, land based therapy, ot, pt ot, \
            physical medicine, occupational physical therapy, therapeutic exercise, therapeutic exercises, vestibular therapy, \
            physical occupational therapy
            """
        ),
        (
            Term(.chiropractic),
            """
            chiropractic, chiropractor, chiro, chirophysio, chiropractic therapy, chiropractic care, chiropractic treatment, \
            chiropractic physiotherapy, chirophysio therapy, spinal manipulation, chiropractic manipulation, manipulation therapy, \
            chiropractic manipulative therapy
            """
        ),
        (
            Term(.acupuncture),
            "acupuncture, electroacupuncture, electro acupuncture, infrared acupuncture, acupuncturist"
        ),
        (
            Term(.otherRehabilitation),
            "massage, massage therapy, myofascial release, work conditioning, work hardening, gym membership, cardiac rehabilitation"
        ),
        (
            Term(.otherTherapies),
            "shockwave therapy, extracorporeal shockwave therapy, extracorporeal shock wave therapy, shock wave therapy, eswt, laser therapy, iontophoresis"
        ),
        (
            Term(.psychologicalTherapies),
            """
            psychotherapy, cognitive behavioral therapy, cbt, biofeedback, biofeedback therapy, individual psychotherapy, \
            group psychotherapy, psychological treatment, psychological counseling, hypnotherapy, cognitive behavior therapy, \
            cognitive therapy, behavioral therapy, counseling, psych therapy, relaxation training
            """
        ),
        (
            Term(.psychologicalEvaluation),
            "psychological evaluation, psychiatric evaluation, psychological consultation, psych evaluation, psychiatric consultation, psychological testing, psychosocial evaluation"
        ),
        (
            Term(.medicalSpecialties),
            """
            consultation, consult, referral, office visit, office visits, follow up, follow up visit, follow up visits, \
            followup, office service, prolonged office service, evaluation, examination, exam, initial evaluation, re evaluation, \
            reevaluation, initial exam, specialist, orthopedic consultation, orthopedic evaluation, second opinion, \
            neurology consultation, internal medicine consultation
            """
        ),
        (
            Term(.surgicalConsult),
            "surgical consult, surgical consultation, surgical evaluation, spine surgeon consultation, surgery consultation"
        ),
        (
            Term(.dentalServices),
            "dental, dentist, dental treatment, dental evaluation, dental implant, dental implants"
        ),
        (
            Term(.homeHealth),
            "home health, home health care, home care, home health aide, home aide, home health aid, home health services, home health nurse"
        ),
        (
            Term(.programs),
            """
            functional restoration program, functional restoration, pain management program, weight loss program, \
            detoxification program, detox program, multidisciplinary program, interdisciplinary program, inpatient detox
            """
        ),
        (Term(.transportation), "transportation, transport, medical transportation"),
        (
            Term(.adjunctSurgicalServices),
            """
            preoperative clearance, pre operative clearance, pre op clearance, preop clearance, medical clearance, \
            pre operative medical clearance, preoperative medical clearance, pre op medical clearance, assistant surgeon, \
            surgical assistant, pa assist, physician assistant, co surgeon, preoperative testing, pre op testing, \
            preoperative labs, pre op labs, facility fee, anesthesia, anesthesiologist, inpatient stay, length of stay, \
            hospital stay, post op visit, monitored anesthesia care
            """
        ),
    ]

    private static let procedures: [(Term, String)] = [
        (
            Term(.diagnosticTesting),
            """
            mri, mri scan, mris, magnetic resonance imaging, mr arthrogram, mr arthrography, mra, ct, ct scan, cat scan, \
            computed tomography, x ray, x rays, xray, xrays, radiograph, radiographs, bone scan, arthrogram, myelogram, ct myelogram, \
            fluoroscopy, pet scan, spect, dexa scan, diagnostic ultrasound, venous ultrasound, discogram, discography, \
            videofluoroscopy
            """
        ),
        (
            Term(.electrodiagnosticTesting),
            """
            emg, ncs, ncv, emg ncs, emg ncv, electromyography, electromyogram, nerve conduction, nerve conduction study, \
            nerve conduction studies, nerve conduction velocity, electrodiagnostic, electrodiagnostic study, \
            electrodiagnostic studies, electrodiagnostic testing
            """
        ),
        (
            Term(.laboratory),
            """
            urine drug screen, urine drug screening, urine drug test, urine drug testing, uds, udt, drug screen, drug testing, \
            urine toxicology, toxicology screen, urinalysis, labs, lab, laboratory, blood test, blood work, cbc, cmp, \
            liver function test, comprehensive metabolic panel, basic metabolic panel, hemoglobin a1c, chem panel, genetic testing, dna testing, urine analysis, \
            cytokine dna testing, toxicology
            """
        ),
        (
            Term(.otherDiagnosticTests),
            """
            sleep study, polysomnography, polysomnogram, ekg, ecg, electrocardiogram, echocardiogram, eeg, \
            functional capacity evaluation, fce, range of motion testing, sudoscan, pulmonary function test, stress test, \
            endoscopy, colonoscopy, vng, computerized range of motion, muscle testing, colonoscopies, holter monitor, \
            neuropsychological testing, audiogram
            """
        ),
        (
            Term(.injection),
            """
            injection, injections, epidural steroid injection, epidural steroid injections, epidural injection, \
            trigger point injection, trigger point injections, steroid injection, cortisone injection, corticosteroid injection, \
            nerve block, nerve blocks, selective nerve root block, stellate ganglion block, sympathetic block, \
            transforaminal epidural, caudal epidural, esi, tpi, platelet rich plasma, prp, occipital nerve block, \
            occipital nerve blocks, lumbar sympathetic block
            """
        ),
        (
            Term(.facetInjection),
            """
            facet injection, facet injections, facet joint injection, facet joint injections, medial branch block, medial branch blocks, \
            facet block, facet blocks, radiofrequency ablation, rfa, rhizotomy, facet joint block, radiofrequency neurotomy, mbb, \
            radio frequency ablation, facet rhizotomy
            """
        ),
        (
            Term(.arthroscopicSurgery),
            "arthroscopy, arthroscopic, arthroscopic surgery, diagnostic arthroscopy, shoulder arthroscopy, knee arthroscopy"
        ),
        (
            Term(.spineSurgery),
            """
            fusion, spinal fusion, laminectomy, microdiscectomy, discectomy, laminotomy, foraminotomy, acdf, corpectomy, \
            anterior cervical discectomy and fusion, interbody fusion, disc replacement, hemilaminectomy, kyphoplasty, spine surgery, \
            lumbar fusion, cervical fusion, vertebroplasty, hardware removal of the spine, lumbar surgery, laminoplasty
            """
        ),
        (
            Term(.otherSurgery),
            """
            carpal tunnel release, trigger finger release, arthroplasty, total knee replacement, knee replacement, total hip replacement, \
            hip replacement, joint replacement, hernia repair, open reduction, orif, ulnar nerve transposition, cubital tunnel release, \
            tenolysis, amputation, osteotomy, bunionectomy, tendon repair, debridement, manipulation under anesthesia, surgery, \
            hardware removal, rotator cuff repair, meniscectomy, acl reconstruction, excision, decompression, spinal cord stimulator, \
            spinal cord stimulator trial, spinal cord stimulator implant, tenosynovectomy, tendon transfer, neurectomy, \
            epicondylectomy, release surgery, intrathecal pump
            """
        ),
    ]

    private static let equipment: [(Term, String)] = [
        (
            Term(.electricalStimulation),
            """
            tens, tens unit, transcutaneous electrical nerve stimulation, interferential, interferential unit, \
            interferential stimulator, if unit, h wave, h wave unit, h wave device, hwave, neuromuscular electrical stimulation, nmes, nmes unit, \
            muscle stimulator, electrical stimulator, e stim unit, bone stimulator, bone growth stimulator, neurostimulator, \
            solace multi stim unit, stimulator unit
            """
        ),
        (
            Term(.prostheticsOrthotics),
            """
            brace, braces, lumbar brace, back brace, knee brace, wrist brace, lso, lso brace, orthotic, orthotics, orthosis, \
            custom orthotics, splint, splints, lumbar support, cervical collar, cam walker, walking boot, prosthesis, prosthetic, \
            lumbar corset, shoulder brace, elbow brace, ankle brace, knee sleeve, sling, shoulder sling, ultra sling, wrist splint, \
            shoe inserts, diabetic shoes, orthopedic shoes
            """
        ),
        (
            Term(.durableEquipment),
            """
            hot cold unit, cold therapy, cold therapy unit, cryotherapy, cryotherapy unit, continuous passive motion, cpm, cpm machine, \
            cpm unit, walker, wheelchair, crutches, cane, bed, hospital bed, mattress, cervical pillow, wedge pillow, \
            pillow, shower chair, commode, home exercise kit, exercise kit, traction, traction unit, home traction, \
            cervical traction unit, ergonomic chair, workstation, scooter, compression unit, dvt unit, dvt prophylaxis, vascutherm, \
            polar care, water circulating, ice machine, thermacure, game ready, paraffin bath, heating pad, inversion table, recliner, \
            raised toilet seat, grab bars, cold compression, knee walker, rollator, bath chair, orthopedic mattress, cpap, cpap machine, \
            blood pressure monitor, glucometer, reacher, hot and cold unit, paraffin unit, exercise ball, stationary bike
            """
        ),
        (
            Term(.supplies),
            "electrodes, batteries, supplies, tens supplies, electrode pads, tens unit supplies, tens patches, lead wires, test strips"
        ),
    ]
}
