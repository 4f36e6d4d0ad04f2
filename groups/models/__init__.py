from groups.models.about_me import AboutMe
from groups.models.break_glass import BreakGlass
from groups.models.clinician import Clinician
from groups.models.cohort import Cohort, Waiting
from groups.models.correction import Correction
from groups.models.draft import Draft
from groups.models.follow import Level, ThreadFollow
from groups.models.group import GroupRules, SupportGroup
from groups.models.handover import Handover, HandoverPart
from groups.models.invitation import Invitation
from groups.models.join_request import JoinRequest
from groups.models.kept_post import KeptPost
from groups.models.membership import Membership
from groups.models.memorial import Memorial
from groups.models.mention import Mention
from groups.models.notes import Note, Reading
from groups.models.other_name import HiddenVoice, Reveal
from groups.models.picture import Picture, PictureAside, PictureFile
from groups.models.poll import Ballot, Poll, PollOption
from groups.models.post import Hiding, Post
from groups.models.post_text import PostEdit, PostText, Quote
from groups.models.reaction import Reaction
from groups.models.read_mark import ReadMark
from groups.models.review import SaidBefore
from groups.models.session import Session, SessionAnswer
from groups.models.setting_change import SettingChange
from groups.models.thread import Thread, ThreadVoice
from groups.models.thread_import import ImportedPost, ImportedThread, ImportedVoice, ThreadImport, ThreadImportPart

__all__ = [
    "AboutMe",
    "Ballot",
    "BreakGlass",
    "Clinician",
    "Cohort",
    "Correction",
    "Draft",
    "GroupRules",
    "Handover",
    "HandoverPart",
    "HiddenVoice",
    "Hiding",
    "ImportedPost",
    "ImportedThread",
    "ImportedVoice",
    "Invitation",
    "JoinRequest",
    "KeptPost",
    "Level",
    "Membership",
    "Memorial",
    "Mention",
    "Note",
    "Picture",
    "PictureAside",
    "PictureFile",
    "Poll",
    "PollOption",
    "Post",
    "PostEdit",
    "PostText",
    "Quote",
    "Reaction",
    "ReadMark",
    "Reading",
    "Reveal",
    "SaidBefore",
    "Session",
    "SessionAnswer",
    "SettingChange",
    "SupportGroup",
    "Thread",
    "ThreadFollow",
    "ThreadImport",
    "ThreadImportPart",
    "ThreadVoice",
    "Waiting",
]
