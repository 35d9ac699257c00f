"""People named together, for whom "they", "both" or "the couple" can stand in what follows, and who is a subject."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from cases.language.columns import columns
from cases.language.grammar import SUBJECTS, coordination_head
from cases.records import Ref

SPEAKING = {"say", "allege", "announce", "state", "claim", "tell", "add", "believe"}
NAMING = {"nsubj", "nsubjpass", "attr", "appos"}


def together(people: Sequence[tuple[Ref, Token]]) -> list[Ref]:
    """The people of a sentence if they are all joined to one subject: "Roe and Poe were held"; else none.

    ``people`` are those whom the sentence mentions, each with the head word of the mention.
    """
    heads = {coordination_head(token).i for _, token in people}
    refs = list(dict.fromkeys(ref for ref, _ in people))
    if len(heads) != 1 or len(refs) < 2:
        return []
    return refs if coordination_head(people[0][1]).dep_ in NAMING else []


def has_other_subject(doc: Doc, start: int, end: int, *, speakers: bool) -> bool:
    """Whether tokens ``[start, end)`` hold a plural noun as a subject, which "they" may mean as well.

    Whoever only speaks ("prosecutors said") counts with ``speakers`` alone.
    """
    said = columns(doc)
    plural = (i for i in range(start, end) if said.tags[i] in {"NNS", "NNPS"} and said.deps[i] in SUBJECTS)
    return any(speakers or said.lemmas[said.heads[i]] not in SPEAKING for i in plural)


def is_subject(token: Token) -> bool:
    """A subject, or one of several that are joined to one."""
    return coordination_head(token).dep_ in SUBJECTS
