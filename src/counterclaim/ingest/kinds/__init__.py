"""The kinds of input, one module each; every module is a `Kind`. They load what they need when they read."""
