"""Titles in a row: what one of them says of its neighbours."""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Doc

from cases.extraction.roles.holding import Held
from cases.extraction.roles.titles import Title

JOINING = {"and", ",", "&", "/", "also"}
BEFORE_NAME = {"title-before-name", "apposition-before-name"}
LEADING = {"state", "business"}
CHAINING = {"apposition", "copula", "served-as", "appointed", "chained"}
BODILY = {"state", "business"}
STAFF = {
    "official",
    "officer",
    "agent",
    "employee",
    "member",
    "inspector",
    "supervisor",
    "clerk",
    "specialist",
    "worker",
}
SHARED = {"state", "prosecutor", "investigator"}


def is_joined(doc: Doc, start: int, end: int) -> bool:
    """Only "and" or a comma stands between two tokens."""
    return 0 < end - start <= 2 and all(t.lower_ in JOINING for t in doc[start:end])


def chained(doc: Doc, title: Title, previous: Sequence[Held]) -> list[Held]:
    """A title that goes on after the one before it: "X, a lawyer and former mayor"."""
    if not previous or previous[0].rule not in CHAINING or title.plural != previous[0].title.plural:
        return []
    if not is_joined(doc, previous[0].title.right, title.left):
        return []
    return [replace(h, title=title, last=title.right, rule="chained") for h in previous]


def led_in(doc: Doc, title: Title, following: Sequence[Held]) -> list[Held]:
    """A title before the one that stands at the name: "the trader and financier X"."""
    if not following or following[0].rule not in BEFORE_NAME or title.plural != following[0].title.plural:
        return []
    if not is_joined(doc, title.right, following[0].title.left):
        return []
    if is_comma(doc, title.right, following[0].title.left) and following[0].rule != "apposition-before-name":
        return []  # "after his election as president, then consultant X was hired"
    return [replace(h, title=title, first=title.left, rule="chained") for h in following]


def united(doc: Doc, titles: Sequence[Title]) -> list[Title]:
    """The titles, with two that name one position as one."""
    result: list[Title] = []
    for title in titles:
        one = as_one(doc, result[-1], title) if result else None
        if one is None:
            result.append(title)
        else:
            result[-1] = one
    return result


def as_one(doc: Doc, title: Title, following: Title) -> Title | None:
    """Two titles that name one position: "President and CEO", "Deputy Commissioner/Chief of Investigations"."""
    gap = following.left - title.noun
    joint = doc[title.noun].lower_ if gap == 1 else ""
    if not (joint == "/" or (joint == "and" and title.code in LEADING and following.code == "private_office")):
        return None
    if following.left != following.start or title.plural or doc[title.noun - 1].lower_ in STAFF:
        return None
    return replace(
        following,
        start=title.start,
        left=title.left,
        former=title.former,
        body=following.body or title.body,
        owner=title.owner,
        determined=title.determined,
    )


def determined(doc: Doc, titles: Sequence[Title]) -> list[Title]:
    """The titles, each with the determiner of the one before it: "its founder, chairman and CEO, X"."""
    result: list[Title] = []
    for title in titles:
        before = result[-1] if result else None
        own = title.determined or (
            before is not None and before.determined and is_joined(doc, before.right, title.left)
        )
        result.append(title if own == title.determined else replace(title, determined=own))
    return result


def is_comma(doc: Doc, start: int, end: int) -> bool:
    """Nothing but a comma stands between two tokens."""
    return end - start == 1 and doc[start].text == ","


def share_bodies(doc: Doc, held: Sequence[Held]) -> list[Held]:
    """Give a body named at the end of a list to the titles before it.

    "Assistant Chief X and Trial Attorneys Y and Z of the Fraud Section" all belong to the section.
    """
    result: list[Held] = []
    for h in reversed(held):
        following = result[-1] if result else None
        if following is not None and shares_body(doc, h, following):
            result.append(replace(h, title=replace(h.title, body=following.title.body)))
        else:
            result.append(h)
    return result[::-1]


def shares_body(doc: Doc, held: Held, following: Held) -> bool:
    """A title without a body before one of its kind that has one, in the same list."""
    mine, other = held.title, following.title
    if is_one_of_chain(doc, held, following):
        return True
    if mine.body is not None or other.body is None or not {held.rule, following.rule} <= BEFORE_NAME:
        return False
    codes = {mine.code, other.code}
    if doc[mine.noun - 1].text == "Attorney" and mine.code == "lawyer":
        codes.discard("lawyer")
    elif mine.code not in {"state", other.code}:
        return False
    if not codes <= SHARED:
        return False
    return mine.left == other.left or is_joined(doc, held.last, following.first)


def is_one_of_chain(doc: Doc, held: Held, following: Held) -> bool:
    """The first of two positions in one body that the second names: "was the president and director of Acme"."""
    mine, other = held.title, following.title
    if mine.body is not None or other.body is None or held.person != following.person or following.rule != "chained":
        return False
    if not {mine.code, other.code} <= BODILY or held.rule not in CHAINING or mine.right != mine.noun:
        return False
    return other.left - mine.right == 1 and doc[mine.right].lower_ == "and" and other.left == other.start
