"""Train the entailment model: python -m training.entailment.train BASE OUT PREPARED...

BASE is the model folder of all-MiniLM-L6-v2 (model.safetensors, tokenizer.json), OUT receives a checkpoint after
every epoch, PREPARED are files of pairs that `training.entailment.prepare` wrote: an epoch reads one of them, and
the first again after the last. A run that was stopped goes on from its last checkpoint. `--start` begins with the
weights of another run's checkpoint instead of BASE.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from training.entailment.batches import Example, collate, example, group
from training.entailment.network import Network
from training.entailment.pairs import Pair, read_pairs
from training.train import rate

SEED = 20260102
RATE, HEAD_RATE, DECAY = 1.5e-4, 5e-4, 0.01
#: A contradiction holds both ways: this share of them is read the other way round in an epoch.
TURNED = 0.4
SMOOTHING = 0.05
#: The averaged weights, which are the ones that are kept, follow the trained ones with this memory a step.
MEMORY = 0.995


def turn(pairs: list[Pair], rng: random.Random) -> list[Pair]:
    """Some contradictions with premise and hypothesis exchanged."""
    return [
        replace(p, premise=p.hypothesis, hypothesis=p.premise)
        if p.label == "contradiction" and rng.random() < TURNED
        else p
        for p in pairs
    ]


def loss_of(scores: Tensor, admitted: Tensor) -> Tensor:
    """Mean negative log-probability that the label is among those admitted, slightly smoothed."""
    logs = scores.float().log_softmax(1)
    right = -torch.logsumexp(logs.masked_fill(admitted == 0, -1e4), 1)
    return ((1 - SMOOTHING) * right - SMOOTHING * logs.mean(1)).mean()


def optimizer_for(network: Network) -> torch.optim.Optimizer:
    """AdamW; the pretrained part learns slower than the head."""
    head = [*network.hidden.parameters(), *network.answer.parameters()]
    known = {id(p) for p in head}
    old = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [{"params": old, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=DECAY, fused=True)


class Run:
    """A network being trained, its averaged weights and the optimizer's state."""

    def __init__(self, base: Path, start: Path | None, still: int) -> None:
        self.network = Network()
        if start is None:
            self.network.load_minilm(base / "model.safetensors")
        else:
            self.network.load_state_dict(_load(start)["average"])
        self.average = {name: value.clone() for name, value in self.network.state_dict().items()}
        if still:
            self.network.hold_still(still)
        self.optimizer = optimizer_for(self.network)
        self.full_rates = [group["lr"] for group in self.optimizer.param_groups]
        self.epoch = 0

    def resume(self, path: Path) -> None:
        """Go on after the epoch that a checkpoint ended."""
        state = _load(path)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average, self.epoch = state["average"], state["epoch"] + 1

    def save(self, folder: Path) -> None:
        """Write the checkpoint of the epoch that has just ended."""
        state = {
            "network": self.network.state_dict(),
            "average": self.average,
            "optimizer": self.optimizer.state_dict(),
            "epoch": self.epoch,
        }
        torch.save(state, folder / "partial.pt")
        (folder / "partial.pt").rename(folder / f"epoch-{self.epoch:02}.pt")

    def step(self, examples: list[Example], share: float) -> float:
        """Learn from one batch at a share of the full learning rate; gives the loss."""
        for parameters, full in zip(self.optimizer.param_groups, self.full_rates, strict=True):
            parameters["lr"] = full * share
        batch = collate(examples)
        with torch.autocast(batch.ids.device.type, dtype=torch.bfloat16):
            scores = self.network(batch.ids, batch.sides, batch.lengths)
        loss = loss_of(scores, batch.admitted)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        for name, value in self.network.state_dict().items():
            self.average[name].lerp_(value, 1 - MEMORY)
        return loss.item()


def _load(path: Path) -> dict:
    return torch.load(path, weights_only=True, map_location=torch.get_default_device())


def train(run: Run, prepared: list[Path], base: Path, out: Path, epochs: int, steps: int | None) -> None:
    """Run all epochs, writing `out/epoch-N.pt` after each; `steps` ends the first one after so many."""
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    for path in sorted(out.glob("epoch-*.pt"))[-1:]:
        run.resume(path)
    while run.epoch < epochs:
        rng = random.Random(SEED + run.epoch)
        pairs = turn(read_pairs(prepared[run.epoch % len(prepared)]), rng)
        made = list(group([example(tokenizer, pair) for pair in pairs], rng))
        run_epoch(run, made[:steps], epochs * len(made))
        run.save(out)
        if steps is not None:
            return
        run.epoch += 1


def run_epoch(run: Run, made: list[list[Example]], total: int) -> None:
    """One pass over the batches; `total` is the number of steps of all epochs."""
    run.network.train()
    clock, mean = time.time(), 1.1
    for k, examples in enumerate(made):
        mean += 0.02 * (run.step(examples, rate(run.epoch * len(made) + k, total)) - mean)
        if k % 50 == 49 or k + 1 == len(made):
            pace = (time.time() - clock) / (k + 1)
            print(f"epoch {run.epoch} step {k + 1}/{len(made)} {pace:.2f} s/step loss {mean:.3f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("prepared", type=Path, nargs="+")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--steps", type=int, help="end the run in its first epoch, after so many steps")
    parser.add_argument("--start", type=Path, help="a checkpoint whose weights to begin with")
    parser.add_argument("--still", type=int, default=0, help="leave the embeddings and so many layers as they are")
    parser.add_argument("--device", default="cpu", help="cpu, or cuda where there is a GPU")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_default_device(args.device)
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    run = Run(args.base, args.start, args.still)
    train(run, args.prepared, args.base, args.out, args.epochs, args.steps)


if __name__ == "__main__":
    main()
