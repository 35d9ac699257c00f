"""Every candidate below an address, in the order of their paths, as the search on this machine gives them."""

from collections.abc import Iterator

from cases.addresses import Remote


def entries(address: str) -> Iterator[tuple[str, Remote, str]]:
    """Path relative to the address, file, and the address: of one file, or of all below a folder.

    Raises:
        FileNotFoundError: There is nothing at the address.
        CasesError: Nothing that is installed can reach it.
    """
    root = Remote.at(address)
    if root.is_dir():
        return _walk(root, "", address)
    if not root.is_file():
        raise FileNotFoundError(2, "there is nothing", address)
    return iter([(root.name, _with_sidecar(root), address)])


def _with_sidecar(file: Remote) -> Remote:
    sidecar = file.parent / (file.name.rpartition(".")[0] + ".yaml")
    return Remote(file.path, file.system, frozenset({file.name, sidecar.name} if sidecar.is_file() else {file.name}))


def _walk(folder: Remote, prefix: str, root: str) -> Iterator[tuple[str, Remote, str]]:
    """Files below a folder. A folder sorts as its name with ``/``, so that the whole paths come in order."""
    try:
        found = {one.name + "/" * is_folder: one for one, is_folder in folder.members()}
    except OSError:
        yield prefix or "/", folder, root
        return
    for name, one in sorted(found.items(), key=lambda entry: entry[0]):
        if name.endswith("/") and not name.startswith((".", "_")):
            yield from _walk(one, prefix + name, root)
        else:
            yield prefix + name, one, root
