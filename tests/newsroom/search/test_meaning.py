"""Test the search with a sentence model. Without a model it is not used, and a wrong model is reported."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as site
from django.core.exceptions import ImproperlyConfigured

from newsroom.search import meaning
from tests.sentence_model import save_model

SENSES = {"left": 0, "departed": 0, "minister": 1, "secretary": 1, "rain": 2}


@pytest.fixture
def model(tmp_path, settings):
    settings.SENTENCE_MODEL = save_model(tmp_path / "model", SENSES)
    return settings.SENTENCE_MODEL


def test_without_a_model_nothing_is_told(settings):
    settings.SENTENCE_MODEL = None
    meaning.load()
    assert meaning.nearness("The minister left", ["The secretary departed"]) is None


def test_other_words_of_the_same_sense_are_near_and_others_are_not(model):
    near, half, far, unknown = meaning.nearness(
        "minister left", ["secretary departed", "departed", "rain", "—"]
    )
    assert near == pytest.approx(1)
    assert half == pytest.approx(0.5**0.5)
    assert (far, unknown) == (0, 0)


def test_among_nothing_nothing_is_near(model):
    assert meaning.nearness("minister left", []) == []


@pytest.mark.parametrize(
    "files", [{}, {"config.json": "{}", "tokenizer.json": "{}", "model.safetensors": "no tensors"}]
)
def test_a_folder_that_holds_no_model_is_named_with_what_to_put_there(tmp_path, settings, files):
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    settings.SENTENCE_MODEL = tmp_path
    with pytest.raises(ImproperlyConfigured, match="holds no model that can be read here") as error:
        meaning.load()
    assert str(tmp_path) in str(error.value)
    assert "model2vec" in str(error.value)


@pytest.mark.parametrize("folder", ["", "no model"])
def test_a_server_with_a_wrong_model_says_so_at_start(tmp_path, folder):
    (tmp_path / "no model").mkdir()
    environment = {**os.environ, "DEBUG": "1", "NEWSROOM_VAR": str(tmp_path)}
    environment["SENTENCE_MODEL"] = str(tmp_path / folder) if folder else "minishlab/potion-base-8M"
    start = [sys.executable, "-c", "import newsroom.config.wsgi"]
    run = subprocess.run(start, cwd=site.BASE_DIR, env=environment, capture_output=True, text=True)
    assert run.returncode
    told = run.stderr.strip().splitlines()[-1]
    assert ("holds no model" if folder else "is no folder: write its path") in told


def test_where_the_library_is_missing_the_command_that_installs_it_is_told(tmp_path, model):
    program = (
        "import sys; sys.modules['model2vec'] = None\n"  # as where the extra is not installed
        "import newsroom.config.wsgi"
    )
    environment = {**os.environ, "DEBUG": "1", "NEWSROOM_VAR": str(tmp_path), "SENTENCE_MODEL": str(model)}
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=site.BASE_DIR, env=environment, capture_output=True, text=True
    )
    assert "run `make semantic`" in run.stderr.strip().splitlines()[-1]
