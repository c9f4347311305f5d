"""Write the shipped model from a checkpoint: python -m training.vectors.export CHECKPOINT OUT

Laid node by node like the encoder's export, whose pieces it uses: int8 weights with one scale a column, activations
quantised as they come, the embedding table in int8 with one scale a row, everything else in float32. There is no
attention mask: a text is read alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import onnx
import torch
from onnx import TensorProto, helper

from counterclaim.compare.vectors import PIECES, WIDTH
from training.export import EPSILON, Floats, Graph, lay_layer, lay_norm, lay_pieces, lay_positions


def build(state: dict[str, Floats], layers: int) -> onnx.ModelProto:
    """The ONNX model of a network's weights: `ids` of shape (1, pieces) → `vectors` (1, WIDTH), not yet of length 1."""
    graph = Graph()
    pieces = lay_pieces(graph, state["encoder.pieces.weight"])
    positions = lay_positions(graph, state["encoder.positions.weight"][:PIECES])
    x = graph.node("Add", [pieces, positions], "embedded")
    x = graph.node("LayerNormalization", [x, *lay_norm(graph, state, "encoder.norm")], "normed", epsilon=EPSILON)
    for i in range(layers):
        x = lay_layer(graph, state, f"encoder.layers.{i}", x)
    graph.node("ReduceMean", [x], "vectors", axes=[1], keepdims=0)
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "pieces"])]
    outputs = [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", WIDTH])]
    return graph.model("vectors", inputs, outputs)


def export(checkpoint: Path, out: Path) -> None:
    """Write vectors.onnx into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(checkpoint, weights_only=True)
    weights = {name: tensor.float().numpy() for name, tensor in state["network"].items()}
    onnx.save(build(weights, state["layers"]), out / "vectors.onnx")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    export(args.checkpoint, args.out)


if __name__ == "__main__":
    main()
