"""Places by name: folding, the gazetteer, countries, and the way from a written name to a place."""
