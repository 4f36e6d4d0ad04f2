"""The rare words that a phrase cannot do without.

A phrase is looked for only in sentences that hold one of its anchors, so that ordinary talk costs little.
"""

from .grammar import Alt, Gap, Node, Seq, Word

# Words of everyday text, commonest first; a phrase had better not be anchored on them.
_COMMON = """
    #start #stop #pause i the to and a of it is not in my my that for have was me on be you with so but am are had they at this all
    as do we from will just can if out about been up what or her she he like get no one would when an by has your go your how
    there their them now after did know back too more some time day him his feel got going think any who don then still only
    want off over good because could where which were into other than really very should being even here last week first
    need take see down two work well make way most much before every never again am today said say come us these also while
    tell told anyone help things thing something pain chemo treatment cancer hospital doctor home next year years months
    people think thought made went few having getting keep left right since does cannot through give long find might better
    'm 's may same own put let ask start started until around looking new old another ever always night days bit lot little
""".split()
_WEIGHT = {word: 1 + 4000 // (20 + rank) for rank, word in reversed(list(enumerate(_COMMON)))}


def _weight(words: frozenset[str]) -> float:
    return sum(_WEIGHT.get(word, 1) for word in words)


def _anchors(node: Node) -> frozenset[str] | None:
    """The lightest set of words of which every match holds at least one; None when there is no such set."""
    match node:
        case Word(words):
            return words
        case Gap():
            return None
        case Alt(branches):
            union: set[str] = set()
            for branch in branches:
                anchors = _anchors(branch)
                if anchors is None:
                    return None
                union |= anchors
            return frozenset(union)
        case Seq(parts):
            candidates = [anchors for part in parts if (anchors := _anchors(part)) is not None]
            return min(candidates, key=_weight) if candidates else None
    raise AssertionError(node)


def anchors_of(phrase: Node) -> frozenset[str]:
    anchors = _anchors(phrase)
    if anchors is None:
        raise ValueError("a phrase of gaps only")
    return anchors


def needs_of(phrase: Node) -> list[frozenset[str]]:
    """Sets of words of which every match holds one of each: the phrase is not begun where one set is missing."""
    parts = phrase.parts if isinstance(phrase, Seq) else (phrase,)
    return [anchors for part in parts if (anchors := _anchors(part)) is not None]
