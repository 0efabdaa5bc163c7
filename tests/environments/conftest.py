"""What several tests of this folder share."""

import pytest

from tests.environments import chromium


@pytest.fixture(scope="session")
def browser():
    with chromium.started() as browser:
        yield browser
