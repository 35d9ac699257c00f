"""Copies a finished public build to an address, its descriptor last: who finds the descriptor finds all of it."""

import json
from pathlib import Path

from cases.addresses import Remote
from cases.errors import CasesError
from cases.validation import check_files, is_public

DESCRIPTOR = "datapackage.json"


def copy_build(build: Path, address: str) -> list[str]:
    """Copy the files that a build's descriptor lists; its report, which names sources, stays.

    An older descriptor at the address is removed first: a copy that breaks off is no build.

    Returns:
        The files, as paths below the address.

    Raises:
        CasesError: The build is not whole or not public, or the address cannot be written.
    """
    if failures := check_files(build):
        raise CasesError(build, f"is no finished build: {failures[0].message}", "make it anew: cases build --public")
    if not is_public(build / "cases.db"):
        raise CasesError(build, "holds texts that may not be passed on", "make it with: cases build --public")
    target = Remote.at(address)
    resources = json.loads((build / DESCRIPTOR).read_text(encoding="utf-8"))["resources"]
    files = [str(resource["path"]) for resource in resources]
    try:
        (target / DESCRIPTOR).remove()
        for file in (*files, DESCRIPTOR):
            (target / file).put(build / file)
    except OSError as error:
        raise CasesError(address, f"cannot be written: {error.strerror or error}", "check your rights there") from error
    return [*files, DESCRIPTOR]
