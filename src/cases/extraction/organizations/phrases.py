"""Capitalised phrases with a head word or a legal form, cut down to the name of one body."""

from collections.abc import Iterator

import msgspec

from cases.extraction.organizations.cuts import LONGEST, POSSESSIVES, WHOLES, Cuts, is_dateline, is_leading, is_officers
from cases.extraction.organizations.words import INNER, heads, is_head, is_sort, is_suffix, kind_of, unpossessed
from cases.language.countries import country_of

ENDS = INNER | {"-"}
WHOLE = {"of", "for", "de", "del"}


class Found(msgspec.Struct, frozen=True):
    """Tokens ``[start, end)`` that name an organisation; ``cut`` characters at the end are a lost possessive "s"."""

    start: int
    end: int
    kind: str | None
    method: str
    country: str | None = None
    cut: int = 0
    possessor: bool = False


class Phrases:
    """The bodies that the capitalised phrases of one text name."""

    def __init__(self, cuts: Cuts):
        self.cuts = cuts
        self.words = cuts.words
        self.people = cuts.people
        self.surnames = {cuts.words[i] for i in cuts.people}

    def find(self) -> Iterator[Found]:
        """Capitalised phrases with a head word or a legal form, one for each part that names a body."""
        for first, last, end in self.cuts.parts():
            if body := self.body(first, last, last != end):
                yield body

    def body(self, start: int, end: int, possessor: bool) -> Found | None:
        """The body in one part of a phrase, cut down to its head and what belongs to it."""
        while start < end and is_leading(self.words[start]):
            start += 1
        while end > start and (self.words[end - 1].lower() in ENDS or self.words[end - 1].isspace()):
            end -= 1
        start += end - start > 2 and is_dateline(self.words, start)
        head = next((i for i in reversed(range(start, end)) if self.is_telling(i, possessor)), None)
        if head is None:
            return None
        opening = next(
            (
                i
                for i in range(start, end - 1)
                if self.words[i].lower() in heads("opening") and self.words[i + 1].lower() in WHOLE
            ),
            None,
        )
        if self.is_barred(start, end, opening, head) and not is_suffix(self.words[head]):
            return None
        last = end if opening is not None and opening + 2 < end else self.tail(head, end)
        first = self.left(start, opening if opening is not None and opening < head else head)
        if not (opening is not None and self.words[opening].lower() == "office" and self.is_officer(last)):
            last = self.before_title(head + 1 if opening is None or opening >= head else opening + 2, last)
        while last > first and (
            self.words[last - 1].lower() in INNER
            or self.words[last - 1] in POSSESSIVES
            or self.words[last - 1].isspace()
        ):
            last -= 1
        cut = int(
            last > first
            and bool(unpossessed(self.words[last - 1]))
            and (possessor or not is_head(self.words[last - 1]))
        ) or int(last - first > 1 and is_officers(self.words[last - 2], self.words[last - 1]))
        first += self.words[first] in {"A", "An"} and last - first > 2 and self.is_staffed(last)
        if self.is_none(first, last, end):
            return None
        if last - first < 2 or not self.is_name(first, last):
            paper = last < len(self.words) and self.words[last] in heads("papers")
            if last - first == 1 and self.words[first].lower() in heads("alone") and not paper:
                return Found(first, last, "government", "organizations:head-word")
            return None
        name = " ".join(self.words[first:last])
        kind = "prosecution" if self.is_prosecutors(first) else kind_of(name[:-1] if cut else name)
        return Found(first, last, kind, "organizations:head-word", None, cut, possessor)

    def is_telling(self, i: int, possessor: bool) -> bool:
        """A head, a legal form, or in a possessor a head whose apostrophe is lost."""
        word = self.words[i]
        return is_head(word) or is_suffix(word) or (possessor and unpossessed(word) is not None)

    def is_officer(self, last: int) -> bool:
        """Whose office it is ends the name, no person's name follows: "Office of the Velmar Public Administrator"."""
        title = self.words[last - 1].lower() in heads("titles") and self.words[last - 1].lower() not in heads("days")
        charged = self.words[last : last + 2] == ["in", "Charge"]
        return title and not charged and last not in self.people and self.words[last : last + 1] != [","]

    def is_staffed(self, last: int) -> bool:
        """Somebody's title follows, whose body the name is: "A Velmar City Court Judge"."""
        return last < len(self.words) and self.words[last].lower() in heads("titles", "after_letters")

    def is_barred(self, start: int, end: int, opening: int | None, head: int) -> bool:
        """A word of laws, programmes or buildings in it, unless the body is of that: "Law School", "Plea Unit".

        "Department of Building and Safety" may have one inside, and a strong head may have one right before it.
        """
        task = range(opening + 2, end - 1) if opening is not None else range(0)
        last = head == end - 1 or self.words[head + 1].lower() in WHOLE  # "Law School", "Law Society of Velmar"
        strong = last and self.words[head].lower() not in heads("weak")
        past = end if opening is not None else self.before_title(head + 1, end)  # "Fraud Section Senior Trial Attorney"
        for i in range(start, past):
            word = self.words[i].lower()
            if word not in heads("barred") or (i in task and word in heads("tasks")):
                continue
            if not (strong and word in heads("attributes") and (i + 1 == head or not word.startswith("operation"))):
                return True
        return False

    def before_title(self, start: int, last: int) -> int:
        """Where a title or a day that follows the name cuts it off: "Department of Investigation Commissioner"."""
        for i in range(start, last):
            rest = [w.lower() for w in self.words[i + 1 : last]]
            if self.words[i] == "and" and rest and all(w in heads("titles") for w in rest):
                return i  # "... and Trial Attorney Abla Sorin"
            word, before = self.words[i].lower(), self.words[i - 1].lower()
            title = word in heads("titles") and word not in heads("titles_after") and before not in INNER
            office = word in {"prosecutor", "counsel"} and rest[:1] in (
                ["for"],
                ["of"],
            )  # "Office of Special Narcotics Prosecutor for Velmar"
            if (title and not office) or (word in heads("days") and before == "on"):
                return i - (before == "special" and i - 1 > start)  # "Office of Inspector General Special Agent"
        return last

    def is_none(self, first: int, last: int, end: int) -> bool:
        """Only a legal form, a piece of a title, a street or a kind of crime."""
        words = self.words[first:last]
        if not words:
            return True
        lower = [w.lower() for w in words]
        titles = heads("titles")
        if words[-1] == "Administration" and self.surnames.issuperset(words[:-1]):
            return True  # "the Sorin Administration"
        if last in self.people and lower[-1] == "investigators":
            return True
        if words[-1] == "U.S." and self.words[last : last + 1] and self.words[last][:1].isupper():
            return True  # "the Offices of the U.S. Attorneys"
        if all(
            w in titles or w == "investigators" or (country_of(w) and lower[-1] == "investigators") for w in lower
        ) or " ".join(lower) in heads("no_bodies"):
            return True
        article = first > 0 and self.words[first - 1].lower() in {"a", "an"}
        return (
            all(is_suffix(w) or w.lower() in INNER for w in words)
            or (last - first < 3 and self.is_part_of_title(last, end))
            or (lower[0] in heads("degrees") and lower[1:2] == ["of"])
            or is_sort(words, article=article)
            or self.is_field(first, last)
            or self.is_address(first, last)
            or self.is_topic(first, last)
        )

    def is_field(self, first: int, last: int) -> bool:
        """What a title is for: "Under Secretary for Terrorism and Financial Intelligence"."""
        weak = any(w.lower() in heads("open") for w in self.words[first:last])
        titled = first > 1 and self.words[first - 1] == "for" and self.words[first - 2].lower() in heads("titles")
        return (
            titled and weak and not any(is_head(w) and w.lower() not in heads("weak") for w in self.words[first:last])
        )

    def is_part_of_title(self, last: int, end: int) -> bool:
        """A weak head that only begins somebody's title: "Supervising Financial Investigator"."""
        weak = last < end and self.words[last - 1].lower() in heads("weak", "open")
        return weak and self.words[last].lower() in heads("titles")

    def is_topic(self, first: int, last: int) -> bool:
        """What an open head only describes: "Insurance Fraud", "Financial Crime"."""
        name = [w.lower() for w in self.words[first:last]]
        opened = name[0] in heads("opening") and name[1:2] in (["of"], ["for"])  # "Office for Victims of Crime"
        return len(name) > 1 and name[-1] in heads("topics") and not opened and not WHOLES & set(name)

    def is_address(self, first: int, last: int) -> bool:
        """A street with its number: "4339 Sorin Court"."""
        return first > 0 and self.words[first - 1].isdigit() and self.words[last - 1].lower() in {"court", "center"}

    def is_prosecutors(self, first: int) -> bool:
        """A part of a prosecutor's office by the possessive before it: "District Attorney's Frauds Bureau"."""
        owner = [w.lower() for w in self.words[max(0, first - 2) : first]]
        return len(owner) == 2 and owner[1] in POSSESSIVES and owner[0].startswith("attorney")

    def tail(self, head: int, end: int) -> int:
        """One past the head, or past the complement after it: "Office of Inspector General", "Court for Utah"."""
        if self.words[head].lower() in heads("companies_first"):
            return end
        if self.words[head].lower() in heads("open"):
            while head + 1 < end and self.is_more(head + 1):
                head += 1
        if self.words[head].lower() in heads("parts") and self.is_district(head + 1, end):
            return head + 1  # "Public Corruption Unit for the Southern District of Velmar"
        follows = {"of", "for", "on", "against"} if self.words[head].lower() in heads("takes_on") else {"of", "for"}
        if head + 2 < end and self.words[head + 1].lower() in follows:
            return end
        numbered = self.words[head].lower() in {"school", "district", "local", "precinct", "ward"}
        number = head + 1 + (numbered and any(w[:1].isdigit() for w in self.words[head + 1 : head + 2]))
        letter = number > head + 1 and len(self.words[number : number + 1]) == 1 and self.words[number] in "ABCDEKMQRX"
        return number + letter  # "Public School 138K"

    def is_district(self, i: int, end: int) -> bool:
        """For which district prosecutors are: "for the Southern District of Velmar"."""
        return self.words[i : i + 2] == ["for", "the"] and "District" in self.words[i + 2 : min(i + 4, end)]

    def is_more(self, i: int) -> bool:
        """A capitalised word that goes on after a weak head: "Sorin Financial Resources", "Sorin School District"."""
        word = self.words[i]
        return (
            word[:1].isupper()
            and word.isalpha()
            and word.lower() not in heads("titles", "days")
            and word.lower() != "no"
        )

    def left(self, start: int, head: int) -> int:
        """Where the name begins: after titles of people that stand before it, unless they belong to the name."""
        start = self.past_officer(start, head)
        start += self.words[start].endswith("s") and self.words[start][:-1] in self.surnames and start + 1 < head
        for i in range(head - 1, start - 1, -1):
            word = self.words[i].lower()
            if word in heads("titles") and not (self.words[i + 1] in POSSESSIVES and word in heads("kept")):
                joined = word in heads("titles_inside")
                if not joined or (i + 1 < head and self.words[i + 1].lower() in {"of", "for"}):
                    return self.skip(i + 1, head)
        return start

    def past_officer(self, start: int, head: int) -> int:
        """Past somebody's title and name and the "of" behind them: "Detective Mark Sorin of the Velmar Police"."""
        of = next((i for i in range(start + 2, head) if self.words[i] in {"of", "for"}), None)
        if of is None or self.words[start].lower() not in heads("titles"):
            return start
        between = [w.lower() for w in self.words[start + 1 : of]]
        named = any(w not in heads("titles") for w in between) and not any(is_head(w) for w in self.words[start:of])
        return self.skip(of, head) if named else start

    def skip(self, i: int, head: int) -> int:
        """Past connecting words."""
        while i < head and (self.words[i].lower() in INNER or self.words[i] in POSSESSIVES):
            i += 1
        return i

    def is_name(self, start: int, end: int) -> bool:
        """A phrase that names one body: not a heading, not a bare head with an article."""
        words = self.words[start:end]
        inserted = [i for i in range(start, end) if self.words[i] == "(" and self.cuts.is_inserted(i)]
        if words.count(")") > len(inserted) or any(w.count("\n") > 1 for w in words) or len(words) > LONGEST + 4:
            return False
        counted = words[0].lower() in heads("counted") and start > 0 and self.words[start - 1].lower() == "the"
        if (words[0].lower() in heads("openers") and not counted) or all(w.lower() in heads("plain") for w in words):
            return False
        if (
            all(country_of(w) for w in words[:-1])
            and is_head(words[-1])
            and words[-1].lower() in {"house", "interior", "unit", "team", "group", "fund", "branch"}
        ):
            return False
        return not (
            len(words) == 2
            and words[0].lower() in {"the", "company", "individual", "state", "trial", "special"}
            and words[1].lower() not in {"department"}
        )
