"""Names that the text itself calls a body: "the largest lender Sorin", "his company, Sorin Works", "the Sorin gang"."""

from collections.abc import Iterator

from spacy.tokens import Token

from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import (
    described_heads,
    heads,
    is_vocabulary,
    kind_nouns,
    kind_of,
    modified_kinds,
    told_nouns,
)
from cases.language.countries import country_of
from cases.language.reading import Reading

LONGEST = 5
MODIFIERS = {"compound", "amod"}
NAMING = {"called", "named"}
NO_NAMES = {"NORP", "DATE", "CARDINAL", "ORDINAL", "MONEY"}
SPEAKS = (["said"], ["reported"], ["wrote"], ["says"], ["reports"])
PLACES = {"GPE", "LOC", "FAC"}


class Told:
    """Finds names by the noun beside them.

    Args:
        reading: The document.
        people: Places of tokens that name people.
        titled: Whether each token stands in a line in title case.
    """

    def __init__(self, reading: Reading, people: set[int], titled: list[bool]):
        self.doc = reading.doc
        self.words = reading.words
        self.places = reading.places
        self.people = people
        self.lines = titled

    def find(self) -> Iterator[Found]:
        """The names before and after every noun of bodies."""
        for i in sorted(
            i for word in told_nouns().intersection(self.places) for i in self.places[word] if not self.lines[i]
        ):
            noun = self.doc[i]
            kind = self.kind(noun)
            for start, end in (self.after(noun), self.before(noun)):
                if start < end and kind:
                    name = " ".join(self.words[start:end])
                    yield Found(start, end, kind_of(name) or kind, "organizations:told")

    def kind(self, noun: Token) -> str | None:
        """The kind of a noun, which the words before it may tell: "news agency", "rebel group"."""
        before = [c.lower_ for c in noun.children if c.i < noun.i]
        choices = modified_kinds().get(noun.text, {})
        return next((choices[w] for w in before if w in choices), choices.get("-") or kind_nouns().get(noun.text))

    def after(self, noun: Token) -> tuple[int, int]:
        """The name after a noun: "the lender Sorin", "a company called Sorin", "his company, Sorin Works"."""
        start = noun.i + 1
        words = self.words[start : start + 1]
        marked = bool(words) and (words[0] in NAMING or (words[0] == "," and self.is_set_off(noun)))
        known = self.words[start : start + 2] == ["known", "as"]
        called = words == [","] and self.words[start + 1 : start + 2] in (["called"], ["named"])
        known = known or called  # "his company, called Sorin"
        start += 2 if known else marked
        marked = marked or known
        end = self.entity_end(start, self.run(start))
        if end == start or (end - start == 1 and not self.is_alone(start)):
            return start, start
        root = self.doc[start:end].root
        tied = (
            (root.dep_ == "appos" and root.head == noun)
            or (noun.dep_ in {"compound", "nmod"} and noun.head == root)
            or (marked and (called or words[0] in NAMING | {"known"}))
        )
        return (start, end) if tied else (start, start)

    def entity_end(self, start: int, end: int) -> int:
        """Where the name ends, with all of the model's organisation: "La Kerana de Velmar"."""
        while start < end < len(self.words) and (self.doc[end].ent_type_, self.doc[end].ent_iob_) == ("ORG", "I"):
            end += 1
        return end

    def is_set_off(self, noun: Token) -> bool:
        """A body of somebody's ("his company, Sorin Works") or a name between commas ("a firm, Sorin, was hired")."""
        end = self.run(noun.i + 2)
        return any(c.dep_ == "poss" for c in noun.children) or self.words[end : end + 1] == [","]

    def before(self, noun: Token) -> tuple[int, int]:
        """The name before a noun that it describes: "the Sorin newspaper", "the Sorin construction firm"."""
        end = noun.i
        while end and noun.i - end < 2 and self.doc[end - 1].text.islower() and self.doc[end - 1].dep_ in MODIFIERS:
            end -= 1  # "the Sorin drug trafficking organization"
        start, kind = end, self.kind(noun)
        while start and end - start < LONGEST and self.is_name_word(start - 1):
            start -= 1
        sports = self.words[end : noun.i] != [] and self.words[end] in described_heads("sports")
        opened = start > 0 and not self.doc[start].is_sent_start and self.is_opened(start - 1)
        opened = opened or (kind == "media" and self.words[noun.i + 1 : noun.i + 2] in SPEAKS)  # "Sorin daily said"
        if start == end or not (opened or sports):
            return end, end  # but "Velmar football club owner Abla Sorin"
        if end - start == 1 and not self.is_alone(start):
            return end, end
        name = self.doc[start:end]
        members = kind == "criminal_group" and self.words[end - 1].endswith("s")  # "the Sorins gang"
        free = members or sports
        joined = all(t.dep_ in {"compound", "nmod", "amod"} and (free or t.ent_type_ not in PLACES) for t in name)
        company = kind == "company" and any(t.ent_type_ != "ORG" or t.text.isupper() for t in name)
        return (start, end) if joined and not company else (end, end)

    def is_opened(self, i: int) -> bool:
        """The word before a name that the noun behind it closes: "the", "the respected", "Kenya's"."""
        token = self.doc[i]
        return token.lower_ in {"the", "'s", "'"} or (token.tag_.startswith("JJ") and token.text.islower())

    def run(self, start: int) -> int:
        """One past the capitalised words that begin at a token."""
        end = start
        while end < len(self.words) and end - start < LONGEST and self.is_name_word(end):
            end += 1
        return end

    def is_name_word(self, i: int) -> bool:
        """A capitalised word of no person, place, title or thing."""
        word = self.words[i]
        lower = word.lower()
        if i in self.people or not word[:1].isupper() or not any(c.isalpha() for c in word) or len(word) < 2:
            return False
        if self.doc[i].ent_type_ in NO_NAMES or country_of(word):
            return False
        if self.doc[i].ent_type_ == "ORG":
            return True
        return not (lower in heads("barred") or lower in heads("titles") or lower in heads("days"))

    def is_alone(self, i: int) -> bool:
        """A single word that can be a name: in no dictionary, or all capitals."""
        word = self.words[i]
        if word.endswith("s") and word[:-1].isupper():
            return False
        if len(word) < 3 or word.lower() in heads("things"):
            return False
        return word.isupper() or not is_vocabulary(word) or self.doc[i].ent_type_ == "ORG"
