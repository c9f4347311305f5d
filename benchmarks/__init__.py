"""Accuracy and speed of Counterclaim, side by side with its peers; see README.md here."""
