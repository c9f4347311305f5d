"""Ingest: what people have (files, folders, standard input, text) turned into reports, the text kept as it is."""

from counterclaim.ingest.files import MAX_BYTES, STDIN, Found, find
from counterclaim.ingest.headers import iso_date
from counterclaim.ingest.text import Loaded, load, parse

__all__ = ["MAX_BYTES", "STDIN", "Found", "Loaded", "find", "iso_date", "load", "parse"]
