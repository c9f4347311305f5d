"""What candidates of place names have around them: other candidates in their country, in their region, near them.

A voice is how much each candidate has to say for others, 0 if nothing. Candidates of one name never speak for each
other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.facets.gazetteer import Rows

Floats = NDArray[np.float64]
EARTH = 6371.0
"""Mean radius in kilometres."""


@dataclass(frozen=True)
class Surroundings:
    """The candidates of a report by name (`group`), country and first-level region (-1: none), and who is near."""

    group: Rows
    country: Rows
    admin1: Rows
    close: NDArray[np.float32]
    """For each pair 1 at the same point, falling off with distance; 0 within a group."""

    @classmethod
    def of(cls, group: Rows, country: Rows, admin1: Rows, points: Floats, reach: float) -> Surroundings:
        """From unit vectors of the points (zero where not known) and kilometres at which nearness has fallen to 1/e."""
        close = _closeness(points, reach)
        close[group[:, None] == group[None, :]] = 0
        return cls(group, country, admin1, close)

    def in_country(self, voice: Floats) -> Floats:
        """The voices of the other names in each candidate's country."""
        return self._sharing(self.country, voice)

    def in_region(self, voice: Floats) -> Floats:
        """The voices of the other names in each candidate's first-level region."""
        return self._sharing(self.admin1, voice)

    def nearby(self, voice: Floats) -> Floats:
        """The voices of the other names, each by how near it is."""
        near: Floats = np.einsum("ij,j->i", self.close, voice)
        return near

    def _sharing(self, label: Rows, voice: Floats) -> Floats:
        """For each candidate the voices of the other names in candidates that share its label."""
        label = label + 1
        total = np.bincount(label, voice)
        width = int(label.max()) + 1
        own = np.bincount(self.group * width + label, voice)
        others = np.maximum(0, total[label] - own[self.group * width + label])
        shared: Floats = np.where(label > 0, others, 0.0)
        return shared


def _closeness(points: Floats, reach: float) -> NDArray[np.float32]:
    """How near each pair of points is: 1 at the same point, falling off with `reach` kilometres; 0 if unknown."""
    axes = points.astype(np.float32).T  # exact to some two kilometres, and half the work
    dots = np.multiply.outer(axes[0], axes[0])
    for axis in axes[1:]:
        dots += np.multiply.outer(axis, axis)  # faster than BLAS for so few
    chord = np.sqrt(np.maximum(0, 2 - 2 * dots))
    known = points.any(axis=1)
    near: NDArray[np.float32] = np.exp(chord * np.float32(-EARTH / reach))
    near[~known] = 0
    near[:, ~known] = 0
    return near
