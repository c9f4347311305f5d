"""Which version of Counterclaim this is."""

VERSION = "0.1.0"
