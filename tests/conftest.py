"""Puts this folder on the path of all tests, for the helpers that they share (`markup`)."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
