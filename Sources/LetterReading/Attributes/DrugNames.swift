package import Determinations

/// Generic and brand names of drugs common in workers' compensation, by the class they are filed under.
package enum DrugNames {
    /// The drug at an index and the number of its words; nil when there is none.
    static func match(_ words: Words, at index: Int, before limit: Int) -> (value: RequestCategory, count: Int)? {
        table.match(words, at: index, before: limit)
    }

    /// The drugs named in a range of words, in order, each with its class.
    package static func all(_ words: Words, in range: Range<Int>) -> [Located<RequestCategory>] {
        var found: [Located<RequestCategory>] = []
        table.all(words, in: range) { drug, place in found.append(Located(drug, at: words.bytes(place))) }
        return found
    }

    private static let table = PhraseTable(analgesics + mind + organs + skin)

    private static let analgesics: [(RequestCategory, String)] = [
        (
            .opioids,
            """
            hydrocodone, norco, vicodin, lortab, lorcet, zohydro, hysingla, oxycodone, oxycontin, percocet, roxicodone, \
            endocet, xtampza, oxaydo, tramadol, ultram, ultracet, ryzolt, conzip, morphine, ms contin, mscontin, kadian, avinza, \
            embeda, hydromorphone, dilaudid, exalgo, oxymorphone, opana, fentanyl, duragesic, actiq, fentora, subsys, \
            tapentadol, nucynta, methadone, dolophine, codeine, tylenol 3, buprenorphine, butrans, belbuca, suboxone, \
            subutex, zubsolv, levorphanol, meperidine, demerol, pentazocine, talwin, butorphanol, vicoprofen, xartemis
            """
        ),
        (
            .opioidAntagonist,
            "naloxone, narcan, evzio, naltrexone, vivitrol, relistor, methylnaltrexone, movantik, naloxegol"
        ),
        (
            .nonsteroidalAntiinflammatory,
            """
            ibuprofen, motrin, advil, naproxen, naprosyn, anaprox, naprelan, aleve, ec naprosyn, diclofenac, voltaren, \
            zipsor, zorvolex, cambia, arthrotec, celecoxib, celebrex, meloxicam, mobic, vivlodex, nabumetone, relafen, \
            etodolac, lodine, ketorolac, toradol, sprix, indomethacin, indocin, piroxicam, feldene, oxaprozin, daypro, \
            fenoprofen, nalfon, ketoprofen, flurbiprofen, sulindac, clinoril, diflunisal, salsalate, mefenamic, ponstel, \
            duexis, vimovo, tolmetin, meclofenamate
            """
        ),
        (
            .muscleRelaxant,
            """
            cyclobenzaprine, flexeril, fexmid, amrix, tizanidine, zanaflex, carisoprodol, soma, vanadom, methocarbamol, \
            robaxin, baclofen, lioresal, metaxalone, skelaxin, orphenadrine, norflex, chlorzoxazone, parafon forte, lorzone, \
            dantrolene, dantrium, tabradol
            """
        ),
        (.otherAnalgesics, "acetaminophen, tylenol, aspirin, paracetamol, apap"),
        (.barbiturates, "fioricet, fiorinal, butalbital, esgic, phenobarbital"),
        (
            .antimigraine,
            """
            sumatriptan, imitrex, rizatriptan, maxalt, zolmitriptan, zomig, eletriptan, relpax, naratriptan, treximet, frova, \
            cafergot, cefaly
            """
        ),
    ]

    private static let mind: [(RequestCategory, String)] = [
        (
            .antiepilepsy,
            """
            gabapentin, neurontin, gralise, horizant, fanatrex, pregabalin, lyrica, topiramate, topamax, trokendi, \
            carbamazepine, tegretol, oxcarbazepine, trileptal, lamotrigine, lamictal, levetiracetam, keppra, zonisamide, \
            valproate, divalproex, depakote, phenytoin, dilantin, lacosamide, vimpat
            """
        ),
        (
            .antidepressant,
            """
            amitriptyline, elavil, nortriptyline, pamelor, duloxetine, cymbalta, venlafaxine, effexor, desvenlafaxine, \
            pristiq, bupropion, wellbutrin, sertraline, zoloft, fluoxetine, prozac, citalopram, celexa, escitalopram, \
            lexapro, paroxetine, paxil, trazodone, desyrel, mirtazapine, remeron, doxepin, milnacipran, savella, \
            imipramine, desipramine, vilazodone, viibryd, vortioxetine, brintellix, trintellix, fetzima
            """
        ),
        (.antianxiety, "buspirone, buspar, hydroxyzine, vistaril, atarax"),
        (
            .benzodiazepine,
            """
            alprazolam, xanax, lorazepam, ativan, diazepam, valium, clonazepam, klonopin, temazepam, restoril, \
            chlordiazepoxide, librium, triazolam, halcion, estazolam, oxazepam, clorazepate
            """
        ),
        (
            .sedativeHypnotics,
            """
            zolpidem, ambien, intermezzo, edluar, eszopiclone, lunesta, zaleplon, sonata, ramelteon, rozerem, suvorexant, \
            belsomra, silenor, modafinil, provigil, armodafinil, nuvigil
            """
        ),
        (
            .atypicalAntipsychotic,
            """
            quetiapine, seroquel, aripiprazole, abilify, risperidone, risperdal, olanzapine, zyprexa, ziprasidone, geodon, \
            lurasidone, latuda, rexulti, brexpiprazole
            """
        ),
        (.dopamineAgonists, "ropinirole, requip, pramipexole, mirapex"),
        (.cannabinoids, "dronabinol, marinol, nabilone, cannabis, marijuana, cannabidiol"),
        (
            .antihistamine,
            "diphenhydramine, benadryl, dicopanol, cetirizine, zyrtec, loratadine, claritin, fexofenadine, allegra"
        ),
    ]

    private static let organs: [(RequestCategory, String)] = [
        (
            .protonPumpInhibitors,
            """
            omeprazole, prilosec, pantoprazole, protonix, esomeprazole, nexium, lansoprazole, prevacid, rabeprazole, aciphex, \
            dexlansoprazole, dexilant, zegerid
            """
        ),
        (.histamine2Blocker, "ranitidine, zantac, famotidine, pepcid, cimetidine, tagamet, nizatidine, deprizine"),
        (
            .gastrointestinalAgents,
            """
            docusate, colace, senna, senokot, senokot s, docuprene, miralax, polyethylene glycol, bisacodyl, dulcolax, lactulose, \
            linzess, linaclotide, amitiza, lubiprostone, sucralfate, carafate, misoprostol, cytotec, gaviscon, \
            simethicone, metoclopramide, reglan, dicyclomine, bentyl, mylanta, metamucil, psyllium
            """
        ),
        (
            .antiemetic,
            "ondansetron, zofran, promethazine, phenergan, prochlorperazine, compazine, meclizine, trimethobenzamide"
        ),
        (
            .antihypertensive,
            """
            lisinopril, losartan, cozaar, benazepril, lotensin, valsartan, diovan, olmesartan, benicar, hydrochlorothiazide, \
            hctz, enalapril, ramipril, furosemide, lasix, spironolactone, clonidine, catapres
            """
        ),
        (.alphaBlocker, "tamsulosin, flomax, doxazosin, terazosin, prazosin, minipress"),
        (
            .betaBlocker,
            "metoprolol, lopressor, toprol, atenolol, tenormin, propranolol, inderal, carvedilol, coreg, bystolic, nebivolol"
        ),
        (.calciumChannelBlocker, "amlodipine, norvasc, nifedipine, diltiazem, cardizem, verapamil"),
        (.statin, "atorvastatin, lipitor, simvastatin, zocor, rosuvastatin, crestor, pravastatin, lovastatin"),
        (.fibricAcid, "fenofibrate, tricor, gemfibrozil, lopid"),
        (
            .antidiabetics,
            """
            metformin, glucophage, glipizide, glyburide, januvia, sitagliptin, insulin, lantus, novolog, humalog, victoza, \
            invokana, glimepiride
            """
        ),
        (
            .anticoagulant,
            "warfarin, coumadin, enoxaparin, lovenox, xarelto, rivaroxaban, eliquis, apixaban, plavix, clopidogrel, heparin"
        ),
        (
            .asthmaMedication,
            "albuterol, proair, ventolin, advair, symbicort, flovent, montelukast, singulair, qvar, dulera, spiriva"
        ),
        (
            .antiinfectives,
            """
            amoxicillin, augmentin, cephalexin, keflex, ciprofloxacin, cipro, levofloxacin, levaquin, azithromycin, \
            doxycycline, clindamycin, bactrim, cefazolin, ancef, fluconazole, acyclovir, valacyclovir, valtrex, terbinafine, \
            mupirocin, bactroban
            """
        ),
        (
            .corticosteroids,
            "prednisone, medrol, methylprednisolone, medrol dosepak, medrol dose pack, dexamethasone, hydrocortisone, prednisolone"
        ),
        (.androgens, "testosterone, androgel, testim, axiron, fortesta"),
        (.hormones, "levothyroxine, synthroid, estradiol, calcitonin"),
        (.bisphosphonates, "alendronate, fosamax, ibandronate, boniva, risedronate, actonel, zoledronic acid, reclast"),
        (.impotenceAgents, "sildenafil, viagra, tadalafil, cialis, vardenafil, levitra, stendra"),
        (.tumorNecrosisFactor, "adalimumab, humira, etanercept, enbrel, infliximab, remicade"),
        (
            .nutritionalProducts,
            """
            theramine, sentra am, sentra pm, sentra, gabadone, trepadone, medical food, glucosamine, chondroitin, vitamin d, \
            vitamin b12, vitamin c, folic acid, deplin, melatonin, synapryn, cidaflex, limbrel, appformax, omega 3
            """
        ),
        (
            .viscosupplementation,
            """
            synvisc, synvisc one, orthovisc, hyalgan, supartz, euflexxa, monovisc, gel one, hyaluronic acid, hyaluronate, \
            sodium hyaluronate, viscosupplementation, gelsyn, durolane
            """
        ),
        (
            .injectedDrug,
            "depo medrol, depomedrol, kenalog, celestone, xylocaine, marcaine, bupivacaine, triamcinolone, botox, botulinum, onabotulinumtoxina, dysport, rocephin, ceftriaxone, depo testosterone"
        ),
    ]

    private static let skin: [(RequestCategory, String)] = [
        (
            .topicalAnalgesics,
            """
            lidoderm, lidocaine, lidopro, terocin, dendracin, capsaicin, menthol, camphor, methyl salicylate, salonpas, biofreeze, \
            voltaren gel, voltaren 1 gel, flector, flector patch, pennsaid, diclofenac gel, diclofenac sodium gel, \
            diclofenac patch, menthoderm, medrox, bengay, ben gay, exoten, new terocin, qutenza, zostrix, solaraze, \
            synera, emla, theraflex, lenza, lidall, icy hot
            """
        ),
        (
            .topicalCompounds,
            "compound cream, compounded cream, compound topical, topical compound, compounded topical, compounding cream, compound medication, compounded medication, ketophene"
        ),
    ]
}
