"""Learns what the evidence on two statements weighs; never imported by the package."""
