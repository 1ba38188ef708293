"""Make a sentence model that is small enough for a test, and that the same library reads as a real one."""

from collections.abc import Mapping
from pathlib import Path

import numpy
from model2vec import StaticModel
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace


def save_model(folder: Path, senses: Mapping[str, int]) -> Path:
    """Save a model in `folder` that knows the words of `senses`, and return its path.

    Words with the same number mean the same. Words with different numbers have nothing in common.
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
