"""What kind of body a name is, told by the words around it: "the newspaper Sorin", "Abla Sorin of the Fraud Team"."""

from collections.abc import Container, Sequence

from spacy.tokens import Doc, Token

from cases.extraction.organizations.words import kind_nouns, modified_kinds, staff
from cases.language.columns import root
from cases.language.grammar import children

FARTHEST = 24
OF_ANY = {"website", "site", "newspaper", "paper", "magazine"}  # a department's website makes it no newspaper
LINKS = {"of", "the", "and", "for", "with", "'s", "'", "(", ")", "-", "&", "from", "at", "/"}


def kind_beside(doc: Doc, start: int, end: int) -> str | None:
    """The kind that a noun in apposition, before or after a name or in a list above it gives it."""
    nouns = [*adjoining(doc, start, end), *predicated(root(doc, start, end)), *explained(doc, end)]
    return next((kind for n in nouns if (kind := stated(n))), None)


def stated(noun: Token) -> str | None:
    """The kind that a noun states, alone ("a think-tank") or with the word before it ("a charitable organization")."""
    joined = noun.doc[noun.i - 1].text == "-" if noun.i > 1 else False
    word = f"{noun.doc[noun.i - 2].text}-{noun.text}" if joined else noun.text
    before = [c.lower_ for c in noun.children if c.i < noun.i]
    choices = modified_kinds().get(noun.text, {})
    return (
        next((choices[w] for w in before if w in choices), None)
        or kind_nouns().get(word)
        or kind_nouns().get(noun.text)
    )


def adjoining(doc: Doc, start: int, end: int) -> list[Token]:
    """The nouns that touch a name and are one phrase with it: "the builder Sorin", "the Sorin clique"."""
    found = []
    if end < len(doc) and doc[end].text.islower() and doc[end].head.i not in range(start, end):
        above = doc[end - 1].dep_ in {"compound", "nmod", "amod", "poss"} and doc[end - 1].head == doc[end]
        found += [doc[end]] if above and doc[end].text not in OF_ANY else []
    if start and doc[start - 1].text.islower():
        noun = doc[start - 1]
        inside = range(start, end)
        tied = (noun.dep_ in {"compound", "nmod"} and noun.head.i in inside) or any(
            doc[i].dep_ == "appos" and doc[i].head == noun for i in inside
        )
        found += [noun] if tied else []
    return found


def predicated(root: Token) -> list[Token]:
    """What the text says that a name is: ", a state-owned lender", "Sorin is a charity", "parties such as A and B"."""
    found = children(root, "appos")
    first = root
    while first.dep_ == "conj" and first.head != first:
        first = first.head
        found += [first]
    if first.dep_ == "appos":
        found.append(first.head)
    if root.dep_ == "nsubj" and root.head.lemma_ == "be":
        found += children(root.head, "attr")
    return found


def explained(doc: Doc, end: int) -> list[Token]:
    """The noun that ends ", a Toledo-based shipping company" right after a name."""
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ not in {"a", "an", "the"}:
        return []
    if [t.lower_ for t in doc[end + 2 : end + 7]] == ["not", "-", "for", "-", "profit"]:
        return [doc[end + 6]]
    for token in doc[end + 2 : end + 9]:
        if token.tag_.startswith("NN") and not (
            token.i + 1 < len(doc) and doc[token.i + 1].tag_.startswith(("NN", "HYPH"))
        ):
            return [token]
        if not token.tag_.startswith(("NN", "JJ", "HYPH", "RB", "VBN", "VBG", "POS", "CD")):
            return []
    return []


def kind_of_staff(words: Sequence[str], people: Container[int], start: int) -> str | None:
    """The kind of the body whose staff stands before its name: "Trial Attorney Abla Sorin of the", "Agent … of the"."""
    named = False
    for i in range(start - 1, max(-1, start - FARTHEST), -1):
        lower = words[i].lower()
        named = named or i in people
        if not named and lower not in LINKS and not words[i][:1].isupper():
            return None
        if named and words[i][:1].isupper() and lower in staff():
            return staff()[lower]
        if named and not (words[i][:1].isupper() or lower in LINKS | {"in", "charge", "and", ","}):
            return None
    return None
