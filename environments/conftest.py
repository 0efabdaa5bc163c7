"""What several tests of this folder share."""

import pytest

from environments import chromium


@pytest.fixture(scope="session")
def browser():
    with chromium.started() as browser:
        yield browser
