"""Words of illness: medicines, treatments, bodies, amounts."""

from ._tight import tight

# Medicines people name in cancer care and pain care, by the names they use.
DRUGS = tight("""
    paracetamol|acetaminophen|tylenol|ibuprofen|nurofen|advil|aspirin|naproxen|diclofenac|codeine|cocodamol|dihydrocodeine
    |tramadol|morphine|oramorph|mst|zomorph|sevredol|oxycodone|oxycontin|oxynorm|oxy|longtec|shortec|fentanyl|buprenorphine
    |butrans|methadone|hydrocodone|vicodin|percocet|hydromorphone|tapentadol|opioids|opioid|opiates|gabapentin|pregabalin|lyrica
    |amitriptyline|nortriptyline|duloxetine|sertraline|citalopram|fluoxetine|prozac|mirtazapine|venlafaxine|diazepam|valium
    |lorazepam|ativan|xanax|alprazolam|temazepam|zopiclone|zolpidem|ambien|quetiapine|olanzapine|haloperidol|midazolam
    |dexamethasone|dex|prednisolone|prednisone|steroids|steroid|tamoxifen|letrozole|anastrozole|exemestane|arimidex|femara
    |zoladex|prostap|goserelin|fulvestrant|ibrance|palbociclib|ribociclib|abemaciclib|herceptin|trastuzumab|kadcyla|phesgo
    |pertuzumab|capecitabine|xeloda|docetaxel|taxotere|paclitaxel|taxol|abraxane|carboplatin|cisplatin|oxaliplatin|fec|ec|tc
    |folfox|folfiri|folfirinox|irinotecan|gemcitabine|epirubicin|doxorubicin|cyclophosphamide|vincristine|rchop|chop|bep
    |methotrexate|etoposide|temozolomide|pembrolizumab|keytruda|nivolumab|opdivo|atezolizumab|bevacizumab|avastin|rituximab
    |imatinib|osimertinib|olaparib|lenalidomide|bortezomib|abiraterone|enzalutamide|bicalutamide|denosumab|zometa|zoledronic
    |metformin|insulin|warfarin|apixaban|rivaroxaban|clexane|enoxaparin|fragmin|heparin|omeprazole|lansoprazole|ondansetron
    |metoclopramide|cyclizine|levothyroxine|thyroxine|statin|statins|ramipril|bisoprolol|furosemide|spironolactone|laxatives
    |laxative|senna|movicol|laxido|antibiotics|antidepressants|antidepressant|ssri|painkillers|painkiller|benzos
    |methylprednisolone|hydrocortisone|filgrastim|gcsf|pegfilgrastim|digoxin|amlodipine|atenolol|propranolol|lithium
    |antisickness|antiemetics|anticoagulants|bloodthinners|thinners|betablockers|naloxone|ketamine|cannabis|cbd|thc
    |ivermectin|fenbendazole|mebendazole|turmeric|curcumin|laetrile|b17|megadose|supplements|mistletoe|baclofen
    |levetiracetam|keppra|carbamazepine|lamotrigine|vitamin|vitamins|loperamide|imodium|buscopan|antacids|gaviscon|allopurinol
""")
PILLS = tight("""
    pills|pill|tablets|tablet|capsules|capsule|caps|meds|med|medication|medications|medicine|medicines|drugs|patches|patch
    |painkillers|sleeping|sleepers|prescription|doses|opiates|opioids|packets|insulin|ampoules|vials|syringes|injections
""")
CHEMO = tight("""
    chemo|chemotherapy|immunotherapy|folfox|folfiri|folfirinox|fec|docetaxel|taxotere|paclitaxel|taxol|abraxane|carboplatin
    |cisplatin|oxaliplatin|capecitabine|xeloda|gemcitabine|irinotecan|epirubicin|doxorubicin|cyclophosphamide|vincristine
    |rchop|etoposide|methotrexate|pembrolizumab|keytruda|nivolumab|neutropenic|neutropenia|neutrophils|sact|infusion
    |chemotherapies|picc|hickman|portacath|cycle|transplant|venetoclax|azacitidine|daratumumab|bortezomib|temozolomide
    |eribulin|pemetrexed|vinorelbine|enhertu|kadcyla|palbociclib|ibrance|ribociclib|abemaciclib|immunosuppressed|ec|tc
""")

CLASSES = {
    "drug": DRUGS,
    "pill": PILLS,
    "med": f"{DRUGS}|{PILLS}",
    "chemo": CHEMO,
    "treatment": f"{CHEMO}|radiotherapy|radiation|radio|treatment|treatments|treatment|hormone|hormones|dialysis|surgery"
    "|operation|immuno|injections|therapy",
    "unit": "mg|mgs|milligrams|milligram|mcg|ug|micrograms|g|grams|ml|mls|millilitres|iu|units|puffs|drops|tablets|pills|capsules",
    "many": "#many|#lots|ten|fifteen|twenty|thirty|forty|fifty|sixty|hundred|hundreds|dozen|dozens|loads|lots|tons",
    "few": "#few|one|two|three|four|five|six|seven|eight|nine|couple|few|several|some",
    "change": "stop | stop taking | stop having | stop using | start | start taking | start on | double | double up | halve | triple | skip | miss | ditch | bin | quit"
    " | come off | get off | increase | up | reduce | lower | cut | cut out | cut down | cut back | wean off | taper | drop | leave off | take | take more | take less | take extra"
    " | take double | refuse | decline | swap | switch | change | avoid | cancel | give up | throw away | flush | stay off | have | try | use | add | demand",
    "number": "#few|#many|#lots|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|couple|few"
    "|several|some|many|half|all",
    "period": "day|days|week|weeks|month|months|hour|hours|minute|minutes|year|years",
    "legs": "leg|legs|foot|feet|knee|knees|thigh|thighs|limb|limbs|ankle|ankles",
    "bladder": "bladder|wee|pee|urine|waterworks|urinating|urination|peeing|weeing|water|urinate",
    "bowel": "bowel|bowels|poo|poop|stool|stools|faeces|back passage|bum|bottom",
    "saddle": "saddle|groin|genitals|genital|privates|bottom|bum|buttocks|buttock|perineum|crotch|bits|anus|vagina|penis"
    "|testicles|balls|butt|arse|ass|undercarriage|perineal|rectum|labia|scrotum",
}
