"""The party that the words of an accusation stand for, by name or by pronoun."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from cases.extraction.charges.values import Accusation
from cases.language import grammar
from cases.language.ages import has_age
from cases.language.columns import columns, lower, root, sentence_end, sentence_start
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

PARTS = {"role", "involvement", "part", "participation", "activity", "dealing", "conduct", "behaviour", "behavior"}
OFFICERS = frozenset(load_words("charge_words")["officers"])
BODIES = frozenset(load_words("charge_words")["bodies"])
BETWEEN = {",", "and", "each", "both", "jr", "jr.", "sr.", "iii"}
RELATIONS = frozenset(load_words("charge_words")["relations"])
LIST_REACH = 40
SOURCE_REACH = 8
OFFICE_REACH = 3
ACCUSERS = {"law_enforcement", "prosecution", "court"}
DESCRIBING = {"NN", "NNP", "JJ", "POS", "NNS"}
ROSTER_REACH = 16
TELLING = {"a", "an", "the", "of", "formerly", "once"}
INCLUDING = ("including", "like")
NUMBERS: tuple[str, ...] = tuple(load_words("charge_words")["numbers"])
THINGS = {"victim", "witness", "complainant", "case", "matter", "charge", "count", "indictment", "complaint",
          "investigation"}  # fmt: skip


def resolve(tokens: Iterable[Token], mentions: Mentions) -> list[Ref]:
    """The parties that the tokens stand for, each once, in order, with those whom a roster names after them."""
    found: list[Ref] = []
    for token in tokens:
        if is_credit(token) or is_source(token) or is_possessor(token, mentions):
            continue
        found += refs(token, mentions)
        for name in [token, *grammar.children(token, "appos")]:
            found += roster(name, mentions)
    return list(dict.fromkeys(found))


def is_credit(token: Token) -> bool:
    """The agency in the credit of a picture: "Anna Roe/AFP via Getty Images"."""
    said, at = columns(token.doc), token.i
    return said.words[max(at - 1, 0)] == "/" or said.lower[at + 1 : at + 2] == ["via"]


def is_source(token: Token) -> bool:
    """Who is only quoted, whatever the parser makes of it: "according to the news site Acme, the firm and …"."""
    said, start = columns(token.doc), max(token.i - SOURCE_REACH, sentence_start(token))
    before = said.lower[start : token.i]
    if "according" not in before:
        return False
    at = token.i - before[::-1].index("according")  # the word after the last of them
    return "," not in said.words[at : token.i] and not any(t.startswith("VB") for t in said.tags[at : token.i])


def is_possessor(token: Token, mentions: Mentions) -> bool:
    """Whose man somebody is, the apostrophe lost: "Roes co-conspirator, Novak, was convicted"."""
    word = token.text
    if word[-1:] != "s" or word[:-1] not in mentions.surnames:
        return False
    return any(t.lemma_ in RELATIONS or t.lower_ == "co" for t in token.doc[token.i + 1 : token.i + 2])


def without_accusers(found: list[Ref], accusation: Accusation, mentions: Mentions) -> list[Ref]:
    """The parties less the bodies that investigate and judge, where they are no more than beside the accused.

    "Convicted Reno Police Department Officer Jane Roe" convicts one person; "the investigation of the commission" is
    the commission's own.
    """
    several = any(r.kind == "person" for r in found)
    inquiry = accusation.rule in {"charges:noun-investigation", "charges:noun-probe", "charges:noun-inquiry"}
    if not several and not inquiry and accusation.status == "alleged":
        return found
    kinds = ACCUSERS | ({"government"} if several else set())
    return [r for r in found if r.kind == "person" or mentions.organizations[r.index].kind not in kinds]


def roster(token: Token, mentions: Mentions) -> list[Ref]:
    """Who follows a name in a list with ages: "A, 42, of Orange, B, 41, of Reno, and C, 61"."""
    mention = mentions.at(token)
    found: list[Ref] = []
    while mention is not None and mention.ref.kind == "person" and has_age(token.doc, mention.end):
        following = (mentions.at(i) for i in range(mention.end, min(mention.end + ROSTER_REACH, sentence_end(token))))
        mention = next((m for m in following if m and m.form == "name" and has_age(token.doc, m.end)), None)
        if mention is not None:
            found.append(mention.ref)
    return found


def refs(token: Token, mentions: Mentions) -> list[Ref]:
    """The parties that one noun stands for: itself, a name in apposition, or a name that ends its phrase."""
    found = mentions.refs(token)
    if found:
        staff = employed(token, mentions)
        return list(found) if staff is None else [staff]
    if token.lower_ == "accused":
        return included(token, mentions)
    if not token.tag_.startswith(("NN", "PRP", "DT", "CD")) or token.lemma_ in THINGS:
        return []
    if (namesake := surname(token, mentions)) is not None:
        return [namesake]
    if token.lemma_ in PARTS:
        return [r for c in grammar.children(token, "poss") if (r := mentions.ref(c)) is not None]
    return fitting(token, [*beside(token, mentions), *before(token, mentions)]) or included(token, mentions)


def employed(token: Token, mentions: Mentions) -> Ref | None:
    """Whose employer a body is that stands before a noun and a name: "indictment of Reno Prison (RP) guards A, B"."""
    mention = mentions.at(token)
    if mention is None or mention.ref.kind != "organization":
        return None
    doc, at = token.doc, mention.end
    words = columns(doc).words
    if words[at : at + 1] == ["("] and words[at + 2 : at + 3] == [")"]:
        at += 3
    elif words[at : at + 1] == [")"]:
        at += 1
    noun = doc[at] if at + 1 < len(doc) else token
    named = mentions.at(at + 1) if noun.tag_ in {"NN", "NNS"} and noun.text.islower() else None
    person = named is not None and named.form == "name" and named.ref.kind == "person" and named.start == at + 1
    return named.ref if named is not None and person else None


def included(token: Token, mentions: Mentions) -> list[Ref]:
    """Whom a text names of a number: "charged eight members, including Roe", "companies like Acme were charged"."""
    if not token.tag_.endswith("S") and token.lower_ != "accused":
        return []  # one person
    found = [r for t in grammar.prepositional(token, *INCLUDING) for r in named(t, mentions)]
    return fitting(token, found) or listed_after(token, mentions)


def listed_after(token: Token, mentions: Mentions) -> list[Ref]:
    """All of a number, whom its sentence names after a colon: "Three defendants were charged in the case: A; B; C"."""
    words = columns(token.doc).words[token.i : sentence_end(token)]
    number = counted(token) if ":" in words else None
    if number is None or number < 2:
        return []
    first = token.i + words.index(":") + 1
    people = (m for m in mentions.within(first, sentence_end(token)) if m.form == "name" and m.ref.kind == "person")
    found = list(dict.fromkeys(m.ref for m in people if columns(token.doc).tags[m.end] != "POS"))
    return found if len(found) == number else []


def surname(token: Token, mentions: Mentions) -> Ref | None:
    """The only person of the document whose last name the token is, where no mention covers it.

    What stands right before it must be of the same name: "Ivan Roe" is not Georgi Roe.
    """
    if token.tag_ != "NNP" or not token.text[:1].isupper():
        return None
    bearers = mentions.surnames.get(token.text, [])
    if len(bearers) != 1:
        return None
    read, own = columns(token.doc), mentions.name(bearers[0]).split()
    start = token.i
    while start > read.first[token.i] and read.tags[start - 1] == "NNP" and read.words[start - 1].isalpha():
        start -= 1
    return bearers[0] if set(read.words[start : token.i]) <= set(own) else None


def fitting(token: Token, found: list[Ref]) -> list[Ref]:
    """Of the parties beside a noun those that it can describe: a body only by a noun for bodies ("company")."""
    return [r for r in found if r.kind == "person" or token.lemma_ in BODIES]


def beside(token: Token, mentions: Mentions) -> list[Ref]:
    """Names in apposition to a noun, or the name to which the noun is one."""
    for child in grammar.children(token, "appos"):
        if mentions.ref(child) is not None and not is_across(token, child):
            return [r for c in grammar.conjuncts(child) for r in named(c, mentions)]
    ref = mentions.ref(token.head) if token.dep_ == "appos" else None
    return [ref] if ref is not None else []


def is_across(noun: Token, name: Token) -> bool:
    """Whether the verb of a noun stands before what the parser ties to it: "a clerk pleaded, said A; B and C"."""
    return noun.i < noun.head.i < name.i and grammar.is_verb(noun.head)


def named(token: Token, mentions: Mentions) -> list[Ref]:
    """The party of a name, or of the name in apposition to a noun: "Roe and her husband, Novak"."""
    refs_named = (mentions.ref(t) for t in [token, *grammar.children(token, "appos")])
    return [r for r in refs_named if r is not None][:1]


def before(token: Token, mentions: Mentions) -> list[Ref]:
    """The name that ends just before a noun of the same phrase; not that of a man in "a Roe associate"."""
    last = token.i - 1
    if last < 0 or token.lemma_ in RELATIONS or columns(token.doc).deps[last] not in {"compound", "nmod"}:
        return []
    mention = mentions.at(last)
    if mention is None or mention.form != "name" or is_possessor(token.doc[last], mentions):
        return []
    return [mention.ref] if mention.ref.kind == "person" else []


def listed(word: Token, mentions: Mentions, apposed: bool) -> list[Ref]:
    """People named one after the other just before an accusing verb: "three employees, A, B and C, each pleaded".

    Args:
        word: The accusing verb.
        mentions: Of the document.
        apposed: Whether commas must stand around the name ("her son, A, pleaded"): another noun is the subject.
    """
    found: list[Ref] = []
    at = word.i - 1
    first = max(sentence_start(word), word.i - LIST_REACH + 1)
    while at >= first:
        token = word.doc[at]
        mention = mentions.at(at)
        if mention is not None and mention.form == "name" and mention.ref.kind == "person":
            if (apposed and not is_apposed(word.doc, mention)) or is_apart(word.doc, mention):
                break
            if (not apposed and is_paid(word, mention)) or is_possessor(token, mentions):
                break
            found.insert(0, mention.ref)
            at = mention.start - 1
        elif is_between(token) or (found and not apposed and token.tag_ in DESCRIBING):
            at = mention.start - 1 if mention is not None and mention.form == "name" else at - 1
        else:
            break
    return list(dict.fromkeys(found))


def aged_before(word: Token, mentions: Mentions) -> list[Ref]:
    """Who is told of before a verb whose subject the parser lost: "her aide, Roe, 52, of Reno, pleaded"."""
    first = max(word.i - ROSTER_REACH, sentence_start(word))
    named = [m for m in mentions.within(first, word.i) if m.form == "name" and m.ref.kind == "person"]
    last = word.i - 1
    while last > first and word.doc[last].dep_ in {"aux", "auxpass", "advmod"}:
        last -= 1
    if not named or word.doc[last].text != "," or not is_introduced(word.doc, named[-1], last):
        return []
    between = word.doc[named[-1].end : last]
    return [] if any(grammar.is_verb(t) or t.text in {";", ":"} for t in between) else [named[-1].ref]


def is_introduced(doc: Doc, mention: Mention, end: int) -> bool:
    """A name with an age after it, or told of between commas: "Jane Roe, a dentist from Reno,"."""
    words = columns(doc).lower[mention.end : end]
    return has_age(doc, mention.end) or (words[:1] == [","] and not TELLING.isdisjoint(words[1:2]))


def is_apart(doc: Doc, mention: Mention) -> bool:
    """A judge, or whom the accused were with: "before Judge Roe, pleaded", "women travelling with Roe were held"."""
    token = root(doc, mention.start, mention.end)
    with_whom = token.head.lower_ in {"with", "alongside"} and token.head.head.dep_ == "acl"
    return has_office(doc, mention) or (token.dep_ == "pobj" and with_whom)


def is_paid(word: Token, mention: Mention) -> bool:
    """Who ends the clause before another verb: "pleaded guilty to paying bribes to Roe and are serving terms"."""
    token = word.doc[mention.start : mention.end].root
    between = word.doc[mention.end : word.i]
    return token.dep_ == "pobj" and bool(between) and between[0].lower_ == "and"


def has_office(doc: Doc, mention: Mention) -> bool:
    """A name after the title of a judge, prosecutor or investigator who is still one."""
    before = lower(doc, mention.start - OFFICE_REACH, mention.start)
    return not OFFICERS.isdisjoint(before) and {"former", "ex"}.isdisjoint(before)


def is_between(token: Token) -> bool:
    """A word that may stand between a name and the verb: "and", "each", "were also"."""
    return token.lower_ in BETWEEN or token.tag_ in {"RB", "CD", "MD"} or token.dep_ in {"aux", "auxpass"}


def is_apposed(doc: Doc, mention: Mention) -> bool:
    """A name between commas."""
    return mention.start > 0 and doc[mention.start - 1].text == "," and doc[mention.end].text == ","


def officers(reading: Reading, mentions: Mentions) -> set[Ref]:
    """People named with the title of a judge, prosecutor or investigator."""
    near = {i + n for word in OFFICERS for i in reading.lower_places.get(word, ()) for n in range(1, OFFICE_REACH + 1)}
    return {m.ref for m in mentions if m.start in near and m.form == "name" and has_office(reading.doc, m)}


def counted(noun: Token) -> int | None:
    """The number before a plural noun: "two former detectives"; also one that the parser ties to a name before it."""
    if not noun.tag_.endswith("S"):
        return None
    for token in reversed(noun.doc[noun.left_edge.i : noun.i]):
        word = token.lower_
        if word in NUMBERS:
            return NUMBERS.index(word)
        if token.dep_ == "nummod" and token.head == noun:
            return int(word) if word.isdigit() else -1
    return None
