"""Attributions against PolNeAR: the gold, the metric and its tables."""
