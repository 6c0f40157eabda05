"""Modules of `tools/build_gazetteer.py` and `tools/evaluate_places.py`."""
