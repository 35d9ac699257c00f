"""What the figures were measured on."""

import os
import platform
from importlib import metadata
from pathlib import Path

LIBRARIES = ("spacy", "thinc", "numpy", "pyarrow", "duckdb", "pandas", "distributed", "datasette")


def described() -> str:
    """Processor, cores, memory, system, Python and libraries in one line."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf8").splitlines() if info.is_file() else []
    name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = ", ".join(f"{library} {metadata.version(library)}" for library in LIBRARIES)
    return (
        f"{name}, {os.cpu_count()} cores, {memory:.0f} GiB; {platform.system()}, "
        f"Python {platform.python_version()}; {versions}"
    )
