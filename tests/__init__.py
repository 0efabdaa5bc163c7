"""Tests of single modules, lessons and guides; exercises.py and guides.py read those for them."""
