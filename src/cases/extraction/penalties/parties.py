"""Whom a penalty falls on: by the grammar of its verb, else by who is accused; never an official of the case."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.facing import Facing
from cases.extraction.penalties.groups import (
    NEUTER,
    counted,
    is_counted,
    is_each,
    is_further,
    is_judging,
    is_plural,
    is_relative,
    is_relative_person,
    is_singular,
    judging,
    may_be,
    nouns,
)
from cases.extraction.penalties.sizes import Size
from cases.extraction.penalties.verbs import Clause, Verb
from cases.extraction.penalties.wording import wording
from cases.language.columns import sentence_start
from cases.language.given_names import gender_of
from cases.language.grammar import ancestors, antecedent, is_passive, is_verb, objects
from cases.language.mentions import Mention, Mentions
from cases.language.officials import holds_office
from cases.language.reading import Reading
from cases.records import Charge, Ref

NO_OUTCOME = {"acquitted", "dismissed"}
FINED = {"company", "bank"}
ONE = {"defendant", "he", "she"}
FAR = 200
FEW = 4
LEAD = 150
ON_WHOM_REACH = 50
ON_WHOM = re.compile(r"\s(?:\([^)]{1,40}\) )?(?:in (?:fines|penalties) )?(?:on|upon|against) (?:the )?")
FOR_WHOM = re.compile(r"\s(?:[a-z]+ ){0,4}(?:sentence|term|imprisonment|prison|probation|fine) for ")
FOR_ONE = re.compile(r"\s(?:(?:in|behind) [a-z]+ |(?:(?:prison|jail) )?(?:sentences?|terms?) )?for ")
AND_ONE = re.compile(r"(?:,|,? and) [A-Z]")
FINITE = {"VBD", "VBZ", "VBP", "MD"}
APART = {"with", "by", "for", "against", "before", "after", "of"}
OTHERS_WORDS = {"male": {"she", "her", "woman", "women"}, "female": {"he", "him", "his", "man", "men"}}
OTHERS = {"another", "other", "one"}
TO_WHOM = re.compile(
    r"(?:,[^,;.]{1,40},|,)?\s(?:(?:was |got |received )?(?:sentenced )?(?:to )?(?:[a-z]+ for )?)(?:an? )?"
)


class Parties:
    """The parties of one document, those accused of something among them."""

    def __init__(self, reading: Reading, mentions: Mentions, charges: Sequence[Charge]):
        self.reading = reading
        self.mentions = mentions
        self._officials: dict[Ref, bool] = {}
        self._starts = [m.start for m in mentions.all]
        standing = [c for c in charges if c.status not in NO_OUTCOME]
        charged = dict.fromkeys(c.party for c in standing if c.status != "alleged")
        self.accused = list(charged or dict.fromkeys(c.party for c in standing))
        self._charged = {c.party for c in standing if c.status not in {"alleged", "charged"}}
        self.punished: list[Ref] = []
        self.fined: tuple[int, Ref] | None = None
        self._known = {c.party for c in standing}
        self._facing = Facing(reading, standing)
        self._told = sorted((s.start, n) for n, c in enumerate(standing) for s in c.spans)
        self._standing = standing

    def under(self, clause: Clause, before: list[Ref]) -> list[Ref]:
        """Whom the penalties under a verb fall on; ``before`` are the parties of the sentences before it."""
        verb = clause.verb
        if verb is None:
            return self._within(clause.sentence) or ([] if self._is_general(clause.sentence) else self.accused)
        refs = self._same_as_before(verb) or self.told(verb)
        if refs:
            return max(refs, self._together(verb), key=len)
        relative = verb.basis == "allowed" and verb.token.dep_ == "relcl" and not is_relative_person(verb.token)
        if relative and (charged := self._told_in(clause.sentence)):
            return charged  # "are charged with price fixing in violation of the act, which carries"
        unnamed = self._unnamed(clause, verb, before)
        return self._facing.among(clause, verb.parties, unnamed) if verb.basis == "allowed" else unnamed

    def _is_general(self, sentence: Tokens) -> bool:
        """A sentence that tells what a law sets for whoever breaks it: "criminal penalties for corporate officers"."""
        return wording("general").search(self.reading.lowered, sentence.start_char, sentence.end_char) is not None

    def _unnamed(self, clause: Clause, verb: Verb, before: list[Ref]) -> list[Ref]:
        """Whom a verb falls on whose words stand for no party by themselves."""
        charges = any(t.lower_ in nouns("charge_words") for t in verb.parties)  # "the charges each carry"
        group = next((t for t in verb.parties if t.lower_ in nouns("groups") or is_counted(t)), None)
        if group is not None and not charges:
            return self._several(group, verb.basis, before)
        if company := self._company_before(verb, 1):
            return company
        near = self._near(clause.sentence, verb) or self._company_before(verb, 2)
        just = [r for r in before if r in self.accused]
        if verb.basis == "allowed" and len(near) > 1 and any(t.lower_ in ONE for t in verb.parties):
            return just if len(just) == 1 else []
        return just if verb.basis == "sought" and not near and len(just) == 1 else near

    def told(self, verb: Verb, strictly: bool = False) -> list[Ref]:
        """The parties that the words for whom a verb falls on stand for, judges left out.

        A pronoun taken for somebody who is not accused stands for the accused named last, but not ``strictly``.
        """
        words = [self._person_above(t) for t in verb.parties] if is_relative_person(verb.token) else verb.parties
        refs = (self.mentions.ref(antecedent(t)) if strictly else self._ref(t) for t in words)
        return list(dict.fromkeys(r for r in refs if r and not self._only_judges(r)))

    def _person_above(self, token: Token) -> Token:
        """Whom "who" stands for where the parser takes the nearest noun: "Roe, a friend of the bank, who received"."""
        for word in [token, *ancestors(token)]:
            if is_verb(word):
                break
            mention = self.mentions.at(word)
            if mention is not None and mention.ref.kind == "person":
                return word
        return token

    def _several(self, group: Token, basis: str, before: list[Ref]) -> list[Ref]:
        """Those for whom a word for several stands; where it tells how many, that many."""
        several = self._eligible(before) or self.accused
        count = counted(group)
        people = group.tag_ == "NNS" or group.lower_ in {"they", "them"} or is_each(group)
        if count is None and people and len(several) == 1 and several[0].kind == "person":
            if basis == "allowed":
                return max(several, self.accused, key=len)
            return self.accused if 1 < len(self.accused) <= FEW else []
        if count is None:
            return several if self.accused or len(several) > 1 else []
        of_kind = [[r for r in refs if may_be(group, r)] for refs in (several, self.accused, self.punished)]
        if exact := next((r for r in of_kind if len(r) == count), None):
            return exact
        fewer = basis == "allowed" or any(c.lower_ == "all" for c in group.children)
        return max((r for r in of_kind if fewer and 1 < len(r) < count), key=len, default=[])

    def _only_judges(self, ref: Ref) -> bool:
        """A judge or prosecutor, unless accused."""
        return ref not in self.accused and self._holds_office(ref)

    def _holds_office(self, ref: Ref) -> bool:
        if ref not in self._officials:
            person = ref.kind == "person"
            self._officials[ref] = person and holds_office(self.reading.doc, self.mentions, ref)
        return self._officials[ref]

    def _together(self, verb: Verb) -> list[Ref]:
        """People named one after the other before a passive verb in the plural: "A, 35, of Lugo, and B, 33, were …"."""
        token, doc = verb.token, self.reading.doc
        if not any(c.dep_ == "auxpass" and c.lower_ in {"were", "are"} for c in token.children):
            return []
        found: list[Ref] = []
        i = token.i - 1
        while i >= token.sent.start and (doc[i].tag_ not in FINITE or doc[i].head == token):
            mention = self.mentions.at(i)
            if mention is not None and mention.form == "name" and mention.ref.kind == "person":
                i = mention.start
                if doc[i - 1].lower_ in APART or self._is_official(i) or self._is_owner(mention):
                    break
                found.insert(0, mention.ref)
            i -= 1
        return list(dict.fromkeys(found))

    def _near(self, sentence: Tokens, verb: Verb) -> list[Ref]:
        """Where the grammar names no party: those near the verb whom its words do not exclude ("it" is no person)."""
        neuter = any(t.lower_ in NEUTER for t in verb.parties)
        return [r for r in self._nearest(sentence, verb) if r.kind == "organization" or not neuter]

    def _company_before(self, verb: Verb, sentences: int) -> list[Ref]:
        """The one company or bank that a sentence, or two, name before "it" or "the bank"."""
        neuter = next((t for t in verb.parties if t.lower_ in NEUTER and self._is_unknown(t)), None)
        if neuter is None or verb.basis != "imposed" or any(c.tag_ == "IN" for c in neuter.children):
            return []
        begin = sentence_start(neuter)
        if sentences > 1:
            stranger = any(t.dep_ == "nsubj" and self._is_nobody(t) for t in self.reading.doc[begin : neuter.i])
            begin = neuter.i if stranger else sentence_start(self.reading.doc[max(0, begin - 1)])
        named = [r for r in self.named(begin, neuter.i) if r.kind == "organization" and self._may_be_party(r)]
        kinds = [self.mentions.organizations[r.index].kind for r in named]
        fined = [r for r, kind in zip(named, kinds, strict=True) if kind in FINED]
        if not named and sentences > 1 and self.fined and self.fined[0] == sentence_start(neuter):
            return [self.fined[1]]
        return fined if len(fined) == 1 and (neuter.lower_ != "bank" or "bank" in kinds) else []

    def note(self, sentence: Tokens, refs: Sequence[Ref]) -> None:
        """Keep the one body that a sentence fines, for "it" in the next."""
        alone = len(refs) == 1 and refs[0].kind == "organization"
        self.fined = (sentence.end, refs[0]) if alone else None

    def _is_unknown(self, token: Token) -> bool:
        """A word for a body that stands for nobody, or was taken for a ministry or a court."""
        mention = self.mentions.at(token)
        return mention is None or (mention.form != "name" and not self._may_be_party(mention.ref))

    def _same_as_before(self, verb: Verb) -> list[Ref]:
        """Whom the verb beside one with a pronoun falls on: "jailed Roe and fined him", "jailing him, she told Roe"."""
        first = verb.token.head
        joined = verb.token.dep_ == "conj" and first.lemma_ in nouns("judging")
        ahead = verb.token.dep_ == "advcl" and verb.token.i < first.i
        if not (joined or ahead) or [t.lower_ for t in verb.parties] not in (["him"], ["her"]):
            return []
        named = [m for t in objects(first) if (m := self.mentions.at(t)) and m.form == "name"]
        return [m.ref for m in named if m.ref.kind == "person" and self._agrees(verb.parties[0], m.ref)]

    def _nearest(self, sentence: Tokens, verb: Verb) -> list[Ref]:
        """The last party before the verb, the accused of the sentence, the only one."""
        strangers = all(self._is_nobody(t) for t in verb.parties) or self._is_quoted(sentence, verb)
        if verb.parties and (strangers or not self._may_be_accused(verb)):
            return []
        if verb.basis == "imposed" and (described := self._described(sentence, verb)):
            return described
        spoken = self.named(sentence.start, verb.token.i)
        named = self._eligible(spoken) or [r for r in spoken if r in self._known]
        if verb.basis == "imposed" and named:
            return named[-1:]
        if verb.basis == "imposed" and not verb.parties and is_judging(verb) and is_passive(verb.token):
            people = [r for r in spoken if r.kind == "person" and not self._holds_office(r)]
            if len(people) == 1:
                return people
        told = self._told_in(sentence)
        if verb.basis == "imposed" and judging(verb).lemma_ in nouns("jailing"):
            told = [r for r in told if r in self._charged]  # nobody is jailed who is only suspected
        if len(told) == 1:
            return told
        within = self._within(sentence)
        alone = (len(self.accused) == 1 or verb.basis == "allowed") and not self._tells_of_others(sentence, verb)
        return within or (self.accused if alone else [])

    def _tells_of_others(self, sentence: Tokens, verb: Verb) -> bool:
        """Before the verb a sentence names people of whom none is accused and none holds an office in the case."""
        people = [r for r in self.named(sentence.start, verb.token.i) if r.kind == "person"]
        return bool(people) and not any(self._holds_office(r) for r in people)

    def _described(self, sentence: Tokens, verb: Verb) -> list[Ref]:
        """Whom the lead describes before it names him: "a former mayor was sentenced", the accused first named."""
        described = verb.parties[:1] if is_singular(judging(verb)) else verb.parties
        if sentence.start > LEAD or len(described) != 1 or not is_judging(verb):
            return []
        if described[0].tag_ not in {"NN", "NNP", "JJ"} or self._is_nobody(described[0]) or is_further(verb.token):
            return []
        kind = "organization" if described[0].lower_ in NEUTER else "person"
        named = [m for m in self.mentions.all if m.form == "name" and m.ref.kind == kind]
        other = kind == "person"  # of bodies only those accused: courts and papers are named too
        first = next((m.ref for m in named if m.ref in self._known or (other and not self._is_at_court(m))), None)
        return [first] if first in self._known and self._agrees(described[0], first) else []

    def _is_at_court(self, mention: Mention) -> bool:
        """Somebody who judges, prosecutes or investigates the case."""
        return self._holds_office(mention.ref) or self._is_official(mention.start)

    def _is_quoted(self, sentence: Tokens, verb: Verb) -> bool:
        """Inside quotation marks: the title of another text, or what somebody says of others."""
        return self.reading.plain.count('"', sentence.start_char, verb.token.idx) % 2 == 1

    def _told_in(self, sentence: Tokens) -> list[Ref]:
        """Whom the charges read from a sentence are of, named there or described: "a former mayor was sentenced"."""
        first = bisect_left(self._told, (sentence.start_char, -1))
        last = bisect_left(self._told, (sentence.end_char, -1))
        return list(dict.fromkeys(self._standing[n].party for _, n in self._told[first:last]))

    def _within(self, sentence: Tokens) -> list[Ref]:
        """The accused whom a sentence mentions."""
        return [r for r in self.named(sentence.start, sentence.end) if r in self.accused]

    def _may_be_accused(self, verb: Verb) -> bool:
        """A verb of judgment, or a subject that can stand for an accused: "the defendant was placed on probation"."""
        standing = nouns("groups") | nouns("charge_words") | nouns("officials") | nouns("persons")
        return is_judging(verb) or any(t.lower_ in standing for t in verb.parties)

    def _is_nobody(self, token: Token) -> bool:
        """A name that stands for none of the parties, or several who are not named ("seven others")."""
        known = nouns("charge_words") | nouns("officials") | nouns("groups") | nouns("persons")
        unknown = token.text[:1].isupper() and token.tag_.startswith("NNP") and token.ent_type_ != "NORP"
        other = token.lower_ not in nouns("charge_words") and any(c.lower_ in OTHERS for c in token.children)
        if other or is_relative(token):
            return True  # "another executive", not "one count"
        return (unknown or token.tag_ in {"NNS", "NNPS"} or token.lower_ == "others") and token.lower_ not in known

    def _ref(self, token: Token) -> Ref | None:
        """The party that a word stands for, relative pronouns and appositions resolved."""
        token = antecedent(token)
        while token.dep_ == "appos" and self.mentions.at(token) is None:
            token = token.head
        if (mention := self.mentions.at(token)) is not None:
            return None if is_plural(token, mention) else self._meant(token, mention)
        for child in token.children:
            if child.dep_ == "appos" and (ref := self.mentions.ref(child)):
                return ref if self._may_be_party(ref) else None
        return None

    def _meant(self, token: Token, mention: Mention) -> Ref | None:
        """The party of a mention; a pronoun taken for somebody who is not accused stands for the accused named last."""
        if mention.form != "name" and self.accused and mention.ref not in self._known:
            kind = "organization" if token.lower_ in NEUTER else "person"
            own = mention.form == "pronoun" or mention.ref.kind == kind == "organization"
            last = self._last_accused(token, kind)
            return last or (mention.ref if own and self._may_be_party(mention.ref) else None)
        return mention.ref if self._may_be_party(mention.ref) else None

    def _last_accused(self, token: Token, kind: str) -> Ref | None:
        """The accused party that the text named last before a pronoun."""
        place = bisect_left(self._starts, token.i)
        for mention in reversed(self.mentions.all[max(0, place - FAR) : place]):
            if mention.form == "name" and mention.ref.kind == kind and mention.ref in self._known:
                return mention.ref if self._agrees(token, mention.ref) else None
        return None

    def _agrees(self, pronoun: Token, ref: Ref) -> bool:
        """The pronoun does not contradict the gender that the given name tells."""
        if ref.kind != "person":
            return True
        gender = gender_of(self.mentions.people[ref.index].name.split()[0])
        return pronoun.lower_ not in OTHERS_WORDS.get(gender or "", ())

    def _may_be_party(self, ref: Ref) -> bool:
        return ref.kind == "person" or self.mentions.organizations[ref.index].kind not in nouns("not_party")

    def named(self, start: int, end: int) -> list[Ref]:
        """The parties mentioned in tokens ``[start, end)``, in text order, officials left out."""
        found = (m for m in self._starting(start, end) if not self._is_official(m.start))
        return list(dict.fromkeys(m.ref for m in found))

    def _starting(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin at tokens ``[start, end)``, none inside another."""
        mentions, starts = self.mentions, self._starts
        first = bisect_left(starts, start)
        return [m for m in mentions.all[first : bisect_left(starts, end, lo=first)] if mentions.at(m.start) is m]

    def within(self, sentence: Tokens) -> list[Ref]:
        """The parties that a sentence mentions, officials left out."""
        return self.named(sentence.start, sentence.end)

    def _is_official(self, i: int) -> bool:
        before = self.reading.lower[max(0, i - 3) : i]
        return not nouns("officials").isdisjoint(before) or before[-1:] == ["charge"]  # "agent-in-charge"

    def token_at(self, offset: int) -> int:
        """The first token that begins at or after a character."""
        return bisect_left(self.reading.starts, offset)

    def before(self, sentence: Tokens, size: Size) -> list[Ref]:
        """The people named in a sentence before a size, officials left out."""
        end = self.token_at(size.start)
        spots = [m for m in self._starting(sentence.start, end) if m.form == "name"]
        people = [
            m for m in spots if m.ref.kind == "person" and not self._is_owner(m) and not self._is_official(m.start)
        ]
        return [r for r in dict.fromkeys(m.ref for m in people) if not self._only_judges(r)]

    def _is_owner(self, mention: Mention) -> bool:
        """A name in the possessive, its apostrophe lost or not: "Roe's co-defendants", "Roes co-defendants"."""
        doc = self.reading.doc
        name = self.mentions.people[mention.ref.index].name.lower().split()
        last = doc[mention.end - 1].lower_
        after = doc[mention.end].lower_ if mention.end < len(doc) else ""
        return (
            after in {"'s", "'"}
            or last in {"'s", "'"}
            or (last.endswith("s") and last[:-1] in name and last not in name)
        )

    def _eligible(self, refs: Sequence[Ref]) -> list[Ref]:
        """Those who may have a penalty: the accused among them, else all that are no public body."""
        accused = [r for r in refs if r in self.accused]
        return accused or [r for r in refs if self._may_be_party(r) and not self.accused]

    def own(self, clause: Clause, size: Size, previous: int) -> list[Ref]:
        """Whose a size is where one verb serves several: "A was sentenced to 37 months and B to 24", "$5 on A"."""
        starts, text = self.reading.starts, self.reading.text
        end = min(size.end + ON_WHOM_REACH, clause.sentence.end_char)
        first = bisect_left(self._starts, self.token_at(previous))
        sought = clause.verb is not None and clause.verb.basis == "sought"
        near = [m for m in self.mentions.all[first : first + 8] if m.form == "name" and starts[m.start] < end]
        for mention in near:
            begin, stop = starts[mention.start], self.reading.past(mention.end - 1)
            whom = ON_WHOM.fullmatch(text, size.end, begin) or FOR_WHOM.fullmatch(text, size.end, begin)
            if begin >= size.end and whom:
                return [mention.ref] if self._may_be_party(mention.ref) else []
            if (
                begin >= size.end
                and sought
                and not AND_ONE.match(text, stop)
                and FOR_ONE.fullmatch(text, size.end, begin)
            ):
                return [mention.ref] if self._may_be_party(mention.ref) else []
            last = not any(stop <= starts[m.start] < size.start for m in near)
            doer = self._is_official(mention.start) or "by " in text[max(begin - 40, previous) : begin]
            further = clause.verb is not None and previous > clause.verb.token.idx and not doer
            person = further and last and begin < size.start and mention.ref.kind == "person"
            if person and TO_WHOM.fullmatch(text, stop, size.start):
                return [mention.ref]
        return []
