"""Write the pairs to train on: python -m training.entailment.prepare DATA OUT

DATA is the folder of data sets (see training/README.md). OUT receives `general.jsonl`, the public sets, for the
first stage; `mixed-0.jsonl` to `mixed-3.jsonl`, parts of the public sets with rule-made pairs, claim sets and news
templates, for the epochs of the second stage; and `calibration.jsonl`, pairs of both kinds that are never trained on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from counterclaim.language.encoder import Encoder
from training.entailment import corpora, stance
from training.entailment.claim_sets import claim_pairs
from training.entailment.edited import edited_pairs, single_sentences
from training.entailment.news.generate import generate
from training.entailment.pairs import Pair, share_of, write_pairs

SEED = 20260103
#: One in so many premises is kept for calibration.
CALIBRATION = 40
#: Of FNC-1, which has many pairs a story, the share of each stance that is read.
STANCE_SHARE = {"agree": 0.45, "disagree": 1.0, "discuss": 0.18, "unrelated": 0.015}
MIXED_FILES = 4
#: The share of the public sets in a file of the second stage, drawn anew for each; of those not named it is a half.
MIXED_SHARE = {"snli": 0.12, "sick": 0.1, "joci": 0.0, "mpe": 0.0, "scitail": 0.15, "claimdiff": 0.25}
NEWS_PAIRS, CALIBRATION_NEWS_PAIRS = 8_000, 3_000
EDITED_SENTENCES = {"mnli": 550, "fnc-1": 450}


@dataclass(frozen=True)
class Sources:
    """The data sets in a folder, each read once."""

    data: Path

    @cached_property
    def cases(self) -> list[stance.Case]:
        """All of FNC-1."""
        return stance.read_cases(self.data)

    @cached_property
    def trained_cases(self) -> list[stance.Case]:
        """FNC-1 without the topics held back."""
        return stance.split_cases(self.cases)[0]

    @cached_property
    def public(self) -> list[Pair]:
        """The public sets without what is held back."""
        return list(self._public())

    def _public(self) -> Iterator[Pair]:
        for name in corpora.SETS:
            yield from corpora.mnli(self.data, held=False) if name == "mnli" else corpora.read_set(self.data, name)
        yield from corpora.claimdiff(self.data)
        yield from stance.emergent(self.data, stance.held_topics(self.cases)[1])
        drawn = (
            case
            for case in self.trained_cases
            if share_of(f"{case.body_id} {case.headline}", 10_000) < 10_000 * STANCE_SHARE[case.stance]
        )
        yield from stance.stance_pairs(drawn, stance.Passages(sorted({case.body for case in self.cases})))

    def sentences(self, source: str, seed: int) -> list[str]:
        """Sentences to edit, of MNLI or of the bodies of FNC-1, from what is not held back."""
        if source == "mnli":
            texts = [text for pair in corpora.mnli(self.data, held=False) for text in (pair.premise, pair.hypothesis)]
        else:
            bodies = sorted({case.body for case in self.trained_cases})
            texts = [sentence for body in bodies for sentence in stance.sentences_of(body)]
        return single_sentences(texts, seed, EDITED_SENTENCES[source])


def for_calibration(pair: Pair) -> bool:
    """Whether a pair of a public set serves calibration and is not trained on."""
    return share_of(f"calibration {pair.premise}", CALIBRATION) == 0


def calibrates(pair: Pair) -> bool:
    """Whether a pair of a held-back claim set serves calibration; those of the other matters serve measuring."""
    return share_of(f"calibration {pair.source}", 2) == 0


def mixed(sources: Sources, part: int, encoder: Encoder) -> Iterator[Pair]:
    """One of the files of the second stage; every one has other templates, edits and pictures."""
    for pair in sources.public:
        fraction = MIXED_SHARE.get(pair.source, 0.5)
        if not for_calibration(pair) and share_of(f"{part} {pair.premise}", 100) < 100 * fraction:
            yield pair
    for source in EDITED_SENTENCES:
        yield from edited_pairs(sources.sentences(source, SEED + part), f"edited {source}", SEED + part, encoder)
    yield from claim_pairs(held=False, part=part)
    yield from generate("train", NEWS_PAIRS, SEED + part)


def prepare(data: Path, out: Path) -> None:
    """Write all files and print what is in them."""
    out.mkdir(parents=True, exist_ok=True)
    sources, encoder = Sources(data), Encoder(threads=1)
    held = [pair for pair in sources.public if for_calibration(pair)]
    claims = [pair for pair in claim_pairs(held=True) if calibrates(pair)]
    files = {
        "general": [pair for pair in sources.public if not for_calibration(pair)],
        "calibration": [*held, *claims, *generate("calibrate", CALIBRATION_NEWS_PAIRS, SEED)],
        **{f"mixed-{part}": list(mixed(sources, part, encoder)) for part in range(MIXED_FILES)},
    }
    for name, pairs in files.items():
        write_pairs(out / f"{name}.jsonl", pairs)
        counts = Counter((pair.source.split()[0], pair.label) for pair in pairs)
        print(name, ", ".join(f"{source} {label} {count}" for (source, label), count in sorted(counts.items())))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    prepare(args.data, args.out)


if __name__ == "__main__":
    main()
