"""Watch: feeds and the pages they link to, asked for again and again, and what is new in them kept."""

from counterclaim.watch.feeds import Feed, find_feeds
from counterclaim.watch.round import Done
from counterclaim.watch.stopping import until_stopped
from counterclaim.watch.watching import Watching

__all__ = ["Done", "Feed", "Watching", "find_feeds", "until_stopped"]
