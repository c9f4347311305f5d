"""Ingest: what people have (files, folders, pages, feeds, archives, tables, text) turned into reports."""

from counterclaim.ingest.fetch import Fetcher
from counterclaim.ingest.files import STDIN
from counterclaim.ingest.folders import Found, find
from counterclaim.ingest.headers import iso_date
from counterclaim.ingest.inputs import Inputs
from counterclaim.ingest.kind import UNKNOWN, Note, Options, Outcome, Source, Validators
from counterclaim.ingest.records import parse_mapping
from counterclaim.ingest.registry import KINDS
from counterclaim.ingest.streams import MAX_BYTES
from counterclaim.ingest.text import Loaded, load, parse

__all__ = [
    "KINDS",
    "MAX_BYTES",
    "STDIN",
    "UNKNOWN",
    "Fetcher",
    "Found",
    "Inputs",
    "Loaded",
    "Note",
    "Options",
    "Outcome",
    "Source",
    "Validators",
    "find",
    "iso_date",
    "load",
    "parse",
    "parse_mapping",
]
