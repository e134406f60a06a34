"""Fixtures for all tests: the example articles are read once a session."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def seed_tables():
    """The tables of seeds/, extracted once."""
    from analysis import extract

    return extract(ROOT / "seeds")
