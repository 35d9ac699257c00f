"""The model's entity recogniser, walked step by step from here and so in half the time.

spaCy walks with the interpreter's lock given up, and takes it again for every label of every token; that is most of
what the recogniser costs. Here the lock is kept, and the arithmetic and the choice of each step are the same.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.util import minibatch


class Walked:
    """Stands in the pipeline for a recogniser and gives the same entities."""

    recognizer: Any

    @property
    def model(self) -> Any:
        """The recogniser's network."""
        return self.recognizer.model

    def __call__(self, doc: Doc) -> Doc:
        """Sets the entities of one text."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Sets the entities of many."""
        for batch in minibatch(docs, batch_size):  # type: ignore[no-untyped-call]
            self.recognizer.set_annotations(batch, walked(self.recognizer, batch))
            yield from batch


@Language.factory("cases_walked")
def _walked(nlp: Language, name: str) -> Walked:
    return Walked()


def use_walk(nlp: Language) -> None:
    """Let every recogniser of a pipeline that takes the best step at each token be walked from here."""
    parts: list[tuple[str, Any]] = list(nlp.pipeline)
    for place, (name, part) in enumerate(parts):
        if type(part) is EntityRecognizer and part.cfg["beam_width"] == 1:
            nlp.remove_pipe(name)
            last = place == len(nlp.pipe_names)
            walk: Any = nlp.add_pipe("cases_walked", name=name, last=last or None, before=None if last else place)
            walk.recognizer = part


def walked(recognizer: Any, docs: list[Doc]) -> list[Any]:
    """The last state of each text: what ``recognizer.predict(docs)`` gives."""
    states: list[Any] = recognizer.moves.init_batch(docs)
    going = [state for state in states if not state.is_final()]
    if not going:
        return states
    step = recognizer.model.predict(docs)
    scores = _scores(step)
    while going:
        going = recognizer.transition_states(going, scores(going))
    step.clear_memory()
    return states


def _scores(step: Any) -> Any:
    """States → the score of each action; without what only training needs, where the network allows."""
    if not step.attrs["has_upper"] or not step._class_mask.all():
        return step.predict
    places, hidden = step.get_token_ids, step.state2vec.predict
    weights, bias = step.vec2scores.get_param("W").T, step.vec2scores.get_param("b")
    return lambda states: hidden(places(states)) @ weights + bias
