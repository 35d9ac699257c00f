"""Capitalised phrases with a head word or a legal form, cut where one body's name ends and another's begins."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from cases.extraction.organizations.words import INNER, heads, is_head, is_suffix, kind_of, leading, unpossessed
from cases.language.countries import country_of

POSSESSIVES = {"'s", "'"}
WHOLE = {"of", "for", "de", "del"}
WHOLES = {"department", "departments", "ministry"}
LONGEST = 14


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``[start, end)`` that name an organisation; ``cut`` characters at the end are a lost possessive "s"."""

    start: int
    end: int
    kind: str | None
    method: str
    country: str | None = None
    cut: int = 0
    possessor: bool = False


class Phrases:
    """The capitalised phrases of one text.

    Args:
        words: The tokens.
        people: Places of tokens that name people.
        titled: Whether each token stands in a line in title case.
    """

    def __init__(self, words: Sequence[str], people: set[int], titled: Sequence[bool]):
        self.words = words
        self.people = people
        self.lines = titled
        self.opening = [i not in people and is_opening(word) for i, word in enumerate(words)]

    def find(self) -> Iterator[Found]:
        """Capitalised phrases with a head word or a legal form, cut where one body's name ends and another's begins."""
        i = 0
        while i < len(self.words):
            if self.opening[i]:
                end = self.run(i)
                yield from self.parts(i, end)
                i = end
            else:
                i += 1

    def run(self, start: int) -> int:
        """One past the capitalised phrase that begins at a token."""
        i = start + 1
        while i < len(self.words) and i - start < 3 * LONGEST:
            if self.opening[i] or (self.words[i] == "-" and i + 1 < len(self.words) and self.opening[i + 1]):
                i += 1
                continue
            past = i
            while (
                past < len(self.words)
                and past - i < 3
                and (
                    self.words[past].lower() in INNER
                    or self.is_aim(past)
                    or self.words[past] in POSSESSIVES
                    or (self.words[past].isspace() and self.words[past - 1].lower() in INNER)
                )
            ):
                past += 1
            if self.words[i] == "," and i + 1 < len(self.words) and is_suffix(self.words[i + 1]):
                past = i + 1
            if self.words[i - 1 : i + 2] == ["Washington", ",", "D.C."] and any(self.opening[i + 2 : i + 3]):
                past = i + 1
            if self.words[i].isspace() and self.words[i].count("\n") == 1 and not self.lines[i]:
                past = i + 1
            if past == i or past >= len(self.words) or not self.opening[past]:
                break
            i = past + 1
        return i

    def is_aim(self, i: int) -> bool:
        """The "against" of a body's task: "Commission against Graft"."""
        after = self.words[i + 1].lower() if i + 1 < len(self.words) else ""
        return (self.words[i].lower(), after in heads("evils")) == ("against", True) and is_head(self.words[i - 1])

    def parts(self, start: int, end: int) -> Iterator[Found]:
        """The bodies in a capitalised phrase."""
        cuts = [start]
        cuts += [i + 1 for i in range(start, end - 1) if self.is_cut(start, i, end)]
        for first, last in zip(cuts, [*cuts[1:], end], strict=True):
            if body := self.body(first, last, last != end):
                yield body

    def is_cut(self, start: int, i: int, end: int) -> bool:
        """Whether one body's name ends at a token and another's begins after it."""
        word, before, after = self.words[i], self.words[i - 1] if i > start else "", self.words[i + 1]
        if word in POSSESSIVES:
            return self.parts_possessor(before.lower(), after.lower())
        if word.lower() == "and":
            return self.parts_and(start, i, end)
        if word.lower() in {"of", "for"}:
            return self.parts_of(start, i, end)
        if word == "-":
            dateline = after == "The" or (len(before) > 5 and before.isupper() and not after.isupper())
            return (before == "FBI" and after.istitle()) or dateline
        dateline = after == "The" and word.lower() not in INNER  # "WASHINGTON The Department of Justice"
        if dateline or (after[:1].isupper() and self.parts_whole(start, i, end)):
            return True
        lost = unpossessed(word) is not None and after[:1].isupper() and not is_suffix(after)
        task = any(map(self.is_aim, range(start + 1, i))) and self.words[end : end + 1] == ["("]
        return lost or (word.lower() in {"in", "to"} and not task)  # "Commission against Graft in Velmar (CGV)"

    def parts_whole(self, start: int, i: int, end: int) -> bool:
        """Whether a whole body's name ends and one of its parts' begins: "Secret Service Velmar Field Office"."""
        rest = [w.lower() for w in self.words[i + 1 : end]]
        whole = i > start and self.words[i].lower() in heads("wholes") and is_head(self.words[i])
        named = self.words[i].rstrip("s") in heads("departments") and "of" in self.words[start:i]
        part = next((k for k, w in enumerate(rest) if w in heads("parts") or (named and w == "division")), 0)
        plain = not set(rest[:part]) & (INNER | heads("wholes") | {"-", "criminal"})
        return (whole or named) and part > 0 and plain and not any("\n" in w for w in rest[:part])

    def parts_possessor(self, before: str, after: str) -> bool:
        """Whether a possessive parts two bodies; "People's Bank" and "District Attorney's Office" are one."""
        if before.startswith("attorney"):
            return not after.startswith("office")
        return before not in heads("kept") and before.removesuffix("s") not in heads("kept")

    def parts_and(self, start: int, i: int, end: int) -> bool:
        """Whether "and" joins two bodies: both sides end with a head, or the right side begins with "the"."""
        if self.words[start].lower() == "departments":
            return "and" not in self.words[start:i]  # "Departments of Justice and Health and Human Services"
        article = self.words[i + 1].lower() == "the"
        right = self.words[i + 2 : end] if article else self.words[i + 1 : end]
        if len(right) > 1 and any(map(is_head, self.words[start:i])) and self.stands_alone(right):
            return True
        heads_right = any(is_head(w) or is_suffix(w) or is_letters(w) for w in right)
        if not right or not heads_right:
            return False
        left = self.words[i - 1]
        if len(right) > 2 and right[0].lower() in heads("opening") and right[1] == "of" and is_head(left):
            return True
        strong = is_head(left) and (left.lower() not in heads("weak") or (left == right[-1] and len(right) > 1))
        strong = strong or left.lower() in heads("titles") - heads("titles_inside") | {"attorney"}
        short = is_letters(right[0]) and all(w.isupper() or w == "-" for w in right)  # "and IRS-CI"
        return article or short or strong or is_suffix(left) or is_letters(left)

    def stands_alone(self, name: Sequence[str]) -> bool:
        """The text has the words twice more as a name of their own."""
        places = [i for i in self.places[name[0]] if list(self.words[i : i + len(name)]) == list(name)]
        return sum(self.is_bounded(i, i + len(name)) for i in places) > 1

    def is_bounded(self, start: int, end: int) -> bool:
        """No longer name holds the words."""
        before, after = self.words[start - 1] if start else "", self.words[end] if end < len(self.words) else ""
        return not before[:1].isupper() and before.lower() not in {"and", "of", "for", "&"} and not after[:1].isupper()

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Word → where the text has it."""
        found: dict[str, list[int]] = defaultdict(list)
        for i, word in enumerate(self.words):
            found[word].append(i)
        return found

    def parts_of(self, start: int, i: int, end: int) -> bool:
        """Whether "of" or "for" joins a part and its whole: "Criminal Division of the Department of Justice"."""
        article = self.words[i + 1].lower() == "the"
        right = self.words[i + 2 : end] if article else self.words[i + 1 : end]
        left = self.words[i - 1]
        if not right or is_suffix(left):
            national = left in {"Corporation", "Company"} and right and country_of(right[0])
            return bool(right) and not national  # "Velmar Corporation of Kenya"
        body = any(map(is_head, right))
        if left.lower() in WHOLES and right[0].lower() in heads("tasked"):
            return False  # "U.S. Department of the Treasury"
        if not any(is_head(w) for w in self.words[start:i]):
            return body and left[:1].isupper() and self.words[i].lower() == "for"
        if not is_head(left) or i - start < 2:
            return False
        if self.words[i].lower() == "for" and not article and right[0].lower() not in heads("opening"):
            return is_letters(right[0])  # "Administration for Children's Services"
        opening = len(right) > 1 and right[0].lower() in heads("opening") and right[1].lower() == "of"
        plain = left.lower() not in heads("opening") | {"office"} or article
        return is_letters(right[0]) or opening or (plain and body)

    def body(self, start: int, end: int, possessor: bool) -> Found | None:
        """The body in one part of a phrase, cut down to its head and what belongs to it."""
        while start < end and self.is_leading(self.words[start]):
            start += 1
        while end > start and (self.words[end - 1].lower() in INNER or self.words[end - 1].isspace()):
            end -= 1
        start += self.is_dateline(start, end)
        places = [
            i
            for i in range(start, end)
            if is_head(self.words[i]) or is_suffix(self.words[i]) or (unpossessed(self.words[i]) and possessor)
        ]
        if not places:
            return None
        head = places[-1]
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
        )
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

    @staticmethod
    def is_leading(word: str) -> bool:
        """A word before the name that is no part of it; "DA" is a district attorney."""
        return (word.lower() in leading() and word != "DA") or word in POSSESSIVES or word.isspace()

    def is_dateline(self, start: int, end: int) -> bool:
        """A town in capitals that opens a line, its dash lost: "TOLEDO Velmar Inc. of Utah"."""
        line = start == 0 or "\n" in self.words[start - 1]
        town = line and end - start > 2 and self.words[start].isupper() and len(self.words[start]) > 5
        return town and self.words[start].isalpha() and self.words[start + 1].istitle()

    def is_staffed(self, last: int) -> bool:
        """Somebody's title follows, whose body the name is: "A Velmar City Court Judge"."""
        return last < len(self.words) and self.words[last].lower() in heads("titles") | heads("after_letters")

    def is_barred(self, start: int, end: int, opening: int | None, head: int) -> bool:
        """A word of laws, programmes or buildings in it, unless the body is of that: "Law School", "Plea Unit".

        "Department of Building and Safety" may have one inside, and a strong head may have one right before it.
        """
        task = range(opening + 2, end - 1) if opening is not None else range(0)
        strong = self.words[head].lower() not in heads("weak") and head == end - 1
        for i in range(start, end):
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
            if title or (word in heads("days") and before == "on"):
                return i
        return last

    def is_none(self, first: int, last: int, end: int) -> bool:
        """Only a legal form, a piece of a title, a street or a kind of crime."""
        form = all(is_suffix(w) or w.lower() in INNER for w in self.words[first:last])
        title = last - first < 3 and self.is_part_of_title(last, end)
        staff = last < len(self.words) and last in self.people and self.words[last - 1].lower() == "investigators"
        staff = staff or all(w.lower() in heads("titles") | {"investigators"} for w in self.words[first:last])
        degree = self.words[first].lower() in heads("degrees") and self.words[first + 1 : first + 2] == ["of"]
        return form or title or staff or degree or self.is_address(first, last) or self.is_topic(first, last)

    def is_part_of_title(self, last: int, end: int) -> bool:
        """A weak head that only begins somebody's title: "Supervising Financial Investigator"."""
        weak = last < end and self.words[last - 1].lower() in heads("weak", "open")
        return weak and self.words[last].lower() in heads("titles")

    def is_topic(self, first: int, last: int) -> bool:
        """What an open head only describes: "Insurance Fraud", "Financial Crime"."""
        name = [w.lower() for w in self.words[first:last]]
        return len(name) > 1 and name[-1] in heads("topics") and not WHOLES & set(name)

    def is_address(self, first: int, last: int) -> bool:
        """A street with its number: "4339 Sorin Court"."""
        return first > 0 and self.words[first - 1].isdigit() and self.words[last - 1].lower() in {"court", "center"}

    def is_prosecutors(self, first: int) -> bool:
        """A part of a prosecutor's office by the possessive before it: "District Attorney's Frauds Bureau"."""
        owner = [w.lower() for w in self.words[max(0, first - 2) : first]]
        return len(owner) == 2 and owner[1] in POSSESSIVES and owner[0].startswith("attorney")

    def tail(self, head: int, end: int) -> int:
        """One past the head, or past the complement after it: "Office of Inspector General", "Court for Utah"."""
        if self.words[head].lower() in heads("open"):
            while head + 1 < end and self.is_more(head + 1):
                head += 1
        follows = {"of", "for", "on", "against"} if self.words[head].lower() in heads("takes_on") else {"of", "for"}
        if head + 2 < end and self.words[head + 1].lower() in follows:
            return end
        return head + 1

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
        if any(w == ")" or w.count("\n") > 1 for w in words) or len(words) > LONGEST + 4:
            return False
        if words[0].lower() in heads("openers") or all(w.lower() in heads("plain") for w in words):
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


@cache
def is_opening(word: str) -> bool:
    """A capitalised word, or an ordinal: "14th", "2ND"."""
    first = word[:1]
    return first.isupper() or (first.isdigit() and (word[-2:] in {"th", "st", "nd", "rd"} or word[1:2].isupper()))


def is_letters(word: str) -> bool:
    """A name in capital letters: "FBI"."""
    return len(word) > 2 and word.isupper() and word.isalpha()
