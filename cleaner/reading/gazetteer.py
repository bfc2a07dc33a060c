"""Places that datelines name, folded; written by ``bench/make_gazetteer.py``."""

CITIES = frozenset(
    """
aba, abeokuta, aberdeen, abidjan, abilene, abobo, abomey-calavi, abu al-kahsib, abu dhabi, abu
ghurayb, abuja, acapulco de juarez, accra, adachi, adamstown, adana, addis ababa, adelaide,
aden, ado-ekiti, agadir, agartala, agege, agra, aguascalientes, ahilyanagar, ahmedabad, ahvaz,
aihara, aizawl, ajegunle, ajman, ajmer, akashi, akita, akola, akowonjo, akron, aksaray, aktobe,
akure, al ahmadi, al ain city, al amarah, al diwaniyah, al fayyum, al hasakah, al hillah, al
hoceima, al hudaydah, al kharj, al khusus, al mahmudiyah, al mansurah, al qadarif, al-kut,
alanya, albany, albuquerque, aleppo, alexandria, alger, algiers, alhambra, alicante, aligarh,
alimosho, allentown, almaty, alofi, alor setar, alvaro obregon, alwar, amagasaki, amarillo,
ambato, ambattur, ambon, ames, amherst, amman, amravati, amritsar, amsterdam, an nhon, anaheim,
ananindeua, anapolis, anchorage, andijon, andorra la vella, angeles city, ankang, ankara,
ankeny, ann arbor, annaba, annapolis, anqing, anqiu, ansan-si, anshan, anshun, antakya, antalya,
antananarivo, antioch, antipolo, antofagasta, antwerp, antwerpen, anvers, anyang, anyang-si,
aparecida de goiania, apia, aqsu, ar raqqah, aracaju, arak, ardabil, arequipa, arifwala,
arkhangelsk, arlington, armenia, arusha, arvada, asahikawa, asansol, ashgabat, asmara, assiut,
astana, astoria, astrakhan, asuncion, aswan, atasehir, atenas, atene, athen, athenes, athens,
atlanta, auckland, augsburg, augusta, aurangabad, aurora, austin, avadi, avarua, avellaneda,
awasa, azcapotzalco, bac giang, bac tu liem, bacolod city, bacoor, bafoussam, bagclar, baghdad,
bahawalpur, bahcelievler, bahir dar, baicheng, baise, bakersfield, bakhmut, baku, balbala,
balikpapan, ballari, baltimore, bamako, bamenda, banan, bandar abbas, bandar lampung, bandar
seri begawan, bandarban, bandung, bangalore, bangkok, bangui, banjarmasin, banjul, bannu,
banqiao, bao'an, baoding, baoji, baoshan, baotou, barcelona, barddhaman, bareilly, bari,
barinas, barnaul, barquisimeto, barranquilla, barueri, basel, basrah, basse-terre, basseterre,
basuo, batam, batikent, baton rouge, battagram, bauchi, bauru, bawshar, bayan nur, bazhong,
beaumont, beian, beihai, beijing, beira, beirut, bekasi, belagavi, belem, belfast, belford roxo,
belgorod, belgrad, belgrade, bellevue, bello, belmopan, belo horizonte, ben cat, bengaluru,
bengbu, benghazi, bengkulu, benguela, benin city, benito juarez, benoni, benxi, berkeley,
berlijn, berlim, berlin, bern, berne, betim, beylikduzu, beyrouth, bhagalpur, bharatpur,
bhatara, bhatpara, bhavnagar, bhawana, bhayandar, bhilai, bhilwara, bhiwandi, bhopal,
bhubaneswar, bida, bielefeld, bien hoa, bijie, bikaner, bilaspur, bilbao, bilimora, billings,
bimbo, binan, binh thanh, binzhou, birkenhead, birmingham, bishkek, bismarck, bissau, blantyre,
blida, bloemfontein, blumenau, boa vista, bobo-dioulasso, bochum, bogor, bogota, boise, bokaro,
boksburg, bologna, bombay, bonn, borama, borivli, borough park, boston, botshabelo, bouake,
boulder, bozhou, bradford, brahmapur, brakpan, brampton, brandon, brasilia, bratislava,
brazzaville, bremen, brent, breslau, brest, bridgeport, bridgetown, brisbane, bristol, brno,
broken arrow, brooklyn, brownsville, bruselas, brussel, brussels, bruxelas, bruxelles, bryansk,
bucaramanga, bucharest, bucheon-si, buda, budapest, budta, buenaventura, buenos aires, buffalo,
bujumbura, bukarest, bukavu, bukit rahman putra, bulawayo, bunamwaya, bunia, buon ma thuot,
buraydah, burbank, burewala, bursa, busan, bushwick, butuan, bydgoszcz, cabanatuan city,
cabimas, cabinda, cabuyao, cagayan de oro, cairo, calabar, calais, calamba, calcutta, calgary,
cali, callao, caloocan, calumbo, camaguey, camama, camayenne, cambridge, camp david, campina
grande, campinas, campo grande, campos dos goytacazes, can tho, canberra, cancun, cangzhou,
cankaya, cannes, canoas, cape coral, cape town, caracas, carapicuiba, cardiff, cariacica,
carlsbad, carrefour, carrollton, carson city, cartagena, caruaru, cary, casablanca, castries,
catania, caucaia, caxias do sul, cayenne, cazenga, cebu city, cedar rapids, celaya, centennial,
central coast, chak jhumra, chanda, chandigarh, chandler, changchun, changde, changning,
changsha, changshu, changwon, changyi, changzhi, changzhou, chaoyang, chaozhou, charleston,
charlotte, charlotte amalie, charlottesville, chattanooga, chattogram, cheboksary, chelyabinsk,
chengde, chengdu, chengguan qu, chennai, chenzhou, cheonan, cheongju-si, cherepovets,
chesapeake, cheyenne, chiba, chicago, chiclayo, chico, chifeng, chihuahua, chimbote, chimoio,
chinatown, chiniot, chinju, chipata, chisinau, chita, chitungwiza, chizhou, cho lon, chongjin,
chongming, chongqing, chongzuo, christchurch, chula vista, chunian, chuxiong, chuzhou, cibinong,
cidade do vaticano, cilegon, cimahi, cincinnati, cirebon, citta del vaticano, ciudad apodaca,
ciudad benito juarez, ciudad bolivar, ciudad de guatemala, ciudad de la paz, ciudad de mexico,
ciudad de panama, ciudad del este, ciudad del vaticano, ciudad general escobedo, ciudad guayana,
ciudad juarez, ciudad lopez mateos, ciudad nezahualcoyotl, ciudad obregon, ciudad victoria,
cixi, clarksville, clearwater, cleveland, clovis, coatzacoalcos, cochabamba, cockburn town,
coimbatore, coimbra, college station, cologne, colombo, colorado springs, columbia, columbus,
comilla, conakry, concord, constanta, constantine, contagem, copenhagen, coral springs, cordoba,
corona, corpus christi, corrientes, costa mesa, cotabato, cotonou, coventry, coyoacan,
cuauhtemoc, cuautitlan izcalli, cucuta, cuenca, cuernavaca, cuiaba, cuito, culiacan, cumana,
curitiba, cusco, cuttack, cypress, da nang, dachang, daegu, daejeon, dakar, dalian, dallas,
daloa, daly city, damanhur, damascus, damietta, dammam, dandong, danzig, daqing, dar es
salaam, darnytsya, dasmarinas, datong, davangere, davao, davenport, davie, davos, daxinganling,
daye, dayrah, dayton, dazhou, deer valley, dehradun, deir al-zor, delhi, delmas, den haag,
denizli, denpasar, denton, denver, depok, dera ghazi khan, dera ismail khan, des moines, desna,
detroit, deyang, dezhou, dhaka, dhanbad, dharavi, dhule, di an, diadema, diego garcia,
diepsloot, dihok, dili, dingxi, dire dawa, diyarbakr, djibouti, dnipro, dniprovskyi, dodoma,
doha, dombivali, donetsk, dongguan, dongying, dortmund, douala, douglas, dover, downey, dresden,
dubai, dublin, duisburg, dumai, dundee, duque de caxias, durban, durgapur, durham, dushanbe,
dusseldorf, east chattanooga, east flatbush, east hampton, east harlem, east independence, east
jerusalem, east london, east los angeles, east new york, ebute ikorodu, ecatepec de morelos,
edinburgh, edison, edmonton, edogawe, el cairo, el cajon, el monte, el obeid, el paso, el-aaiun,
elazg, eldoret, elgin, elizabeth, elk grove, elmhurst, eloy alfaro, emalahleni, ensenada, enugu,
erbil, erzurum, escondido, esenler, esenyurt, eskisehir, eslamshahr, esna, espoo, essen,
etobicoke, eugene, evansville, evaton, everett, ezhou, fairfield, faisalabad, fargo, faridabad,
fatih, fayetteville, feira de santana, fenghuang, fengshan, fengxiang, ferguson, fes, firenze,
firozabad, florence, florenz, florianopolis, flying fish cove, fontana, fort collins, fort
lauderdale, fort wayne, fort worth, fort-de-france, fortaleza, foshan, franca, francfort,
frankfort, frankfurt, frankfurt am main, freetown, fremont, fresno, frisco, fujisawa, fukuoka,
fukuyama, fullerton, funafuti, fushun, fuxin, fuyang, fuzhou, gaborone, gainesville, galway,
gangtok, ganja, ganzhou, gaomi, garden grove, garland, gatineau, gaya, gaza, gaza city,
gaziantep, gazipur, gboko, gdansk, geita, genebra, general santos, geneva, geneve, genf, genoa,
genova, george town, georgetown, gerusalemme, ghaziabad, gia lam, gibraltar, gifu, gilbert,
gilgit, ginebra, gitega, giza, glasgow, glendale, goiania, gold coast, golfe, goma, gombe,
gonder, gorakhpur, goteborg, gothenburg, goyang-si, gqeberha, grajau, grand prairie, grand
rapids, gravesend, graz, greeley, green bay, greensboro, gresham, grytviken, guadalajara,
guadalupe, guangan, guangyuan, guangzhou, guankou, guantanamo bay, guaruja, guarulhos, guatemala
city, guayaquil, guediawaye, guigang, guilin, guiyang, gujangbagh, gujranwala, gujrat, guli,
gumi, gundupalaiyam, guntur, gurugram, gustavia, gustavo adolfo madero, guwahati, guyuan,
gwalior, gwangju, gwangmyeong, ha'il, hachioji, hadaiq al qubbah, hafizabad, hagatna, hague, hai
ba trung, haikou, haiphong, halifax, hamadan, hamah, hamamatsu, hamburg, hamburg-mitte,
hamburg-nord, hamhung, hamilton, hampton, handan, hangzhou, hannover, hanoi, hanzhong, harare,
harbin, hargeysa, harlem, harrisburg, hartford, hathazari, havana, hayward, hebi, hebron, hechi,
hechuan, hefei, hegang, helena, helsinki, henderson, hengshui, hengyang, herat, hermosillo,
heroica matamoros, heshan, heyuan, heze, hezhou, hialeah, higashiosaka, high point, hillsboro,
himeji, hirakata, hiroshima, hisar, hlaingthaya, ho chi minh city, hohhot, hoji ya henda,
holguin, hollywood, homs, homyel', honcho, hong kong, hong kong island, hongkou, honiara,
honolulu, houston, howrah, hrodna, hsinchu, huai'an, huaibei, huaihua, huainan, huambo,
huancayo, huanggang, huangpu, huangshan, huangshi, hubballi, huizhou, huludao, hulunbuir,
hungnam, huntington beach, huntsville, huocheng, huzhou, hwaseong-si, hyderabad, iasi, ibadan,
ibague, ibb, ichikawa, ichinomiya, idlib, ijebu ode, ikare, ikeja, iksan, il cairo, ile-ife,
ilesa, iligan, iligan city, iloilo, ilorin, imphal, imus, incheon, indianapolis, indore,
inglewood, iowa city, ipoh, iquitos, irapuato, irbid, irkutsk, irvine, irving, iseyin, isfahan,
iskandar puteri, islamabad, islington, ismailia, istanbul, itabashi, itanagar, itaquaquecetuba,
ivanovo, iwaki, ixtapaluca, izhevsk, izmir, iztacalco, iztapalapa, jabalpur, jaboatao dos
guararapes, jackson, jacksonville, jaipur, jajmau, jakarta, jalalabad, jalalpur pirwala,
jalandhar, jalgaon, jamaica, jambi city, jamestown, jammu, jamnagar, jamshedpur, jardim angela,
jayapura, jeddah, jefferson city, jeju city, jenin, jeonju, jepara, jersey city, jerusalem,
jerusalen, jhang sadr, jhansi, jiading, jiamusi, jian, jiangmen, jiangyin, jianshui, jiaojiang,
jiaozhou, jiaozuo, jiaxing, jieyang, jijiga, jilin, jinan, jincheng, jingan, jingdezhen,
jingmen, jingzhou, jinhua, jining, jinjiang, jinshan, jinzhong, jinzhou, jiujiang, jiuquan,
jixi, jizhou, joao pessoa, jodhpur, johannesburg, johor bahru, joinville, joliet, jos, juba,
juiz de fora, junagadh, jundiai, juneau, kabul, kadapa, kaduna, kaechon, kaesong, kafrul,
kagoshima, kahama, kahramanmaras, kaifeng, kairo, kakamega, kakinada, kalaburagi, kalemyo,
kaliningrad, kalininskiy, kallakurichi, kaluga, kalyan, kamarhati, kampala, kampung baru subang,
kampung kangkar teberau, kampung larkin lama, kananga, kanayannur, kanazawa, kandahar, kano,
kanpur, kansas city, kaohsiung, karabaglar, karachi, karagandy, karaj, karawang, karbala,
karnal, karol bagh, karsyaka, kashan, kashgar, kashiwa, kassala, kasugai, kasur, kathmandu,
katsina, katsushika, kawagoe, kawaguchi, kawasaki, kayseri, kazan, kbenhavn, kediri, keelung,
kemerovo, kendari, kenitra, kennedy, kent, kerman, kermanshah, khabarovsk, khamis mushait, khan
younis, kharkiv, khartoum, khartoum north, kherson, khorramabad, khorramshahr, khulna, kiev,
kiew, kigali, kikolo, kikuyu, kikwit, killeen, kima kieza, kimhae, kingston, kingston upon hull,
kingstown, kinshasa, kira, kirkuk, kirov, kisangani, kisumu, kita, kitakyushu, kitwe, kluang,
knoxville, kobani, kobe, kochi, kohima, kolhapur, kolkata, kollam, koln, kolwezi, kom ombo,
konak, konya, kopenhagen, korba, koreatown, korhogo, koriyama, korla, koshigaya, kosti, kota
bharu, kota damansara, kota kinabalu, kota kuala muda, koto, koumassi, kowloon, kowloon city,
kozhikode, krakau, krakow, krasnodar, krasnogvargeisky, krasnoyarsk, krugersdorp, kryvyy rih,
kuala lumpur, kuala terengganu, kuantan, kuching, kucukcekmece, kukatpally, kulti, kumamoto,
kumasi, kunming, kunshan, kupang, kurashiki, kurgan, kurnool, kursk, kurume, kuwait city, kwai
chung, kyiv, kyoto, kyzylorda, la habana, la haya, la haye, la paz, la plata, lafayette, lagos,
lahore, laibin, laiwu, laixi, lakeland, lakewood, lancaster, langfang, lansing, lanzhou,
lapu-lapu city, laredo, larkana, las cruces, las pinas, las vegas, lashkar gah, latakia, latur,
lausanne, laval, le caire, leeds, leicester, leipzig, lekki, leshan, lewisville, lexington,
lexington-fayette, lhoka, lianshan, lianyungang, liaocheng, liaoyang, libreville, likasi,
lilongwe, lima, limassol, limerick, lincang, lincoln, linfen, linyi, lipetsk, lisboa, lisbon,
lisbonne, lishui, lissabon, little rock, liupanshui, liuzhou, liverpool, ljubljana, lobito,
logan city, lome, londen, london, londonderry, londra, londres, londrina, long beach, long bien,
longshan, longyan, longyearbyen, loni, los angeles, loudi, louisville, lourdes, lowell, luan,
luancheng, luanda, lubango, lubbock, lublin, lubumbashi, lucknow, ludhiana, luhansk, luliang,
luohe, luohu district, luoyang, lusaka, luxembourg, luxemburg, luxor, luzhou, lviv, lyon,
maanshan, macao, macapa, macau, maceio, machida, madinah, madinat an nasr, madison, madras,
madri, madrid, madurai, maebashi, magnitogorsk, maheshtala, mahilyow, maianga, maiduguri,
mailand, maipu, majuro, makassar, makati city, makhachkala, makiyivka, makkah, makurdi, malabon,
malacca, malaga, malang, malanje, malatya, malegaon, malingao, malir cantonment, malmo, maltepe,
mamoudzou, manado, managua, manama, manaus, manchester, mandalay, mandaluyong, mandaluyong city,
mandaue city, mangaluru, mangyongdae-ri, manhattan, manila, manizales, mannheim, mansilingan,
manukau city, maoming, maputo, mar del plata, maracaibo, maracay, maradi, mardan, mariehamn,
marigot, marikina city, maringa, mariupol, markham, marne la vallee, maroua, marrakesh,
marseille, maryvale, masan, maseru, mashhad, masina, mata utu, matadi, mataram, mathura, matola,
matsudo, matsuyama, maturin, maua, mawlamyine, mazar-e sharif, mazatlan, mbabane, mbandaka,
mbeya, mbuji-mayi, mcallen, mckinney, meads, medan, medellin, meerut, meishan, meizhou, mek'ele,
meknes, melbourne, melekeok, memphis, mengzi, merida, mersin, mesa, mesquite, metairie, metairie
terrace, mexicali, mexico city, miami, miami gardens, mianyang, mianzhu, midland, miguel
hidalgo, milan, milano, milwaukee, minato, mingora, minhang, minna, minneapolis, minsk, miramar,
miri, mirpur model thana, misratah, mississauga, mixco, miyazaki, modesto, mogadishu, mogi das
cruzes, mohammadpur, mombasa, monaco, monrovia, monteria, monterrey, montes claros, montevideo,
montgomery, montpelier, montreal, moradabad, morelia, moreno valley, morogoro, moroni, mosca,
moscou, moscovo, moscow, moscu, moskau, moskou, mosul, muar, mudanjiang, mukalla, mukim pulai,
mulenvos, multan, mumbai, munchen, munich, munster, muntinlupa, muratpasa, murcia, murfreesboro,
murrieta, muscat, muzaffarabad, muzaffarnagar, muzaffarpur, mwanza, mykolayiv, mysuru,
n'djamena, naberezhnyye chelny, nablus, nagano, nagasaki, nagoya, nagpur, naha, nairobi, najaf,
najafgarh, najran, nakano, nakuru, nam inh, namangan, nampo, nampula, nanchang, nanchong,
nanded, nanjing, nanning, nanping, nanqiao, nansana, nantes, nantong, nanyang, naperville,
naples, napoli, nara-shi, narela, nashik, nashville, nasiriyah, nassau, natal, natore, naucalpan
de juarez, navi mumbai, nawabshah, nay pyi taw, naypyitaw, nazret, ndola, neapel, neijiang,
neiva, nellore, neu-delhi, new bedford, new cairo, new delhi, new haven, new kingston, new
orleans, new south memphis, new taipei city, new territories, new york, new york city, newark,
newcastle, newcastle upon tyne, newport news, newtown, nghi son, nha trang, niamey, nicosia,
niigata, nilufer, ningbo, ningde, nishinomiya, niteroi, nizamabad, nizhniy novgorod, nizhny
tagil, norfolk, norman, north charleston, north las vegas, north peoria, north stamford,
norwalk, nottingham, nouakchott, noumea, nova deli, nova iguacu, nova vida, nova york,
novokuznetsk, novosibirsk, nowrangapur, nueva delhi, nueva york, nuevo laredo, nuku'alofa,
nukus, nuova delhi, nur-sultan, nuremberg, nurnberg, nuuk, nyala, oakland, obalende, oceanside,
odesa, odessa, odz, ogbomoso, oita, ojo de agua, okara, okayama, okazaki, okene, oklahoma city,
olathe, olinda, olympia, omaha, omdurman, omsk, ondo, ong a, onitsha, ontario, oran, oranjestad,
ordos, orel, orenburg, orlando, orumiyeh, osaka, osasco, oslo, osogbo, ota, otsu, ottawa,
ouagadougou, oujda, overland park, owerri, oxford, oxnard, oyo, padang, pago pago, palangkaraya,
palembang, palermo, palikir, pallabi, palm bay, palma, palmas, palmdale, palmira, palu, panaji,
panama city, panihati, panjin, panshan, panzhihua, papeete, paramaribo, paranaque city,
parbhani, parigi, parijs, paris, parkland, pasadena, pasay, pasig city, pasir gudang, pasto,
paterson, patiala, patna, paulista, pavlodar, pearland, pechino, pekalongan, pekanbaru, pekin,
peking, pelentong, pelotas, pembroke pines, pengze, penza, peoria, pequim, percut, pereira,
perm, perth, peshawar, pest, petaling jaya, petare, petionville, petrolina, philadelphia,
philipsburg, phnom penh, phoenix, pierre, pietermaritzburg, pikine, pimpri, pimpri-chinchwad,
pindi bhattian, pingdingshan, pingdu, pingliang, pingxiang, piracicaba, pittsburgh, piura,
pizhou, plano, plovdiv, plymouth, podgorica, pohang, pointe-noire, pokhara, pomona, pompano
beach, pontianak, popayan, port harcourt, port louis, port moresby, port of spain, port said,
port saint lucie, port sudan, port vila, port-au-prince, port-aux-francais, port-de-paix,
portland, porto alegre, porto velho, porto-novo, portoviejo, posadas, poznan, prag, prague,
praia, praia grande, pravyi bereh, prayagraj, preston, pretoria, pristina, providence, provo,
pucallpa, puchong, pudong, puducherry, puebla, pueblo, puente alto, puerto la cruz, punasa,
pune, puning, putian, putuo, puxi, puyang, pyeongtaek, pyongyang, qazvin, qingdao, qingpu,
qingyang, qingyuan, qinhuangdao, qinzhou, qionghai, qiqihar, qitaihe, qods, qom, quan muoi, quan
muoi mot, quanzhou, quebec, quelimane, quetta, quezon city, qui nhon, quito, qujing, quzhou,
rabat, rach gia, rafah, rahim yar khan, raipur, rajamahendravaram, rajkot, rajpur sonarpur,
rajshahi, raleigh, ramallah, ramgundam, ramiros, ranchi, rancho cucamonga, randburg, rangoon,
rangpur, raqqa, ras al khaimah, ras bayrut, rasapudipalem, rasht, rawalpindi, recife, reno,
renton, reykjavik, reynosa, rialto, ribeirao das neves, ribeirao preto, richardson, richmond,
riga, rio branco, rio de janeiro, riverside, riyadh, rizhao, road town, roanoke, rochester,
rockford, rohini, rohtak, roma, rome, roodepoort, rosario, roseau, rosetta, roseville,
rostov-on-don, roswell, rotterdam, round rock, ruian, ruiru, rustenburg, ryazan, sacramento,
sadr city, safi, sagamihara, saharanpur, sahiwal, saigon, saint helier, saint paul, saint
petersburg, saint-denis, saint-pierre, saipan, saitama, sakai, salem, salinas, salt lake city,
salta, saltillo, saltivka, salvador, salzburg, samara, samarinda, samarkand, samba, samsun,
samut prakan, san antonio, san bernardino, san diego, san francisco, san jose, san juan, san
luis potosi, san marino, san mateo, san miguelito, san pablo, san pedro, san pedro sula, san
salvador, san-pedro, sanaa, sanandaj, sancaktepe, sandakan, sandy springs, sangli, sanhe,
sanlurfa, sanmenxia, sanming, santa ana, santa catarina, santa clara, santa clarita, santa fe,
santa maria, santa marta, santa rosa, santiago, santiago de cuba, santiago de queretaro, santo
andre, santo domingo, santo domingo este, santo domingo oeste, santos, sanya, sao luis, sao
paulo, sao tome, sao vicente, sapele, sapporo, sarajevo, saransk, saratov, sargodha, sariwon-si,
saurimo, savannah, scottsdale, seattle, sector 3, sector 6, seeb, sejong, selayang baru utara,
semarang, sendai, seongnam-si, seoul, serang, serekunda, seremban, setagaya, setapak,
sevastopol, sevilla, sha tin, shah alam, shahjanpur, shahriar, sham shui po, shanghai, shangluo,
shangqiu, shangrao, shangyu, shantou, shanwei, shaoguan, shaoxing, shaoyang, sharjah, sheepshead
bay, sheffield, shekhupura, shenyang, shenzhen, shibganj, shihezi, shijiazhuang, shillong,
shimla, shinagawa, shinjuku, shiqi, shiraz, shivaji nagar, shivamogga, shiyan, shizuishan,
shizuoka, sholapur, shouguang, shreveport, shuangyashan, shubra al khaymah, shuozhou,
shyamnagar, shymkent, sialkot, sichuan, sikasso, siliguri, simferopol, simi valley, singapore,
sinjhoro, sioux falls, siping, sisli, situbondo, skopje, smolensk, soacha, sochi, sofia, sokoto,
soledad, solwezi, songjiang, sorocaba, soshanguve, south bend, south boston, south dublin, south
fulton, south tangerang, soweto, soyapango, spokane, spring valley, springfield, srebrenica,
srinagar, st peter port, st. george's, st. john's, st. louis, st. paul, st. petersburg,
stamford, stanley, staten island, stavropol, sterling heights, stockholm, stockton, straburg,
strasbourg, stuttgart, subang jaya, sucre, suez, suginami, suining, suita, suizhou, sukabumi,
sukkur, sulaymaniyah, sultanah, sultanbeyli, sultangazi, sumbawanga, sumgayit, sunchon, sungai
petani, sunnyvale, sunrise manor, sunset park, sunshine coast, suqian, surabaya, surakarta,
surat, surgut, surrey, suva, suwon, suzano, suzhou, swansea, sydney, syracuse, szczecin, tabora,
tabriz, tabuk, tacoma, taguig, taian, taicang, taichung, taif, tainan, taipei, taiyuan, taiz,
taizhou, takamatsu, takasaki, takatsuki, takeo, takoradi, talatona, tallahassee, tallinn,
tamale, taman petaling, tampa, tampico, tando allahyar, tando bago, tanga, tangerang, tanggu,
tangier, tangshan, tanta, tantou, tanzhou, taoyuan, tapachula, tarawa, taraz, tarlac city,
tarsus, tartus, tashkent, tasikmalaya, taubate, tawau, tbilisi, teera, tegucigalpa, teheran,
tehran, tel aviv, temara, temecula, tempe, tempe junction, teni, tepic, teresina, tete, tetouan,
thai nguyen, thane, thanh hoa, the bronx, the hague, the valley, thembisa, thessaloniki, thies,
thimphu, thiruvananthapuram, thoothukudi, thornton, thousand oaks, thrissur, thu dau mot, thu
uc, thuan an, tianjin, tianshui, tieling, tijuana, tirana, tiruchirappalli, tirunelveli,
tiruppur, tlahuac, tlalnepantla, tlalpan, tlaquepaque, toamasina, tokio, tokorozawa, tokyo,
toledo, toluca, tolyatti, tomsk, tonala, tongchuan, tonghua, tongling, tongshan, topeka, torino,
toronto, torrance, torreon, torshavn, toshima, touba, toulouse, toyama, toyohashi, toyonaka,
toyota, trenton, tri-cities, tripoli, trujillo, tseung kwan o, tshikapa, tsuen wan, tucson, tuen
mun, tula, tulsa, tumkur, tungi, tunis, turin, turmero, tuscaloosa, tuxtla, tver, tyler, tyumen,
uberaba, uberlandia, udaipur, ufa, uige, uijeongbu-si, ujjain, ulaanbaatar, ulan bator,
ulan-ude, ulanqab, ulhasnagar, ulsan, ulyanovsk, umraniye, umuahia, united nations, universal
city, upper west side, urumqi, usak, uskudar, ust-kamenogorsk, utrecht, utsunomiya, uvalde,
uvira, uyo, vadodara, vaduz, valencia, valenzuela, valladolid, valledupar, vallejo, valletta,
van nuys, vancouver, varanasi, varna, varsavia, varsovia, varsovie, varzea grande, vatican city,
vaughan, vellore, venedig, venezia, venice, venustiano carranza, veracruz, vereeniging, viana,
victoria de durango, victorville, viena, vienna, vientiane, viet tri, vijayapura, vijayawada,
vila velha, villa nueva, villahermosa, villavicencio, vilnius, vina del mar, vinh, vinnytsya,
virar, virginia beach, visakhapatnam, visalia, vista, vitebsk, vitoria, vladikavkaz, vladimir,
vladivostok, volgograd, vologda, volzhsky, voronezh, vung tau, waco, wad medani, wafangdian, wah
cantt, wakayama, wandsbek, wanning, wanxian, wanzhou, warangal, warder, warren, warri, warsaw,
warschau, warszawa, washington, washington d.c., washington dc, washington heights, waterbury,
weifang, weihai, weinan, welkom, wellington, wenchang, wenshan city, wenzhou, west covina, west
island, west jerusalem, west jordan, west palm beach, west raleigh, west valley city,
westminster, wichita, wichita falls, wien, willemstad, wilmington, windhoek, winejok, winnipeg,
winston-salem, wong tai sin, wonju, wonsan, worcester, wrocaw, wuhan, wuhu, wuppertal, wuwei,
wuxi, wuzhong, wuzhou, xalapa de enriquez, xi'an, xiamen, xian, xiangtan, xiangyang, xianning,
xianyang, xiaogan, xichang, xico, xilinhot, xingtai, xingyi, xining, xinxiang, xinyang, xinyi,
xinyu, xinzhou, xochimilco, xuancheng, xuanhua, xuchang, xuhui, xuzhou, ya'an, yalta,
yamoussoukro, yanan, yancheng, yangjiang, yangon, yangpu, yangquan, yangsan, yangshuo, yangzhou,
yanji, yantai, yaounde, yaren, yaroslavl, yazd, yekaterinburg, yenagoa, yerevan, yibin, yichang,
yichun, yinchuan, yingkou, yiwu, yixing, yogyakarta, yokkaichi, yokohama, yokosuka, yola,
yongji, yongzhou, yonkers, yueyang, yulin, yuncheng, yunfu, yunlong, yunusobod, zagazig, zagreb,
zahedan, zamboanga, zanjan, zanzibar, zaozhuang, zapopan, zaporizhzhia, zaporizhzhya, zaragoza,
zaria, zarqa, zhabei, zhangjiagang, zhangjiajie, zhangjiakou, zhangye, zhangzhou, zhanjiang,
zhaoqing, zhaotong, zhengzhou, zhenjiang, zhongshan, zhongwei, zhoukou, zhoushan, zhu cheng
city, zhucheng, zhuhai, zhumadian, zhuzhou, zibo, zigong, zinder, ziyang, zunyi, zurich
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""Cities a dateline can stand on without more evidence."""

REGIONS = frozenset(
    """
afghanistan, ala., alabama, aland islands, alaska, albania, alberta, algeria, alta., american
samoa, andhra pradesh, andorra, angola, anguilla, antarctica, antigua and barbuda, argentina,
ariz., arizona, ark., arkansas, armenia, aruba, assam, australia, austria, azerbaijan, b.c.,
bahamas, bahrain, bangladesh, barbados, bavaria, belarus, belgium, belize, benin, bermuda,
bhutan, bihar, bolivia, bonaire, bosnia, bosnia and herzegovina, botswana, bouvet island,
brazil, britain, british columbia, british indian ocean territory, british virgin islands,
brunei, bulgaria, burkina faso, burma, burundi, cabo verde, calif, calif., california, cambodia,
cameroon, canada, cape verde, catalonia, cayman islands, central african republic, chad,
chechnya, chile, china, christmas island, cocos islands, colo., colombia, colorado, comoros,
congo, conn., connecticut, cook islands, corsica, costa rica, crimea, croatia, cuba, curacao,
cyprus, czech republic, czechia, d.c., dagestan, dc, del., delaware, democratic republic of the
congo, denmark, district of columbia, djibouti, dominica, dominican republic, east timor,
ecuador, egypt, el salvador, england, equatorial guinea, eritrea, estonia, eswatini, ethiopia,
falkland islands, faroe islands, fiji, finland, fla, fla., florida, france, french guiana,
french polynesia, french southern territories, ga., gabon, gambia, gaza strip, georgia, germany,
ghana, gibraltar, goa, great britain, greece, greenland, grenada, guadeloupe, guam, guatemala,
guernsey, guinea, guinea-bissau, gujarat, guyana, haiti, haryana, hawaii, heard island and
mcdonald islands, himachal pradesh, holland, honduras, hong kong, hungary, iceland, idaho, ill.,
illinois, ind., india, indiana, indonesia, iowa, iran, iraq, iraqi kurdistan, ireland, isle of
man, israel, italy, ivory coast, jamaica, japan, jersey, jharkhand, jordan, kan., kansas,
karnataka, kashmir, kazakhstan, kentucky, kenya, kerala, kiribati, kosovo, kuwait, ky.,
kyrgyzstan, la., laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania,
louisiana, luxembourg, macao, macedonia, madagascar, madhya pradesh, maharashtra, maine, malawi,
malaysia, maldives, mali, malta, man., manipur, manitoba, marshall islands, martinique,
maryland, mass, mass., massachusetts, mauritania, mauritius, mayotte, md., mexico, mich.,
michigan, micronesia, minn., minnesota, miss., mississippi, missouri, mo., moldova, monaco,
mongolia, mont., montana, montenegro, montserrat, morocco, mozambique, myanmar, n.c., n.d.,
n.h., n.j., n.m., n.s., n.y., namibia, nauru, neb., nebraska, nepal, netherlands antilles, nev.,
nevada, new brunswick, new caledonia, new hampshire, new jersey, new mexico, new south wales,
new york, new zealand, newfoundland, nicaragua, niger, nigeria, niue, norfolk island, north
carolina, north dakota, north korea, north macedonia, northern ireland, northern mariana
islands, northern territory, norway, nova scotia, nunavut, odisha, ohio, okla., oklahoma, oman,
ont., ontario, ore., oregon, pa., pakistan, palau, palestine, palestinian territories,
palestinian territory, panama, papua new guinea, paraguay, pennsylvania, persian gulf, peru,
philippines, pitcairn, poland, portugal, puerto rico, punjab, qatar, que., quebec, queensland,
r.i., rajasthan, republic of the congo, reunion, rhode island, romania, russia, rwanda, s.c.,
s.d., saint barthelemy, saint eustatius and saba, saint helena, saint kitts and nevis, saint
lucia, saint martin, saint pierre and miquelon, saint vincent and the grenadines, samoa, san
marino, sao tome and principe, sardinia, sask., saskatchewan, saudi arabia, scotland, senegal,
serbia, serbia and montenegro, seychelles, siberia, sicily, sierra leone, singapore, sint
maarten, slovakia, slovenia, solomon islands, somalia, south africa, south australia, south
carolina, south dakota, south georgia and the south sandwich islands, south korea, south sudan,
spain, sri lanka, sudan, suriname, svalbard and jan mayen, swaziland, sweden, switzerland,
syria, taiwan, tajikistan, tamil nadu, tanzania, tasmania, telangana, tenn., tennessee, tex.,
texas, thailand, the netherlands, tibet, timor leste, togo, tokelau, tonga, trinidad and tobago,
tunisia, turkey, turkmenistan, turks and caicos islands, tuvalu, u.a.e., u.k., u.s., u.s. virgin
islands, uae, uganda, uk, ukraine, united arab emirates, united kingdom, united states, united
states minor outlying islands, uruguay, us, usa, utah, uttar pradesh, uttarakhand, uzbekistan,
va., vanuatu, vatican, venezuela, vermont, victoria, vietnam, virginia, vt., w. va., w.va.,
wales, wallis and futuna, wash., washington, west bank, west bengal, west virginia, western
australia, western sahara, wis., wisconsin, wyo., wyoming, xinjiang, yemen, yukon, zambia,
zimbabwe
""".replace("\n", " ")
    .strip()
    .split(", ")
)
"""What follows a city: countries, states, short forms."""
