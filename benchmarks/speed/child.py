"""One system reads all texts of a folder, alone in its process: `python -m benchmarks.speed.child NAME FOLDER`.

Prints one JSON object: seconds for all texts after loading and a first short text, the number of
texts, of texts given up on, and the peak of resident memory in MB; or {"absent": why}.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

SHORT_TEXT = 'The bridge is open again, the governor said on Monday. "Nobody was hurt," she told reporters in the port.'


def measure(name: str, folder: Path) -> dict[str, Any]:
    """Read all texts once and report on it."""
    from benchmarks.speed.contestants import CONTESTANTS
    from benchmarks.systems import NotInstalled

    texts = [path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.txt"))]
    try:
        read = CONTESTANTS[name]()
    except NotInstalled as error:
        return {"absent": f"not installed: {error}"}
    read(SHORT_TEXT)
    start = perf_counter()
    failures = sum(read(text) for text in texts)
    seconds = perf_counter() - start
    return {"seconds": seconds, "texts": len(texts), "failures": failures, "peak_mb": peak_memory()}


def peak_memory() -> float:
    """The peak of this process's resident memory, in MB (10^6 bytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
