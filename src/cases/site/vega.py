"""Charts as SVG, drawn on the server by Vega-Lite: nothing to load, nothing to run in a browser.

Colours are the stylesheet's own variables, so that one drawing serves light, dark and paper.
"""

import asyncio
from collections.abc import Iterable, Mapping
from typing import Any

import vl_convert
from markupsafe import Markup

VEGA_LITE = "5.20"
WIDTH = 600
LETTER = 8
"""Room for a letter of a label, wide enough for any font that a browser may take."""

_TEXT = "var(--ink)"
_CONFIG = {
    "background": "transparent",
    "font": "Helvetica, Arial, sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": _TEXT,
        "titleColor": _TEXT,
        "gridColor": "var(--line)",
        "domainColor": "var(--soft)",
        "tickColor": "var(--soft)",
        "labelFontSize": 13,
        "titleFontSize": 13,
        "labelLimit": 240,
    },
}


def room(labels: Iterable[str]) -> int:
    """The width to keep free for labels beside an axis: Vega measures them in a font that a browser may not have."""
    return min(240, max((LETTER * len(label) for label in labels), default=0))


async def drawn(chart: Mapping[str, Any]) -> Markup:
    """Draw a chart.

    Args:
        chart: A Vega-Lite specification without its look. Vega escapes the words in it.
    """
    return Markup(await asyncio.to_thread(_svg, {"config": _CONFIG, "width": WIDTH, **chart}))


def _svg(chart: Mapping[str, Any]) -> str:
    svg: str = vl_convert.vegalite_to_svg(dict(chart), vl_version=VEGA_LITE, allowed_base_urls=[])
    return svg
