"""A consent case as what happened in it, and what it lacks by the law of each step's own day."""
