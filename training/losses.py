"""The joint loss of a batch: every window pays for the labels it has."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from counterclaim.language.attributions import distance_bucket
from training.examples import IGNORED, Batch
from training.network import BUCKETS, Network, Outputs, crf_loss

WEIGHTS = {
    "tags": 2.0,
    "content": 0.7,
    "source": 0.7,
    "arcs": 1.0,
    "labels": 0.7,
    "upos": 0.5,
    "names": 1.0,
    "starts": 0.5,
}


def losses(network: Network, batch: Batch, out: Outputs) -> dict[str, Tensor]:
    """Mean loss by task; a task without labels in the batch is left out."""
    rows = list(range(len(batch.examples)))
    present = batch.words >= 0  # row by row, the order of the flat list
    found: dict[str, Tensor] = {}
    for name in ("upos", "names", "starts"):
        gold = batch.padded(name, rows)[present]
        if (gold != IGNORED).any():
            smoothing = 0.05 if name == "names" else 0.0
            found[name] = F.cross_entropy(
                getattr(out, name)[: len(gold)].float(), gold, ignore_index=IGNORED, label_smoothing=smoothing
            )
    parsed = [r for r in rows if batch.examples[r].upos[0] != IGNORED]
    if parsed:
        found["arcs"], found["labels"] = _parse_losses(network, batch, out, parsed)
    attributed = [r for r in rows if batch.examples[r].tags is not None]
    if attributed:
        words = batch.words[attributed]
        gold = batch.padded("tags", attributed).clamp(min=0)
        found["tags"] = crf_loss(out.tags.float()[words.clamp(min=0)], network.transitions, gold, (words >= 0).float())
        found.update(_link_losses(network, batch, out, attributed))
    return found


def _pair_scores(left: Tensor, right: Tensor, words: Tensor) -> Tensor:
    """Scores (windows, words, words); padding on the right is impossible."""
    index = words.clamp(min=0)
    scores = (left[index] @ right[index].transpose(1, 2)).float()
    return scores.masked_fill((words < 0)[:, None, :], -1e4)


def _parse_losses(network: Network, batch: Batch, out: Outputs, rows: list[int]) -> tuple[Tensor, Tensor]:
    words, heads = batch.words[rows], batch.padded("heads", rows)
    sentence = batch.padded("sentence", rows)
    scores = _pair_scores(out.arc_dependent, out.arc_head, words)
    scores = scores.masked_fill(sentence[:, :, None] != sentence[:, None, :], -1e4)
    arcs = F.cross_entropy(scores.flatten(0, 1), heads.flatten(), ignore_index=IGNORED)
    known = heads != IGNORED
    head_words = words.gather(1, heads.clamp(min=0))[known]
    label = network.label_scores(out.label_dependent[words[known]], out.label_head[head_words])
    return arcs, F.cross_entropy(label.float(), batch.padded("relations", rows)[known])


def _link_losses(network: Network, batch: Batch, out: Outputs, rows: list[int]) -> dict[str, Tensor]:
    words = batch.words[rows]
    width = words.shape[1]
    place = np.arange(width)
    distance = torch.as_tensor(distance_bucket(place[None, :] - place[:, None], BUCKETS), device=words.device)
    found: dict[str, Tensor] = {}
    cue = batch.padded("content_cue", rows)
    if (cue != IGNORED).any():
        scores = _pair_scores(out.content_word, out.content_cue, words) + network.content_distance[distance]
        found["content"] = F.cross_entropy(scores.flatten(0, 1), cue.flatten(), ignore_index=IGNORED)
    at = [(k, anchor, source) for k, r in enumerate(rows) for anchor, source in batch.examples[r].sources]
    if at:
        scores = _pair_scores(out.source_cue, out.source_word, words) + network.source_distance[distance]
        windows, anchors = torch.tensor([x[0] for x in at]), torch.tensor([x[1] for x in at])
        none = out.source_none.float()[words[windows, anchors]]
        logits = torch.cat([scores[windows, anchors], none], 1).log_softmax(1)
        wanted = torch.zeros_like(logits)
        for k, (_, _, source) in enumerate(at):
            wanted[k, list(source) or [width]] = 1.0
        found["source"] = -torch.logsumexp(logits.masked_fill(wanted == 0, -1e4), 1).mean()
    return found


def weighted(found: dict[str, Tensor]) -> Tensor:
    """The sum that is minimised."""
    return torch.stack([WEIGHTS[name] * loss for name, loss in found.items()]).sum()
