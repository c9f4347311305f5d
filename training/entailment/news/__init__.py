"""Pairs of invented news statements: tables of statements and relations, and the code that fills them."""
