"""Acts on a highlight and its places in revisions and copies."""
