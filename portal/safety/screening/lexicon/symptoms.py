"""Words for what a body does when it needs help."""

from ._tight import tight

CLASSES = {
    "gonumb": "numb | numbness | tingling | tingly | pins and needles | no feeling | no sensation | loss of feeling | loss of sensation"
    " | lost feeling | lost sensation | losing feeling | losing sensation | deadness | altered sensation | dead feeling | reduced feeling",
    "down": "between my legs | between legs | down below | down there | inner thighs | inside of my thighs | private parts | privates"
    " | back passage | where i sit | nether regions | undercarriage | saddle | groin | genitals | genital | bum | bottom | buttocks | buttock"
    " | perineum | crotch | bits | anus | vagina | penis | testicles | balls | arse | backside | seat area | around my bottom",
    "weeverb": "pee | wee | urinate | pass urine | pass water | empty my bladder | empty bladder | have a wee | have a pee | go for a wee"
    " | do a wee | start a wee | get a wee out | get the wee out | peeing | weeing | urinating | passing urine | passing water",
    "leg": "leg|legs|thigh|thighs|knee|knees|limbs",
    "legfoot": "leg|legs|thigh|thighs|knee|knees|limbs|foot|feet|ankle",
    "waist": "waist down | below the waist | below my waist | from the chest down | from my chest down | navel down | belly button down | lower half",
    "failing": tight("""
        weak|weaker|weakness|weakening|buckle|buckled|buckling|buckles|collapsed|collapse|paralysed|paralyzed|dragging|drags|drag
        |jelly|useless|unresponsive|folded|crumpled|failing
    """),
    "sudden": "suddenly | sudden | overnight | new | newly | today | this morning | since yesterday | since this morning | last night | getting"
    " | become | becoming | worsening | worse | rapidly | quickly | increasingly | progressively | out of nowhere | came on",
    "breathless": "breathless | breathlessness | short of breath | shortness of breath | out of breath | cannot breathe | not breathe | could not breathe"
    " | struggling to breathe | struggle to breathe | struggles to breathe | difficulty breathing | difficult to breathe | hard to breathe | trouble breathing | gasping"
    " | not catch ..1 breath | not get ..1 breath | fighting for breath | breathing is ..2 ( hard | fast | laboured | difficult | shallow ) | labored breathing"
    " | not get enough air | winded ..2 at rest | puffing | wheezing | wheezy | panting",
    "chestpain": "chest pain | chest pains | pain in ..1 chest | pains in ..1 chest | chest is ..1 ( tight | hurting | heavy | painful | sore | aching | crushing ) | chest hurts"
    " | tight chest | tightness in ..1 chest | tightness across ..1 chest | chest tightness | pressure on ..1 chest | pressure in ..1 chest | crushing pain"
    " | chest feels ..2 ( tight | heavy | crushed | squeezed ) | weight on ..1 chest | elephant ..3 chest | chest ..5 elephant | stabbing ..3 chest | pain across ..1 chest | sharp pain ..3 chest",
    "feverword": "fever | feverish | fevers | febrile | pyrexia | burning up | high temperature | high temp | running a temperature | running a temp | spiked | spiking"
    " | raging temperature | raging fever | temperature [is] going up | temp [is] going up | temperature ( is | was | has ) ..2 ( up | high | raised | through the roof | climbing | rising | gone up | shot up ) | temp ( is | was | has ) ..2 ( up | high | raised | through the roof | climbing | rising | gone up | shot up )"
    " | got a temperature | have a temperature | has a temperature | got a temp | have a temp | has a temp | with a temperature | with a temp | boiling hot | roasting hot",
    "rigors": "rigors | rigor | shivering | shivers | shivery | chills | uncontrollable shaking | shaking uncontrollably | shaking violently | teeth chattering"
    " | cannot stop shaking | cannot get warm | shaking chills | shaking all over | cold sweats",
    "muddled": "confused | confusion | muddled | disorientated | disoriented | delirious | talking nonsense | talking gibberish | not making sense | makes no sense | drowsy | drowsiness"
    " | hallucinating | not know where | not know what day | not know who | incoherent | rambling | cannot stay awake | hard to wake | not rousable | sleepy all | very sleepy",
    "thirsty": "thirsty | thirst | parched | drinking ..3 ( gallons | litres | constantly | nonstop | non stop | so much | loads | pints | buckets ) | cannot quench"
    " | ( weeing | peeing | urinating ) ..2 ( constantly | all the time | loads | a lot | every ..2 | so much | nonstop | buckets | litres )",
}
