"""The tables whose rows several documents share: people, organizations, roles, charges, cases and penalties."""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from cases.edtf import parse_edtf
from cases.frames.ids import fold, row_id
from cases.frames.status import later, of_case
from cases.records import Charge, Document, Facts, Penalty, Ref, Role
from cases.resolve import Resolution
from cases.schema import codes

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Party:
    """A party after resolution: its id, and which of the two kinds it is."""

    id: str
    kind: str

    def columns(self, name: str) -> Row:
        """The three columns by which a row names its party."""
        person = self.id if self.kind == "person" else None
        return {"person_id": person, "organization_id": None if person else self.id, "party": name}


@dataclass(frozen=True, slots=True)
class Said:
    """A charge as one document reports it, in the form that waits for the join."""

    document_id: str
    published: date | None
    party: Party
    offence: str
    conspiracy: bool
    country: str | None
    status: str
    counts: int | None
    statutes: tuple[str, ...]
    court: str | None
    dates: tuple[str, ...]

    @property
    def offence_of(self) -> tuple[Party, str, bool]:
        """The key less its country."""
        return self.party, self.offence, self.conspiracy


@dataclass
class Joined:
    """Collects the facts of all documents, then answers which row each of them belongs to."""

    resolution: Resolution
    said: dict[tuple[str, int], Said] = field(default_factory=dict)
    roles: dict[tuple[str, int], tuple[Any, ...]] = field(default_factory=dict)
    penalties: dict[tuple[str, int], tuple[Party, Penalty]] = field(default_factory=dict)

    def party(self, document_id: str, ref: Ref) -> Party:
        """The entity that a party of a document is."""
        ids = self.resolution.people if ref.kind == "person" else self.resolution.organizations
        return Party(ids[document_id, ref.index], ref.kind)

    def name(self, party: Party) -> str:
        """Display name of an entity."""
        return self.names[party.id]

    @cached_property
    def names(self) -> dict[str, str]:
        """Id → display name of every entity."""
        people = {row.person_id: row.name for row in self.resolution.person_rows}
        return people | {row.organization_id: row.name for row in self.resolution.organization_rows}

    def add(self, document: Document, facts: Facts) -> None:
        """Take what a document says of charges, roles and penalties."""
        key = document.document_id
        for index, charge in enumerate(facts.charges):
            self.said[key, index] = self._said(document, charge)
        for index, role in enumerate(facts.roles):
            body = self.party(key, role.organization).id if role.organization else None
            self.roles[key, index] = (self.party(key, role.person), body, _bare(role))
        for index, penalty in enumerate(facts.penalties):
            self.penalties[key, index] = (self.party(key, penalty.party), _bare_penalty(penalty))

    def without(self, charge_ids: Collection[str]) -> "Joined":
        """The same without some charges, so that cases and accused people follow."""
        joined = Joined(self.resolution)
        joined.roles, joined.penalties = self.roles, self.penalties
        joined.said = {place: said for place, said in self.said.items() if self.charge_ids[place] not in charge_ids}
        return joined

    def _said(self, document: Document, charge: Charge) -> Said:
        key = document.document_id
        return Said(
            key,
            document.published,
            self.party(key, charge.party),
            charge.offence,
            charge.conspiracy,
            charge.country,
            charge.status,
            charge.counts,
            charge.statutes,
            self.party(key, charge.court).id if charge.court else None,
            tuple(r.date for r in charge.reports if r.date),
        )

    # Charges and cases

    @cached_property
    def country(self) -> dict[tuple[str, int], str | None]:
        """The country of each charge: a null one joins the only country of its party, offence and conspiracy."""
        known = _options((said.offence_of, said.country) for said in self.said.values())
        return {place: _settled(said.country, known[said.offence_of]) for place, said in self.said.items()}

    @cached_property
    def charge_ids(self) -> dict[tuple[str, int], str]:
        """The id of the charge that each charge of a document is."""
        return {
            place: row_id("charges", said.party.id, said.offence, said.conspiracy, self.country[place])
            for place, said in self.said.items()
        }

    @cached_property
    def case_country(self) -> dict[tuple[str, int], str | None]:
        """The country of the case of each charge: of no known country, it goes to the party's only case."""
        known = _options((said.party, self.country[place]) for place, said in self.said.items())
        return {place: _settled(self.country[place], known[said.party]) for place, said in self.said.items()}

    @cached_property
    def case_ids(self) -> dict[tuple[str, int], str]:
        """The id of the case that each charge of a document belongs to."""
        return {place: row_id("cases", said.party.id, self.case_country[place]) for place, said in self.said.items()}

    @cached_property
    def cases_of(self) -> dict[Party, set[str]]:
        """The cases of each accused party."""
        found: dict[Party, set[str]] = defaultdict(set)
        for place, said in self.said.items():
            found[said.party].add(self.case_ids[place])
        return found

    @cached_property
    def cases_in(self) -> dict[tuple[str, Party], set[str]]:
        """The cases of each accused party of which one document speaks."""
        found: dict[tuple[str, Party], set[str]] = defaultdict(set)
        for place, said in self.said.items():
            found[said.document_id, said.party].add(self.case_ids[place])
        return found

    def case_for(self, document_id: str, party: Party | None) -> str | None:
        """The case that a sum, date or penalty of a party belongs to: the only one in the document, else overall."""
        if party is None:
            return None
        for found in (self.cases_in.get((document_id, party), set()), self.cases_of.get(party, set())):
            if len(found) == 1:
                return next(iter(found))
        return None

    def _charges(self) -> dict[str, list[tuple[str, int]]]:
        """Charge id → its places, by date of publication (unknown first: it never overrides a dated report)."""
        groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, charge_id in self.charge_ids.items():
            groups[charge_id].append(place)
        for places in groups.values():
            places.sort(key=lambda p: (self.said[p].published or date.min, p))
        return groups

    @cached_property
    def charges(self) -> list[Row]:
        """Rows of ``charges``."""
        return [self._charge(charge_id, places) for charge_id, places in self._charges().items()]

    def _charge(self, charge_id: str, places: list[tuple[str, int]]) -> Row:
        said = [self.said[place] for place in places]
        status = said[0].status
        for other in said[1:]:
            status = later(status, other.status)
        counts = [s.counts for s in said if s.counts is not None]
        return {
            "charge_id": charge_id,
            "case_id": self.case_ids[places[0]],
            **said[0].party.columns(self.name(said[0].party)),
            "offence": said[0].offence,
            "conspiracy": said[0].conspiracy,
            "counts": counts[-1] if counts else None,
            "statute": "; ".join(dict.fromkeys(s for one in said for s in one.statutes)) or None,
            "status": status,
            "country": self.country[places[0]],
        }

    @cached_property
    def cases(self) -> list[Row]:
        """Rows of ``cases``."""
        charges = defaultdict(list)
        for row in self.charges:
            charges[row["case_id"]].append(row)
        groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, case_id in self.case_ids.items():
            groups[case_id].append(place)
        return [self._case(case_id, places, charges[case_id]) for case_id, places in groups.items()]

    def _case(self, case_id: str, places: list[tuple[str, int]], charges: list[Row]) -> Row:
        party, known = self.said[places[0]].party, {row["country"] for row in charges} - {None}
        country = known.pop() if len(known) == 1 else self.case_country[places[0]]
        courts = {self.said[place].court for place in places} - {None}
        periods = [parse_edtf(text) for place in places for text in self.said[place].dates]
        columns = party.columns(self.name(party))
        return {
            "case_id": case_id,
            "name": f"{columns.pop('party')}, {country_name(country)}" if country else columns.pop("party"),
            **columns,
            "country": country,
            "court_id": next(iter(courts)) if len(courts) == 1 else None,
            "status": of_case([row["status"] for row in charges]),
            "first_date": min((p.start for p in periods if p.start), default=None),
            "last_date": max((p.end for p in periods if p.end), default=None),
        }

    # People and organisations

    def people(self) -> list[Row]:
        """Rows of ``people``."""
        accused = {said.party.id for said in self.said.values()}
        return [
            {
                "person_id": row.person_id,
                "name": row.name,
                "aliases": list(row.aliases),
                "nationality": row.nationality,
                "age": row.age,
                "age_on": row.age_on,
                "is_accused": row.person_id in accused,
            }
            for row in self.resolution.person_rows
        ]

    def organizations(self) -> list[Row]:
        """Rows of ``organizations``."""
        return [
            {
                "organization_id": row.organization_id,
                "name": row.name,
                "aliases": list(row.aliases),
                "kind": row.kind,
                "country": row.country,
            }
            for row in self.resolution.organization_rows
        ]

    # Roles

    @cached_property
    def role_keys(self) -> dict[tuple[str, int], tuple[Any, ...]]:
        """The key of each role: a null organisation, then a null start, joins the only one that the others have."""
        base = {p: (party, role.kind, fold(role.title)) for p, (party, _, role) in self.roles.items()}
        bodies = _options((base[p], body) for p, (_, body, _) in self.roles.items())
        with_body = {p: (*base[p], _settled(body, bodies[base[p]])) for p, (_, body, _) in self.roles.items()}
        starts = _options((with_body[p], role.start) for p, (_, _, role) in self.roles.items())
        return {
            p: (*with_body[p], _settled(role.start, starts[with_body[p]])) for p, (_, _, role) in self.roles.items()
        }

    @cached_property
    def role_ids(self) -> dict[tuple[str, int], str]:
        """The id of the role that each role of a document is."""
        return {p: row_id("roles", key[0].id, *key[1:]) for p, key in self.role_keys.items()}

    def role_rows(self) -> list[Row]:
        """Rows of ``roles``."""
        groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, role_id in self.role_ids.items():
            groups[role_id].append(place)
        return [self._role(role_id, places) for role_id, places in groups.items()]

    def _role(self, role_id: str, places: list[tuple[str, int]]) -> Row:
        person, kind, _, body, start = self.role_keys[places[0]]
        roles = [self.roles[place][2] for place in places]
        return {
            "role_id": role_id,
            "person_id": person.id,
            "person": self.name(person),
            "title": roles[0].title,
            "kind": kind,
            "organization_id": body,
            "organization": self.names[body] if body else None,
            "country": next((r.country for r in roles if r.country), None),
            "start": start,
            "end": next((r.end for r in roles if r.end), None),
            "is_former": any(r.is_former for r in roles),
        }

    # Penalties

    @cached_property
    def penalty_ids(self) -> dict[tuple[str, int], str]:
        """The id of the penalty that each penalty of a document is."""
        return {
            p: row_id("penalties", party.id, n.kind, n.basis, n.months, n.life, n.value, n.currency)
            for p, (party, n) in self.penalties.items()
        }

    def penalty_rows(self) -> list[Row]:
        """Rows of ``penalties``."""
        first: dict[str, tuple[str, int]] = {}
        for place, penalty_id in self.penalty_ids.items():
            first.setdefault(penalty_id, place)
        return [self._penalty(penalty_id, place) for penalty_id, place in first.items()]

    def _penalty(self, penalty_id: str, place: tuple[str, int]) -> Row:
        party, penalty = self.penalties[place]
        return {
            "penalty_id": penalty_id,
            "case_id": self.case_for(place[0], party),
            **party.columns(self.name(party)),
            "kind": penalty.kind,
            "basis": penalty.basis,
            "months": penalty.months,
            "life": penalty.life,
            "value": penalty.value,
            "currency": penalty.currency,
        }

    def tables(self) -> Iterator[tuple[str, list[Row]]]:
        """The tables that documents share, each with its rows in order of first mention."""
        yield "people", self.people()
        yield "organizations", self.organizations()
        yield "cases", self.cases
        yield "roles", self.role_rows()
        yield "charges", self.charges
        yield "penalties", self.penalty_rows()
        yield "offences", offences()


def offences() -> list[Row]:
    """The list of offence codes as a table."""
    listed = codes("offences")
    return [
        {"offence": v, "label": listed[v].label, "iccs": listed[v].extra["iccs"], "uncac": listed[v].extra.get("uncac")}
        for v in listed.values
    ]


def country_name(code: str) -> str:
    """The English name of a country code."""
    return codes("countries")[code].label


def _options(pairs: Iterable[tuple[Hashable, str | None]]) -> dict[Any, set[str]]:
    """Key → the values that are known for it."""
    found: dict[Any, set[str]] = defaultdict(set)
    for key, value in pairs:
        if value is not None:
            found[key].add(value)
    return defaultdict(set, found)


def _settled(value: str | None, options: set[str]) -> str | None:
    """The value itself; a null one joins the only option."""
    return next(iter(options)) if value is None and len(options) == 1 else value


def _bare(role: Role) -> Role:
    """A role without its spans, which stay on disk until the rows are written."""
    return Role(role.person, role.title, role.kind, (), None, role.country, role.start, role.end, role.is_former)


def _bare_penalty(n: Penalty) -> Penalty:
    return Penalty(n.party, n.kind, n.basis, (), n.months, n.life, n.value, n.currency)
