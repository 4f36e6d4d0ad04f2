"""The staff desk for groups. People's words are read-only; those of groups that not everyone reads are not here."""

from groups.admin.clinicians import ClinicianAdmin
from groups.admin.groups import SupportGroupAdmin
from groups.admin.imports import ThreadImportAdmin
from groups.admin.memorials import MemorialAdmin
from groups.admin.posts import PostAdmin, ThreadAdmin

__all__ = ["ClinicianAdmin", "MemorialAdmin", "PostAdmin", "SupportGroupAdmin", "ThreadAdmin", "ThreadImportAdmin"]
