"""Compare two pictures, and say whether this environment draws as the stored one did."""

import base64
import io
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]

# The packages whose versions change what a figure looks like.
DRAWING_PACKAGES = (
    "matplotlib",
    "matplotlib-inline",
    "contourpy",
    "kiwisolver",
    "seaborn",
    "numpy",
    "pandas",
    "scipy",
    "scikit-learn",
)
# With equal versions figures are equal to the byte; a real edit has an RMS of 1.7 or more.
MAX_RMS = 0.5
# What is stored: figures at double resolution would be large otherwise.
COLOURS = 256
# A small edit vanishes in the mean over a large figure, so each block is looked at as well.
BLOCK = 16
MAX_BLOCK_RMS = 4


def other_versions():
    """Return a text such as ``matplotlib is 3.10.0, constraints.txt says 3.11.2``, or ''."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line)
    differences = []
    for name in DRAWING_PACKAGES:
        try:
            installed = version(name)
        except PackageNotFoundError:
            installed = "not installed"
        if installed != pinned[name]:
            differences.append(f"{name} is {installed}, constraints.txt says {pinned[name]}")
    return "; ".join(differences)


def pngs(outputs):
    """Return the PNGs of the outputs of one cell, as bytes."""
    found = (output.get("data", {}).get("image/png") for output in outputs)
    return [base64.b64decode(png) for png in found if png is not None]


def reduced(png):
    """Return a PNG with a palette of at most 256 colours: half as many bytes, and hard to tell."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def half_as_large(png):
    """Return a PNG with half as many pixels in each direction: one for one on the page."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    file = io.BytesIO()
    picture.reduce(2).save(file, "PNG")
    return reduced(file.getvalue())


def reduce_output(output):
    """Reduce the picture of an output of a cell; one that has a palette stays as it is."""
    png = base64.b64decode(output.data["image/png"])
    if Image.open(io.BytesIO(png)).mode != "P":
        output.data["image/png"] = base64.b64encode(reduced(png)).decode()


def difference(stored, new):
    """Return in words how two PNGs differ, or '' if they look the same."""
    stored, new = pixels(stored), pixels(new)
    if stored.shape != new.shape:
        return f"the size is {size(new)} instead of {size(stored)} pixels"
    squares = ((new - stored) ** 2).mean(axis=2)
    rms = np.sqrt(squares.mean())
    if rms > MAX_RMS:
        return f"RMS {rms:.2f}, at most {MAX_RMS} is allowed"
    blocks = block_rms(squares)
    row, column = np.unravel_index(blocks.argmax(), blocks.shape)
    if blocks.max() > MAX_BLOCK_RMS:
        return (
            f"RMS {blocks.max():.2f} near pixel x = {column * BLOCK}, y = {row * BLOCK}, "
            f"at most {MAX_BLOCK_RMS} is allowed"
        )
    return ""


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("RGBA"), dtype=float)


def size(picture):
    return f"{picture.shape[1]} x {picture.shape[0]}"


def block_rms(squares):
    """RMS in each block; blocks at the lower and right edge may be smaller."""
    height, width = squares.shape
    starts = np.arange(0, height, BLOCK), np.arange(0, width, BLOCK)
    sums = np.add.reduceat(np.add.reduceat(squares, starts[0], axis=0), starts[1], axis=1)
    heights, widths = np.diff(starts[0], append=height), np.diff(starts[1], append=width)
    return np.sqrt(sums / np.outer(heights, widths))
