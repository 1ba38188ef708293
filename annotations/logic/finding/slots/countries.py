"""List the names of countries.

Two countries are never the same place, because no country is inside another one.
"""

# ruff: noqa: SIM905 - a table of names is read as prose

COUNTRIES = frozenset(
    name.strip()
    for name in (
        "afghanistan, albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, "
        "bahrain, bangladesh, belarus, belgium, benin, bolivia, botswana, brazil, bulgaria, burkina faso, "
        "burundi, cambodia, cameroon, canada, chad, chile, china, colombia, costa rica, croatia, cuba, "
        "cyprus, denmark, ecuador, egypt, el salvador, eritrea, estonia, ethiopia, finland, france, gabon, "
        "gambia, germany, ghana, greece, guatemala, haiti, honduras, hungary, iceland, india, indonesia, "
        "iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kosovo, "
        "kuwait, kyrgyzstan, laos, latvia, lebanon, liberia, libya, lithuania, luxembourg, madagascar, "
        "malawi, malaysia, mali, malta, mauritania, mexico, moldova, mongolia, montenegro, morocco, "
        "mozambique, myanmar, namibia, nepal, new zealand, nicaragua, niger, nigeria, north korea, norway, "
        "oman, pakistan, panama, paraguay, peru, poland, portugal, qatar, romania, russia, rwanda, saudi "
        "arabia, senegal, serbia, singapore, slovakia, slovenia, somalia, south africa, south korea, south "
        "sudan, spain, sri lanka, sudan, sweden, switzerland, syria, taiwan, tajikistan, tanzania, "
        "thailand, togo, tunisia, turkey, turkmenistan, uganda, ukraine, uruguay, uzbekistan, venezuela, "
        "vietnam, yemen, zambia, zimbabwe"
    ).split(",")
)
