"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce, wraps
from typing import Any, NamedTuple, cast

import click
from click.shell_completion import CompletionItem

from counterclaim.errors import InputError
from counterclaim.ingest import KINDS, Fetcher, Inputs, Options, iso_date, parse_mapping

Command = Callable[..., None]

_NAMES = sorted(kind.NAME for kind in KINDS)


class Given(NamedTuple):
    """What a person gave to be read: names of files, folders and URLs, and how to read them."""

    names: tuple[str, ...]
    inputs: Inputs


def output_forms(command: Command) -> Command:
    """The options for the form of the output, the same for every command that reads."""
    jsonl = click.option("--jsonl", "form", flag_value="jsonl", help="Print one JSON object a report, as it is read.")
    as_json = click.option("--json", "form", flag_value="json", help="Print one JSON object for all reports.")
    return as_json(jsonl(command))


def input_arguments(command: Command) -> Command:
    """The arguments and options of every command that takes reports; the command gets them as `given`."""

    @wraps(command)
    def called(*positional: Any, names: tuple[str, ...], private: bool, **named: Any) -> None:
        known = {key: named.pop(key) for key in ("outlet", "published", "kind", "fields", "follow")}
        inputs = Inputs(Options(**known), Fetcher(private=private))
        command(*positional, given=Given(names, inputs), **named)

    return reduce(lambda inner, decorate: decorate(inner), reversed(_INPUT_ARGUMENTS), cast(Command, called))


def complete_files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Lets the shell complete names of files for an argument that may also be a URL."""
    return [CompletionItem(incomplete, type="file")]


def as_date(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """A date as it is kept; a date that is none is wrong usage, not a failure of every file."""
    try:
        return iso_date(value) if value else None
    except InputError as error:
        raise click.BadParameter(f'"{value}" is not a date like 2024-05-12 or 2024-05-12T10:30') from error


def _mapping(ctx: click.Context, parameter: click.Parameter, value: str | None) -> dict[str, str]:
    try:
        return parse_mapping(value) if value else {}
    except InputError as error:
        raise click.BadParameter(str(error)) from error


private_option: Callable[[Command], Command] = click.option(
    "--allow-private", "private", is_flag=True, help="Also fetch from private and local addresses."
)
_INPUT_ARGUMENTS: tuple[Callable[[Command], Command], ...] = (
    click.argument("names", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-...", shell_complete=complete_files),
    click.option(
        "--as",
        "kind",
        metavar="KIND",
        type=click.Choice(_NAMES),
        help=f"Read all inputs as one kind: {', '.join(_NAMES)}.",
    ),
    click.option(
        "--map",
        "fields",
        metavar="FIELD=KEY,...",
        callback=_mapping,
        help="Which column or JSON key is the text, title, outlet, published or url.",
    ),
    click.option("--outlet", metavar="NAME", help="Who published it, for inputs that don't say so themselves."),
    click.option(
        "--published",
        metavar="DATE",
        callback=as_date,
        help="When it was published (ISO 8601), for inputs that don't say so.",
    ),
    click.option("--follow", is_flag=True, help="Fetch the pages of feed entries that have only a summary."),
    private_option,
)
