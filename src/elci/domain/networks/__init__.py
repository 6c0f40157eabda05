"""What the network of cities looks like: ids and edges in, numbers out.

Every measure is exact and says its formula and its source; ``docs/reference/network-measures.md``
lists them.
"""
