"""The contract's JSON object written so that people and `diff` can follow it: one line a value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def dumps(contract: Mapping[str, Any], *, ascii_only: bool = False, one_line: bool = False) -> str:
    """The object as JSON with every report, actor, claim, link and dispute on a line of its own."""
    if one_line:
        return json.dumps(contract, ensure_ascii=ascii_only)
    keys = [f"{json.dumps(key)}: {_values(value, ascii_only)}" for key, value in contract.items()]
    return "{" + ",\n ".join(keys) + "}"


def _values(value: Any, ascii_only: bool) -> str:
    if not isinstance(value, list | tuple) or not value:
        return json.dumps(value, ensure_ascii=ascii_only)
    return "[\n  " + ",\n  ".join(json.dumps(item, ensure_ascii=ascii_only) for item in value) + "]"
