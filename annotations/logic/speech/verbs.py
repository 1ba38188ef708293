"""List the English words that show that somebody speaks, such as “said”, as patterns and sets."""

# ruff: noqa: SIM905 - tables of words are read as prose

import re

#: Verbs that report speech, quoted or not.
_REPORTING = (
    "said says say told tells added adds announced announces complained snapped sniffed claimed claims "
    "asked asks warned warns warn insisted insists insist stated states wrote writes write replied "
    "declared declares argued argues argue noted notes confirmed confirms denied denies tweeted "
    "explained explains acknowledged admitted predicted reiterated stressed responded recalled recalls "
    "continued concluded remarked quipped conceded alleged alleges testified reported reports pledged "
    "vowed suggested joked shouted exclaimed interjected retorted cautioned"
).split()
_QUOTED_AS = r"(?:was|were|is)\s+quoted\s+(?:by\s+\S+\s+)?as\s+saying"
REPORTING_VERB = rf"(?:{'|'.join(_REPORTING)}|{_QUOTED_AS}|called(?=\s+(?:it|the)\b))"

#: Verbs that report speech only if a quotation follows them: “Ilves accused Kerr of being “weak””.
_OPINION = (
    "accused accuses advised advises agreed agrees appealed applauded assailed assured assures attacked "
    "began begins believed believes blamed blames blasted boasted boasts call called calls charged cited "
    "cites commented comments compared compares condemned condemns contended countered criticised "
    "criticises criticized criticizes declined decried defended demanded demands denounced denounces "
    "deplored derided described describes dismissed dismisses dubbed emphasised emphasized expressed "
    "expresses hailed hails hoped invoked knew labelled labeled lamented likened maintained mentioned "
    "mocked mused observed opined ordered pleaded pointed posted posts praised praises proclaimed "
    "promised promises questioned raised read reads referred refers rejected rejects released "
    "remembered repeated repeats ridiculed sees sought spoke speculated summed sent swore taunted "
    "teased termed thanked thinks thought thundered touted trumpeted tried urged urges used uses voiced "
    "wanted wants welcomed wondered wonders yelled"
).split()
OPINION_VERB = rf"(?:{'|'.join(_OPINION)})"

#: Participles before a statement of the subject, next to another verb: “Ilves left, calling it “over””.
SPEAKING_PARTICIPLE = (
    r"(?:accusing|adding|admitting|arguing|asking|blaming|calling|claiming|comparing|complaining|"
    r"confirming|declaring|denying|describing|dismissing|explaining|insisting|joking|labell?ing|musing|"
    r"noting|pointing|proclaiming|promising|quipping|referring|repeating|saying|stating|suggesting|"
    r"telling|urging|vowing|warning|wondering|writing)"
)

#: Words that can be between a speaker and the verb.
HELPERS = (
    r"(?:(?:had|has|have|also|previously|later|then|earlier|again|repeatedly|reportedly|first|who|"
    r"recently|once|often|still|even|quickly|famously|flatly|himself|herself|themselves|itself)\s+){0,3}"
)
#: Verbs that are followed by the addressee.
ADDRESSED = frozenset("told tells asked asks called".split())
#: Verbs that can be followed by their subject matter after an aside: “Lavrov, in Bali, warned the West”.
TRANSITIVE = frozenset(
    "alleged alleges confirmed confirms denied denies reported reports warned warns".split()
)

#: Common nouns and adjectives before the name of a speaker: “spokesman Juan Prado”.
ROLE = re.compile(
    r"(?:[a-z]+-)?(?:activist|actor|actress|adviser|advisor|aide|ambassador|analyst|architect|attorney|"
    r"author|baker|bishop|blogger|campaign|campaigner|candidate|captain|carpenter|chair|chairman|"
    r"chairwoman|chief|coach|commander|commissioner|conservative|consultant|correspondent|council|"
    r"councillor|councilman|councilwoman|critic|deputy|designer|detective|developer|diplomat|director|"
    r"doctor|driver|editor|engineer|envoy|executive|expert|farmer|father|firefighter|fisherman|foreign|"
    r"former|founder|general|governor|inspector|judge|lawyer|lawmaker|leader|leading|legislator|liberal|"
    r"manager|master|mayor|mechanic|minister|mother|nurse|officer|official|operator|organi[sz]er|owner|"
    r"party|pastor|pilot|player|police|policy|pollster|press|priest|prime|producer|professor|prosecutor|"
    r"publisher|rancher|reporter|representative|researcher|resident|retired|secretary|senator|senior|"
    r"sergeant|sheriff|shopkeeper|singer|spokesman|spokesperson|spokeswoman|staffer|state|student|"
    r"supporter|surgeon|surveyor|teacher|trader|trustee|veteran|vice|victim|voter|waiter|waitress|"
    r"witness|worker|writer|[a-z]{3,20}(?:ist|ian|woman|keeper|maker|smith))"
)
