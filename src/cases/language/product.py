"""Matrix products by numpy's BLAS, which is several times as fast as the one that the model brings."""

from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import NumpyOps


class NumpyProduct(NumpyOps):  # type: ignore[misc]
    """The model's arithmetic with numpy's matrix product."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:  # the signature is thinc's
        """``x @ y``, either transposed if so said."""
        return np.matmul(x.T if trans1 else x, y.T if trans2 else y, out=out)


def use_numpy(nlp: Language) -> None:
    """Let every layer of a pipeline multiply by numpy."""
    product = NumpyProduct()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = product
