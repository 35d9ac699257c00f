"""The turns of phrase about a size, put together from the lists under ``wording`` in ``words/penalties.yaml``.

A template says how the words stand to each other; ``<name>`` stands for any entry of that list. A new word is a new
entry of its list, no change here.
"""

import re
from functools import cache

from cases.language.currencies import alternatives
from cases.language.lexicon import load_words

TEMPLATES = {
    "maximum": r"\b(?:<maximum>)\b",
    "minimum": r"\b(?:<minimum>)\b"
    r"|\bmandatory (?:(?:consecutive |additional )?(?:prison |jail )?(?:<terms>) of )?(?:an? )?\Z",
    "potential": r"\b(?:<potential>) (?:\w+ )?\Z|\bmaximum (?:\w+ )?(?:(?:<terms>) )?(?:of )?\Z",
    "given": r"\b(?:<given>|sentenced (?:\w+ )?to)(?: for)? (?:a|the) (?:statutory )?maximum [^.;,]{0,25}\Z",
    "ranging": r"\b(?:<ranging>)\b",
    "tallied": r"\b(?:\d+|dozens of|several|<numbers>) (?:\w+ )?(?:<tallied>)\b[^.;]*\bhave\b"
    r"|\beach of the (?:\w+ )?(?:<tallied>)\b[^.;]*\bhave\b[^.;]*\bmore than \Z",
    "pending": r"\bif (?:it is |this is |they are )?(?:<approved>) by (?:the |a )?(?:\w+ )?(?:<judges>)\b",
    "conditional": r"\bif (?:he |she |they |\w+ )?(?:is |are )?(?:<convicted>)",
    "earlier": r"\b(?:<before>) (?:today's |the |his |her |their )?(?:<judging>)\b",
    "annulled": r"[^.;,]{0,30}?\b(?:was|were|has been|had been) (?:later |since |then )?(?:<overturned>)\b",
    "annulling": r"\b(?:<overturned>|<overturning>) (?:an? |the |his |her |\w+'s )?(?:\w+ )?(?:(?:<terms>) of )?\Z",
    "agreed": r"\b(?:<agreed>) sentence of\b|\b(?:order|judgment) of (?:restitution|forfeiture)\b",
    "sought": r"(?: in (?:prison|jail)| behind bars| (?:<terms>))?,? (?:that |which )?"
    r"(?:(?:had been |was |were )?(?:<sought>) by|"
    r"(?:(?:the|federal|state|public) ){0,2}(?:<seekers>)(?: \w+)?(?: had| have| has)? (?:<sought>|wanted))\b",
    "default": r"\bor (?:else )?(?:to )?(?:(?:he|she|they|will|must) )*(?:<served>)\b[^.;]*\Z",
    "unpaid": r"\b(?:if|should|unless) (?:\w+) (?:<failing>) (?:to )?(?:<complied>)\b",
    "guideline": r"\bguidelines?(?:,| (?:<guiding>)\b)",
    "under guidelines": r"\bunder (?:the |an )?(?:\w+ ){0,4}guidelines?\b",
    "paid": r"\s(?:that |which )?(?:he|she|they|it) (?:(?:had|has|have) )?(?:already )?(?:<paid>)\b",
    "settling": r"\b(?:<settling>)\b",
    "courtly": r"\b(?:<courtly>)\b",
    "illicit": r"\b(?:<illicit>)s?\b",
    "general": r"\b(?:<penalties>) for (?:<anybody>)\b|\b(?:<breaches>) of the [^.;]{3,60}? act (?:<carrying>)\b",
    "changed": r"\b(?:<changed>) (?:\w+ )?by (?:\w+ )?\Z",
    "owed": r"\s(?:\([^)]{1,30}\) )?(?:in \w+ )?to (?:[\w.]+ ){0,3}(?:<authorities>)\b"
    r"|\s(?:\w+ )?for (?:allegedly )?(?:<breaking>)\b",
    "owing": r"\bpay (?:the )?(?:[\w.]+ ){0,2}(?:<authorities>)\b[^.;$£€]*\Z",
    "resolving": r"\s(?:\w+\s){0,3}to (?:<resolved>)\b",
}


@cache
def wording(name: str) -> re.Pattern[str]:
    """The pattern of a turn of phrase in a lower-case text."""
    template = TEMPLATES[name]
    for key, words in load_words("penalties")["wording"].items():
        template = template.replace(f"<{key}>", alternatives(words))
    return re.compile(template)
