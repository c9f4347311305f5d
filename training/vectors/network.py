"""The bi-encoder in PyTorch: the lower layers of the base, and the mean of a text's word pieces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional as F

from counterclaim.compare.vectors import cut_text
from training.network import Encoder

LAYERS = 6
#: The encoder's tables of surface features, which are kept at zero.
SURFACE = ("case", "gap", "quote")
#: So many texts, of like length, are padded and read together.
TOGETHER = 40


class Network(nn.Module):
    """Word pieces of texts → unit vectors. Of the encoder the surface features are not used."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.encoder.layers = self.encoder.layers[:layers]
        for table in SURFACE:
            nn.init.zeros_(getattr(self.encoder, table).weight).requires_grad_(False)

    def load_minilm(self, path: Path) -> None:
        """Start from the safetensors file of all-MiniLM-L6-v2, without the layers above ours."""
        whole = Encoder()
        whole.load_minilm(path)
        given = {name: value for name, value in whole.state_dict().items() if name.split(".")[0] not in SURFACE}
        self.encoder.load_state_dict(given, strict=False)

    def hold_still(self) -> None:
        """Leave the tables of pieces and positions as they are: a few claim sets know few of their rows."""
        for table in (self.encoder.pieces, self.encoder.positions):
            table.requires_grad_(False)

    def forward(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Unit vectors of texts given as word-piece ids, in their order."""
        order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
        read = [self._read([rows[i] for i in order[at : at + TOGETHER]]) for at in range(0, len(rows), TOGETHER)]
        return F.normalize(torch.cat(read)[torch.tensor(order).argsort()], dim=-1)

    def _read(self, rows: Sequence[Sequence[int]]) -> Tensor:
        """Mean vectors of texts, padded to the longest of them."""
        lengths = torch.tensor([len(row) for row in rows])
        width = int(lengths.max())
        ids = torch.tensor([[*row, *[0] * (width - len(row))] for row in rows])
        x = self.encoder(ids, torch.zeros(*ids.shape, 3, dtype=torch.long), lengths)
        seen = torch.arange(width)[None] < lengths[:, None]
        return (x * seen[..., None]).sum(1).float() / lengths[:, None]


def load_tokenizer(base: Path) -> Tokenizer:
    """The base's word pieces, without padding and truncation."""
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def load_base(base: Path, layers: int = LAYERS) -> Network:
    """The base as it is."""
    network = Network(layers)
    network.load_minilm(base / "model.safetensors")
    return network


def load_trained(checkpoint: Path) -> Network:
    """The network of a checkpoint."""
    state = torch.load(checkpoint, weights_only=True)
    network = Network(state["layers"])
    network.load_state_dict(state["network"])
    return network


def reader(network: Network, base: Path) -> Callable[[Sequence[str]], NDArray[np.float32]]:
    """A function from texts to the network's vectors."""
    tokenizer = load_tokenizer(base)
    network.eval()

    def read(texts: Sequence[str]) -> NDArray[np.float32]:
        with torch.no_grad():
            return network([cut_text(tokenizer, text) for text in texts]).numpy()

    return read
