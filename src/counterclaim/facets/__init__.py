"""Comparable typed values read out of a claim: quantities, times, places, actors and events."""
