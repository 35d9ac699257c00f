"""What passes between the modules that read charges: offences named, accusing words, and parties under them."""

from typing import NamedTuple

from spacy.tokens import Token

from cases.records import Ref


class Offence(NamedTuple):
    """Tokens ``[start, end)`` that name an offence; ``matter`` if they only name a case or probe of that kind."""

    start: int
    end: int
    code: str
    conspiracy: bool = False
    counts: int | None = None
    matter: bool = False


class Accusation(NamedTuple):
    """One accusing word.

    Attributes:
        word: The verb or noun that accuses.
        status: The status that it gives.
        accused: The words that stand for the accused.
        start: First token in which its offences are looked for.
        end: One past the last.
        rule: Name of the rule, for ``Span.method``.
        real: False if denied or only possible; it then only ends the scope of what stands before it.
        offences: Of which it accuses, once its scope is read.
    """

    word: Token
    status: str
    accused: tuple[Token, ...]
    start: int
    end: int
    rule: str
    real: bool = True
    offences: tuple[Offence, ...] = ()


class Finding(NamedTuple):
    """A party under an accusing word; ``offence`` is None where the accusation names none.

    ``soft`` if it is named in passing, ``scheme`` if a lead tells it of somebody whom it only
    describes, as what the case is about.
    """

    ref: Ref
    offence: Offence | None
    status: str
    word: Token
    rule: str
    accused: tuple[Token, ...] = ()
    soft: bool = False
    scheme: bool = False


Charged = tuple[Accusation, list[Ref]]
