"""Readers: each takes from one kind of source its raw pieces and what the source states about itself."""
