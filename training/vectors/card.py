"""Write the claim vectors' card: python -m training.vectors.card CHECKPOINT WEIGHTS FIGURES --commands TEXT

CHECKPOINT is the one that was exported into the folder WEIGHTS, FIGURES what `training.vectors.evaluate` wrote.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path

from training.vectors.matters import read_matters
from training.vectors.network import load_trained
from training.vectors.rankings import NEAREST
from training.vectors.train import MATTERS, RATE, SEED, TEMPERATURE

TEMPLATE = """# Model card: the claim vectors

Gives a claim a vector of 384 numbers, such that claims about the same question lie near each other, whether they agree
or contradict. {layers} transformer layers, width 384, the mean of a text's word pieces (BERT's uncased vocabulary; the
tokenizer is the encoder's, in `language/weights`), at most 64 of them. It starts from the lowest {layers} layers of
sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; sha256 of model.safetensors
53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db).

## File

| file | bytes | sha256 |
|---|---|---|
| vectors.onnx | {bytes} | {hash} |

Weights are int8 (one scale a column; the embedding table one a row), activations are quantised as they come. The
weights are the project's own work under Apache-2.0.

## Data

{claims} claims on {matters} contested matters, invented for this project and part of it
(`training/entailment/claim_sets`, Apache-2.0). {held} more matters are held back for measuring. Nothing else: no corpus
and no news text.

## Training

```
{commands}
```

Supervised contrastive loss (Khosla et al., NeurIPS 2020): a claim is drawn to those that answer one of its questions
and pushed from all others of {batch} matters, the hardest of which are the others of its own matter. Temperature
{temperature}, seed {seed}, AdamW, learning rate {rate} with linear warm-up and decay, the tables of pieces and
positions as they were, bfloat16 autocast, on a CPU core. Floating-point sums on another processor or another number of
threads differ in the last bits, so a new run gives a model of the same quality and not the same bytes.

Thirty-six candidates were compared on the held-back matters and the development scenarios, in float32: trained and
averaged weights of three runs, with six layers at rate 1e-4 (all eight epochs) and 6e-5 (all six), and with four layers
at 6e-5 (four of six epochs). The one shipped, the third epoch of the first run, has the highest average precision on
the development scenarios (0.180) and 0.633 on the held-back matters; its fourth epoch has 0.177 and 0.641, and no other
is better than the one shipped on either. So the figures of these two sets are somewhat too good. At 6e-5 four layers
(3.6 MB less) ended at 0.569 on the held-back matters and six at 0.619. No averaged weights were better.

## Figures

Average precision of finding, among pairs of claims of one matter, those about the same question; and the share of
these pairs of which one is among the {nearest} nearest of the other, of all claims of the set. As measured by
`python -m training.vectors.evaluate` (what is counted: `training/vectors/rankings.py`). The held-back matters and the
development scenarios chose among trainings. The scenarios in tests/gold were measured once, after the choice; a
prototype, from which loss, temperature and batches come, had been watched on them.

{figures}

## Limits

Likeness only: that two claims lie near does not say that they are about the same day, place or people, nor whether they
agree. Shared names and days draw claims together that answer different questions: to "Ostravian forces captured the
village of Lower Meld on Monday" lies "Ostravian forces lost two helicopters on Monday" nearer than "our troops still
hold Lower Meld". It sees a claim without its report, so "it", "the town" and "both" stay open. On scenarios the average
precision stays low, and a search for neighbours gains nothing that is sure: against the base, more of the pairs are in
reach in the development scenarios and fewer in those of tests/gold. English only.
"""


def table(figures: Path) -> str:
    """The measured figures as a table."""
    head = ["set", "pairs", "about the same question", "system", "average precision", "in reach"]
    rows = [
        [row["set"], row["pairs"], row["right"], row["system"], f"{row['precision']:.3f}", f"{row['reach']:.3f}"]
        for row in json.loads(figures.read_text(encoding="utf-8"))
    ]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [head, ["---"] * len(head), *rows])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "weights", "figures"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--commands", required=True, help="how it was trained, a command a line")
    args = parser.parse_args()
    data = (args.weights / "vectors.onnx").read_bytes()
    matters = read_matters(held=False)
    card = TEMPLATE.format(
        layers=len(load_trained(args.checkpoint).encoder.layers),
        bytes=len(data),
        hash=sha256(data).hexdigest(),
        claims=sum(len(matter.texts) for matter in matters),
        matters=len(matters),
        held=len(read_matters(held=True)),
        commands=args.commands,
        batch=MATTERS,
        temperature=TEMPERATURE,
        seed=SEED,
        rate=RATE,
        nearest=NEAREST,
        figures=table(args.figures),
    )
    (args.weights / "VECTORS_CARD.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
