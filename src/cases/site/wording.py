"""A row as a sentence: an allegation is worded as one, and names who makes it."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from cases.edtf import OPEN
from cases.schema import codes
from cases.site.labels import country, label
from cases.site.periods import period

Row = Mapping[str, Any]

WORDS = Path(__file__).parent / "words.yaml"

SILENT = "the report does not say who says so"
_STATUS = {
    "alleged": "is alleged to have committed {offence}",
    "charged": "was charged with {offence} (not proven)",
    "pleaded_not_guilty": "pleaded not guilty to {offence} (not proven)",
    "pleaded_guilty": "pleaded guilty to {offence}",
    "convicted": "was convicted of {offence}",
    "acquitted": "was acquitted of {offence}",
    "dismissed": "is no longer accused of {offence}: it was dismissed",
}
_ARTICLES = {"other": "another offence", "weapons": "a weapons offence", "sanctions_violation": "a sanctions violation"}
_AFTER = re.compile(r",| (?:of|in|for|from|at|with|on|to|who|that|familiar) ")
# Who pleads says so himself; of the others of these a report ought to name the speaker.
_ASSERTED = ("alleged", "charged")
_BASIS = {
    "imposed": "was given",
    "maximum": "faces at most",
    "minimum": "faces at least",
    "sought": "prosecutors ask for",
}
_PENALTIES = {"fine": "a fine", "ban": "a ban", "other": "another penalty"}
_PAID = ("restitution", "forfeiture")
_QUALIFIER = {"at_least": "at least ", "at_most": "at most ", "approximately": "about ", "exact": ""}


def offence(row: Row) -> str:
    """The offence in the middle of a sentence, as "conspiracy to commit bribery"."""
    name = codes("offences")[row["offence"]].label
    name = _ARTICLES.get(row["offence"], name[0].lower() + name[1:])
    return f"conspiracy to commit {name}" if row["conspiracy"] and row["offence"] != "conspiracy" else name


def charge(row: Row) -> str:
    """A charge and how far it went, with the name of the accused in front."""
    return f"{row['party']} {_STATUS[row['status']].format(offence=offence(row))}"


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(yaml.safe_load(WORDS.read_text(encoding="utf-8"))[which].split())


def spoken(row: Row) -> str | None:
    """Who says so, as it stands in the middle of a sentence: a pronoun gives way to the name that it stands for."""
    printed: str | None = row.get("asserted_by")
    if not printed:
        return None
    first, *rest = printed.split(" ")
    if not rest and first.lower() in _words("pronouns"):
        named: str | None = row.get("speaker")
        return named
    return " ".join([first.lower(), *rest]) if first.lower() in _words("small") else printed


def _say(speaker: str) -> str:
    """The verb for one speaker or several: several are a plural that is no name, as in "officials of the party"."""
    noun = _AFTER.split(speaker, maxsplit=1)[0].split(" ")[-1]
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "’s"))
    return "say" if plural and noun.islower() else "says"


def step(row: Row) -> str:
    """One step of a charge, with who says so and when."""
    speaker = spoken(row)
    said = f"{_say(speaker)} {speaker}" if speaker else (SILENT if row["status"] in _ASSERTED else "")
    return ", ".join(part for part in (charge(row), said, period(row.get("date") or "")) if part)


def money(row: Row) -> str:
    """A sum in figures with its currency; the printed words where no figure is known."""
    currency = f" {row['currency']}" if row["currency"] else ""
    if row["value"] is not None:
        return f"{_QUALIFIER.get(row.get('qualifier') or 'exact', '')}{row['value']:,.15g}{currency}"
    lowest, highest = row.get("value_min"), row.get("value_max")
    if lowest is not None:
        return f"{lowest:,.15g}{currency} or more"
    if highest is not None:
        return f"up to {highest:,.15g}{currency}"
    return ""


def amount(row: Row) -> str:
    """A sum, what it is, and whose; one without a figure in the printed words first."""
    kind = label(row["kind"], "amount_kinds")
    owner = f", {row['party']}" if row["party"] else ""
    said = figure = money(row)
    if row["value"] is None:
        said = f"“{row['text']}” ({figure})" if figure else row["text"]
    return f"{kind}: {said}{owner}"


def duration(months: float) -> str:
    """A length of time in years and months."""
    years, rest = divmod(months, 12)
    parts = [(years, "year"), (round(rest, 1), "month")]
    said = [f"{number:g} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    return " and ".join(said) or "0 months"


def penalty(row: Row) -> str:
    """A penalty and whether it was imposed or only possible."""
    what = _sized(row)
    if row["basis"] == "sought":
        return f"For {row['party']} {_BASIS['sought']} {what}"
    ordered = row["basis"] == "imposed" and row["kind"] in _PAID
    return f"{row['party']} {'was ordered to pay' if ordered else _BASIS[row['basis']]} {what}"


def _sized(row: Row) -> str:
    """The penalty with its size: "3 years of imprisonment", "a fine of 500 EUR"."""
    kind = _PENALTIES.get(row["kind"]) or label(row["kind"], "penalty_kinds").lower()
    length = duration(row["months"]) if row["months"] is not None else ""
    if row["life"]:
        kind = f"{kind} for life"
    elif length:
        kind = f"{kind} of {length}" if row["kind"] in _PENALTIES else f"{length} of {kind}"
    if row["value"] is None:
        return kind
    return f"{kind} {'and' if row['life'] or length else 'of'} {money(row)}"


def _verb(title: str) -> str:
    """A title that is a verb, as it follows the name of who does it; nothing for any other."""
    first = title.split(" ", maxsplit=1)[0]
    return "ran" if title == "run" else title if first in _words("verbs") else ""


def role(row: Row) -> str:
    """A position, where, and when."""
    place = ", ".join(part for part in (row["organization"], country(row["country"])) if part)
    verb = _verb(row["title"])
    if verb:
        return f"{row['person']} {verb}" + (f" {place}" if place else "") + years(row)
    former = "former " if row["is_former"] and not row["title"].lower().startswith("former") else ""
    return f"{row['person']}: {former}{row['title']}" + (f", {place}" if place else "") + years(row)


def years(row: Row) -> str:
    """The years of a tenure, with a comma in front; nothing where none is known."""
    if not row["start"] and not row["end"]:
        return ""
    return ", " + period(f"{row['start'] or OPEN}/{row['end'] or OPEN}")


def event(row: Row) -> str:
    """A dated event."""
    owner = f", {row['party']}" if row["party"] else ""
    what = "another event" if row["event"] == "other" else label(row["event"], "events").lower()
    return f"{period(row['edtf'])}: {what}{owner}"


SENTENCES: Mapping[str, Callable[[Row], str]] = {
    "charges": charge,
    "charge_history": step,
    "penalties": penalty,
    "amounts": amount,
    "dates": event,
    "roles": role,
    "people": lambda row: str(row["name"]),
    "organizations": lambda row: str(row["name"]),
}
