"""Write the shipped files from a checkpoint: python -m training.export CHECKPOINT LABELS BASE OUT

The graph is laid node by node, so that the same checkpoint gives the same bytes: int8 weights with
one scale a column, activations quantised as they come, the embedding table in int8 with one scale
a row, everything else in float32. There is no attention mask: a report's windows are equally long.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from counterclaim.language.pieces import CASES, GAPS, QUOTES
from training.network import HEADS, LAYERS, WIDTH

Floats = NDArray[np.float32]
MICROSOFT = "com.microsoft"
EPSILON = 1e-12
PAIRS = ("arcs", "content", "source")


class Graph:
    """Collects nodes and weights."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        """Store a tensor."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: object) -> str:
        """Add an operation with one output."""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def int8_linear(self, x: str, name: str, weight: Floats, bias: Floats) -> str:
        """x · weightᵀ + bias with int8 weights (7 bits of them, which no CPU's kernels overflow)."""
        scale = np.maximum(np.abs(weight).max(axis=1), 1e-8) / 63
        quantised = np.clip(np.round(weight / scale[:, None]), -63, 63).astype(np.int8).T
        inputs = [
            x,
            self.constant(f"{name}.weight", quantised),
            self.constant(f"{name}.scale", scale.astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
            self.constant(f"{name}.bias", bias),
        ]
        return self.node("DynamicQuantizeMatMul", inputs, name, MICROSOFT)

    def linear(self, x: str, name: str, weight: Floats, bias: Floats) -> str:
        """x · weightᵀ + bias in float32."""
        product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight.T)], f"{name}.product")
        return self.node("Add", [product, self.constant(f"{name}.bias", bias)], name)

    def model(
        self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]
    ) -> onnx.ModelProto:
        """The finished model."""
        made = helper.make_graph(self.nodes, name, inputs, outputs, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(made, opset_imports=opsets, producer_name="counterclaim")
        model.ir_version = 9
        return model


def build(state: dict[str, Floats]) -> onnx.ModelProto:
    """The ONNX model of a network's weights."""
    graph = Graph()
    x = _embed(graph, state)
    for i in range(LAYERS):
        x = lay_layer(graph, state, f"encoder.layers.{i}", x)
    flat = graph.node("Reshape", [x, graph.constant("rows", np.array([-1, WIDTH], np.int64))], "flat")
    first = graph.node("Gather", [flat, "first"], "first_piece")
    both = graph.node("Add", [first, graph.node("Gather", [flat, "last"], "last_piece")], "both_pieces")
    words = graph.node("Mul", [both, graph.constant("half", np.array(0.5, np.float32))], "words")
    outputs = [*_scores(graph, state, words), *_pairs(graph, state, words)]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, shape)
        for name, shape in (
            ("ids", ["windows", "pieces"]),
            ("features", ["windows", "pieces"]),
            ("first", ["words"]),
            ("last", ["words"]),
        )
    ]
    return graph.model("counterclaim", inputs, outputs)


def _embed(graph: Graph, state: dict[str, Floats]) -> str:
    x = lay_pieces(graph, state["encoder.pieces.weight"])
    surface = (
        state["encoder.case.weight"][:, None, None]
        + state["encoder.gap.weight"][None, :, None]
        + state["encoder.quote.weight"][None, None, :]
    ).reshape(CASES * GAPS * QUOTES, WIDTH)
    x = graph.node(
        "Add", [x, graph.node("Gather", [graph.constant("surface", surface), "features"], "surfaces")], "typed"
    )
    x = graph.node("Add", [x, lay_positions(graph, state["encoder.positions.weight"])], "embedded")
    return graph.node("LayerNormalization", [x, *lay_norm(graph, state, "encoder.norm")], "normed", epsilon=EPSILON)


def lay_pieces(graph: Graph, table: Floats) -> str:
    """The vectors of the word pieces `ids`, from a table in int8 with one scale a row."""
    scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-8) / 127
    quantised = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    rows = graph.node("Gather", [graph.constant("pieces", quantised), "ids"], "piece_rows")
    rows = graph.node("Cast", [rows], "piece_floats", to=TensorProto.FLOAT)
    scales = graph.node("Gather", [graph.constant("piece_scale", scale.astype(np.float32)), "ids"], "piece_scales")
    return graph.node("Mul", [rows, scales], "piece_vectors")


def lay_positions(graph: Graph, table: Floats) -> str:
    """The vectors of the positions of `ids`."""
    length = graph.node(
        "Slice",
        [
            graph.node("Shape", ["ids"], "shape"),
            graph.constant("one", np.array([1])),
            graph.constant("two", np.array([2])),
        ],
        "length",
    )
    positions = graph.constant("positions", table)
    return graph.node("Slice", [positions, graph.constant("zero", np.array([0])), length], "position_rows")


def lay_norm(graph: Graph, state: dict[str, Floats], name: str) -> list[str]:
    """The weights of a layer norm."""
    return [graph.constant(f"{name}.{kind}", state[f"{name}.{kind}"]) for kind in ("weight", "bias")]


def lay_layer(graph: Graph, state: dict[str, Floats], name: str, x: str) -> str:
    """One transformer layer."""

    def linear(part: str, given: str) -> str:
        return graph.int8_linear(given, f"{name}.{part}", state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"])

    def add_and_norm(part: str, given: str, residual: str) -> str:
        # onnxruntime's one operation for both (SkipLayerNormalization) is several times slower.
        both = graph.node("Add", [given, residual], f"{name}.{part}.sum")
        normed = [both, *lay_norm(graph, state, f"{name}.{part}")]
        return graph.node("LayerNormalization", normed, f"{name}.{part}", epsilon=EPSILON)

    qkv = [f"{name}.{part}" for part in ("q", "k", "v")]
    graph.nodes.append(helper.make_node("Split", [linear("qkv", x)], qkv, name=f"{name}.split", axis=-1))
    mixed = graph.node("MultiHeadAttention", qkv, f"{name}.attention", MICROSOFT, num_heads=HEADS)
    x = add_and_norm("norm1", linear("out", mixed), x)
    inner = graph.node("Gelu", [linear("inner", x)], f"{name}.gelu", MICROSOFT)
    return add_and_norm("norm2", linear("outer", inner), x)


def _scores(graph: Graph, state: dict[str, Floats], words: str) -> list[onnx.ValueInfoProto]:
    outputs = []
    for name in ("upos", "names", "tags", "starts", "label_dependent", "label_head", "source_none"):
        graph.linear(words, name, state[f"{name}.weight"], state[f"{name}.bias"])
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", len(state[f"{name}.bias"])]))
    return outputs


def _pairs(graph: Graph, state: dict[str, Floats], words: str) -> list[onnx.ValueInfoProto]:
    """Left and right vectors of every kind of pair."""
    outputs = []
    for name in PAIRS:
        for side in ("left", "right"):
            key = f"{name}.{side}"
            linear = graph.linear(words, f"{key}.linear", state[f"{key}.linear.weight"], state[f"{key}.linear.bias"])
            output = f"{name}_{side}"
            size = len(state[f"{name}.bias"])
            graph.node("Gelu", [linear], output if side == "right" else f"{key}.gelu", MICROSOFT)
            if side == "left":
                graph.linear(f"{key}.gelu", output, state[f"{name}.weight"].T, state[f"{name}.bias"])
            outputs.append(helper.make_tensor_value_info(output, TensorProto.FLOAT, ["words", size]))
    return outputs


def export(checkpoint: Path, labels: Path, base: Path, out: Path) -> None:
    """Write encoder.onnx, decoder.npz, labels.json and tokenizer.json into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    loaded = torch.load(checkpoint, weights_only=True)["network"]
    state = {name: tensor.float().numpy() for name, tensor in loaded.items()}
    onnx.save(build(state), out / "encoder.onnx")
    kept = ("label.weight", "label.bias", "content_distance", "source_distance", "transitions")
    np.savez(out / "decoder.npz", **{name.replace(".", "_"): state[name] for name in kept})
    shutil.copyfile(labels, out / "labels.json")
    tokenizer = json.loads((base / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer |= {"truncation": None, "padding": None}
    (out / "tokenizer.json").write_text(json.dumps(tokenizer, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("checkpoint", "labels", "base", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    export(args.checkpoint, args.labels, args.base, args.out)


if __name__ == "__main__":
    main()
