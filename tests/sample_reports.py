"""Hold reports that tests compare.

Two are of one event by different authors, one is of a similar event, and two give
different tolls of one explosion.
"""

QUAKE = (
    "A strong earthquake shook the coast of Marenia on Monday. Buildings fell in the port of Tavira, and the "
    "governor Ilsa Brandt asked for tents and water. Rescuers searched the ruins of the Tavira school."
)
QUAKE_TOO = (
    "Rescuers in Tavira pulled eleven people from the ruins of a school after the earthquake on the coast of "
    "Marenia. “We need tents,” said Ilsa Brandt, the governor. The port of Tavira is closed."
)
OTHER_QUAKE = (
    "A strong earthquake shook the mountains of Oldova on Thursday. Houses fell in the valley of Krest, and "
    "the mayor Petr Havel asked for helicopters. Rescuers searched the ruins of the Krest hospital until "
    "dawn."
)
TWELVE = "An explosion in the Karo market killed 12 people on Monday."
FIFTEEN = "The explosion in Karo market left 15 dead, the mayor said."
