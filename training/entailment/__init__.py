"""Rebuilds the small entailment model of `training.entailment.judge` from public data and templates."""
