"""The helpers that write small records by hand, as `news`."""

import hand_records
import pytest


@pytest.fixture(scope="session")
def news():
    return hand_records
