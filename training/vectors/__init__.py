"""Rebuilds the claim vectors of `counterclaim.compare.vectors` from invented claim sets."""
