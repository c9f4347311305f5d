"""Write the model card: python -m training.card WEIGHTS FIGURES

WEIGHTS is the folder of shipped files, FIGURES the JSON that `python -m benchmarks.accuracy` wrote.
"""

from __future__ import annotations

import argparse
import json
from hashlib import sha256
from pathlib import Path

from training.train import BATCH_PIECES, ENCODER_RATE, HEAD_RATE, SEED

TEMPLATE = """# Model card: the Counterclaim encoder

One small encoder with seven heads reads English news text: parts of speech, dependencies, sentence
starts, names of nine classes, and attributions (source, cue and content spans, and which of them
belong together). 6 transformer layers, width 384, word pieces of BERT's uncased vocabulary, windows
of 256 pieces. It starts from sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0; sha256 of
model.safetensors 53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db).

## Files

{files}

Weights are int8 (one scale a column; the embedding table one a row), activations are quantised as
they come. The weights are the project's own work under Apache-2.0.

## Data

| corpus | used for | licence of the corpus |
|---|---|---|
| PolNeAR 1.0 train (Newell, Margolin and Ruths, LREC 2018) | attributions | none stated for the texts |
| UD English EWT train | parts of speech, dependencies, sentence starts | CC BY-SA 4.0 |
| UD English GUM train | the same | CC BY 4.0 and others by genre, some non-commercial |
| EN Worldwide Newswire NER, four fifths of the training part (Shan et al. 2023) | names | the publishers' terms |

No sentence of them is in this repository. Sixteen PolNeAR articles have several annotators: all
their versions are kept and each epoch draws one of them.

## Training

```
{command}
```

Seed {seed}, batches of {pieces} word pieces, AdamW, learning rate {encoder} (encoder) and {head}
(heads) with linear warm-up and decay, bfloat16 autocast, on two CPU cores. Floating-point sums on
another processor or another number of threads differ in the last bits, so a new run gives a model
of the same quality and not the same bytes.

## Figures

Per cent, as measured by `python -m benchmarks.accuracy` on text the model was not trained on (decoding
was tuned on PolNeAR dev); definitions and peers in docs/accuracy.md:

{figures}

## Limits

Trained on US political news of 2016, on web text and on newswire: transcripts, tweets and court
prose are read worse. Attributions inside attributions are not marked. Annotators themselves agree
on about three attributions in four, and so does the model with them.
"""


def describe(weights: Path) -> str:
    """Size and hash of every shipped file."""
    rows = ["| file | bytes | sha256 |", "|---|---|---|"]
    for path in sorted(weights.iterdir()):
        if path.suffix != ".md":
            data = path.read_bytes()
            rows.append(f"| {path.name} | {len(data)} | {sha256(data).hexdigest()} |")
    return "\n".join(rows)


def our_figures(path: Path) -> str:
    """Our own rows of the tables that the accuracy benchmark wrote."""
    lines = []
    for table in json.loads(path.read_text(encoding="utf-8"))["tables"]:
        for row in table["rows"]:
            if row.get("system") == "Counterclaim":
                figures = ", ".join(f"{name} {value}" for name, value in row.items() if name != "system")
                lines.append(f"- {table['title']}: {figures}")
            elif row.get("kind") == "all nine kinds":
                lines.append(f"- {table['title']}: F1 {row['Counterclaim']}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("figures", type=Path)
    parser.add_argument("--command", default="python -m training.train DATA BASE OUT --epochs 5")
    args = parser.parse_args()
    card = TEMPLATE.format(
        files=describe(args.weights),
        command=args.command,
        seed=SEED,
        pieces=BATCH_PIECES,
        encoder=ENCODER_RATE,
        head=HEAD_RATE,
        figures=our_figures(args.figures),
    )
    (args.weights / "MODEL_CARD.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
