"""Whether a build may leave the machine that made it."""

import sqlite3
from contextlib import closing
from pathlib import Path

_WITHHELD = """
select 1 from texts left join documents using (document_id) where redistributable is not 1
union all
select 1 from evidence left join documents using (document_id) where sentence is not null and redistributable is not 1
limit 1
"""


def is_public(database: Path) -> bool:
    """Whether a database holds no text and no sentence that may not be passed on."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return connection.execute(_WITHHELD).fetchone() is None
