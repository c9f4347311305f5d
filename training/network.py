"""The encoder and its heads in PyTorch.

A BERT-style encoder (all-MiniLM-L6-v2: 6 layers, width 384) reads a window once; every head works
on words, a word being the mean of its first and last piece. Pairs of words (dependency arcs, cue to
content, cue to source) are scored by projections and a dot product, so that at reading time only
the projections come out of the network and any two words of a report can be paired, also across
windows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from counterclaim.language.attributions import TAGS
from counterclaim.language.pieces import CASES, GAPS, QUOTES

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
ARC, LABEL, LINK = 192, 128, 128

#: Buckets of a signed distance in words (see `distance_bucket`).
BUCKETS = 29


@dataclass
class Outputs:
    """Raw scores of every word of a batch (rows are words, in the batch's order)."""

    upos: Tensor
    names: Tensor
    tags: Tensor
    starts: Tensor
    arc_dependent: Tensor
    arc_head: Tensor
    label_dependent: Tensor
    label_head: Tensor
    content_word: Tensor
    content_cue: Tensor
    source_cue: Tensor
    source_word: Tensor
    source_none: Tensor


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT; query, key and value are one projection."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # No dropout on attention weights: it would triple the time of a step on a CPU.
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm1(x + mixed)
        inner = self.outer(F.gelu(self.inner(x)))
        return self.norm2(x + F.dropout(inner, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and surface features of windows → a vector a piece."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.case = nn.Embedding(CASES, WIDTH)
        self.gap = nn.Embedding(GAPS, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        for table in (self.case, self.gap, self.quote):
            nn.init.normal_(table.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = dropout

    def forward(self, ids: Tensor, features: Tensor, lengths: Tensor) -> Tensor:
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        x = x + self.case(features[..., 0]) + self.gap(features[..., 1]) + self.quote(features[..., 2])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        seen = torch.arange(ids.shape[1])[None] < lengths[:, None]
        mask = seen[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load_minilm(self, path: Path) -> None:
        """Start from the safetensors file of all-MiniLM-L6-v2."""
        given = load_file(path)
        positions = given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        self.load_state_dict({**self.state_dict(), **minilm_layers(given), "positions.weight": positions})


def minilm_layers(given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights of all-MiniLM-L6-v2 under our names: pieces, first norm and layers, without positions and sides."""
    own = {"pieces.weight": given["embeddings.word_embeddings.weight"]}
    for kind in ("weight", "bias"):
        own[f"norm.{kind}"] = given[f"embeddings.LayerNorm.{kind}"]
        for i in range(LAYERS):
            old, new = f"encoder.layer.{i}", f"layers.{i}"
            parts = [given[f"{old}.attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            own[f"{new}.qkv.{kind}"] = torch.cat(parts)
            own[f"{new}.out.{kind}"] = given[f"{old}.attention.output.dense.{kind}"]
            own[f"{new}.norm1.{kind}"] = given[f"{old}.attention.output.LayerNorm.{kind}"]
            own[f"{new}.inner.{kind}"] = given[f"{old}.intermediate.dense.{kind}"]
            own[f"{new}.outer.{kind}"] = given[f"{old}.output.dense.{kind}"]
            own[f"{new}.norm2.{kind}"] = given[f"{old}.output.LayerNorm.{kind}"]
    return own


class Projection(nn.Module):
    """A word's side in a pair: a linear layer and a GELU."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(WIDTH, size)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor) -> Tensor:
        return self.dropout(F.gelu(self.linear(x)))


class Biaffine(nn.Module):
    """Scores of ordered pairs (Dozat and Manning 2017): left · W · right + w · right."""

    def __init__(self, size: int, dropout: float) -> None:
        super().__init__()
        self.left, self.right = Projection(size, dropout), Projection(size, dropout)
        self.weight = nn.Parameter(torch.zeros(size, size))
        self.bias = nn.Parameter(torch.zeros(size))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Left and right vectors whose dot product is the pair's score."""
        return self.left(x) @ self.weight + self.bias, self.right(x)


class Network(nn.Module):
    """Encoder and all heads."""

    def __init__(self, upos: int, relations: int, names: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout=dropout)
        self.dropout = nn.Dropout(0.2)
        self.upos = nn.Linear(WIDTH, upos)
        self.names = nn.Linear(WIDTH, names)
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.starts = nn.Linear(WIDTH, 2)
        self.arcs = Biaffine(ARC, 0.2)
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL, relations)
        self.content = Biaffine(LINK, 0.1)
        self.source = Biaffine(LINK, 0.1)
        self.source_none = nn.Linear(WIDTH, 1)
        near = -0.3 * (torch.arange(BUCKETS) - BUCKETS // 2).abs().float()
        self.content_distance = nn.Parameter(near.clone())
        self.source_distance = nn.Parameter(near.clone())
        self.transitions = nn.Parameter(likely_transitions())

    def tables(self) -> list[nn.Parameter]:
        """The few scalars that must move far, and so learn faster."""
        return [self.content_distance, self.source_distance, self.transitions]

    def forward(self, ids: Tensor, features: Tensor, lengths: Tensor, first: Tensor, last: Tensor) -> Outputs:
        """`first` and `last` are positions of words' pieces in the flattened batch."""
        x = self.encoder(ids, features, lengths).reshape(-1, WIDTH)
        words = self.dropout((x[first] + x[last]) * 0.5)
        arc_dependent, arc_head = self.arcs(words)
        content_word, content_cue = self.content(words)
        source_cue, source_word = self.source(words)
        return Outputs(
            self.upos(words), self.names(words), self.tags(words), self.starts(words),
            arc_dependent, arc_head, self.label_dependent(words), self.label_head(words),
            content_word, content_cue, source_cue, source_word, self.source_none(words),
        )  # fmt: skip

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Relation scores of word-head pairs from their label vectors."""
        return self.label(F.relu(dependent + head))


def likely_transitions() -> Tensor:
    """Where tag transitions start from: a role only runs on after the same role."""
    table = torch.zeros(len(TAGS), len(TAGS))
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after[0] == "I" and before[2:] != after[2:]:
                table[i, j] = -4.0
    return table


def crf_loss(scores: Tensor, transitions: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
    """Negative log-likelihood of tag sequences, a word; scores (batch, words, tags), mask 1 for words."""
    total = scores.gather(2, gold[..., None])[..., 0]
    steps = transitions[gold[:, :-1], gold[:, 1:]]
    path = (total * mask).sum(1) + (steps * mask[:, 1:]).sum(1)
    alpha = scores[:, 0]
    for t in range(1, scores.shape[1]):
        nxt = torch.logsumexp(alpha[:, :, None] + transitions[None], dim=1) + scores[:, t]
        alpha = torch.where(mask[:, t, None] > 0, nxt, alpha)
    return (torch.logsumexp(alpha, 1) - path).sum() / mask.sum()
