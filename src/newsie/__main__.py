"""`python -m newsie` is `newsie`."""

from newsie.cli import main

main()
