"""Compare the meaning of sentences with a sentence model, if one is configured.

Without a model, nothing here is used. The setting `SENTENCE_MODEL` names the folder of a *static* model in
the format of the library model2vec. Such a model has a vector for each token, and the vector of a sentence is
computed from those of its tokens. Encoding hundreds of sentences takes a few milliseconds on one core. So
vectors are computed when sentences are compared, and need not be stored. The extra `semantic` (`make
semantic`) installs the library.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured


def nearness(text: str, others: Sequence[str]) -> list[float] | None:
    """Return how near `text` is in meaning to each of `others`: the cosine of their vectors, from -1 to 1.

    The cosine is 0 if the model knows no word of one of the two texts. Returns None if no model is
    configured. Raises `ImproperlyConfigured` if the library is missing or the folder contains no model.
    """
    if not settings.SENTENCE_MODEL:
        return None
    model, numpy = _model(settings.SENTENCE_MODEL)
    vectors = model.encode([text, *others], use_multiprocessing=False)
    lengths = numpy.linalg.norm(vectors, axis=1, keepdims=True)
    # A text without any known word has a vector of length 0, and its similarity is 0.
    unit_vectors = vectors / numpy.where(lengths > 0, lengths, 1)
    cosines: list[float] = (unit_vectors[1:] @ unit_vectors[0]).tolist()
    return cosines


def load() -> None:
    """Load the model now, if one is configured, so that no search has to wait for it.

    Raises `ImproperlyConfigured` if the library is missing or the folder contains no model.
    """
    if settings.SENTENCE_MODEL:
        _model(settings.SENTENCE_MODEL)


@cache
def _model(folder: Path) -> tuple[Any, Any]:
    """Load the sentence model from `folder`, and return it and the module `numpy`.

    The libraries are imported here, because they are optional and slow to load. Raises `ImproperlyConfigured`
    if the library is missing or the folder contains no model.
    """
    try:
        # These belong to an optional extra, and take seconds to load.
        import numpy  # noqa: PLC0415
        from model2vec import StaticModel  # noqa: PLC0415
        from safetensors import SafetensorError  # noqa: PLC0415
    except ImportError as error:
        raise ImproperlyConfigured(
            "SENTENCE_MODEL is set, but the library that reads models is not installed: run `make semantic`."
        ) from error
    try:
        return StaticModel.from_pretrained(folder), numpy
    except (OSError, ValueError, SafetensorError) as error:
        raise ImproperlyConfigured(
            f"SENTENCE_MODEL: {folder} holds no model that can be read here ({error}). "
            "It takes a static model as model2vec saves it (config.json, model.safetensors, tokenizer.json); "
            "model2vec distils one from any other."
        ) from error
