"""Parts of English words that are no words: what a hyphen at a line's end leaves of one.

``condi-`` and ``-tion`` stand nowhere alone and in no compound, so the hyphen between a word and
one of them was put in to break it. ``sec-tor`` is left: both parts may be words. The lists are
chosen by how many words of English news each part tells.
"""

from __future__ import annotations

ENDS = frozenset(
    """
    acter actly acy aire alism alist alition ality alize alized als altie alty alyst ance ancial
    anism antly arate ard arian arily ario ary aster ated ately atic ating ation ational ative
    atively ator atory ature azine bably bal ber bie bility bing bition ble blem bly bol bon
    bution cally cate cated cation ced cedent cedure ceed ceeding ceive ceived cel cense centage
    cently cept ception cer cern cerned ces cess cessary cessful cession cessor chine cial
    cialist cially cian cide cided cident cie cient ciety cific cil cility cine cing cion ciou
    cise cision cism cist cit clared cle cline clined clude cluded cluding clusion cognize col
    cording covery cracy cratic creased creasing creasingly cret curity curred cuse cused cusing
    cussion cution cutor dable dant dard dation ded demic dence dered dering derstand dian
    dicate dicated dict dicted didate dience dier dinary dio dit dition ditional dium dividual
    dle dled dling dor dred dren duce duced ducer ducing ducted duction dum dure dustry ect
    ected ection ectly ector ecution ecutive ecutor edly edy eer ees efit egate egy eign eled
    eling ement emie ence enced ency ened ening ent ented ential entist ently enue erage eral
    erally eran erate erated erating eration erative erator ercise ered erence erful ergy ering
    erly ern ernment ernor ership ertie erty erwise ery eryone erything essary ested ets ety
    evant fect fected fection fective fended fender fense fensive fer fered ference ferent
    fering ferred ferring fessional fessor fication fice ficer ficial ficient ficit ficult
    fidence fie fied firmed fle flect flict fluence forcement formance fugee fying gage gaged
    gan ganization gard gation gely gence gered gerou gery gest gested geted gether geting gible
    gic gical ginal gine ging ginning gion gislation gital gle gled gling gotiation gree gress
    gressional gressive guage gued guing gular gulation gument hap havior hibit hicle hind ial
    iar ibility ible ibly ical ically icated icle ics iday idence idency ident idential ier ies
    iff ified igate igating igation igator ilar ile ilege ilie ilitie ility ily imal imate imum
    inal inate inated inating ination ine ined inee inent ingly ining ior iously ise ised ished
    ishing ising islation islative ister istered istic isting istration istry ital itant itarian
    itary itation ited itic itie iting ition itive itly itor ity ive ively ivist ization ized
    izen izer izing ject jected jection jority juana jured kable kage ket lar larly lated lating
    lation lationship lative lear lect lected lection lege leged lence ler lete liance lic lice
    licly lief lier lieve lieved ligence ligiou ling lionaire lished litical livered logie logy
    lomat lor lou lout lowed lowing lum lus lusion lution lysi lyst macy mained mally mance mand
    mander mated matic mation mediately ment mentary mented mercial mestic mie miliar minent
    ming ministration mise mised mising mit mitment mitted mittee mitting mium mony mou mously
    mpted munication munitie munity nal nalist nally nance nancial nant nario nate nated nating
    naviru nection nefit nel nent ner nerable nesse nial nied nificant ning nior nique nism nist
    nity nology nomic nomist nomy nore nored nority nounce nounced nouncement nual ods ogist
    ognize ogy oid olate olation olence olent ological ology olution omist omy onable ond orate
    orial orie ority ors ory ous ously pable pacity paign pand panie pany partment peachment
    peal pearance peared peatedly pecially pect pected pel pend pened pening pense perience
    perty pher pire pital pite plained plaint ple plete pletely plex plication plie ployed
    ployee ployer poena ponded pondent ponent ponse ponsible porary porate portant portation
    ported portedly porting portunity posal pression prise prised proach propriate proval pute
    puter quent quently quire quired quirement quiry racy rade ral rary rative rect rected
    rection rectly reer rel rently retary ria riage rial rible ric ried rier riod rior riou
    riously rist rity rive rived rorism rorist rupt ruption rying sador sary sation sault scribe
    scribed scription scue secutor sel sely sement sence senger sensu sented sential sert
    servative sibility sible sibly sidency sident sidential sider sidered sier sile sion sional
    sist sistance sisted sistent sition sity sive sively sociate sonal sonally sor sory spect
    spective spiracy spond sponded spondent sponse sponsible ssure staurant ster stitute
    stitution stitutional striction stroy struction sult sulted sulting sume sumed sumer
    sumption surance sured surer suring sus swer tablishment tage tailed tain tained taining
    tainly tainty tal tance tant tary tate tated tation tative tator taurant tect tected tecting
    tection ted tedly tee telligence tem tence tential tentially tention tered terest teria
    terial tering termine ternal ternational ternoon terview tery ther thor thoritie thority thy
    tia tial tially tical tically tice ticism ticized ticle ticular ticularly tient tiff tified
    tify timate timated timately timony tine ting tinue tinued tion tional tionally tioned tiou
    tiple tirely tisan tist tition titude tive tively tivist tivitie tivity tle tled tlement
    tling tody tomer torial toric torie torney tory tracted tral trast trate trated tration
    treme tributed tribution trict trol troy tty tual tually tude tum tup tural ture tured turer
    turing tury tus tween ual ually uate uation ucation uct ues ular ulate ulated ulation ulator
    ule uled ult ulu ument umn ural urb ure uted ution utive utor vacy vance vant vate vated
    vation vealed ved veillance velop veloped velopment ven vention vere versal versation
    versity vestigate vestigation vestigator vestment vestor vey vide vided vider viding vilian
    vince viou viously vised viser vive vocate volve volved volving vor vorite yer yond ysi
    zation zine
    """.split()
)
"""How words end after a break, without the s of a plural."""

STARTS = frozenset(
    """
    aban abili abso abus acci accom accoun accus acknow acknowl activ activi actu adminis advant
    adver advis advo advoc affil agen alco analy analys announ annu anoth antici apol appre
    appro approv argu asso associ attor autho authori aver barri becom beha behavi bene biparti
    bipartis broth buil busi candi capa capaci caus celeb centu chal cham champi charac chari
    chemi chemic choic circum citi clas clos comman commu communi compa compar compre comput
    conclud confi congression conse conser consid consis consti contin continu contro controver
    coor coron corpo corpor cour creat crimin crit criti daugh decid defi defin dele deleg deliv
    democra devel diag diffi direc disap disas disci disclo discrimi divid domest driv earli
    easi econo econom effi elec embar emer emergen empha encour ener enfor engi enthu enti envi
    envir epis equi especial estab esti estim estimat eventu expe exper expla extrem facili
    famili fash fath feder fili funda fundrais gener gover gradu guar heavi histo histor histori
    holi hospit hous howev humani iden identi ideo ideolo ille illeg imme immedi immi immig inad
    inau inci includ incom increas incum inde indepen indi indic indicat individu indus inev
    inno insid inspec insti insur inte internation intim inves investi investig investiga
    investigat involv irre journ knowl larg lawmak leav lega legis liber majori manag manufactur
    materi meas minim minis minori moder moni monit morn natur neces nego neigh newslet nomi
    nomin noth nucle nurs occu ongo operat opin oppor opportuni oppos opti orga organiz orig
    pandem parti partic partici partis passen philo phys physi physic plat plen pois popu
    possibili pover prece preg premi presi presid presiden pret prin princi priori pris priva
    prob produc propos prosecu prov provid qual quali quar ques quot radi radic rais reali
    receiv reck recog recom recon refus regu rela relat relev reli remov repre repres resi resig
    respon restau restaur retal reven rhet rhetor schol scien scient scru scruti securi sena
    senat seni sepa separ serv sexu shar shel signi signif signifi signific simil smok soli
    specif spir spokes stra strate subpoe subsi symp taxpay technolo territo testimo ther togeth
    traf trav trib tril trou ulti unac unan uncon unem univer universi unpre unre unusu veter
    victo viol violat visi volun vulner whatev wheth whis
    """.split()
)
"""How words begin before one."""

PREFIXES = frozenset("ac af ap com dis ef im oc op suc suf sug sup sur un".split())
"""What words begin with, and no compound: not ``re`` as in ``re-elect``, ``in`` of ``in-house``."""

PAIR_LINES = """
    re: action acts alistic alities ally ceiving cent cipients cognition cognized cognizing
        commendation commended conciliation cord corded fer flected fusal fuses garded garding
        gardless gime gional gister gistered gistration gret jecting latively leases lies ligion
        luctant main maining markable member membered mind minded minder mote moval move moving
        pair pealing peat peated peating port porter public quest quested quiring searcher
        sources spected spectively sponding sponsibility straint strict stricted strictive
        tailer taliation tired tirement tiring turn turned turning veal vealing verse versed
        view viewed viewing volution volutionary ward
    in: ability accurate adequate appropriate augural auguration centive come coming correct
        crease credible credibly cumbent deed dependence dependent dependently dex dication
        dictment dustrial dustries equality evitable evitably famous fectious flation fluenced
        fluential form formation formed frastructure juries jury justice mates ner nocent
        novation quiries side sight sisting spector spired stance stead tegrity tellectual tend
        tended tense tent tentionally teractions terested teresting terfere terference terim
        terior ternet terpretation tervention terviewed troduce troduced troduction vasion vest
        vested vestigated vestigating vestigative vesting vitation vited volvement
    con: cerning crete demn demned demning duct ducting fident fidential firm firmation front
        frontation fronted fronting fused fusion gressman nect nected science sent sequence
        servatism siderable sideration sidering sistently stant stantly stituents sulate sultant
        tact tacted tempt tend tender tent tentious test tested text tinuing tract tractor trary
        tribute tributor trolled trolling troversial troversies troversy ventional victed
        viction vinced
    pro: cedural cesses cessing ductive file found gram hibited mote moted moting paganda
        portion posed position secute secution tective testers tocols vision vocative
    pre: cisely decessor dictions liminary paration pare pared paring sentation serve sumptive
        tend vent vented venting
    ex: act amine amined ample cellent cessive change cited citing clusive clusively ecuted empt
        emption ist isted istence panded panding pansion pansive pectations pecting pensive
        perienced periencing periment pert pertise plain plaining planation plicit plicitly
        ploded ploit plore ploring plosion plosive ports pose posed posure pressed pressing tend
        tended tending tension tensive tent tra traordinary tremely tremism tremist
    inter: actions est esting fere national net pretation view viewed
    under: lying mine mined mining stand standing stood way
    over: all come haul reach seas seeing sight turn turned whelmed whelming whelmingly
    at: mosphere tached tack tacked tackers tacking tempt tempted tempting tend tended tending
        tract
    en: able act acted counter courage couraged couraging crypted cryption dorse dorsed
        dorsement dured emy force forced forcing gagement gaging gineering gineers hanced joy
        joyed sure ter terprise tertainment thusiasm thusiastic tire tities titled titlement
        tity try vironment vironmental voy
    as: sassination saulted sembly serted sertion sess sessment set signed sistant sociated
        sociation suming
    ad: ded diction dress dressed dresses dressing justed ministrative ministrator mission mit
        opt opted option vanced vantage vertising vice visory vocacy vocating
    ob: jective ligation served servers
    be: came cause come coming fore gan gin gun half ing low neath sides
    de: bate cent ciding cisive claration clare claring clining crease fault feat feated fendant
        fending fends fine fined layed lays leted liberate liberately liver livering livery
        manded manding mographic nies parture pendent pending scribing serves sire spite stroyed
        stroying tailing tails tainees termination termined termining veloper veloping vice
        voted
    mis: conduct information leading led take
    sub: sequent sequently sidies stance stantial stantially stantive urban way
    per: fectly form formed forming manent manently mission son sonality sonnel suade
    is: land sue sued suing
    es: calating calation cape caped sentially tablish tablished
    cor: porations respondent
    col: lapse lapsed league lecting lective
"""
"""What stands solid after a beginning that compounds have too: ``in-come``, but ``in-house``."""

PAIRS = frozenset(
    (line.partition(":")[0].strip(), rest)
    for line in PAIR_LINES.replace("\n        ", " ").strip().split("\n")
    for rest in line.partition(":")[2].split()
)

MIN_CHARS = 6
"""Shorter words are not broken."""

MIN_REST_CHARS = 4


def is_broken(left: str, right: str, is_compound: bool = False) -> bool:
    """Tell whether two parts are one English word, because one of them is none.

    ``is_compound``: a hyphen stands before ``left`` too, as in ``labor-inten-sive``.
    """
    if len(left) + len(right) < MIN_CHARS or not right.islower():
        return False
    left, single = left.lower(), right.removesuffix("s")
    return (
        right in ENDS
        or single in ENDS
        or (left, right) in PAIRS
        or (left, single) in PAIRS
        or left in STARTS
        or (left in PREFIXES and len(right) >= MIN_REST_CHARS and not is_compound)
    )
