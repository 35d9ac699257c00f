"""What single words tell is kept from one document to the next."""

import pytest

from cases.language.kept import Kept


def test_the_words_that_tell_something_are_picked_out() -> None:
    asked: list[str] = []

    def size(word: str) -> int | None:
        asked.append(word)
        return len(word) if word[0].isupper() else None

    sizes = Kept(size)
    assert sizes.among({"The": 0, "mayor": 1, "Roe": 4}) == {"The": 3, "Roe": 3}
    assert sizes.among({"Roe": 0, "left": 1, "Lugo": 2}) == {"Roe": 3, "Lugo": 4}
    assert sorted(asked) == ["Lugo", "Roe", "The", "left", "mayor"]  # none twice
    assert sizes.among({}) == {}


def test_words_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.language.kept.MOST", 2)
    capitals = Kept(str.isupper)
    for words in ("Ab", "CD", "AE"):
        assert set(capitals.among(dict.fromkeys(words))) == {letter for letter in words if letter.isupper()}
