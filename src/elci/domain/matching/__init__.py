"""Whom to ask next: who may be a partner of a city, why, and why not."""
