"""Where cities lie to each other, and their countries: facts as arrays, with their sources.

What a source does not say stays unknown: None for one value, NaN in an array of numbers and -1 in
an array of yes and no. The sources stand in ``resources/world/README.md``.
"""
