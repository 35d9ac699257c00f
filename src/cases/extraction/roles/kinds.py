"""What kind of role a title makes, given the body and what else the document says of the person."""

from collections.abc import Sequence

from spacy.tokens import Doc

from cases.extraction.roles.holding import Held
from cases.extraction.roles.titles import Title
from cases.language.columns import columns
from cases.language.lexicon import load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Organization, Ref

BY_BODY = {
    "company": "private_office",
    "bank": "private_office",
    "media": "private_office",
    "ngo": "private_office",
    "other": "private_office",
    "political": "private_office",
    "government": "public_office",
    "military": "public_office",
    "law_enforcement": "investigator",
    "prosecution": "prosecutor",
    "court": "public_office",
    "criminal_group": "criminal_group",
}
DEFAULTS = {"state": "public_office", "business": "private_office"}
PRIVATE = frozenset(load_words("company_nouns")) | {
    "hospital",
    "clinic",
    "club",
    "charity",
    "church",
    "foundation",
    "business",
}
OPEN_KINDS = {"state", "business"}
COURT_HEADS = {"president", "vice president", "vice-president"}


DOING = {
    "prosecute": "prosecutor",
    "prosecution": "prosecutor",
    "investigate": "investigator",
    "investigation": "investigator",
}
FINITE = {"VBD", "VBZ", "VBP", "VBN"}
INVESTIGATING = {"investigation", "investigations", "investigative", "police", "inspector", "anti-corruption"}
PARTS = {"prosecutor", "investigator", "judge"}
OFFICIAL = {"prosecutor", "investigator"}
PROSECUTING = {"prosecute", "prosecution"}
CHIEFS = {
    "deputy chief",
    "assistant chief",
    "principal assistant chief",
    "principal deputy chief",
    "acting deputy chief",
    "senior deputy chief",
}
ADVISERS = {"adviser", "advisor", "advisers", "advisors", "aide"}
CLOSE = {"key", "close", "closest", "trusted", "confidential", "personal"}
OF_WHOM = 7
FOLLOWERS = {"associate", "lieutenant"}
OF_STATE = {"president", "secretary", "leader", "member", "treasurer", "deputy leader", "vice president"}
GENERALS = {"attorney general", "deputy attorney general", "associate attorney general"}
CABINET = 6
FAR = 80
CASE_BODIES = {None, "other", "government", "prosecution", "law_enforcement"}


def own_kind(held: Held, body: str | None, printed: str, after: str) -> str | None:
    """The kind that a title has by itself, by its body or by the word after it; None if it is open."""
    code = held.title.code
    if code == "lawyer" and body == "prosecution":
        return "prosecutor"
    if code == "prosecutor" and body in {"company", "bank"}:  # "special counsel at Fuller & Jones"
        return "lawyer"
    if printed in FOLLOWERS and (body == "criminal_group" or (body == "company" and after == "at")):
        return BY_BODY[body]  # of a gang, of a law firm
    if code not in OPEN_KINDS:
        return code
    if printed == "secretary" and body == "law_enforcement":
        body = "government"
    if body == "court":
        return "judge" if printed in COURT_HEADS else "public_office"
    return BY_BODY.get(body or "")


def is_in_cabinet(doc: Doc, held: Held) -> bool:
    """Named together with a secretary: "announced by Attorney General Roe and HHS Secretary Poe"."""
    after = doc[held.last : held.last + CABINET]
    return after.text.startswith("and ") and any(t.text == "Secretary" for t in after)


def is_confidential(doc: Doc, mentions: Mentions, held: Held, body: str | None) -> bool:
    """An adviser of a named person, of whom the text names no office: "a key adviser to Roe", "Roe's close aide"."""
    title, words = held.title, columns(doc).lower
    noun = words[title.noun - 1]
    if body is not None or noun not in ADVISERS or not CLOSE.issuperset(words[title.start : title.noun - 1]):
        return False
    if noun == "aide" and CLOSE.isdisjoint(words[title.left : title.end]):
        return False
    following = words[title.noun] in {"to", "of"} if title.noun < len(doc) else False
    near = {m.ref for m in mentions.within(title.noun, title.noun + OF_WHOM)} if following else set()
    return any(ref is not None and ref.kind == "person" for ref in {title.owner, *near} - {held.person})


def default(doc: Doc, title: Title) -> str:
    """The kind of an open title without a body: a head of something that is no place, or of a company, is private."""
    headed = columns(doc).lemmas[title.noun : title.right]
    if title.code == "state" and ((title.place is None and title.end > title.noun) or not PRIVATE.isdisjoint(headed)):
        return "private_office"
    return DEFAULTS[title.code]


def kind_of_body(body: Organization) -> str:
    """The kind of a body; one whose name speaks of investigation investigates."""
    words = body.name.lower().replace("'s", "").split()
    return "law_enforcement" if body.kind in {"government", "other"} and INVESTIGATING & set(words) else body.kind


def by_case(reading: Reading, held: Held) -> str | None:
    """Prosecutor or investigator by the verb whose agent the name is: "the case was investigated by Analyst X"."""
    if held.rule not in {"title-before-name", "chained"} or held.title.place is not None:
        return None
    words, lemmas, tags = reading.lower, reading.lemmas, reading.tags
    if words[held.title.noun - 1] in OF_STATE:
        return None
    for i in range(held.first - 1, max(0, held.first - FAR), -1):
        lemma, tag, by = lemmas[i], tags[i], words[i + 1] == "by"
        if lemma in DOING and (by or tag in {"NN", "NNP"}):
            return DOING[lemma]
        if words[i] in {".", ";"} or (tag in FINITE and not by and lemma not in {"be", "have"}):
            return None
    return None


def kinds_of(
    reading: Reading, mentions: Mentions, held: Sequence[Held], accused: set[Ref], *, has_case: bool
) -> list[str]:
    """The kind of each role: by its title, its body, or what else the text calls the same person.

    An attorney general prosecutes only if the text accuses anybody.
    """
    sure: dict[tuple[Ref, str], str] = {}
    persons: dict[Ref, set[str]] = {}
    own = []
    for h in held:
        printed = reading.printed(h.title.start, h.title.end).lower()
        body = kind_of_body(mentions.organizations[h.title.body.index]) if h.title.body else None
        kind = own_kind(h, body, printed, "".join(reading.lower[h.title.end : h.title.end + 1]))
        if is_confidential(reading.doc, mentions, h, body):
            kind = "associate"
        if kind == "prosecutor" and printed in GENERALS and (not has_case or is_in_cabinet(reading.doc, h)):
            kind = "public_office"
        own.append((printed, body, kind))
        if kind is not None:
            if kind in PARTS or (h.person, printed) not in sure:
                sure[h.person, printed] = kind
            persons.setdefault(h.person, set()).add(kind)
    kinds: list[str] = []
    before: dict[Ref, str] = {}
    for h, (printed, body, _) in zip(held, own, strict=True):
        others = persons.get(h.person, set())
        found = sure.get((h.person, printed))
        if h.person not in accused and not h.title.former and body in CASE_BODIES:
            found = part_in_case(reading, h, printed, others) or found
        if found is None and h.rule == "chained" and before.get(h.person) == "private_office":
            found = "private_office"  # "the owner and president"
        found = found or default(reading.doc, h.title)
        if found == "investigator" and (h.person in accused or h.title.former):
            found = "public_office"
        kinds.append(found)
        before[h.person] = found
    return kinds


def part_in_case(reading: Reading, held: Held, printed: str, others: set[str]) -> str | None:
    """The part in the case of someone whose title alone does not tell it."""
    if held.title.code == "lawyer":
        return "prosecutor" if "counsel" in printed and "prosecutor" in others else None
    if held.title.code != "state":
        return None
    if printed in CHIEFS and any(t.lemma_ in PROSECUTING for t in reading.doc[held.first].sent[:FAR]):
        return "prosecutor"
    if others & OFFICIAL and held.rule in {"apposition", "chained"}:
        return "prosecutor" if "prosecutor" in others else "investigator"
    return by_case(reading, held)
