"""Write the shipped model from a checkpoint: python -m training.entailment.export CHECKPOINT OUT

Laid node by node like the encoder's export, whose pieces it uses: int8 weights with one scale a column, activations
quantised as they come, the embedding table in int8 with one scale a row, everything else in float32. There is no
attention mask: a pair is read alone. The averaged weights of the checkpoint are taken.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper

from training.entailment.pairs import LABELS
from training.export import EPSILON, MICROSOFT, Floats, Graph, lay_layer, lay_norm, lay_pieces, lay_positions
from training.network import LAYERS, WIDTH


def build(state: dict[str, Floats]) -> onnx.ModelProto:
    """The ONNX model of a network's weights: `ids` and `sides` of shape (1, pieces) → `scores` (1, 3)."""
    graph = Graph()
    pieces = lay_pieces(graph, state["pieces.weight"])
    sides = graph.node("Gather", [graph.constant("side_table", state["sides.weight"]), "sides"], "side_vectors")
    x = graph.node("Add", [pieces, sides], "sided")
    x = graph.node("Add", [x, lay_positions(graph, state["positions.weight"])], "embedded")
    x = graph.node("LayerNormalization", [x, *lay_norm(graph, state, "norm")], "normed", epsilon=EPSILON)
    for i in range(LAYERS):
        x = lay_layer(graph, state, f"layers.{i}", x)
    first = graph.node("Gather", [x, graph.constant("first", np.array([0]))], "first_piece", axis=1)
    mean = graph.node("ReduceMean", [x], "mean_piece", axes=[1], keepdims=1)
    both = graph.node("Concat", [first, mean], "first_and_mean", axis=-1)
    whole = graph.node("Reshape", [both, graph.constant("rows", np.array([-1, 2 * WIDTH]))], "whole")
    hidden = graph.linear(whole, "hidden", state["hidden.weight"], state["hidden.bias"])
    bent = graph.node("Gelu", [hidden], "bent", MICROSOFT)
    graph.linear(bent, "scores", state["answer.weight"], state["answer.bias"])
    shape = ["pairs", "pieces"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("ids", "sides")]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["pairs", len(LABELS)])]
    return graph.model("entailment", inputs, outputs)


def export(checkpoint: Path, out: Path) -> None:
    """Write entailment.onnx into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    loaded = torch.load(checkpoint, weights_only=True, map_location="cpu")["average"]
    onnx.save(build({name: tensor.float().numpy() for name, tensor in loaded.items()}), out / "entailment.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    export(args.checkpoint, args.out)


if __name__ == "__main__":
    main()
