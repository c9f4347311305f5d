"""The public corpora as documents: words, gaps and whatever labels a corpus has.

PolNeAR gives attributions, UD EWT and GUM give parts of speech, dependencies and sentence starts,
EN Worldwide Newswire gives names. Where several annotators read one PolNeAR article, the document
keeps every version and training draws one each epoch; measuring uses the medoid (see `medoid`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.language.words import JOINED, PARAGRAPH, SPACE, split_words

ROLES = ("source", "cue", "content")


@dataclass(frozen=True)
class Attribution:
    """Word indices of the source, the cue and the content; source and content may be in pieces."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]


@dataclass
class Document:
    """A text as words, with the labels its corpus has; None where it has none."""

    name: str
    words: list[str]
    gaps: list[int]
    versions: list[list[Attribution]] | None = None
    upos: list[str] | None = None
    heads: list[int] | None = None
    """Index of each word's head; a root is its own head."""
    relations: list[str] | None = None
    starts: list[int] | None = None
    """1 where a sentence starts."""
    names: list[str] | None = None
    lemmas: list[str] | None = field(default=None, repr=False)


def read_polnear(folder: Path) -> list[Document]:
    """PolNeAR articles of a split folder with `text/` and `attributions/` (brat stand-off)."""
    versions: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        versions[path.stem.rsplit("_", 1)[0]].append(path)
    documents = []
    for name, paths in sorted(versions.items()):
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        split = split_words(text)
        spans = list(zip(split.starts, split.ends, strict=True))
        documents.append(
            Document(
                name,
                [text[s:e] for s, e in spans],
                split.gaps,
                versions=[list(_word_attributions(read_brat(p), spans)) for p in paths],
            )
        )
    return documents


def read_brat(path: Path) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of a brat file as character spans by role; those without content dropped."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[tuple[str, str]]] = []
    for line in re.split(r"[\r\n]+", path.read_bytes().decode("utf-8")):
        if match := re.match(r"(T\d+)\t\w+ (\d+ \d+(?:;\d+ \d+)*)\t", line):
            pairs = [part.split() for part in match[2].split(";")]
            spans[match[1]] = [(int(s), int(e)) for s, e in pairs]
        elif match := re.match(r"E\d+\t(.+)", line):
            arguments = [argument.partition(":") for argument in match[1].split()]
            events.append([(role.lower().rstrip("2"), target) for role, _, target in arguments])
    found = [
        {role: [span for name, target in event if name == role for span in spans[target]] for role in ROLES}
        for event in events
    ]
    return [roles for roles in found if roles["content"]]


def _word_attributions(
    events: list[dict[str, list[tuple[int, int]]]], words: list[tuple[int, int]]
) -> Iterator[Attribution]:
    owner = {c: i for i, (s, e) in enumerate(words) for c in range(s, e)}
    for event in events:
        indices = {
            role: tuple(sorted({owner[c] for s, e in event[role] for c in range(s, e) if c in owner})) for role in ROLES
        }
        if indices["content"] and indices["cue"]:
            yield Attribution(**indices)


def read_conllu(path: Path) -> list[Document]:
    """Documents of a UD treebank; sentences of one document follow one another in it."""
    documents: list[Document] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.split("\n")
        if not documents or any(x.startswith("# newdoc") for x in lines):
            documents.append(Document(f"{path.stem}-{len(documents)}", [], [], None, [], [], [], [], None, []))
        rows = [x.split("\t") for x in lines if x and x[0] != "#"]
        if rows:
            _append_sentence(documents[-1], rows, any(x.startswith("# newpar") for x in lines))
    return documents


def _append_sentence(document: Document, rows: list[list[str]], new_paragraph: bool) -> None:
    assert document.upos is not None and document.heads is not None and document.lemmas is not None
    assert document.relations is not None and document.starts is not None
    offset = len(document.words)
    glued: set[int] = set()
    for row in rows:
        if "-" in row[0] and "SpaceAfter=No" in row[9]:
            glued.add(int(row[0].split("-")[1]))
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            glued.update(range(first, last))
    gap = PARAGRAPH if new_paragraph or not document.words else SPACE
    for row in rows:
        if not row[0].isdigit():
            continue
        index, head = int(row[0]), int(row[6])
        document.words.append(row[1])
        document.gaps.append(gap)
        document.upos.append(row[3])
        document.lemmas.append(row[2])
        document.heads.append(offset + (head or index) - 1)
        document.relations.append(row[7])
        document.starts.append(int(index == 1))
        gap = JOINED if index in glued or "SpaceAfter=No" in row[9] else SPACE


_NO_SPACE_BEFORE = frozenset(
    (".", ",", ";", ":", "!", "?", ")", "]", "%", "’s", "'s", "n't", "n’t", "'re", "'ve", "'ll")
)
_NO_SPACE_AFTER = frozenset(("(", "[", "$", "“", "``"))


def read_names(folder: Path) -> list[Document]:
    """Newswire articles with names in BIO; spaces are put back by the usual rules of print."""
    documents = []
    for path in sorted(folder.glob("*.tsv")):
        words: list[str] = []
        gaps: list[int] = []
        names: list[str] = []
        new_paragraph = True
        open_quote = False
        before = ""
        for line in path.read_text(encoding="utf-8").split("\n"):
            cells = line.split("\t")
            if len(cells) != 2 or not cells[0].strip():
                new_paragraph = True
                continue
            word, label = cells[0].strip(), cells[1].strip()
            if word.startswith("http") and not words:
                continue
            joined = word in _NO_SPACE_BEFORE or before in _NO_SPACE_AFTER
            if word == '"':
                joined, open_quote = joined or open_quote, not open_quote
            elif before == '"' and open_quote:
                joined = True
            gaps.append(PARAGRAPH if new_paragraph else JOINED if joined else SPACE)
            words.append(word)
            names.append(label)
            if new_paragraph:
                open_quote = word == '"'
            new_paragraph, before = False, word
        documents.append(Document(path.name.split(".")[0], words, gaps, names=names))
    return documents


def fold(documents: list[Document], held_out: bool) -> list[Document]:
    """The fixed fifth of the name corpus (every fifth article by name), or the other four."""
    return [d for i, d in enumerate(documents) if (i % 5 == 4) == held_out]
