"""The cross-encoder in PyTorch: premise and hypothesis are read together, the first piece carries the answer."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from training.entailment.pair_pieces import PIECES
from training.entailment.pairs import LABELS
from training.network import LAYERS, WIDTH, Layer, minilm_layers


class Network(nn.Module):
    """Word pieces of pairs → raw scores of the three labels."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(PIECES, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.hidden = nn.Linear(2 * WIDTH, WIDTH)
        self.answer = nn.Linear(WIDTH, len(LABELS))
        self.dropout = dropout

    def forward(self, ids: Tensor, sides: Tensor, lengths: Tensor) -> Tensor:
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.sides(sides)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        seen = torch.arange(ids.shape[1])[None] < lengths[:, None]
        for layer in self.layers:
            x = layer(x, seen[:, None, None, :])
        mean = (x * seen[..., None]).sum(1) / lengths[:, None]
        whole = F.dropout(torch.cat([x[:, 0], mean], 1), self.dropout, self.training)
        return self.answer(F.dropout(F.gelu(self.hidden(whole)), self.dropout, self.training))

    def hold_still(self, layers: int) -> None:
        """Leave the embeddings and the lowest layers as they are, which makes a step a quarter shorter."""
        for module in (self.pieces, self.positions, self.sides, self.norm, *self.layers[:layers]):
            module.requires_grad_(False)

    def load_minilm(self, path: Path) -> None:
        """Start from the safetensors file of all-MiniLM-L6-v2."""
        given = load_file(path)
        positions = given["embeddings.position_embeddings.weight"][:PIECES]
        tables = {"positions.weight": positions, "sides.weight": given["embeddings.token_type_embeddings.weight"]}
        self.load_state_dict({**self.state_dict(), **minilm_layers(given), **tables})
