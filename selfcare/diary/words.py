"""What a person can say in the diary by choosing: keys as they are kept, and the words shown for them."""

from django.utils.translation import gettext_lazy as _

SITES = {
    "lower-back": _("Lower back"),
    "upper-back": _("Upper back"),
    "hip": _("Hip"),
    "leg": _("Down a leg"),
    "ribs": _("Ribs"),
    "neck": _("Neck"),
    "shoulder": _("Shoulder"),
    "arm": _("Arm or hand"),
    "belly": _("Belly"),
    "head": _("Head"),
    "foot": _("Foot"),
    "elsewhere": _("Elsewhere"),
}
HELPED = {
    "heat": _("Heat"),
    "moving": _("Moving"),
    "rest": _("Rest"),
    "dose": _("Extra dose, as agreed"),
    "nothing": _("Nothing"),
}
QUALITY = {
    "aching": _("Aching"),
    "stabbing": _("Stabbing"),
    "burning": _("Burning"),
    "shooting": _("Shooting"),
    "cramping": _("Cramping"),
    "pressing": _("Pressing"),
    "tingling": _("Tingling"),
}
KEPT_FROM = {
    "sleeping": _("Sleeping"),
    "walking": _("Walking"),
    "sitting": _("Sitting"),
    "housework": _("Housework"),
    "people": _("Seeing people"),
    "work": _("Work"),
    "eating": _("Eating"),
}
MOOD = {
    "very-low": _("Very low"),
    "low": _("Low"),
    "so-so": _("So-so"),
    "good": _("Good"),
    "very-good": _("Very good"),
}
SLEEP = {"badly": _("Badly"), "fairly": _("Fairly well"), "well": _("Well")}
BOWEL = {"none": _("Not today"), "hard": _("Hard"), "usual": _("As usual for me"), "loose": _("Loose")}
EATING = {
    "sore-mouth": _("Sore mouth"),
    "taste": _("Things taste different"),
    "nausea": _("Feeling or being sick"),
    "constipation": _("Constipation"),
    "diarrhoea": _("Loose stools"),
    "no-appetite": _("No appetite"),
    "weight-loss": _("Losing weight"),
}
TREATMENT = {
    "chemo": _("Chemotherapy"),
    "radiotherapy": _("Radiotherapy"),
    "infusion": _("Other infusion or injection"),
    "operation": _("Operation"),
    "scan": _("Scan or test"),
    "visit": _("Appointment"),
}

# PEG: Krebs and others, "Development and initial validation of the PEG", J Gen Intern Med 2009;24(6):733-738.
PEG = {
    "pain": (_("What number best describes your pain on average in the past week?"), "", ""),
    "enjoyment": (
        _("What number best describes how pain has interfered with your enjoyment of life in the past week?"),
        _("0 is not at all"),
        _("10 is completely"),
    ),
    "activity": (
        _("What number best describes how pain has interfered with your general activity in the past week?"),
        _("0 is not at all"),
        _("10 is completely"),
    ),
}
