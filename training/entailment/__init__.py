"""Rebuilds the small entailment model of `counterclaim.compare.entailment` from public data and templates."""
