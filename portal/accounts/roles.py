"""Staff roles. They are Django's groups, made by a migration; roles inside a support group are something else."""

from dataclasses import dataclass

EDITORS = "Editors"
CLINICAL_REVIEWERS = "Clinical reviewers"
MODERATORS = "Moderators"
SAFEGUARDING_LEADS = "Safeguarding leads"
ADMINISTRATORS = "Administrators"

ALL = [EDITORS, CLINICAL_REVIEWERS, MODERATORS, SAFEGUARDING_LEADS, ADMINISTRATORS]


@dataclass(frozen=True, slots=True)
class StaffRoles:
    """What a member of staff may do, as names. Truthy when there is any."""

    names: frozenset[str]
    everything: bool = False

    def __bool__(self) -> bool:
        return bool(self.names) or self.everything

    def __contains__(self, name: str) -> bool:
        return self.everything or name in self.names

    @property
    def edits(self) -> bool:
        return EDITORS in self

    @property
    def reviews(self) -> bool:
        return CLINICAL_REVIEWERS in self

    @property
    def moderates(self) -> bool:
        return MODERATORS in self

    @property
    def safeguards(self) -> bool:
        return SAFEGUARDING_LEADS in self

    @property
    def administers(self) -> bool:
        return ADMINISTRATORS in self
