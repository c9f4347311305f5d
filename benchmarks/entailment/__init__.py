"""How well the entailment model judges pairs of statements, beside simple peers in the same run."""
