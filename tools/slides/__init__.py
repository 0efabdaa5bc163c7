"""Slides of the lessons: what is chosen, how it is laid out, and how it looks."""
