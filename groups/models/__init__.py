from groups.models.draft import Draft
from groups.models.group import GroupRules, SupportGroup
from groups.models.join_request import JoinRequest
from groups.models.membership import Membership
from groups.models.mention import Mention
from groups.models.post import Hiding, Post
from groups.models.post_text import PostEdit, PostText, Quote
from groups.models.reaction import Reaction
from groups.models.read_mark import ReadMark
from groups.models.thread import Thread, ThreadVoice

__all__ = [
    "Draft",
    "GroupRules",
    "Hiding",
    "JoinRequest",
    "Membership",
    "Mention",
    "Post",
    "PostEdit",
    "PostText",
    "Quote",
    "Reaction",
    "ReadMark",
    "SupportGroup",
    "Thread",
    "ThreadVoice",
]
