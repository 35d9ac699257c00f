"""One person in several documents: equal names, shorter and fuller ones, a surname with the same nickname."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from cases.language.given_names import gender_of
from cases.language.names import NameParts, fold, name_parts
from cases.resolve.records import DocumentNames, Key, PersonName, PersonRow, fullest, identifier

OFFICIAL = frozenset({"prosecutor", "judge", "investigator"})
YEARS_APART = 2
SHARED = 2
LETTERS = 5
CROWD = 400


@dataclass(slots=True)
class Cluster:
    """Records of one person, in the order of time; ``parts`` are those of the name that they share."""

    parts: NameParts | None
    keys: list[Key] = field(default_factory=list)
    people: list[PersonName] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)

    def add(self, key: Key, person: PersonName) -> None:
        """One more record."""
        self.keys.append(key)
        self.people.append(person)
        self.documents.add(key[0])


def resolve_people(documents: Sequence[DocumentNames]) -> tuple[dict[Key, str], tuple[PersonRow, ...]]:
    """Ids and rows of the people of documents that stand in the order of time."""
    clusters = same_names(documents)
    forest = Forest(clusters)
    join_shorter(clusters, forest)
    join_misspelt(clusters, forest, neighbours(documents))
    join_nicknames(clusters, forest)
    order = {d.document_id: n for n, d in enumerate(documents)}
    ids: dict[Key, str] = {}
    rows: dict[str, PersonRow] = {}
    for members in forest.trees():
        records = [(order[k[0]], k, p) for c in members for k, p in zip(c.keys, c.people, strict=True)]
        records.sort(key=lambda r: (r[0], r[1]))
        _, (document_id, index), first = records[0]
        person_id = identifier("p", document_id, first.name)
        if person_id in rows:  # two people of one document whose names are spelt alike
            person_id = identifier("p", document_id, first.name, str(index))
        ids.update((key, person_id) for _, key, _ in records)
        rows[person_id] = person_row(person_id, [person for _, _, person in records])
    return ids, tuple(sorted(rows.values(), key=lambda r: r.person_id))


def same_names(documents: Iterable[DocumentNames]) -> list[Cluster]:
    """Records of equal full names, as long as nothing speaks against one person; a single word stays alone."""
    by_name: dict[Hashable, list[Cluster]] = defaultdict(list)
    for document in documents:
        for index, person in enumerate(document.people):
            key = (document.document_id, index)
            parts = name_parts(person.name)
            name = (parts.words, parts.suffix) if parts is not None and parts.first else key
            fitting = next((c for c in by_name[name] if agree([person], c.people)), None)
            if fitting is None:
                fitting = Cluster(parts)
                by_name[name].append(fitting)
            fitting.add(key, person)
    return [c for clusters in by_name.values() for c in clusters]


def agree(some: Sequence[PersonName], others: Sequence[PersonName]) -> bool:
    """Nothing says that two people are meant: years of birth apart; for short names, an official and a defendant."""
    born, other = births(some), births(others)
    if born and other and min(abs(a - b) for a in born for b in other) > YEARS_APART:
        return False
    if max(len(fold(p.name).split()) for p in (*some, *others)) > 2:
        return True
    kinds = frozenset().union(*(p.kinds for p in some))
    other_kinds = frozenset().union(*(p.kinds for p in others))
    return not ((is_official(kinds) and is_accused(other_kinds)) or (is_official(other_kinds) and is_accused(kinds)))


def is_official(kinds: frozenset[str]) -> bool:
    """Takes part in cases as prosecutor, judge or investigator, and is accused in none."""
    return bool(kinds & OFFICIAL) and "defendant" not in kinds


def is_accused(kinds: frozenset[str]) -> bool:
    """Accused, and no official of a case."""
    return "defendant" in kinds and not kinds & OFFICIAL


def births(people: Iterable[PersonName]) -> set[int]:
    """Years of birth that ages tell."""
    return {p.age_on.year - p.age for p in people if p.age is not None and p.age_on is not None}


class Forest:
    """Which clusters are one person. Two records of one document are never joined."""

    def __init__(self, clusters: Sequence[Cluster]):
        self.parent = {id(c): c for c in clusters}
        self.members = {id(c): [c] for c in clusters}
        self.documents = {id(c): set(c.documents) for c in clusters}

    def root(self, cluster: Cluster) -> Cluster:
        """The cluster that stands for a person."""
        while self.parent[id(cluster)] is not cluster:
            cluster = self.parent[id(cluster)]
        return cluster

    def roots(self, clusters: Iterable[Cluster]) -> list[Cluster]:
        """The different people among clusters."""
        return list({id(r): r for c in clusters if (r := self.root(c))}.values())

    def join(self, one: Cluster, other: Cluster) -> None:
        """Make two clusters one person, unless a document names both or something speaks against it."""
        a, b = self.root(one), self.root(other)
        if a is b or not self.documents[id(a)].isdisjoint(self.documents[id(b)]):
            return
        if not agree(
            [p for c in self.members[id(a)] for p in c.people], [p for c in self.members[id(b)] for p in c.people]
        ):
            return
        if len(self.members[id(a)]) < len(self.members[id(b)]):
            a, b = b, a
        self.parent[id(b)] = a
        self.members[id(a)] += self.members.pop(id(b))
        self.documents[id(a)] |= self.documents.pop(id(b))

    def trees(self) -> Iterator[list[Cluster]]:
        """The clusters of each person."""
        yield from self.members.values()


def join_shorter(clusters: Sequence[Cluster], forest: Forest) -> None:
    """Join a shorter name to the one person whose fuller name holds it: "Ana Lane" and "Ana B. Lane"."""
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        for block in blocks_of(cluster.parts):
            blocks[block].append(cluster)
    for (_, last), named in blocks.items():
        ordered = sorted(named, key=lambda c: -len("".join(c.parts.words if c.parts else ())))
        for place, cluster in enumerate(ordered):
            if cluster.parts is None or cluster.parts.last != last:
                continue
            fuller = [c for c in ordered[:place] if c.parts is not None and holds(c.parts, cluster.parts)]
            fuller = [c for c in fuller if not may_be_father(c, cluster)]
            if len(forest.roots(fuller)) == 1:
                forest.join(fuller[0], cluster)


def may_be_father(one: Cluster, other: Cluster) -> bool:
    """Whether names differ in a suffix, and neither a middle name nor ages tell that they are one person's."""
    a, b = one.parts, other.parts
    if a is None or b is None or a.suffix == b.suffix or (a.middle and b.middle):
        return False
    return not any(abs(x - y) <= YEARS_APART for x in births(one.people) for y in births(other.people))


def blocks_of(parts: NameParts | None) -> Iterator[tuple[str, str]]:
    """First and last word; for a name that may end in two surnames also the first and the first of these."""
    if parts is None or not parts.first:
        return
    yield parts.first, parts.last
    if parts.middle and len(parts.middle[-1]) > 2 and gender_of(parts.middle[-1]) is None:
        yield parts.first, parts.middle[-1]


def holds(full: NameParts, short: NameParts) -> bool:
    """Whether the words of a shorter name stand in a fuller one in their order, initials for names."""
    if full.suffix and short.suffix and full.suffix != short.suffix:
        return False
    places = iter(full.words)
    return all(
        any(w == f or (len(w) == 1 and f[0] == w) or (len(f) == 1 and w[0] == f) for f in places) for w in short.words
    )


def neighbours(documents: Iterable[DocumentNames]) -> dict[str, frozenset[str]]:
    """Document → first and last words of the names of its people."""
    return {d.document_id: frozenset(short_name(p.name) for p in d.people) for d in documents}


def short_name(name: str) -> str:
    """First and last word of a name, folded."""
    parts = name_parts(name)
    return f"{parts.first} {parts.last}" if parts is not None else fold(name)


def join_misspelt(clusters: Sequence[Cluster], forest: Forest, names: dict[str, frozenset[str]]) -> None:
    """Join names that differ in one letter if the same other people stand around both."""
    blocks: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.parts is not None and len(cluster.parts.first) >= LETTERS:
            blocks[cluster.parts.first[0], cluster.parts.last].append(cluster)
    for block in blocks.values():
        if len(block) > CROWD:
            continue
        for place, one in enumerate(block):
            for other in block[:place]:
                if is_misspelt(one, other) and share(one, other, names):
                    forest.join(one, other)


def is_misspelt(one: Cluster, other: Cluster) -> bool:
    """First names one letter apart, and no middle names that differ."""
    a, b = one.parts, other.parts
    if a is None or b is None or a.first == b.first or (a.middle and b.middle and a.middle != b.middle):
        return False
    return OSA.distance(a.first, b.first, score_cutoff=1) == 1


def share(one: Cluster, other: Cluster, names: dict[str, frozenset[str]]) -> bool:
    """At least two other people stand in documents of both."""
    around = [frozenset().union(*(names[d] for d in c.documents)) for c in (one, other)]
    return len(around[0] & around[1]) >= SHARED


def join_nicknames(clusters: Sequence[Cluster], forest: Forest) -> None:
    """Join a surname alone to the one person who bears it and the same nickname."""
    bearers: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.parts is not None:
            for nickname in nicknames(cluster):
                for word in cluster.parts.words[1:] or cluster.parts.words:
                    bearers[nickname, word].append(cluster)
    for block in bearers.values():
        full = [c for c in block if c.parts is not None and c.parts.first]
        alone = [c for c in block if c.parts is not None and not c.parts.first]
        if len(forest.roots(full)) > 1:
            continue
        for cluster in alone:
            forest.join((full or alone)[0], cluster)


def nicknames(cluster: Cluster) -> set[str]:
    """Folded aliases that share no word with the name."""
    own = set(cluster.parts.words) if cluster.parts is not None else set()
    aliases = {fold(alias) for person in cluster.people for alias in person.aliases}
    return {a for a in aliases if a and own.isdisjoint(a.split())}


def person_row(person_id: str, people: Sequence[PersonName]) -> PersonRow:
    """One row for the records of a person, which stand in the order of time; the last stated age counts."""
    name = fullest([p.name for p in people])
    aliases = {form: None for p in people for form in (p.name, *p.aliases) if form != name}
    nationalities = {p.nationality for p in people} - {None}
    aged = [p for p in people if p.age is not None]
    return PersonRow(
        person_id,
        name,
        tuple(aliases),
        nationalities.pop() if len(nationalities) == 1 else None,
        aged[-1].age if aged else None,
        aged[-1].age_on if aged else None,
    )
