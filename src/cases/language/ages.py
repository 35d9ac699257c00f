"""The age after a name, by which a release introduces whom it accuses."""

from spacy.tokens import Doc

from cases.language.columns import lower

ALIAS_REACH = 14


def has_age(doc: Doc, at: int) -> bool:
    """An age between commas: ", 42,", or one before which the comma is lost: " 42,"."""
    after = lower(doc, at, at + 3)
    if len(after) > 1 and after[0].isdigit():
        return len(after[0]) == 2 and after[0] > "17" and after[1] in {",", ";"}
    return (
        len(after) == 3
        and after[0] == ","
        and after[1].isdigit()
        and len(after[1]) == 2
        and after[2] in {",", ";", ".", "-", "and", "–"}
    )


def has_age_after_alias(doc: Doc, at: int) -> bool:
    """An age after another name: ", aka "Slim," 29,"."""
    after = doc[at : at + ALIAS_REACH]
    if len(after) < 3 or after[1].lower_ not in {"aka", "a.k.a", "a.k.a.", "also"}:
        return False
    return any(t.text.isdigit() and len(t.text) == 2 and t.nbor().text in {",", ";"} for t in after[2:-1])
