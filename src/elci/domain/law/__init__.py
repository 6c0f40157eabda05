"""Whose consent an act of a local authority abroad needs, on which day, and on what ground.

Packs are data (``resources/law``); this package loads, asks, explains, checks and compares them.
"""
