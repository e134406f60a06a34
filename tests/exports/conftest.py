"""Lets the tests of this room use the made-up tellings of the events room."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "events"))
