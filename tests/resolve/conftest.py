"""The helpers that write small records by hand, as `news`."""

import pytest

import hand_records


@pytest.fixture(scope="session")
def news():
    return hand_records
