"""How well claims, links and disputes are read in hand-made scenarios; see README.md of `benchmarks`."""
