"""Accusations by grammar: the word that accuses, the status it gives, who is accused, and where its offences stand."""

from collections.abc import Iterable, Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from cases.extraction.charges.scopes import TABLE, TALLY, WITHIN, Scopes
from cases.extraction.charges.slots import (
    against,
    doers,
    in_sentence,
    is_conditional,
    is_unreal,
    owners,
    payers,
    undergoers,
)
from cases.extraction.charges.values import Accusation
from cases.extraction.charges.vocabulary import CHARGE_NOUNS, DOCUMENTS, FORMAL, LISTING
from cases.language import grammar
from cases.language.columns import columns, lower, sentence_end, sentence_start
from cases.language.lexicon import Match
from cases.language.reading import Reading

FILED = {"indictment", "chargesheet"}  # a complaint may be one of civil law
POSSIBLE = {"possible", "potential", "likely", "further"}
RESOLVING = {"settle", "resolve"}
SEEKING = {"seek", "recommend", "consider", "weigh", "mull", "prepare", "urge", "request", "demand", "propose"}
PLEAS = {"guilty", "innocent"}
GUILTY_REACH = 24
FORETOLD = {"arraign"}  # who is to be arraigned is charged already
ARRESTING = {"arrest", "detain", "indict", "arraign", "extradite", "apprehend", "charge"}
AGREEING = {"agree", "intend", "expect", "schedule"}
BLAMING = {"accuse", "suspect"}
WITH_WHAT = {"of", "with", "on", "for", "in"}
TALLIED = {"charge", "count"}
ENDING_TALLY = {"enhancement", "enhancements", "allegations", "against"}
SENTENCES = {"sentencing"}
INQUIRING = {"investigate", "probe", "prosecute", "question", "sanction", "fine"}
CHARGED_WITH_TASKS = {"responsible", "task", "charge", "power", "responsibility", "authority", "capable", "dedicate",
                      "devote"}  # fmt: skip
OF_SOMEBODY = {"arrest", "conviction", "indictment", "trial", "prosecution", "sentencing", "extradition", "plea"}
OF_HIS_PLEA = {"agree", "admit", "acknowledge", "forfeit", "pay", "serve", "receive"}
SENTENCING = {"jail", "sentence", "imprison", "convict", "fine"}
INQUIRERS = {"agency", "officer", "authority", "team", "judge"}
WHAT_FOR_REACH = 25
WHAT_FOR = {"for", "over", "on", "alleging", "accusing", "claiming"}
CIVIL = ("civil", "false claims act", "anti-kickback")


def find(reading: Reading, standing: Iterable[Accusation] = ()) -> list[Accusation]:
    """All accusations of a document in text order, each with a scope that ends where the next one begins.

    Args:
        reading: Of the document.
        standing: Accusations found otherwise, whose scopes are still to be cut.
    """
    doc = reading.doc
    verbs = {m.start: m for m in reading.matches["accusing_verbs"]}
    raw = [a for a in (by_verb(doc, m) for m in verbs.values()) if a]
    pleas = sorted(i for word in PLEAS for i in reading.lower_places.get(word, ()))
    raw += [a for a in (by_guilty(doc, doc[i]) for i in pleas) if a]
    told = [a for a in standing if a.real]
    laid_out = {a.word.i for a in told if a.rule == TABLE}
    raw = [a for a in raw if a.word.i not in laid_out]
    taken = {a.word.i for a in raw if a.real and a.accused}
    raw += [a for a in told if a.word.i not in taken]
    scopes = Scopes(reading, sorted(a.word.i for a in raw if a.rule not in WITHIN))
    placed = [scopes.bounded(a) for a in raw]
    nouns = [extended(doc, a, scopes) for m in reading.matches["accusing_nouns"] for a in by_noun(doc, m)]
    return sorted([*placed, *nouns], key=lambda a: a.word.i)


def by_verb(doc: Doc, match: Match) -> Accusation | None:
    """The accusation that a listed verb makes."""
    tags = columns(doc).tags
    at = next((i for i in range(match.start, match.end) if tags[i].startswith("VB")), None)
    if at is None:
        return by_mistaken_noun(doc, match)
    verb, (status, slot) = doc[at], match.code.split(".")
    if status.startswith("pleaded") or is_adjective(verb) or is_no_accusing(verb):
        return None
    real = is_real(verb)
    if slot == "face":
        return by_facing(verb, real)
    if slot == "charge":
        return by_dropping(verb, real)
    accused = (undergoers(verb) or named_next(verb)) if slot == "object" else doers(verb)
    if slot == "object" and accused and is_headline_participle(doc, match) and all(t.i > match.end for t in accused):
        accused = [doc[match.start - 1]]
    if verb.lemma_ in RESOLVING and not grammar.children(verb, *grammar.SUBJECTS):
        accused = payers(verb)
    if slot == "subject" and of_others(verb):
        real = False
    status = told_status(verb, status)
    return Accusation(verb, status, tuple(accused), verb.i + 1, len(doc), f"charges:verb-{verb.lemma_}", real)


def is_no_accusing(verb: Token) -> bool:
    """Whether the word means something else here: "tried to bribe", "cleared customs"."""
    if verb.lemma_ == "try":
        return not grammar.is_passive(verb)
    if verb.lemma_ in INQUIRING and verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        return verb.head.head.lemma_ in CHARGED_WITH_TASKS
    if verb.lemma_ == "designate":
        return LISTING.isdisjoint(in_sentence(verb))
    away = verb.lemma_ == "clear"
    return away and not any(t.lower_ == "of" and t.dep_ == "prep" for t in verb.subtree if t.i > verb.i)


def is_real(verb: Token) -> bool:
    """Whether what the verb tells has happened, or is told as settled."""
    if grammar.is_negated(verb) or (verb.lemma_ == "allege" and not grammar.is_passive(verb)):
        return False
    if verb.lemma_ in FORETOLD and not is_conditional(verb):
        return True
    if verb.lemma_ in RESOLVING and any(c.lower_ == "to" for c in verb.children):
        return True
    return not is_unreal(verb) or is_taken_for(verb)


def is_taken_for(verb: Token) -> bool:
    """Whether an arrest is already made for the charge: "was detained, to be charged with abuse of office"."""
    made = verb.dep_ in {"advcl", "xcomp"} and verb.head.lemma_ in ARRESTING and grammar.is_passive(verb.head)
    return made and verb.lemma_ == "charge" and not (grammar.is_negated(verb.head) or is_unreal(verb.head))


def told_status(verb: Token, status: str) -> str:
    """The status of a verb's list, or the further one that the words beside it tell."""
    if status == "alleged" and (on_charges(verb) or by_document(verb) or beside_arrest(verb)):
        return "charged"
    return "pleaded_guilty" if verb.lemma_ == "admit" and is_plea(verb) else status


def of_others(verb: Token) -> bool:
    """Whether somebody admits what others do: "she admitted that corruption is rampant"."""
    clauses = grammar.children(verb, "ccomp")
    own = [s for c in clauses for s in grammar.children(c, *grammar.SUBJECTS)]
    return any(not s.tag_.startswith("PRP") and s.text not in {t.text for t in grammar.subjects(verb)} for s in own)


def is_adjective(verb: Token) -> bool:
    """A participle that only describes: "the charged counts", "a convicted dealer", "the main accused"."""
    if verb.dep_ == "amod" or (verb.tag_ == "VBG" and is_before_body(verb)):
        return True
    if verb.lower_ != "accused":
        return False
    before = verb.doc[verb.i - 1] if verb.i else verb
    return before.tag_ in {"DT", "JJ"} or before.lower_ in {"co", "-", "main"}


def is_before_body(verb: Token) -> bool:
    """Whether a word only tells what a body does: "the investigating agency"."""
    following = columns(verb.doc).lemmas[verb.i + 1 : verb.i + 2]
    return not INQUIRERS.isdisjoint(following)


def on_charges(verb: Token) -> bool:
    """Whether an investigation is already one "on bribery charges"."""
    return any(t.lemma_ == "charge" for t in grammar.prepositional(verb, "on"))


def by_document(verb: Token) -> bool:
    """Whether the document that accuses is itself the charge: "the indictment accuses X of fraud"."""
    subjects = [] if grammar.is_passive(verb) else grammar.children(verb, "nsubj")
    return any(t.lemma_ in FILED for t in subjects)


def beside_arrest(verb: Token) -> bool:
    """Whether the clause tells of the arrest too: "was arrested and accused of", "X, accused of …, was arrested"."""
    if verb.lemma_ not in BLAMING or not grammar.is_passive(verb):
        return False
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ in grammar.SUBJECTS else verb.head
    near = [above, *grammar.children(verb, "conj", "advcl")]
    return verb.dep_ in {"acl", "conj", "advcl", "ROOT"} and any(
        t.lemma_ in ARRESTING and grammar.is_passive(t) and not grammar.is_negated(t) and not is_unreal(t) for t in near
    )


def is_plea(verb: Token) -> bool:
    """Whether somebody admits it to a court: "admitted two counts of fraud", "was jailed after admitting fraud"."""
    things = [t for o in grammar.children(verb, "dobj") for t in o.subtree]
    places = [t for t in grammar.prepositional(verb, "in", "at", "before") if t.lemma_.lower() in {"court", "judge"}]
    above = islice(grammar.ancestors(verb), 2) if verb.dep_ in {"pcomp", "advcl", "relcl"} else ()
    after = [t for t in [*grammar.conjuncts(verb), *above] if t.lemma_ in SENTENCING and grammar.is_passive(t)]
    if "plea" in columns(verb.doc).lemmas[sentence_start(verb) : sentence_end(verb)]:
        return True
    return bool(places or after) or any(t.lemma_ in {"count", "charge"} and t.tag_ == "NNS" for t in things)


def by_mistaken_noun(doc: Doc, match: Match) -> Accusation | None:
    """A verb that the parser took for a noun: "The indictment … charges Jane Roe, 52, with …"."""
    if (told := by_participle(doc, match)) is not None:
        return told
    word = doc[match.end - 1]
    if word.lower_ != "charges" or not (names := named_next(word)):
        return None
    if DOCUMENTS.isdisjoint(columns(doc).lemmas[sentence_start(word) : word.i]):
        return None
    return Accusation(word, "charged", tuple(names), word.i + 1, len(doc), "charges:verb-charge")


def by_participle(doc: Doc, match: Match) -> Accusation | None:
    """A participle of a headline that the parser took for a name: "Jane Roe Convicted of Fraud"."""
    status, slot = match.code.split(".")
    if slot != "object" or not is_headline_participle(doc, match):
        return None
    word, before = doc[match.end - 1], doc[match.start - 1]
    if status == "alleged" and word.lower_ != "accused":
        return None
    return Accusation(word, status, (before,), word.i + 1, len(doc), f"charges:verb-{word.lower_}")


def is_headline_participle(doc: Doc, match: Match) -> bool:
    """A participle in title case between a name and what somebody is accused of."""
    said, at, before = columns(doc), match.start, match.start - 1
    if match.end - at != 1 or not said.words[at].istitle() or not said.lower[at].endswith("ed"):
        return False
    opens = at > said.first[at] and said.words[before][:1].isupper() and said.tags[before] in {"NNP", "NNPS"}
    return opens and not WITH_WHAT.isdisjoint(said.lower[match.end : match.end + 1])


def named_next(word: Token) -> list[Token]:
    """The proper noun that follows a word at once, which the parser did not take for its object."""
    following = word.doc[word.i + 1 : word.i + 2]
    return [t for t in following if t.tag_ in {"NNP", "NNPS"} and not grammar.children(word, "auxpass")]


def by_facing(verb: Token, real: bool) -> Accusation | None:
    """Reads "faces bribery charges", "is facing trial for fraud"."""
    things = grammar.children(verb, "dobj")
    nouns = [t for o in things for t in o.subtree if t.lemma_ in CHARGE_NOUNS]
    nouns = [o for o in things if o.lower_ in SENTENCES] or nouns
    if not nouns:
        nouns = [t for t in verb.doc[verb.i + 1 : verb.i + 8] if t.lemma_ in FORMAL and t.tag_.startswith("NN")]
    if not nouns:
        return None
    if any(c.lemma_ in POSSIBLE for t in nouns for c in t.children):
        return None
    status = "charged" if any(t.lemma_ in FORMAL for t in nouns) else "alleged"
    if all(t.lower_ in SENTENCES for t in nouns):
        status = "convicted"
    real = (real or is_purpose(verb)) and not any(t.lower_ == "longer" for t in verb.children)
    return Accusation(verb, status, tuple(doers(verb)), verb.i + 1, len(verb.doc), "charges:face", real)


def is_purpose(verb: Token) -> bool:
    """Whether somebody came to do it: "appeared in court to face charges"."""
    return verb.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "to" for c in verb.children) and not is_unreal(verb.head)


def by_dropping(verb: Token, real: bool) -> Accusation | None:
    """Reads "the bribery charges against X were dismissed", "prosecutors dropped fraud charges against X"."""
    nouns = [
        t for t in [*grammar.patients(verb), *undergoers(verb)] if t.lemma_ in {"charge", "count", "case", "indictment"}
    ]
    if not nouns:
        return None
    noun = nouns[0]
    accused = against(noun) or against(verb) or owners(noun)
    start, end = grammar.phrase(noun)
    return Accusation(verb, "dismissed", tuple(accused), start, max(end, verb.i), "charges:dismissal", real)


def by_guilty(doc: Doc, token: Token) -> Accusation | None:
    """Reads "pleaded not guilty to …", "was found guilty of …", "a jury found X guilty of …"."""
    before = range(max(token.i - GUILTY_REACH, sentence_start(token)), token.i)
    found = next((i for i in reversed(before) if columns(doc).lemmas[i] in {"plead", "find", "enter"}), None)
    verb = doc[found] if found is not None else entered(token)
    if verb is None:
        return None
    before_it = lower(doc, min(verb.i, token.i - 2), token.i)
    denied = "not" in before_it or "n't" in before_it or token.lower_ == "innocent"
    unreal = is_unreal(verb)
    if verb.lemma_ == "find":
        accused = undergoers(verb) or grammar.children(token, "nsubj")
        if not grammar.children(verb, "auxpass", "nsubjpass") and token.children:
            accused = [c for t in grammar.children(token, "nsubj") for c in grammar.conjuncts(t)] or accused
        status = "acquitted" if denied or grammar.is_negated(verb) else "convicted"
        return Accusation(verb, status, tuple(accused), token.i + 1, len(doc), "charges:found-guilty", not unreal)
    status = "pleaded_not_guilty" if denied else "pleaded_guilty"
    if verb.dep_ == "xcomp" and verb.head.lemma_ in AGREEING and not denied:  # a plea that is still to come
        status, unreal = "charged", grammar.is_negated(verb.head) or is_unreal(verb.head)
    accused = on_behalf(verb) or doers(verb)
    return Accusation(verb, status, tuple(accused), token.i + 1, len(doc), "charges:plea", not unreal)


def entered(token: Token) -> Token | None:
    """The verb of "a not guilty plea was entered"."""
    noun = token.head
    passive = noun.lemma_ == "plea" and noun.dep_ == "nsubjpass" and noun.head.lemma_ == "enter"
    return noun.head if passive else None


def on_behalf(verb: Token) -> list[Token]:
    """For whom a plea is entered: "her lawyer entered a plea on her behalf"."""
    if "behalf" not in in_sentence(verb):
        return []
    return [t for noun in verb.subtree if noun.lemma_ == "behalf" for t in owners(noun)]


def by_noun(doc: Doc, match: Match) -> Iterator[Accusation]:
    """Reads "the charges against X", "his conviction on …", "the arrest of X", "a probe into X"."""
    if not columns(doc).tags[match.end - 1].startswith("NN"):
        return
    noun = doc[match.end - 1]
    named = named_in(noun)
    accused = against(noun) or named or (owners(noun) if match.code != "alleged" else [])
    if noun.lemma_ in {"probe", "investigation", "inquiry"}:
        accused = accused or grammar.prepositional(noun, "into", "of")
    if noun.lemma_ in {"warrant", "notice"}:
        accused = accused or [t for place in (noun, noun.head) for t in grammar.prepositional(place, "for")]
    if noun.lemma_ in OF_SOMEBODY:
        accused = accused or grammar.prepositional(noun, "of")
    if noun.lemma_ == "plea":
        accused = pleader(noun, accused)
    if not accused:
        yield from by_tally(noun)
        return
    start, end = grammar.phrase(noun)
    end = max([end, *(t.i for t in named[:1])])
    lemmas = columns(doc).lemmas
    nouns = (doc[i] for i in range(noun.i + 1, end) if lemmas[i] in CHARGE_NOUNS)
    others = [t for t in nouns if grammar.prepositional(t, "against")]
    end = min([end, *(max(t.left_edge.i, noun.i + 1) for t in others)])
    others = [c.left_edge for c in noun.children if c.dep_ == "conj" and c.left_edge.i > max(t.i for t in accused)]
    end = min([end, *(t.i for t in others if t.i > noun.i)])
    if noun.head.lemma_ == "include" and noun.dep_ in grammar.SUBJECTS:
        end = max(end, noun.head.right_edge.i + 1)
    real = not any(t.lower_ in {"no", "any", "without"} for t in noun.children)
    verb = noun.head
    if verb.lemma_ in {"deny", "reject", "drop", "dismiss", "withdraw"} and verb.lemma_ != "deny":
        return
    civil = noun.lemma_ == "complaint" and is_civil(noun)
    sought = match.code == "charged" and noun.head.lemma_ in SEEKING and noun.lemma_ != "extradition"
    status = "alleged" if civil or sought else match.code
    yield Accusation(
        noun, status, tuple(accused), start, min(end, sentence_end(noun)), f"charges:noun-{noun.lemma_}", real
    )


def by_tally(noun: Token) -> Iterator[Accusation]:
    """Reads "The charges include fraud and theft", which fall on those of whom the text has just accused."""
    verb = noun.head
    if (
        noun.tag_ != "NNS"
        or noun.lemma_ not in TALLIED
        or verb.lemma_ != "include"
        or noun.dep_ not in grammar.SUBJECTS
    ):
        return
    if grammar.is_passive(verb) or grammar.is_negated(verb) or is_unreal(verb):
        return
    end = min([sentence_end(noun), *(t.i for t in verb.subtree if t.lower_ in ENDING_TALLY)])
    yield Accusation(noun, "charged", (), verb.i + 1, end, TALLY)


def named_in(noun: Token) -> list[Token]:
    """Whom a document names: "filed a chargesheet in the fraud case naming X, Y and 13 others"."""
    if noun.lemma_ not in DOCUMENTS or "naming" not in in_sentence(noun):
        return []
    whole = noun.head if noun.dep_ == "dobj" else noun
    found = [t for verb in whole.subtree if verb.lower_ == "naming" for t in grammar.objects(verb)]
    return [*found, *(c for t in found for a in grammar.children(t, "appos") for c in grammar.conjuncts(a))]


def pleader(noun: Token, owners: list[Token]) -> list[Token]:
    """Whose plea it is: "a Reno man was sentenced following his guilty plea" tells of the man."""
    root = noun.sent.root
    if not owners or any(t.tag_ != "PRP$" for t in owners) or not grammar.is_verb(root):
        return owners
    subjects = grammar.subjects(root)
    own = "NN" if root.lemma_ not in OF_HIS_PLEA else "NNP"
    return subjects if len(subjects) == 1 and subjects[0].tag_ in {"NN", own} else owners


def is_civil(noun: Token) -> bool:
    """Whether a complaint is one of civil law, by the words of its sentence."""
    text = noun.doc[sentence_start(noun) : sentence_end(noun)].text.lower()
    return any(word in text for word in CIVIL) and "criminal" not in text


def extended(doc: Doc, accusation: Accusation, scopes: Scopes) -> Accusation:
    """The accusation with what it is for: "filed a complaint against X for …", "an investigation into X over …"."""
    after = [t.right_edge.i + 1 for t in accusation.accused if 0 < t.i - accusation.word.i < WHAT_FOR_REACH]
    last = max((t.i for t in accusation.accused), default=0)
    tied = [
        c.i for t in accusation.accused for c in t.subtree if c.dep_ == "prep" and c.lower_ in WHAT_FOR and c.i > last
    ]
    end = min([max([accusation.end, *after]), *(i for i in tied if i >= accusation.end)])
    if end < len(doc) and doc[end].text == ",":
        end += 1
    related = [t.lower_ for t in doc[end : end + 3]] in (["in", "relation", "to"], ["in", "connection", "with"])
    if end >= sentence_end(accusation.word) or not (related or doc[end].lower_ in WHAT_FOR):
        return accusation
    wider = scopes.bounded(accusation._replace(start=end, end=min(end + WHAT_FOR_REACH, len(doc))), skipped=end)
    return accusation._replace(end=max(wider.end, accusation.end))
