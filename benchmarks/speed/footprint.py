"""How much room a package takes with everything it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def install_size(*packages: str) -> tuple[int, int]:
    """Bytes of all files that pip installs for the packages and their dependencies, and how many packages that is.

    Python itself and pip are not counted. Raises PackageNotFoundError.
    """
    closure = _closure(packages)
    return sum(_size(found) for found in closure.values()), len(closure)


def _closure(packages: tuple[str, ...]) -> dict[str, Distribution]:
    found: dict[str, Distribution] = {}
    waiting: list[str] = [canonicalize_name(package) for package in packages]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = distribution(name)
            waiting += _needs(found[name])
    return found


def _needs(package: Distribution) -> Iterator[str]:
    for line in package.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def _size(package: Distribution) -> int:
    installed = {Path(str(package.locate_file(file))) for file in package.files or ()}
    return sum(path.stat().st_size for path in installed | _editable_files(package) if path.is_file())


def _editable_files(package: Distribution) -> set[Path]:
    """The files of a package that is installed as a link to its source (PEP 610); of others none."""
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    if not origin.get("dir_info", {}).get("editable"):
        return set()
    spec = find_spec(package.metadata["Name"].replace("-", "_"))
    folders = (spec.submodule_search_locations if spec else None) or ()
    return {path for folder in folders for path in Path(folder).rglob("*")}


def size_in_mb(*packages: str) -> tuple[float, int] | None:
    """`install_size` in MB (10^6 bytes); None where one of them is not installed."""
    try:
        size, count = install_size(*packages)
    except PackageNotFoundError:
        return None
    return size / 1e6, count
