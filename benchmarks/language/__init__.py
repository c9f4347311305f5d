"""Words, sentences, parts of speech, dependencies and names against treebanks and a name corpus."""
