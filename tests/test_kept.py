"""What single words tell is kept from one document to the next."""

import pytest

from cases.language.kept import Journal, Kept


def test_the_words_that_tell_something_are_picked_out() -> None:
    asked: list[str] = []

    def size(word: str) -> int | None:
        asked.append(word)
        return len(word) if word[0].isupper() else None

    sizes = Kept(size, Journal())
    assert sizes.among({"The": 0, "mayor": 1, "Roe": 4}) == {"The": 3, "Roe": 3}
    assert sizes.among({"Roe": 0, "left": 1, "Lugo": 2}) == {"Roe": 3, "Lugo": 4}
    assert sorted(asked) == ["Lugo", "Roe", "The", "left", "mayor"]  # none twice
    assert sizes.among({}) == {}


def test_words_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.language.kept.MOST", 2)
    capitals = Kept(str.isupper, Journal())
    for words in ("Ab", "CD", "AE"):
        assert set(capitals.among(dict.fromkeys(words))) == {letter for letter in words if letter.isupper()}


def test_who_asks_late_is_told_of_all_words_met() -> None:
    journal, text = Journal(), {"Roe": 0, "left": 1}
    capitals, sizes = Kept(str.istitle, journal), Kept(len, journal)
    assert capitals.among(text) == {"Roe": True}
    assert sizes.among(text) == {"Roe": 3, "left": 4}
    text["Lugo"] = 2  # a text that grew is another
    assert capitals.among(text) == {"Roe": True, "Lugo": True}
    assert sizes.among({"Roe": 0}) == {"Roe": 3}


def test_all_who_share_a_journal_begin_anew_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cases.language.kept.MOST", 2)
    journal = Journal()
    capitals, sizes = Kept(str.isupper, journal), Kept(len, journal)
    for words in ("AB", "cd", "AE", "fG"):
        assert set(capitals.among(dict.fromkeys(words))) == {letter for letter in words if letter.isupper()}
        if words != "cd":
            assert set(sizes.among(dict.fromkeys(words))) == set(words)
