"""From claims to typed links between them and to disputes."""
