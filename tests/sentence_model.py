"""A sentence model small enough to be made by a test, and read by the same library as a real one."""

from collections.abc import Mapping
from pathlib import Path

import numpy
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace


def save_model(folder: Path, senses: Mapping[str, int]) -> Path:
    """A model in `folder` that knows the words of `senses`: those of one sense mean the same, others have
    nothing in common.
    """
    words = ["[UNK]", *senses]
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    vectors = numpy.zeros((len(words), 1 + max(senses.values())), dtype=numpy.float32)
    for at, sense in enumerate(senses.values(), start=1):
        vectors[at, sense] = 1
    StaticModel(vectors, tokenizer).save_pretrained(folder)
    return folder
