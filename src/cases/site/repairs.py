"""What Datasette's own templates lack for those who do not see the page: labels of filters, levels of headings."""

import re

from markupsafe import Markup

_FIELD = re.compile(r'<(select|input|textarea) ([^<>]*?name="(_filter_column|_filter_op|_filter_value|_sort|sql)\w*")')
_LABELS = {
    "_filter_column": "Column",
    "_filter_op": "How to compare",
    "_filter_value": "Value",
    "_sort": "Sort by",
    "sql": "Question in SQL",
}
_HEADING = re.compile(r"<(/?)h3\b")


def repaired(page: Markup) -> Markup:
    """A page of Datasette's with labels, and with headings that skip no level.

    What came out of a document holds no tag, so that the tags that are changed here are Datasette's own.
    """
    labelled = _FIELD.sub(_labelled, page)
    return Markup(_HEADING.sub(r"<\1h2", labelled))


def _labelled(field: re.Match[str]) -> str:
    return f'<{field[1]} aria-label="{_LABELS[field[3]]}" {field[2]}'
