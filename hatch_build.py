"""Puts the built dataset into the wheel, less what may not be passed on; the tree itself is never written."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DatasetHook(BuildHookInterface[Any]):
    """Takes ``build/parquet`` into the wheel as ``cases/data/parquet``."""

    PLUGIN_NAME = "custom"
    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data to a real wheel; an editable one reads the build of its checkout."""
        if version == "editable" or self.target_name != "wheel":
            return
        parquet = Path(self.root) / "build" / "parquet"
        if not (parquet / "documents.parquet").is_file():
            self.app.abort(f"{parquet.parent}: holds no built dataset; make one first: make build (or: make wheel)")
        self._folder = Path(tempfile.mkdtemp())
        write_public(parquet, self._folder)
        for file in sorted(self._folder.iterdir()):
            build_data["force_include"][str(file)] = f"cases/data/parquet/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was made for the wheel."""
        if self._folder is not None:
            shutil.rmtree(self._folder)


def write_public(parquet: Path, folder: Path) -> None:
    """Copy tables, without the texts and sentences of documents that are not redistributable."""
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    documents = pq.read_table(parquet / "documents.parquet")
    may = documents.filter(documents["redistributable"])["document_id"].combine_chunks()
    for file in sorted(parquet.glob("*.parquet")):
        table = pq.read_table(file)
        if file.stem == "texts":
            table = table.filter(pc.is_in(table["document_id"], may))
        if file.stem == "evidence":
            place = table.schema.get_field_index("sentence")
            kept = pc.if_else(pc.is_in(table["document_id"], may), table["sentence"], None)
            table = table.set_column(place, table.schema.field(place), kept)
        pq.write_table(table, folder / file.name, compression="zstd")
