"""Pronouns and noun phrases that stand for a party: "he", "her", "the defendant", "both men", "the company".

A word is resolved only where grammar, gender and number leave one candidate; everything else stays open.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import takewhile

import simplemma
from spacy.tokens import Token

from cases.language.columns import columns, root
from cases.language.countries import country_of
from cases.language.given_names import gender_of
from cases.language.grammar import SUBJECTS
from cases.language.groups import has_other_subject, is_subject, together
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Organization, Person, Ref

BEFORE = {"the", "this", "former", "ex", "-", "retired", "ousted", "disgraced", "convicted", "both", "two"}
LOOK_BACK = 3
LOOK_AHEAD = 12  # sentences in which a text names the defendant of whom it has told
MOST = 12
NEAR = 4  # tokens from "the defendant as" to a name
PAIR = 2
STATES = {"states", "state", "people", "commonwealth", "government"}  # "United States v. Roe"


@cache
def words(key: str) -> frozenset[str]:
    """The words of a key of ``words/coreference.yaml``."""
    return frozenset(load_words("coreference")[key])


@cache
def addressed() -> dict[str, str]:
    """Title before a name → the gender that it tells."""
    titles = load_words("personal_titles")
    return {str(word): gender for gender in ("male", "female") for word in titles[gender]}


def resolve(
    reading: Reading, people: tuple[Person, ...], organizations: tuple[Organization, ...], named: list[Mention]
) -> Mentions:
    """All mentions of the parties: the named ones, and what stands for them where one candidate is left."""
    resolver = Resolver(reading, people, organizations, named)
    return Mentions(people, organizations, [*named, *resolver.resolve()])


@cache
def watched() -> frozenset[str]:
    """Every word that may stand for somebody, and the mark of quoted speech."""
    keys = ("male", "female", "several", "accused", "accused_plural", "pair", "company", "offices")
    return frozenset({'"', "old"}).union(*map(words, keys))


@cache
def accused_words() -> frozenset[str]:
    """The nouns for one or several of whom a text tells that they are accused."""
    return words("accused") | words("accused_plural") | words("pair")


@cache
def unnamed() -> frozenset[str]:
    """The nouns by which a text speaks of somebody without a name."""
    return words("offices") | words("people")


class Resolver:
    """Walks through the sentences of one document and remembers who was mentioned last."""

    def __init__(
        self,
        reading: Reading,
        people: Sequence[Person],
        organizations: Sequence[Organization],
        named: Sequence[Mention],
    ):
        self.doc = reading.doc
        self.lower = reading.lower
        self.lower_places = reading.lower_places
        self.columns = columns(reading.doc)
        self.first = self.columns.first
        self.printed = reading.words
        self.sentences = reading.sentences
        self.organizations = organizations
        self.people = people
        self.starts = {m.start: m for m in named}
        self.covered = {i for m in named for i in range(m.start, m.end)}
        self.persons = [m for m in sorted(named, key=lambda m: m.start) if m.ref.kind == "person"]
        self.roots = {m.start: root(self.doc, m.start, m.end) for m in self.persons}
        self.genders = self._genders()
        self.possible = {
            gender: [i for i, g in enumerate(self.genders) if g is None or g == gender] for gender in ("male", "female")
        }
        self.identified_at = 0
        self.accused = self._accused()
        self.cases = [
            i for i in (*reading.places.get("v.", ()), *reading.places.get("vs.", ())) if self.lower[i - 1] in STATES
        ]
        self.offices = self._offices()
        self.before: list[list[tuple[Ref, Token]]] = []
        self.companies: list[set[Ref]] = []
        self.meant: set[int] = set()

    def _genders(self) -> list[str | None]:
        """Gender of each person, from the title before a mention, else from the given name."""
        found: list[str | None] = [None] * len(self.people)
        for index, person in enumerate(self.people):
            names = person.name.split()
            gender = gender_of(names[0]) if len(names) > 1 else None
            found[index] = gender if gender != "either" else None
        for mention in self.persons:
            before = self.lower[mention.start - 1] if mention.start else ""
            if gender := addressed().get(before.rstrip(".")):
                found[mention.ref.index] = gender
        return found

    def _accused(self) -> list[Ref]:
        """Whom a verb of charging, pleading or sentencing names in the document."""
        found: dict[Ref, None] = {}
        deps, heads, lemmas = self.columns.deps, self.columns.heads, self.columns.lemmas
        accusing = words("accusing")
        for mention in self.persons:
            i = self.roots[mention.start].i
            while deps[i] in {"conj", "appos"}:
                i = heads[i]
            verb = lemmas[heads[i]]
            undergone = deps[i] in {"nsubjpass", "dobj"} and verb in accusing
            if undergone or (deps[i] == "nsubj" and verb in {"plead", "admit"}):
                found[mention.ref] = None
        return list(found) or self._identified()

    def _identified(self) -> list[Ref]:
        """Whom a text identifies as its one defendant: "identified the defendant as Jane Roe, 52, of Velmar"."""
        for i in self.lower_places.get("defendant", ()):
            if self.lower[i + 1 : i + 2] in (["as"], [":"]):
                self.identified_at = i
                named = (self.starts.get(j) for j in range(i + 2, min(i + 2 + NEAR, len(self.doc))))
                return [m.ref for m in named if m is not None and m.ref.kind == "person"][:1]
        return []

    def _offices(self) -> dict[str, set[Ref]]:
        """Noun of an office → the people whom the text calls so, right before or after the name."""
        found: dict[str, set[Ref]] = defaultdict(set)
        offices = words("offices")
        for mention in self.persons:
            before = max(self.first[mention.start], mention.start - 3)
            near = self.lower[before : mention.start]
            if self.printed[mention.end : mention.end + 1] == [","]:
                after = self.printed[mention.end + 1 : mention.end + 12]
                near += map(str.lower, takewhile(lambda w: w not in {",", ".", "who"}, after))
            for word in offices.intersection(near):
                found[word].add(mention.ref)
        return found

    def resolve(self) -> list[Mention]:
        """Mentions by pronoun and by noun phrase, in text order."""
        found: list[Mention] = []
        watched_at = [i for word in watched() for i in self.lower_places.get(word, ())]
        places = sorted({*self.starts, *watched_at})
        for sentence in self.sentences:
            first = bisect_left(places, sentence.start)
            found.extend(self.sentence(places[first : bisect_left(places, sentence.end, lo=first)]))
        return found

    def sentence(self, places: Sequence[int]) -> list[Mention]:
        """What stands for somebody in one sentence, of which only some words can."""
        here: list[tuple[Ref, Token]] = []
        companies: set[Ref] = set()
        found: list[Mention] = []
        self.before.append(here)
        self.companies.append(companies)
        quoted = False
        for i in places:
            named = self.starts.get(i)
            if named is not None:
                if named.ref.kind == "person":
                    here.append((named.ref, self.roots[i]))
                elif self.is_company(named):
                    companies.add(named.ref)
                continue
            word = self.lower[i]
            if word == '"':
                quoted = not quoted
            elif word in words("male") or word in words("female"):
                ref = self.pronoun(self.doc[i], "male" if word in words("male") else "female", quoted)
                if ref is not None:
                    found.append(Mention(i, i + 1, ref, "pronoun"))
                    here.append((ref, self.doc[i]))
            elif word in words("several"):
                if not quoted and (mention := self.several(i)):
                    found.append(mention)
            elif mention := self.nominal(i):
                found.append(mention)
                self.meant.add(i)
                if mention.ref.kind == "person" and not mention.also:
                    here.append((mention.ref, self.doc[i]))
        return found

    def is_company(self, named: Mention) -> bool:
        """Whether a name is that of a company of which the sentence speaks, not only of whose man or product."""
        kind = self.organizations[named.ref.index].kind
        if kind not in {"company", "bank"}:
            return False
        return root(self.doc, named.start, named.end).dep_ not in {"compound", "nmod"}

    def pronoun(self, token: Token, gender: str, quoted: bool) -> Ref | None:
        """The one person whom a pronoun can mean."""
        if self.has_unlisted(self.first[token.i], token.i):
            return None
        fitting = self.possible[gender]
        if len(fitting) == 1 and self.persons and self.persons[0].start < token.i:
            seen = any(m.ref.index == fitting[0] and m.start < token.i for m in self.persons)
            return Ref("person", fitting[0]) if seen else None
        if self.is_strangers(token):
            return None
        own = self.fitting(self.before[-1], gender)
        if quoted:
            own = [(ref, t) for ref, t in own if not is_speaker(t)]
        if own:
            return self.choose(own, token)
        candidates = self.of_last(gender)
        return self.choose(candidates, None) if candidates else None

    def of_last(self, gender: str) -> list[tuple[Ref, Token]]:
        """The candidates of the last sentence that has any; none if one between speaks of an unlisted name."""
        last = len(self.before) - 1
        for n in range(last - 1, max(last - 1 - LOOK_BACK, -1), -1):
            if self.has_unlisted(self.sentences[n].start, self.sentences[n].end):
                return []
            if candidates := self.fitting(self.before[n], gender):
                return candidates
        return []

    def has_unlisted(self, start: int, end: int) -> bool:
        """Whether a subject is a lone name of which nobody is made: "Sorin agreed, even if he …"."""
        deps, labels, tags = self.columns.deps, self.columns.labels, self.columns.tags
        return any(
            deps[i] in SUBJECTS
            and i not in self.covered
            and (labels[i] == "PERSON" or (tags[i] == "NNP" and is_lone_name(self.printed[i])))
            for i in range(start, end)
        )

    def is_strangers(self, token: Token) -> bool:
        """Whether the sentence speaks of somebody unnamed before the pronoun: "The candidate … in which he …"."""
        nouns = unnamed()
        for i in range(self.first[token.i], token.i):
            if self.lower[i] not in nouns or self.columns.deps[i] not in SUBJECTS:
                continue
            noun = self.doc[i]
            apposed = any(c.dep_ == "appos" or c.tag_.startswith("NNP") for c in noun.children)
            if not (apposed or i in self.meant or i + 1 in self.starts or self.offices.get(noun.lower_)):
                return True
        return False

    def fitting(self, candidates: Iterable[tuple[Ref, Token]], gender: str) -> list[tuple[Ref, Token]]:
        """Candidates of the gender; those of unknown gender where none is known to have it, or beside an object.

        After "Sorin implicated Michel Roe", "he" may well be Sorin, whose given name tells nothing.
        """
        pool = list(candidates)
        sure = [c for c in pool if self.genders[c[0].index] == gender]
        unknown = [c for c in pool if self.genders[c[0].index] is None]
        if not sure or (any(is_subject(t) for _, t in unknown) and not any(is_subject(t) for _, t in sure)):
            return [*sure, *unknown]
        return sure

    def choose(self, candidates: list[tuple[Ref, Token]], pronoun: Token | None) -> Ref | None:
        """The only candidate, else the only one that is a subject."""
        refs = dict.fromkeys(ref for ref, _ in candidates)
        if len(refs) == 1:
            return next(iter(refs))
        subjects = dict.fromkeys(ref for ref, t in candidates if is_subject(t))
        if len(subjects) == 1:
            return next(iter(subjects))
        if pronoun is not None:
            clause = dict.fromkeys(ref for ref, t in candidates if is_subject(t) and t.head in pronoun.ancestors)
            return next(iter(clause)) if len(clause) == 1 else None
        return None

    def nominal(self, i: int) -> Mention | None:
        """The party of "the defendant", "the former minister", "both men", "the company"."""
        word = self.lower[i]
        if word == "old":
            return self.aged(self.doc[i])
        before = self.lower[i - 1] if i else ""
        if before not in BEFORE or i + 1 in self.starts:
            return None
        if word in accused_words() and before in {"the", "both", "two"}:
            return self.accused_mention(self.doc[i], word)
        if word in words("company") and before in {"the", "this"}:
            return self.company(self.doc[i], word)
        article = self.lower[i - 2] if i > 1 else ""
        if word in words("offices") and article not in {"a", "an", "another"} and self.is_free(self.doc[i]):
            bearers = self.offices.get(word, set())
            if len(bearers) == 1 and any(m.ref in bearers and m.start < i for m in self.persons):
                return Mention(i, i + 1, next(iter(bearers)), "nominal")
        return None

    def aged(self, token: Token) -> Mention | None:
        """The one person of "the 32-year-old": whose age the text gives so, else the only one accused."""
        number = self.doc[token.i - 4] if token.i > 4 else None
        if number is None or self.lower[token.i - 3 : token.i] != ["-", "year", "-"]:
            return None
        if self.lower[number.i - 1] != "the" or token.dep_ not in SUBJECTS:
            return None
        fitting = [n for n, p in enumerate(self.people) if p.age is not None and str(p.age) == number.text]
        known = [Ref("person", n) for n in fitting] or [r for r in self.accused if self.people[r.index].age is None]
        if len(known) != 1 or not any(m.ref == known[0] and m.start < token.i for m in self.persons):
            return None
        return Mention(token.i, token.i + 1, known[0], "nominal")

    def is_free(self, token: Token) -> bool:
        """A noun that nothing specifies further: no "of …" after it and no other noun after it."""
        after = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        return after is None or (
            after.lower_ not in {"of", "for", "in", "at", "'s", "'"} and not after.tag_.startswith("NN")
        )

    def several(self, i: int) -> Mention | None:
        """Those for whom "they" or "both" stands: the people joined to one subject just before it, none but they.

        What else a plural before the word may mean leaves it open: "Roe and Poe fled when the officers said they …".
        """
        if self.columns.deps[i] not in SUBJECTS:
            return None
        group = self.group(i)
        if not group or (self.lower[i] == "both" and len(group) != PAIR):
            return None
        return Mention(i, i + 1, group[0], "pronoun", tuple(group[1:]))

    def group(self, i: int) -> list[Ref]:
        """The people named together in the words before a token, or in the sentence before if these name nobody."""
        start = self.first[i]
        if has_other_subject(self.doc, start, i, speakers=True):
            return []
        if self.before[-1] or len(self.before) < PAIR:
            return together(self.before[-1])
        before = self.sentences[len(self.before) - 2]
        if has_other_subject(self.doc, before.start, before.end, speakers=False):
            return []
        return together(self.before[-2])

    def accused_mention(self, token: Token, word: str) -> Mention | None:
        """The accused: one for "the defendant", all for "the defendants", two for "the couple"."""
        several = word in words("accused_plural") - words("accused") or word in words("pair")
        accused = self.of_case(token)
        if not several:
            near = len(accused) == 1 and token.i >= self.identified_at and self.is_near(accused[0])
            return Mention(token.i, token.i + 1, accused[0], "nominal") if near else None
        if word in words("pair") and len(accused) != PAIR:
            accused = self.group(token.i)
        size_fits = len(accused) == PAIR if word in words("pair") else PAIR <= len(accused) <= MOST
        if not size_fits:
            return None
        return Mention(token.i, token.i + 1, accused[0], "nominal", tuple(accused[1:]))

    def of_case(self, token: Token) -> list[Ref]:
        """The accused; in a text of several cases ("United States v. Roe") those named in its part."""
        nth = bisect_right(self.cases, token.i)
        if not nth or len(self.cases) == 1:
            return self.accused
        end = self.cases[nth] if nth < len(self.cases) else len(self.doc)
        named = {m.ref for m in self.persons if self.cases[nth - 1] < m.start < end}
        return [ref for ref in self.accused if ref in named]

    def is_near(self, ref: Ref) -> bool:
        """Whether a person is named before the end of the sentence that is read, or in one of the next."""
        last = self.sentences[min(len(self.before) - 1 + LOOK_AHEAD, len(self.sentences) - 1)]
        return any(m.ref == ref and m.start < last.end for m in self.persons)

    def company(self, token: Token, word: str) -> Mention | None:
        """The one company that this sentence or one of the last names; for "the bank" it must be one."""
        for earlier in reversed(self.companies[-LOOK_BACK:]):
            if earlier:
                [ref] = earlier if len(earlier) == 1 else [None]
                fits = ref is not None and (word != "bank" or self.organizations[ref.index].kind == "bank")
                return Mention(token.i, token.i + 1, ref, "nominal") if ref is not None and fits else None
        return None


@cache
def is_lone_name(word: str) -> bool:
    """A capitalised word of no dictionary that is no country and no abbreviation."""
    return word.istitle() and not simplemma.is_known(word.lower(), "en") and country_of(word) is None


def is_speaker(token: Token) -> bool:
    """The subject of a verb of speech."""
    return token.dep_ == "nsubj" and token.head.lemma_ in words("speech")
