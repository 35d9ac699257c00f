"""Imported by the process that workers are forked from: what all of them need is loaded once, and its memory shared."""

import gc
from contextlib import suppress

from cases import frames, resolve, validation, worker  # noqa: F401
from cases.engine import collect_seldom
from cases.extraction import lexicon
from cases.language.installed import DEFAULT_MODEL

collect_seldom()
with suppress(Exception):  # what is wrong is told by the first worker that needs it
    lexicon(DEFAULT_MODEL)
gc.freeze()  # a collection would write into what is shared, and so make it anybody's own
