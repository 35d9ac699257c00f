"""``python -m cases``."""

from cases.cli import main

main()
