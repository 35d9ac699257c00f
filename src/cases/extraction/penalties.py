"""Penalties of a party: imposed, sought, or set by law as a minimum or maximum.

A sentence is read for what can be a penalty (a length of time, life, a sum) and for the verbs that impose, allow or ask
for one. Each penalty belongs to the last such verb before it, its basis is that of the verb, its party whom the
verb falls on: the subject of "was sentenced", the object of "ordered him", the subject of "faces".
"""

from collections.abc import Iterator, Sequence

from cases.extraction.sanctions import Sanction, sanctions_in, may_hold
from cases.extraction.sentencing import Sentencing, Verb
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Penalty, Ref, Span
