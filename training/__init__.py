"""Rebuilds the shipped weights from public corpora; never imported by the package."""
