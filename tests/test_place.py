"""Places in capitals, written as places are."""

from __future__ import annotations

import pytest

from cleaner.reading import place

SPELT = {
    "HONG KONG": "Hong Kong",
    "XI'AN": "Xi'an",
    "XI’AN": "Xi’an",
    "NUKU'ALOFA": "Nuku'alofa",
    "ST. JOHN'S": "St. John's",
    "KING'S LYNN": "King's Lynn",
    "ROSH HA'AYIN": "Rosh Ha'Ayin",
    "HA'APAI": "Ha'apai",
    "N'DJAMENA": "N'Djamena",
    "O'FALLON": "O'Fallon",
    "LAND O'LAKES": "Land O'Lakes",
    "L'AQUILA": "L'Aquila",
    "D'IBERVILLE": "D'Iberville",
    "COTE D'IVOIRE": "Cote d'Ivoire",
    "VAL-D'OR": "Val-d'Or",
    "NEW YORK/L'AQUILA": "New York/L'Aquila",
    "PORT-AU-PRINCE": "Port-au-Prince",
    "AIX-EN-PROVENCE": "Aix-en-Provence",
    "STOKE-ON-TRENT": "Stoke-on-Trent",
    "DAR ES SALAAM": "Dar es Salaam",
    "FRANKFURT AM MAIN": "Frankfurt am Main",
    "RIO DE JANEIRO": "Rio de Janeiro",
    "LA PAZ": "La Paz",
    "MOBILE, AL": "Mobile, AL",
    "NEW ORLEANS, LA": "New Orleans, LA",
    "WASHINGTON, D.C.": "Washington, D.C.",
    "McALLEN": "McAllen",
    "MCALLEN": "McAllen",
    "DeKALB": "DeKalb",
    "MacDOUGALL": "MacDougall",
    "McAllen": "McAllen",
    "MACON": "Macon",
}


@pytest.mark.parametrize("capitals", SPELT)
def test_places_are_written_as_places_are(capitals: str) -> None:
    spelt = place.spell(capitals)
    assert spelt == SPELT[capitals]
    assert place.spell(spelt) == spelt
