"""How fast the engine is; see README.md in this folder."""
