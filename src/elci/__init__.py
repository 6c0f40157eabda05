"""The desk, the register and the public window of city diplomacy."""

__version__ = "0.1.0"
