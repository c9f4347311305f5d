"""Train the joint encoder: python -m training.train DATA BASE OUT [--epochs N]

DATA is the folder of corpora (see training/README.md), BASE the model folder of all-MiniLM-L6-v2
(model.safetensors, tokenizer.json), OUT receives a checkpoint after every epoch. A run that was
stopped goes on from its last checkpoint. Two CPU cores do an epoch in about a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import corpora
from training.corpora import Document
from training.examples import Batch, Cutter, Example, batches, collate, inventory, roughen
from training.losses import losses, weighted
from training.network import Network

SEED = 20260101
BATCH_PIECES = 4096
ENCODER_RATE, HEAD_RATE, TABLE_RATE = 2e-4, 1e-3, 1e-2
DECAY, WARMUP = 0.01, 0.06


def training_documents(data: Path) -> list[Document]:
    """Everything that is trained on: PolNeAR train, EWT and GUM train, four fifths of the names."""
    return [
        *corpora.read_polnear(data / "polnear" / "train"),
        *corpora.read_conllu(data / "ud" / "en_ewt" / "en_ewt-ud-train.conllu"),
        *corpora.read_conllu(data / "ud" / "en_gum" / "en_gum-ud-train.conllu"),
        *corpora.fold(corpora.read_names(data / "ner-worldwide" / "train"), held_out=False),
    ]


def share(document: Document) -> float:
    """Chance of a document to be read in an epoch: attributions are what most is to be learnt of."""
    return 1.0 if document.versions is not None else 0.75 if document.upos is not None else 0.65


def epoch_batches(documents: list[Document], cutter: Cutter, epoch: int) -> list[list[Example]]:
    """The batches of an epoch; the same for the same epoch."""
    rng = random.Random(SEED + epoch)
    drawn = [d for d in documents if rng.random() < share(d)]
    examples = [x for d in drawn for x in cutter.cut(roughen(d, rng), rng)]
    return batches(examples, BATCH_PIECES, rng)


def rate(step: int, total: int) -> float:
    """Share of the full learning rate: linear warm-up, linear decay."""
    warm = max(1, int(WARMUP * total))
    return min((step + 1) / warm, max(0.0, (total - step) / (total - warm)))


def optimizer_for(network: Network) -> torch.optim.Optimizer:
    """AdamW; the pretrained part learns slower than the new heads."""
    old = [p for n, p in network.encoder.named_parameters() if n.split(".")[0] not in ("case", "gap", "quote")]
    tables = network.tables()
    known = {id(p) for p in [*old, *tables]}
    new = [p for p in network.parameters() if id(p) not in known]
    groups = [
        {"params": old, "lr": ENCODER_RATE},
        {"params": new, "lr": HEAD_RATE},
        {"params": tables, "lr": TABLE_RATE, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)


def step_loss(network: Network, batch: Batch) -> tuple[torch.Tensor, dict[str, float]]:
    """The loss of one batch and its parts."""
    with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
        out = network(batch.ids, batch.features, batch.lengths, batch.first, batch.last)
        parts = losses(network, batch, out)
    return weighted(parts), {k: v.item() for k, v in parts.items()}


def train(data: Path, base: Path, out: Path, epochs: int) -> None:
    """Run all epochs, writing `out/epoch-N.pt` after each."""
    out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    documents = training_documents(data)
    labels = inventory(documents)
    (out / "labels.json").write_text(json.dumps(asdict(labels), indent=1), encoding="utf-8")
    cutter = Cutter(Tokenizer.from_file(str(base / "tokenizer.json")), labels)
    cutter.tokenizer.no_padding()
    cutter.tokenizer.no_truncation()
    network = Network(len(labels.upos), len(labels.relations), len(labels.names))
    network.encoder.load_minilm(base / "model.safetensors")
    optimizer = optimizer_for(network)
    full_rates = [group["lr"] for group in optimizer.param_groups]
    begin = 0
    for path in sorted(out.glob("epoch-*.pt"))[-1:]:
        state = torch.load(path, weights_only=True, map_location=torch.get_default_device())
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        begin = state["epoch"] + 1
    for epoch in range(begin, epochs):
        made = epoch_batches(documents, cutter, epoch)
        steps = range(epoch * len(made), (epoch + 1) * len(made))
        rates = [[full * rate(step, epochs * len(made)) for full in full_rates] for step in steps]
        run_epoch(network, optimizer, made, rates, f"epoch {epoch}")
        state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "epoch": epoch}
        torch.save(state, out / "partial.pt")
        (out / "partial.pt").rename(out / f"epoch-{epoch:02}.pt")


def run_epoch(
    network: Network, optimizer: torch.optim.Optimizer, made: list[list[Example]], rates: list[list[float]], name: str
) -> None:
    """One pass over the batches; `rates` has the learning rate of every parameter group at every step."""
    network.train()
    mean: dict[str, float] = {}
    clock = time.time()
    for k, examples in enumerate(made):
        for group, now in zip(optimizer.param_groups, rates[k], strict=True):
            group["lr"] = now
        loss, parts = step_loss(network, collate(examples))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        for task, value in parts.items():
            mean[task] = 0.98 * mean.get(task, value) + 0.02 * value
        if k % 25 == 24 or k + 1 == len(made):
            shown = " ".join(f"{task} {value:.3f}" for task, value in sorted(mean.items()))
            print(f"{name} step {k + 1}/{len(made)} {(time.time() - clock) / (k + 1):.2f} s/step {shown}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is a GPU")
    args = parser.parse_args()
    torch.set_default_device(args.device)
    train(args.data, args.base, args.out, args.epochs)


if __name__ == "__main__":
    main()
