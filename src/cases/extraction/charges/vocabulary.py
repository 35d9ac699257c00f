"""Words that several of the modules that read charges go by."""

from cases.language.lexicon import load_words

WORDS = load_words("charge_words")
FORMAL = frozenset(WORDS["formal"])
CHARGE_NOUNS = FORMAL | frozenset(WORDS["informal"])
DOCUMENTS = frozenset(WORDS["documents"])
LISTING = frozenset(WORDS["listing"])
FIGHTING = frozenset(WORDS["fighting"])
CONCEDING = frozenset(WORDS["conceding"])
