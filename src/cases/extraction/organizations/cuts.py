"""Where a capitalised phrase ends, and where in it one body's name ends and another's begins."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from cases.extraction.organizations.words import (
    INNER,
    bodies,
    heads,
    is_head,
    is_suffix,
    is_vocabulary,
    leading,
    unpossessed,
)
from cases.language.countries import country_of
from cases.language.kept import Kept
from cases.language.lexicon import load_words

POSSESSIVES = {"'s", "'"}
WHOLES = {"department", "departments", "ministry"}
LONGEST = 14
BOARDS = (["board", "of", "directors"], ["board", "of", "trustees"])
LINKS = INNER | {"against"}
MARKS = POSSESSIVES | {",", "(", "-", "/"}


class Cuts:
    """The capitalised phrases of one text and their parts.

    Args:
        words: The tokens.
        places: Word → where it stands.
        people: Places of tokens that name people.
        titled: Whether each token stands in a line in title case.
    """

    def __init__(self, words: list[str], places: Mapping[str, Sequence[int]], people: set[int], titled: Sequence[bool]):
        self.words = words
        self.places = places
        self.people = people
        self.lines = titled
        opening = OPENING.among(places)
        self.begins = sorted(i for word in opening for i in places[word] if i not in people)
        self.telling = {i for word in TELLING.among(places) for i in places[word]}
        self.opening = [False] * len(words)
        for i in self.begins:
            self.opening[i] = True

    def parts(self) -> Iterator[tuple[int, int, int]]:
        """Where each part of a phrase begins and ends, and where the whole phrase ends, if a word tells a body."""
        past = 0
        for i in self.begins:
            if i < past:
                continue
            past = self.run(i)
            if not self.telling.isdisjoint(range(i, past)):
                wholes = [i, *(j + 1 for j in range(i, past - 1) if self.parts_office(i, j, past)), past]
                for start, end in pairwise(wholes):
                    cuts = [start, *(j + 1 for j in range(start, end - 1) if self.is_cut(start, j, end)), end]
                    yield from ((first, last, past) for first, last in pairwise(cuts))

    def run(self, start: int) -> int:
        """One past the capitalised phrase that begins at a token."""
        i = start + 1
        while i < len(self.words) and i - start < 3 * LONGEST:
            if self.opening[i] or (self.words[i] == "-" and i + 1 < len(self.words) and self.opening[i + 1]):
                i += 1
                continue
            past = self.past_link(i)
            if past == i or past >= len(self.words) or not self.opening[past]:
                break
            i = past + 1
        return i

    def past_link(self, i: int) -> int:
        """One past what joins two parts of a phrase, such as "of the" and a comma before "Inc."; else the place."""
        word = self.words[i]
        if word not in MARKS and word.lower() not in LINKS and not word.isspace():
            return i
        past = i
        while past < len(self.words) and past - i < 3 and self.is_link(past):
            past += 1
        if word == "," and (any(map(is_suffix, self.words[i + 1 : i + 2])) or self.is_partners(i)):
            past = i + 1 + (self.words[i + 1] == "&")
        if self.is_inserted(past):
            past += 3
        if word == "-" and self.words[i - 1] in {"Anti", "Counter", "Non"}:
            past = i + 2  # "Anti-corruption Agency"
        if word == "/" and any(map(is_suffix, self.words[i + 2 : i + 4])):
            past = i + 1  # "Velmar Construction/NY, Inc."
        if word.isspace() and (word.count("\n") == 0 or (word.count("\n") == 1 and not self.lines[i])):
            past = i + 1  # two spaces between two words of a name, or the end of a line of prose
        if self.words[i - 1 : i + 2] == ["Washington", ",", "D.C."] and any(self.opening[i + 2 : i + 3]):
            past = i + 1
        return past

    def is_partners(self, i: int) -> bool:
        """A comma between the names of partners: "Velmar, Sorin, & Wale LLP"."""
        after = self.words[i + 1 : i + 10]
        last = after.index("&") if "&" in after else None
        if last is None or not all(w == "," or w.istitle() for w in after[:last]):
            return False
        return any(map(is_suffix, after[last + 2 : last + 4])) and "," not in after[last + 1 : last + 3]

    def is_link(self, i: int) -> bool:
        """A small word, a possessive, or the end of a line after a small word."""
        word = self.words[i]
        if word.lower() in INNER or word in POSSESSIVES or self.is_aim(i):
            return True
        return word.isspace() and self.words[i - 1].lower() in INNER

    def is_inserted(self, i: int) -> bool:
        """Brackets inside a name: "Velmar (Pvt) Ltd", "Sorin Gas (Kenya) Limited", "Attorney's (VCDA) Office"."""
        if self.words[i : i + 1] != ["("] or self.words[i + 2 : i + 3] != [")"] or i + 3 >= len(self.words):
            return False
        after = self.words[i + 3]
        return is_suffix(after) or (is_letters(self.words[i + 1]) and is_head(after) and not self.is_whole(i))

    def is_whole(self, i: int) -> bool:
        """A whole body's name ends before a place: a head in the capitalised words up to it."""
        first = i
        while first > 0 and (self.opening[first - 1] or self.words[first - 1].lower() in INNER - {"the"}):
            first -= 1
        return any(map(is_head, self.words[first:i])) and self.words[i - 1] not in POSSESSIVES

    def is_aim(self, i: int) -> bool:
        """The "against" of a body's task: "Commission against Graft"."""
        if self.words[i].lower() != "against" or not is_head(self.words[i - 1]):
            return False
        return i + 1 < len(self.words) and self.words[i + 1].lower() in heads("evils")

    def is_cut(self, start: int, i: int, end: int) -> bool:
        """Whether one body's name ends at a token and another's begins after it."""
        word, before, after = self.words[i], self.words[i - 1] if i > start else "", self.words[i + 1]
        if word in POSSESSIVES:
            return not self.is_inserted(i + 1) and self.parts_possessor(before.lower(), after.lower())
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
        lost = lost or (is_officers(before, word) and after[:1].isupper() and after not in {"Office", "Offices"})
        lost = lost or (after[:1].isupper() and self.is_lost_district(start, i))
        titled = word == "on" and after.lower() in heads("titles")  # "Fraud Group on President Sorin's Task Force"
        return lost or titled or (word.lower() in {"in", "to"} and not self.is_task(start, i, end))

    def is_lost_district(self, start: int, i: int) -> bool:
        """A district's lost possessive before its part: "the District of Columbias Fraud Section"."""
        word = self.words[i]
        lost = word.endswith("s") and word[:1].isupper() and word not in load_words("places")
        return lost and i - start > 1 and self.words[i - 2 : i] == ["District", "of"] and country_of(word) is None

    def is_task(self, start: int, i: int, end: int) -> bool:
        """Whether "in" or "to" stands in a body's task: "Commission against Graft in Velmar (CGV)"."""
        return self.words[end : end + 1] == ["("] and any(map(self.is_aim, range(start + 1, i)))

    def parts_whole(self, start: int, i: int, end: int) -> bool:
        """Whether a whole body's name ends and one of its parts' begins: "Secret Service Velmar Field Office"."""
        whole = i > start and self.words[i].lower() in heads("wholes") and is_head(self.words[i])
        named = self.words[i].rstrip("s") in heads("departments") and "of" in self.words[start:i]
        if not (whole or named):
            return False
        rest = [w.lower() for w in self.words[i + 1 : end]]
        last = heads("parts") | (heads("parts_of_departments") if named else frozenset())
        part = next((k for k, w in enumerate(rest) if w in last), 0)
        hyphen = set() if rest[:1] in (["mid"], ["tri"], ["inter"]) else {"-"}  # "Mid-Atlantic Field Office"
        plain = not set(rest[:part]) & (INNER | heads("wholes") | hyphen | {"criminal"})
        return part > 0 and plain and not any("\n" in w for w in rest[:part])

    def parts_office(self, start: int, i: int, end: int) -> bool:
        """Whether an office or a board follows its whole: "Velmar Labor Department-Office of Inspector General"."""
        if self.words[i + 1].lower() not in {"office", "board"}:
            return False
        before = self.words[start : i + 1]
        after = [w.lower() for w in self.words[i + 1 : min(i + 4, end)]]
        if after[:2] == ["office", "of"]:
            named = before[len(before) - before[::-1].index("and") :] if "and" in before else before
            whole = is_head(before[-1]) or "of" in named[:-1] or before[-1] == "-"
            return whole and before[-1].lower() not in heads("sorts") and any(map(is_head, before))
        return after[:3] in BOARDS and before[-1].lower() not in INNER

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
        left = self.words[i - 1]
        papers = i - start > 1 and len(right) > 1 and {left.lower(), right[-1].lower()} <= heads("press")
        trades = i - start > 2 and len(right) > 2 and left.lower() in heads("trades")  # "Velma DX Supply and …"
        if papers or (trades and is_head(right[-1])) or (right and right[0].lower() in heads("companies_first")):
            return True  # "the Velmar Post and Sorin Times"
        heads_right = any(is_head(w) or is_suffix(w) or is_letters(w) for w in right)
        if not right or not heads_right:
            return False
        national = country_of(" ".join(self.words[start:i]))  # "Kenya and International Crime Unit"
        if len(right) > 2 and right[0].lower() in heads("opening") and right[1] == "of" and is_head(left):
            return True
        strong = is_head(left) and (left.lower() not in heads("weak") or (left == right[-1] and len(right) > 1))
        strong = strong or left.lower() in outer_titles()
        short = is_letters(right[0]) and all(w.isupper() or w == "-" for w in right)  # "and IRS-CI"
        owned = (is_letters(right[0]) or right[0] == "U.S.") and any(map(is_head, self.words[start:i]))
        owned = (
            owned or tuple(self.words[start:i]) in bodies()
        )  # "Associated Press and Sorin News", "Velmar Investigation and USPS Office of Inspector General"
        return article or short or strong or owned or national is not None or is_suffix(left) or is_letters(left)

    def stands_alone(self, name: list[str]) -> bool:
        """The text has the words twice more as a name of their own."""
        places = [i for i in self.places.get(name[0], ()) if self.words[i : i + len(name)] == name]
        return sum(self.is_bounded(i, i + len(name)) for i in places) > 1

    def is_bounded(self, start: int, end: int) -> bool:
        """No longer name holds the words."""
        before, after = self.words[start - 1] if start else "", self.words[end] if end < len(self.words) else ""
        return not before[:1].isupper() and before.lower() not in {"and", "of", "for", "&"} and not after[:1].isupper()

    def parts_of(self, start: int, i: int, end: int) -> bool:
        """Whether "of" or "for" joins a part and its whole: "Criminal Division of the Department of Justice"."""
        article = self.words[i + 1].lower() == "the"
        right = self.words[i + 2 : end] if article else self.words[i + 1 : end]
        left = self.words[i - 1]
        act = left.lower().endswith(("tion", "sion", "ment", "ing")) and not is_head(left) and is_vocabulary(left)
        if right and (act or left.lower() in heads("prefaces")) and all(map(is_leading, self.words[start : i - 1])):
            return True  # "Members of the Velmar Senate"
        if not right or is_suffix(left):
            national = left in {"Corporation", "Company"} and right and country_of(right[0])
            return bool(right) and not national  # "Velmar Corporation of Kenya"
        body = any(map(is_head, right))
        if left.lower() in WHOLES and right[0].lower() in heads("tasked"):
            return False  # "U.S. Department of the Treasury"
        if not any(is_head(w) for w in self.words[start:i]):
            somebody = article and all(w == "-" or not is_vocabulary(w) for w in self.words[start:i])
            return body and left[:1].isupper() and (self.words[i].lower() == "for" or somebody)
        if not is_head(left) or i - start < 2:
            return False
        opening = len(right) > 1 and right[0].lower() in heads("opening") and right[1].lower() == "of"
        plain = left.lower() not in heads("opening") | {"office"} or article
        if self.words[i].lower() == "for" and not article and right[0].lower() not in heads("opening"):
            opening = plain = False  # "Administration for Children's Services"
        return is_letters(right[0]) or opening or (plain and body)


@cache
def outer_titles() -> frozenset[str]:
    """The titles of people that no body's name has inside, and an attorney's."""
    return heads("titles") - heads("titles_inside") | {"attorney"}


def is_opening(word: str) -> bool:
    """A capitalised word, or an ordinal: "14th", "2ND"."""
    first = word[:1]
    return first.isupper() or (first.isdigit() and (word[-2:] in {"th", "st", "nd", "rd"} or word[1:2].isupper()))


@cache
def is_telling(word: str) -> bool:
    """A head, a legal form, or a head that has lost the apostrophe of its possessive: what tells a body's name."""
    return is_head(word) or is_suffix(word) or unpossessed(word) is not None


OPENING = Kept(is_opening)
TELLING = Kept(lambda word: is_opening(word) and is_telling(word))


def is_officers(before: str, word: str) -> bool:
    """A lost possessive of whose office it is: "Inspector Generals"."""
    return word == "Generals" and before in {"Attorney", "Inspector", "Solicitor"}


def is_leading(word: str) -> bool:
    """A word before the name that is no part of it; "DA" is a district attorney."""
    return (word.lower() in leading() and word != "DA") or word in POSSESSIVES or word.isspace()


def is_letters(word: str) -> bool:
    """A name in capital letters: "FBI"."""
    return len(word) > 2 and word.isupper() and word.isalpha()


def is_dateline(words: Sequence[str], start: int) -> bool:
    """A town in capitals that opens a line, its dash lost, before a name: "WASHINGTON Velmar Works"."""
    line = start == 0 or "\n" in words[start - 1]
    return (
        line
        and words[start].isalpha()
        and words[start].isupper()
        and len(words[start]) > 5
        and words[start + 1].istitle()
    )
