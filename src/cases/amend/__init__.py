"""People's rights: names that are withheld, and values that were set right.

``suppressed.yaml`` and ``corrections.yaml`` lie beside a folder of sources, never in it.
"""

from cases.amend.corrections import Corrections
from cases.amend.files import Amendments, Correction, Withheld, read_amendments
from cases.amend.suppression import Suppression

__all__ = ["Amendments", "Correction", "Corrections", "Suppression", "Withheld", "read_amendments"]
