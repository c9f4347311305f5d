"""One small encoder reads a text once: words, sentences, syntax, names, attributions."""
