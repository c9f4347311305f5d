"""Whom a spokesman without a stated body speaks for: the body that spoke before him."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.entity import Entity
from counterclaim.claims.lexicon import class_of, media, noun
from counterclaim.claims.page import Page
from counterclaim.claims.sources import in_order
from counterclaim.claims.words_at import words_in
from counterclaim.model import Attribution

_BODIES = frozenset(("organisation", "either", "group"))
_POSSESSIVE = ("'s", "’s", "s'", "s’")


def give_bodies(page: Page, attributions: Sequence[Attribution], claimants: Sequence[Entity | None]) -> None:
    """Give each spokesman who belongs to nobody the body that spoke before him in the same paragraph.

    A report names the body first ("the army acknowledged the loss") and lets its spokesman go on. What passes on the
    words of others, as a paper does, has no spokesman in this sense.
    """
    body: Entity | None = None
    paragraph = -1
    for i in in_order(attributions):
        speaker, words = claimants[i], words_in(page.analysis, attributions[i].content)
        if speaker is None or not words:
            continue
        if page.paragraph[words[0]] != paragraph:
            body, paragraph = None, page.paragraph[words[0]]
        if speaker.kind in _BODIES and not speaker.plural and not speaker.nouns & media():
            body = speaker
        elif speaker.owner is None and speaker.home is None and body is not None and _speaks_for_others(speaker):
            speaker.owner = body


def _speaks_for_others(entity: Entity) -> bool:
    """Whether an actor is a spokesman, and its words name no body: not so "a militia" or "the rebels' spokesman"."""
    said = {word for name in (entity.name, *entity.names, *entity.roles) for word in name.casefold().split()}
    owned = any(word.endswith(_POSSESSIVE) for word in said)
    bodies = (known.kind in _BODIES for word in said if (known := noun(word)) is not None)
    return bool(entity.nouns & class_of("spokesmen")) and not owned and not any(bodies)
