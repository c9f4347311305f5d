"""Train the claim vectors: python -m training.vectors.train BASE OUT [--layers N] [--epochs N]

BASE is the model folder of all-MiniLM-L6-v2 (model.safetensors, tokenizer.json), OUT receives a checkpoint after every
epoch. A run that was stopped goes on from its last checkpoint.

The loss is supervised contrastive (Khosla et al., NeurIPS 2020, "Supervised Contrastive Learning", with the sum outside
the logarithm): a claim is drawn to those that answer one of its questions and pushed from all others of the batch. The
other claims of its own matter are the ones that are hard to push away.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from counterclaim.compare.vectors import cut_text
from training.train import rate
from training.vectors.matters import Matter, read_matters
from training.vectors.network import LAYERS, load_base, load_tokenizer

SEED = 20260103
RATE, DECAY = 1e-4, 0.01
TEMPERATURE = 0.07
#: Matters whose claims are compared with each other in one step.
MATTERS = 6


def loss_of(vectors: Tensor, same: Tensor) -> Tensor:
    """Mean negative log-probability, among all other claims, of those about the same question."""
    scores = (vectors @ vectors.T / TEMPERATURE).masked_fill(torch.eye(len(vectors), dtype=torch.bool), -1e4)
    logs = scores.log_softmax(1)
    joined = same.any(1)
    return -((logs * same).sum(1)[joined] / same.sum(1)[joined]).mean()


def same_in_batch(matters: Sequence[Matter]) -> Tensor:
    """Which claims of a batch are about the same question: never those of two matters."""
    return torch.block_diag(*(torch.from_numpy(m.same_question()).float() for m in matters)).bool()


class Run:
    """A network being trained and the optimizer's state."""

    def __init__(self, base: Path, layers: int) -> None:
        self.network = load_base(base, layers)
        self.tokenizer = load_tokenizer(base)
        self.layers = layers
        self.network.hold_still()
        learning = [p for p in self.network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(learning, lr=RATE, weight_decay=DECAY, fused=True)
        self.epoch = 0

    def resume(self, path: Path) -> None:
        """Go on after the epoch that a checkpoint ended."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch = state["epoch"] + 1

    def save(self, folder: Path) -> None:
        """Write the checkpoint of the epoch that has just ended."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
            "layers": self.layers,
        }
        torch.save(state, folder / "partial.pt")
        (folder / "partial.pt").rename(folder / f"epoch-{self.epoch:02}.pt")

    def step(self, matters: Sequence[Matter], share: float) -> float:
        """Learn from one batch at a share of the full learning rate; gives the loss."""
        for parameters in self.optimizer.param_groups:
            parameters["lr"] = RATE * share
        rows = [cut_text(self.tokenizer, text) for matter in matters for text in matter.texts]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            vectors = self.network(rows)
        loss = loss_of(vectors.float(), same_in_batch(matters))
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        return loss.item()


def train(run: Run, out: Path, epochs: int) -> None:
    """Run all epochs, writing `out/epoch-N.pt` after each."""
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(out.glob("epoch-*.pt"))[-1:]:
        run.resume(path)
    matters = read_matters(held=False)
    while run.epoch < epochs:
        shuffled = random.Random(SEED + run.epoch).sample(matters, len(matters))
        batches = [shuffled[at : at + MATTERS] for at in range(0, len(shuffled), MATTERS)]
        first, total = run.epoch * len(batches), epochs * len(batches)
        run.network.train()
        clock = time.time()
        losses = [run.step(batch, rate(first + k, total)) for k, batch in enumerate(batches)]
        print(f"epoch {run.epoch} loss {np.mean(losses):.3f} in {time.time() - clock:.0f} s", flush=True)
        run.save(out)
        run.epoch += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--layers", type=int, default=LAYERS)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    train(Run(args.base, args.layers), args.out, args.epochs)


if __name__ == "__main__":
    main()
