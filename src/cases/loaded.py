"""Imported by the process that workers are forked from: what all of them need is loaded once, and its memory shared."""

import gc
from contextlib import suppress

from cases.engine import collect_seldom
from cases.language.bare import load_spacy

collect_seldom()
load_spacy()

from cases import frames, resolve, validation, worker  # noqa: E402, F401
from cases.extraction import lexicon  # noqa: E402
from cases.language.installed import DEFAULT_MODEL  # noqa: E402

with suppress(Exception):  # what is wrong is told by the first worker that needs it
    lexicon(DEFAULT_MODEL)
gc.freeze()  # a collection would write into what is shared, and so make it anybody's own
