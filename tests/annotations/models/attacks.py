"""Collect all attacks on the database rules of highlights, claims and judgements."""

from annotations.models import (
    claims,
    comments,
    dismissals,
    highlights,
    independences,
    judgements,
    origins,
    presences,
    tags,
    verdicts,
)
from tests.annotations.models import (
    forbidden_dismissals,
    forbidden_independences,
    forbidden_judgements,
    forbidden_passages,
    forbidden_presences,
)
from tests.forbidden_writes import Attacks

ATTACKS = Attacks(
    forbidden_passages.attacks,
    forbidden_judgements.attacks,
    forbidden_dismissals.attacks,
    forbidden_independences.attacks,
    forbidden_presences.attacks,
)

#: Modules with rules. The test of each tries the attacks on its models.
ATTACKED = (
    claims,
    comments,
    dismissals,
    highlights,
    independences,
    judgements,
    origins,
    presences,
    tags,
    verdicts,
)
