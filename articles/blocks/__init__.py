"""Everything an article can be made of: one module per kind of block, knowing nothing of the database."""

from articles.blocks.base import BlockType, Data
from articles.blocks.care_card import CARE_CARD
from articles.blocks.disagree import DISAGREE
from articles.blocks.do_dont import DO_DONT
from articles.blocks.evidence import EVIDENCE
from articles.blocks.faq import FAQ
from articles.blocks.figure import FIGURE
from articles.blocks.glossary import GLOSSARY
from articles.blocks.inline import Reading
from articles.blocks.key_points import KEY_POINTS
from articles.blocks.offers import GROUP_OFFER, PLAN_OFFER
from articles.blocks.organisations import ORGANISATIONS
from articles.blocks.problems import Path, Problem, Problems
from articles.blocks.questions import QUESTIONS
from articles.blocks.sources import SOURCES
from articles.blocks.steps import STEPS
from articles.blocks.story import STORY
from articles.blocks.table import TABLE
from articles.blocks.text import TEXT

BLOCKS: dict[str, BlockType] = {
    block.kind: block
    for block in (
        KEY_POINTS,
        CARE_CARD,
        TEXT,
        DO_DONT,
        TABLE,
        STEPS,
        EVIDENCE,
        DISAGREE,
        FIGURE,
        GLOSSARY,
        STORY,
        PLAN_OFFER,
        GROUP_OFFER,
        FAQ,
        QUESTIONS,
        ORGANISATIONS,
        SOURCES,
    )
}

__all__ = ["BLOCKS", "BlockType", "Data", "Path", "Problem", "Problems", "Reading"]
