"""Write the entailment model's card: python -m training.entailment.card WEIGHTS FIGURES

WEIGHTS is the folder of shipped files, FIGURES the JSON that `python -m benchmarks.entailment` wrote.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from training.card import describe
from training.entailment.batches import BATCH_PIECES
from training.entailment.train import HEAD_RATE, RATE, SEED

OURS = "Counterclaim"
COMMANDS = """python -m training.entailment.train BASE OUT/general general.jsonl --epochs 3 --steps 542
python -m training.entailment.train BASE OUT/mixed mixed-0.jsonl mixed-1.jsonl --start general --still 2 --epochs 2
python -m training.entailment.train BASE OUT/more mixed-2.jsonl --start mixed --still 2 --epochs 1
python -m training.entailment.train BASE OUT/final mixed-3.jsonl mixed-0.jsonl --start more --epochs 2"""
TEMPLATE = """# Model card: the entailment model

Reads two short statements together and gives probabilities that the second follows from the first, contradicts it, or
neither. 6 transformer layers, width 384, word pieces of BERT's uncased vocabulary (the tokenizer is the encoder's, in
`language/weights`), at most 96 pieces a pair. It starts from sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; sha256
of model.safetensors 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db).

## Files

{files}

Weights are int8 (one scale a column; the embedding table one a row), activations are quantised as they come. The
weights are the project's own work under Apache-2.0.

## Data

| set | used for |
|---|---|
| MultiNLI, development parts, four fifths by premise (Williams et al., NAACL 2018) | three labels |
| SNLI, development part (Bowman et al., EMNLP 2015); SICK (Marelli et al., LREC 2014) | three labels |
| SciTail, development part (Khot et al., AAAI 2018); RTE, train and development (Wang et al. 2019) | entailed or not |
| JOCI (Zhang et al., TACL 2017); MPE (Lai et al., IJCNLP 2017), a part of each | three labels, first stage |
| ClaimDiff, train (Ko et al., NAACL 2022) | not entailed, not contradicted, neither |
| FNC-1, train, four fifths of the topics (Pomerleau and Rao 2017) | stances |
| Emergent, train (Ferreira and Vlachos, NAACL 2016) | stances |
| sentences of MultiNLI and FNC-1 edited by rule (`training/entailment/edits.py`) | negation, number, antonym, roles |
| news statements of our own writing (`training/entailment/news`) | three labels, look-alikes |
| claim sets of our own writing, five sixths (`training/entailment/claim_sets`) | same, other or no answer |

Where claim sets agree, "entailment" is that two claims give the same answer, which is looser than MNLI's sense of it.
Some of the sets are non-commercial or state no licence for their texts. No sentence of them is in this repository.
All names in the news statements and claim sets are invented.

## Training

```
{commands}
```

`--start` is the last checkpoint of the run before. When the first epoch of `mixed` was run, its file had no claim sets
yet, named every place and person, and had a quarter fewer steps. Some 3,200 steps in all: the model was still learning,
and a longer run would make it better.

Seed {seed}, batches of {pieces} word pieces, AdamW, learning rate {rate} ({head} for the last layers) with linear
warm-up and decay, label smoothing 0.05, averaged weights, bfloat16 autocast, on CPU cores. Floating-point sums on
another processor or another number of threads differ in the last bits, so a new run gives a model of the same quality
and not the same bytes.

Temperature and thresholds (`entailment.json`) are chosen on pairs that training never reads: an entailment or a
contradiction should be reported at or above its threshold only.

## Figures

As measured by `python -m benchmarks.entailment` on what was not trained on; definitions and peers in
docs/entailment.md:

{figures}

## Limits

It sees two statements and nothing around them: not who speaks, not when, not what "the town" is. Ask it only about
pairs that are known to be about the same matter. Among the news families it was trained on it is surer than on new
matters. A running total that grew, and figures generally, are better left to rules. English only.
"""


def our_figures(path: Path) -> str:
    """Our own figures in the tables that the benchmark wrote."""
    tables = {table["title"]: table["rows"] for table in json.loads(path.read_text(encoding="utf-8"))["tables"]}
    lines = [
        f"- {row['set']}: accuracy {row[OURS]:.1f} % ({row['pairs']} pairs)"
        for row in tables["Entailment, neutral, contradiction"]
    ]
    lines += [
        f"- {row['what is said']} at {row['threshold']} or more: precision {row['precision']:.1f} %, "
        f"recall {row['recall']:.1f} %"
        for row in tables["Above the thresholds"]
    ]
    stances = next(rows for title, rows in tables.items() if title.startswith("FNC-1"))
    found = ", ".join(f"{stance} {value}" for stance, value in stances[0].items() if stance != "system")
    return "\n".join([*lines, f"- FNC-1, topics held back, F1: {found}"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("figures", type=Path)
    args = parser.parse_args()
    card = TEMPLATE.format(
        files=describe(args.weights),
        commands=COMMANDS,
        seed=SEED,
        pieces=BATCH_PIECES,
        rate=RATE,
        head=HEAD_RATE,
        figures=our_figures(args.figures),
    )
    (args.weights / "MODEL_CARD.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
