"""Which differences between two pictures count."""

import io

import numpy as np
import pytest
from PIL import Image

from tools.figures import difference


def png(pixels):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def white():
    """A figure of the usual size with nothing on it."""
    return np.full((450, 800, 3), 255, dtype=np.uint8)


def test_equal_pictures_do_not_differ(white):
    assert difference(png(white), png(white)) == ""


def test_one_level_of_grey_everywhere_is_too_much(white):
    assert difference(png(white), png(white - 1)).startswith("RMS 0.87, at most 0.5")


def test_one_black_pixel_is_found_although_it_vanishes_in_the_mean(white):
    dotted = white.copy()
    dotted[100, 200] = 0
    assert "near pixel x = 192, y = 96, at most 4" in difference(png(white), png(dotted))


def test_one_pixel_that_is_hardly_darker_is_let_through(white):
    dotted = white.copy()
    dotted[100, 200] -= 40
    assert difference(png(white), png(dotted)) == ""


def test_another_size_is_named(white):
    said = difference(png(white), png(white[:-1]))
    assert said == "the size is 800 x 449 instead of 800 x 450 pixels"
