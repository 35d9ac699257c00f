"""The status that counts among all that a document reports for one charge."""

from collections.abc import Sequence

OPEN = ("alleged", "charged", "pleaded_not_guilty")
GUILTY = ("pleaded_guilty", "convicted")
ENDED = ("acquitted", "dismissed")


def furthest(statuses: Sequence[str]) -> str:
    """The furthest of the statuses reported in text order.

    A plea of guilty outranks the conviction and sentence that follow it; an acquittal or dismissal counts only if no
    count of the offence ended in a plea of guilty or a conviction.
    """
    for status in GUILTY:
        if status in statuses:
            return status
    ended = [s for s in statuses if s in ENDED]
    if ended:
        return ended[-1]
    return max(statuses, key=OPEN.index)
