"""Who judges or prosecutes, by the titles beside a name: named beside every charge and sentence, and party to none."""

from spacy.tokens import Doc, Token

from cases.language.columns import columns, lower
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

JUDGES = {"judge", "justice", "magistrate", "judges"}
PROSECUTORS = {"prosecutor", "ausa", "dda", "ada"}
ATTORNEYS = {"attorney", "attorneys"}
TITLES = JUDGES | PROSECUTORS | ATTORNEYS
OF_STATE = {"u.s.", "us", "united", "states", "district", "trial", "assistant", "deputy", "general", "prosecuting"}
PAST = {"former", "ex", "retired", "disgraced", "ousted"}
MARKS = {".", ":", ";", '"', "(", ")", "that"}
NEAR = 4
LISTED = 40
AFTER = 8


def holds_office(doc: Doc, mentions: Mentions, person: Ref) -> bool:
    """Whether the text names a person anywhere with the title of a judge or prosecutor in office."""
    return any(m.form == "name" and is_official(doc, m) for m in mentions.of(person))


def is_official(doc: Doc, mention: Mention) -> bool:
    """A name with the title of a judge or prosecutor in office before it, in a list after one, or in apposition."""
    if TITLES.isdisjoint(lower(doc, mention.start - LISTED, mention.end + AFTER)):
        return False
    first = columns(doc).first[mention.start]
    before = lower(doc, max(mention.start - LISTED, first), mention.start)
    after = lower(doc, mention.end, mention.end + AFTER)
    if PAST & {*before[-2 * NEAR :], *after[:NEAR]}:
        return False
    near = title_words(doc, mention)
    if (JUDGES | PROSECUTORS) & set(near) or is_of_state(near):
        return True
    title = next((n for n in range(len(before) - 1, -1, -1) if before[n] in ATTORNEYS), None)
    if title is not None and before[title] == "attorneys" and is_of_state(before[max(0, title - 2) : title + 1]):
        between = doc[mention.start - len(before) + title + 1 : mention.start]
        return all(t.text[:1].isupper() or t.text in {",", "and", "."} for t in between)
    return after[:1] == [","] and is_of_state(after[1:])


def title_words(doc: Doc, mention: Mention) -> list[str]:
    """The words right before a name that may be its title: none before a verb or a mark ("prosecutors say Roe")."""
    words: list[str] = []
    for i in range(mention.start - 1, max(mention.start - NEAR, 0) - 1, -1):
        token = doc[i]
        if token.tag_.startswith(("VB", "POS")) or token.text in MARKS or is_link(token) or is_no_judge(token):
            break
        words.insert(0, token.lower_)
    return words


def is_no_judge(token: Token) -> bool:
    """Justice itself, or the ministry: "a fugitive from justice", "the Justice Department"."""
    apart = token.lower_ == "justice" and token.i + 1 < len(token.doc)
    return apart and (token.text.islower() or token.nbor(1).lower_ in {"department", "ministry", "minister"})


def is_link(token: Token) -> bool:
    """A preposition after which another name begins ("a Justice Department probe into Roe"), not one of a title."""
    return token.tag_ == "IN" and token.lower_ not in {"of", "for", "in"}


def is_of_state(words: list[str]) -> bool:
    """An attorney who prosecutes: "U.S. Attorney", "Assistant Attorney General", "District Attorney"."""
    places = [n for n, w in enumerate(words) if w in ATTORNEYS]
    return any(OF_STATE & set(words[max(0, n - 2) : n + 2]) for n in places)
