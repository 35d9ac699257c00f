"""Who is meant by which words: the parties of a document and every place where it speaks of them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

import msgspec
from spacy.tokens import Token

from cases.records import Organization, Person, Ref


class Mention(msgspec.Struct, frozen=True):
    """Tokens ``[start, end)`` that stand for a party: a name, a pronoun, or a noun phrase such as "the defendant".

    ``also`` are the other parties of a plural: "both men", "the defendants".
    """

    start: int
    end: int
    ref: Ref
    form: Literal["name", "pronoun", "nominal"] = "name"
    also: tuple[Ref, ...] = ()


class Mentions:
    """The parties of one document and their mentions, by token."""

    def __init__(
        self, people: tuple[Person, ...], organizations: tuple[Organization, ...], mentions: Iterable[Mention] = ()
    ):
        self.people = people
        self.organizations = organizations
        self.all = sorted(mentions, key=lambda m: (m.start, -m.end))
        self._by_token: dict[int, Mention] = {}
        for mention in self.all:
            for i in range(mention.start, mention.end):
                self._by_token.setdefault(i, mention)
        self._starts = [mention.start for mention in self.all]
        self._by_ref: dict[Ref, list[Mention]] = defaultdict(list)
        for mention in self.all:
            self._by_ref[mention.ref].append(mention)

    def __iter__(self) -> Iterator[Mention]:
        """Mentions in text order."""
        return iter(self.all)

    def at(self, token: Token | int) -> Mention | None:
        """The mention that covers a token."""
        return self._by_token.get(token if isinstance(token, int) else token.i)

    def ref(self, token: Token | int) -> Ref | None:
        """The party that a token stands for."""
        mention = self.at(token)
        return mention.ref if mention else None

    def refs(self, token: Token | int) -> tuple[Ref, ...]:
        """All parties that a token stands for: several for "both men"."""
        mention = self.at(token)
        return (mention.ref, *mention.also) if mention else ()

    def of(self, ref: Ref) -> list[Mention]:
        """All mentions of a party, in text order."""
        return list(self._by_ref.get(ref, ()))

    @cached_property
    def surnames(self) -> dict[str, list[Ref]]:
        """Last word of a display name → the people who bear it."""
        found: dict[str, list[Ref]] = defaultdict(list)
        for index, person in enumerate(self.people):
            for word in person.name.split()[-1:]:
                found[word].append(Ref("person", index))
        return found

    def within(self, start: int, end: int) -> list[Mention]:
        """Mentions that lie in tokens ``[start, end)``."""
        first = bisect_left(self._starts, start)
        return [m for m in self.all[first : bisect_left(self._starts, end, lo=first)] if m.end <= end]

    def name(self, ref: Ref) -> str:
        """The display name of a party."""
        return self.people[ref.index].name if ref.kind == "person" else self.organizations[ref.index].name
