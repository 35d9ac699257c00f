"""Whatever the text: its facts are read without an error, and each quote stands where it says."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sources.made import PARAGRAPHS

from cases import pipeline

PIECES = st.sampled_from(
    [
        *PARAGRAPHS,
        "Ruth Adeyemi",
        "was convicted of bribery",
        "$5 million",
        "on 5 March",
        "“",
        "\r\n\n",
        "e\u0301",
        "😀",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=8))
def test_every_quote_of_any_text_stands_where_it_says(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for row in pipeline.extract(text, published="2024-03-07")["evidence"]:
        assert text[row["start"] : row["end"]] == row["quote"]  # type: ignore[misc]
