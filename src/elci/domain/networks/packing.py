"""Packing the parts of a drawing: the largest in the middle, the others in rings around it."""

from collections.abc import Sequence

import numpy as np

from elci.domain.networks.network import Floats, Numbers

_GAP = 0.7


def packed(at: Floats, parts: Sequence[Numbers]) -> Floats:
    """Move parts of a drawing so that none lies on another; the parts come largest first."""
    found = at.copy()
    if not parts:
        return found
    radii = []
    for nodes in parts:
        found[nodes] -= (found[nodes].max(axis=0) + found[nodes].min(axis=0)) / 2
        radii.append(float(np.hypot(*found[nodes].T).max()) + _GAP)
    places = _rings(radii)
    for nodes, place in zip(parts, places, strict=True):
        found[nodes] += place
    return found


def _rings(radii: Sequence[float]) -> Floats:
    """Return where circles go: the first in the middle, the next in rings around it."""
    found = np.zeros((len(radii), 2))
    inner, ring, angle = radii[0], radii[1] if len(radii) > 1 else 0.0, 0.0
    for place, radius in enumerate(radii[1:], start=1):
        half = np.arcsin(min(radius / (inner + ring), 1.0))
        if angle + 2 * half > 2 * np.pi and angle > 0:
            inner, ring, angle = inner + 2 * ring, radius, 0.0
            half = np.arcsin(min(radius / (inner + ring), 1.0))
        middle = angle + half
        found[place] = (inner + ring) * np.array([np.cos(middle), np.sin(middle)])
        angle += 2 * half
    return found
