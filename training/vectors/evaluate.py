"""Measure the claim vectors: python -m training.vectors.evaluate CHECKPOINT BASE WEIGHTS FIGURES [NAME=FOLDER ...]

Compares the base as it is, the checkpoint in float32 and the shipped int8 file, on the held-back matters and on named
folders of scenarios, and writes FIGURES as JSON. What is measured: see rankings.py.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from counterclaim.compare.vectors import Vectors
from training.vectors.network import load_base, load_trained, reader
from training.vectors.rankings import Embed, held_rankings, measure, scenario_rankings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "base", "weights", "figures"):
        parser.add_argument(name, type=Path)
    parser.add_argument("scenarios", nargs="*", metavar="NAME=FOLDER")
    args = parser.parse_args()
    torch.set_num_threads(1)
    sets = {"claim sets, matters held back": held_rankings()}
    for name, folder in (given.split("=", 1) for given in args.scenarios):
        sets[name] = scenario_rankings(Path(folder))
    systems: dict[str, Embed] = {
        "all-MiniLM-L6-v2": reader(load_base(args.base), args.base),
        "trained, float32": reader(load_trained(args.checkpoint), args.base),
        "trained, int8": Vectors(args.weights).of,
    }
    rows = [
        {"set": name, "system": system, **measure(embed, rankings)}
        | {"pairs": sum(len(r.pairs) for r in rankings), "right": sum(same for r in rankings for *_, same in r.pairs)}
        for name, rankings in sets.items()
        for system, embed in systems.items()
    ]
    args.figures.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n", encoding="utf-8")
    print(args.figures.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
