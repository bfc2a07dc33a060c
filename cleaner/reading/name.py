"""Names and nouns that the possessive pass knows: lists to read, nothing else.

Only what a document cannot tell by itself stands here. A surname in -s matters where the word
without its s is a name or a word too (``Roberts``), a group where its singular is written with a
capital (``Democrat``): the rest the counts of the document settle.
"""

from __future__ import annotations


def words(block: str) -> frozenset[str]:
    """Make a set of the words of a block of text."""
    return frozenset(block.split())


NAMES_IN_S = words("""
    Abrams Achilles Adams Ailes Albans Alexis Andrews Angeles Annapolis Banks Barclays Barnes
    Bates Beatles Bemis Bezos Biggs Billings Boggs Boots Bowles Briggs Brooks Bros Brothers
    Burns Butts Cannes Carlos Chambers Charles Clements Coates Collins Connors Conyers Cummings
    Daniels Davies Davos Dawes DeSantis DeVos Delors Diggs Downs Edwards Ellis Evans Fields
    Flores Floris Forbes Francis Gates Gibbs Giffords Giles Grammys Greitens Grimes Hanks Harris
    Hastings Hawkins Hayes Haynes Hays Helms Henriques Hicks Higgins Hodges Hodgins Holmes
    Hopkins Hoynes Hughes Humphreys Humphries Hutchins Indianapolis Jacobs James Jeffries
    Jenkins Jennings Jones Keyes Keys Kohls Lewis Lloyds Lyons Maldives Maness Marcos Marks Mars
    Martins Massachusetts Mathews Mathis Matthews Mayorkas Mays McDaniels McDonalds McManus
    Meadows Menzies Meyers Michaels Miles Mills Minneapolis Montes Morales Morris Myers Naples
    Netherlands News Nicholas Nicholls Nichols Nicks Nunes Oaks Olympics Orleans Owens
    Papadopoulos Parks Parnas Parsons Peoples Perkins Peters Petraeus Philippines Philips
    Phillips Phipps Pitts Politics Potts Powers Priebus Quarles Ramos Rapids Reeves Reuters
    Reynolds Rhodes Richards Ricketts Rivers Robards Roberts Rodgers Rogers Rollins Sachs Salas
    Sales Sanders Sands Santos Saunders Sears Sebelius Sessions Shields Simmons Simons Sims
    Snipes Soros Springs Starbucks States Stephanopoulos Stephens Stevens Stokes Struthers
    Stubbs Suggs Summers Symonds Telnaes Tillis Times Travers Vargas Vegas Vickers Wales
    Walgreens Wallis Walters Waters Watkins Watters Watts Weeks Welles Wells Wilkes Wilkins
    Williams Willis Woods Yates Yeats
""")

GROUP_ENDINGS = ("ian", "ist", "crat")
GROUPS = words("""
    Accountant Activist Actor Actuary Administrator Adventist Adviser Advisor Affair Afghan
    African Agent Airline Alabaman Alaskan Alawite Albanian Algerian Alliance Ally Ambassador
    American Amhara Angel Angeleno Anglican Apache Arab Archive Argentine Argentinian Arizonan
    Armenian Artist Aryan Ashkenazi Asian Association Assyrian Astro Athenian Athlete Attorney
    Auditor Australian Austrian Author Authority Avenger Award Azerbaijani Azeri Aztec Baby
    Bachelor Bahraini Bangladeshi Bank Banker Baptist Basque Bavarian Bedouin Belarusian Belgian
    Bengal Bengali Berber Berliner Bishop Blackhawk Blazer Board Bobcat Bolivian Bond Boomer
    Bosnian Bostonian Boy Brave Brazilian Brewer Brexiteer Brit Briton Broadcaster Bronco
    Brother Bruin Buccaneer Buckeye Buddhist Builder Bulgarian Bull Burmese Business Californian
    Cambodian Campaign Canadian Canadien Candidate Canuck Capital Captain Cardinal Catalan
    Catholic Cavalier Celt Celtic Center Centre Chair Chairman Championship Charger Chechen
    Cherokee Chicagoan Chief Child Chilean Christian Cinema Circuit Citizen Client Clipper Club
    Coach Coalition College Colombian Colonel Colony Coloradan Colt Commander Commission
    Commissioner Committee Commoner Communication Communist Company Comptroller Confederate
    Congressman Conservative Consumer Contractor Cop Copt Correspondent Cossack Council
    Councillor Counselor County Court Cowboy Coyote Creator Creole Critic Croat Croatian
    Crusader Cub Cuban Customer Cypriot Czech Dad Dealer Dem Democrat Deputy Designer Detective
    Developer Devil Diamondback Director District Dixiecrat Doctor Dodger Dolphin Dominican
    Dreamer Driver Druze Eagle Economist Ecuadorian Editor Educator Egyptian Elder Election
    Emirati Emmy Emperor Employee Employer Engineer Entrepreneur Episcopalian Eritrean Eskimo
    Estonian Ethiopian European Evangelical Event Examiner Executive Expert Exporter Falcon
    Family Fan Farmer Fascist Father Fed Federalist Feminist Fijian Filipino Final Finn
    Firefighter Fireman Flame Floridian Flyer Fool Foundation Founder Framer Freemason Friend
    Fund Game Gamer Gator Gazan General Generation Georgian German Ghanaian Giant Girl Goth
    Governor Graduate Grammy Greek Group Guard Guardian Guatemalan Guild Gujarati Gurkha Gypsy
    Haitian Hasid Hawaiian Hawk Hazara Hero Hindu Hispanic Honduran Hornet Hospital Hotel Houthi
    Hungarian Hurricane Hutu Icelander Immigrant Inca Independent Indian Indonesian Industry
    Infant Insider Institution Insurer Inuit Investigation Investor Iowan Iranian Iraqi Islamist
    Islander Israeli Italian Jacobin Jaguar Jamaican Jet Jew Jordanian Journalist Juror Kansan
    Kashmiri Kazakh Kenyan Kid Kiwi Knight Korean Kosovar Kurd Kuwaiti Kyrgyz Laborer Labourer
    Labourite Lady Laker Latina Latino Latvian Lawmaker Lawyer Leader League Lebanese Legislator
    Legislature Lender Leninist Lib Liberal Liberian Libertarian Librarian Libyan Lieutenant
    Lion Lithuanian Londoner Longhorn Lord Lutheran Macedonian Magpie Malaysian Manager
    Manufacturer Maoist Maori Marine Mariner Marlin Marshal Marxist Master Maverick Maya Mayan
    Mayor Member Mennonite Merchant Meteorologist Methodist Mexican Migrant Militia Millennial
    Miner Minister Minor Moderate Moldovan Mom Monarch Mongol Mongolian Montanan Mormon Moroccan
    Moscovite Mother Movement Muscovite Musician Muslim Namibian Nation National Nationalist
    Navajo Nazi Nepali Net Nevadan Nigerian Ninja Norwegian Nugget Nurse Observer Officer
    Official Ohioan Oiler Oklahoman Oligarch Olympic Omani Operator Oregonian Organization
    Oriole Oromo Orthodox Oscar Owner Pacer Packer Padre Pakistani Palestinian Panamanian
    Panther Paralympian Parent Parisian Partner Pashtun Passenger Pastor Patient Patriot Peer
    Pelican Penguin Pensioner Pentecostal Persian Peruvian Phillie Physician Pilot Pirate Piston
    Planner Player Playoff Plumber Policeman Policymaker Politician Predator Premier
    Presbyterian President Priest Prince Princess Principal Printer Priority Prisoner Producer
    Professional Professor Progressive Prosecutor Protestant Protester Publisher Punjabi Puritan
    Qatari Quaker Queen Raider Ram Ranger Raptor Rastafarian Raven Realtor Rebel Red Redskin
    Reform Refugee Regent Regulator Reporter Representative Republican Resident Retailer Rocket
    Rockie Rohingya Roma Roman Romanian Rooster Rotarian Royal Russian Rwandan Saber Sabre
    Sailor Saint Salafi Salafist Salvadoran Samaritan Samurai Saudi Saxon Scandinavian Scholar
    School Scientist Scot Scotsman Scout Seahawk Secretary Semite Senator Senior Serb Server
    Service Shareholder Sheriff Sherpa Shia Shiite Sikh Singaporean Sister Slav Slovak Slovene
    Slovenian Socialist Soldier Solution Somali Sooner Spaniard Spartan Speaker Specialist Sport
    Springbok Spur Staffer Star State Steeler Steelworker Student Sudanese Sufi Sun Sunni
    Superintendent Supervisor Supporter Surgeon Survivor Swede Syrian Taiwanese Tajik Tamil
    Tatar Taxpayer Teacher Team Teamster Teen Templar Tenant Terrorist Texan Tibetan Tiger
    Tigrayan Titan Tony Tory Trader Tribe Trojan Trooper Trumper Trumpist Trustee Tunisian Turk
    Tutsi Twin Ugandan Uighur Ukrainian Union Unionist Unitarian University User Uyghur Uzbek
    Vandal Venezuelan Venture Veteran Victim Viking Village Virginian Volunteer Voter Wallaby
    Warrior Washingtonian Welshman Whig Wife Wildcat Witness Wizard Woman Worker Writer Yankee
    Yazidi Yemeni Yorker Zambian Zealander Zimbabwean Zionist Zoomer Zulu
""")

TITLES = words("""
    Adm Admiral Ambassador Attorney Ayatollah Capt Captain Chairman Chairwoman Chancellor Coach
    Col Colonel Commissioner Congressman Congresswoman Dame Deputy Director Dr Gen General Gov
    Governor Judge Justice King Lady Leader Lieutenant Lord Lt Maj Major Mayor Minister Miss Mr
    Mrs Ms Pope Premier President Prince Princess Prof Professor Queen Rep Representative Rev
    Secretary Sen Senator Sergeant Sgt Sheikh Sheriff Sir Speaker Vice
""")

GIVEN_NAMES = words("""
    Aaron Abdul Abigail Adam Adrian Ahmed Al Alan Albert Alec Alex Alexander Alexandria Alexei
    Ali Alice Alison Allen Amanda Amber Amy Ana Andrea Andrew Andy Angela Anita Ann Anna Anne
    Anthony Antonio Antony Arthur Ashley Austin Barack Barbara Barry Bart Bashar Beatrice Ben
    Benjamin Benny Bernard Bernie Beth Beto Betty Bill Billy Bob Bobby Boris Brad Bradley
    Brandon Brenda Brett Brian Bruce Bryan Caitlin Cameron Carl Carly Carol Caroline Catherine
    Charles Charlie Charlotte Chelsea Chloe Chris Christian Christina Christine Christopher
    Chuck Cindy
    Claire Clarence Colin Corey Cory Craig Cynthia Dan Dana Daniel Danny Darren Dave David Dean
    Debbie Deborah Derek Devin Diana Diane Dianne Dick Don Donald Donna Dorothy Doug Duncan
    Dylan Ed Eddie Edward Elaine Eleanor Elena Eli Elijah Elizabeth Ella Ellen Elon Emily Emma
    Emmanuel Eric Erik Erin Ernest Ethan Eugene Eva Evan Eve Fiona Frank Fred Gabriel Gary Gavin
    Gene Geoff George Gerald Gina Glenn Gloria Gordon Grace Graham Grant Greg Gregory Guy Hannah
    Harold Harriet Harry Hassan Heather Heidi Helen Henry Herbert Herman Hillary Howard Hugh
    Hunter Ian Ibrahim Ilhan Imran Irene Isaac Isabel Ivan Ivanka Jack Jackie Jacob Jake Jamal
    James Jamie Jan Jane Janet Jared Jason Javier Jay Jean Jeff Jeffrey Jen Jennifer Jeremy Jerome
    Jerry Jesse Jessica Jill Jim Jimmy Jo Joan Joe Joel John Johnny Jon Jonathan Jordan Jorge
    Jose Joseph Josh Joshua José Joy Joyce Juan Judy Julia Julian Julie Justin Kamala Karen Karl
    Kate Katherine Kathleen Kathy Katie Keir Keith Kellyanne Ken Kenneth Kevin Kim Kimberly Kyle
    Larry Laura Lauren Lawrence Lee Leo Leon Leonard Leslie Liam Lily Linda Lindsey Lisa Liz
    Lloyd Logan Lou Louise Lucy Luke Lynn Madison Malcolm Marco Margaret Maria Marie Marilyn
    Marine Mario Mark Marsha Martha Martin Marvin Mary Matt Matthew Maurice Max Megan Melania
    Melissa Michael Michelle Miguel Mike Mitch Mitt Mohamed Mohammad Mohammed Molly Monica
    Morgan Muhammad Nancy Naomi Narendra Natalie Nathan Neil Newt Nick Nicola Nicole Nigel Nikki
    Noah Nora Norman Oliver Olivia Omar Oscar Pam Pamela Pat Patricia Patrick Paul Paula Pedro
    Pete Peter Phil Philip Phillip Rachel Ralph Rand Randy Ray Rebecca Recep Reince Rex Ricardo
    Richard Rick Ricky Rishi Rob Robert Roberto Robin Rod Roger Ron Ronald Rose Roy Ruby Rudy
    Rupert Russell Ruth Ryan Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sebastian
    Sergei Seth Shannon Sharon Shaun Sheila Shinzo Shirley Simon Sofia Sonia Sophie Spencer
    Stacey Stanley Stella Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Suzanne Sylvia
    Tammy Tara Ted Terry Theresa Thomas Tim Timothy Tina Todd Tom Tommy Tony Tracy Trent Trevor
    Tucker
    Tulsi Tyler Vanessa Vera Vernon Vicky Victor Victoria Viktor Vincent Virginia Vivian
    Vladimir Volodymyr Walter Warren Wayne Wendy Wesley Will William Woody Xavier Yusuf Zach
    Zachary Zoe
""")

MORE_GIVEN_NAMES = words("""
    Agnieszka Alberto Alejandro Alessandro Alessia Alexandra Alfonso Amélie Ana Anders
    Andreas Andrzej André Andrés Angelika Anja Anke Annika Antje Antoine António Arnaud
    Astrid Beatriz Benoît Birgit Björn Bruno Camille Carla Carlos Carmen Caterina Chiara
    Christoph Claudia Claudio Cristina Cécile Céline Davide Diego Dieter Dirk Dominik
    Eduardo Elisa Emilio Enrique Erika Esther Fabian Federica Federico Felipe Felix Fernando
    Filippo Florian Francesca Francesco Francisco Franz François Françoise Friedrich
    Frédéric Gabriela Gerhard Giacomo Gianluca Giorgio Giovanni Giulia Giuseppe Guillaume
    Guillermo Gustavo Hans Heike Heinz Helena Helge Henrik Henrique Holger Ignacio Ingrid
    Inés Irina Isabelle Jacques Jakob Jana Javier Jens Joana Joaquín Johan Johanna Johannes
    Jonas Joost João Julien Jörg Jürgen Kai Karin Karsten Katarzyna Katharina Katja Katrin
    Klaus Krzysztof Lars Laurent Lea Lena Lorenzo Luca Lucas Lucía Luigi Luis Lukas Luís
    Magdalena Manuel Marcel Marcelo Marcin Marco Marek Maren Mariana Marion Markus Marta
    Massimo Mateo Mathieu Matteo Matthias Maïté Mercedes Michal Michał Miriam Moritz Mónica
    Nadine Nicolas Niklas Nils Nuria Olaf Ole Pablo Paolo Pascal Paulo Petra Philippe Pierre
    Pilar Piotr Rafael Rainer Ralf Raúl Renate Rosa Rui Sabine Sandro Sergio Silke Silvia
    Simone Sofía Stefan Stefania Stefano Steffen Sven Sylvie Sébastien Teresa Thierry
    Thorsten Tiago Tobias Tomasz Torsten Ulrich Ulrike Ute Uwe Valentina Valérie Vicente
    Vincenzo Volker Wiebke Wolfgang Yann Yves Álvaro
""")
"""Of German, French, Spanish, Italian, Portuguese, Dutch and Polish people; read behind `von`."""
