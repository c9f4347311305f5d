"""From attributions to claims."""
