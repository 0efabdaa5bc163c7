"""The course as a static site: what it holds and how it looks."""
