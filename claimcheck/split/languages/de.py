"""German."""

from claimcheck.split.languages.base import Clauses, Rules, numbered, pairs, phrases, shifted, words
from claimcheck.split.languages.de_verbs import ACTS, AUXILIARIES, FINITE, INDICATIVES, SPEECH, SUBJUNCTIVE

__all__ = ["RULES"]

RULES = Rules(
    "de",
    Clauses.COMMA_BOUND,
    abbreviations=words(
        """abb abs allg art aufl bd bsp bspw bzgl bzw ca chr co dgl dipl dr ebd ehem eig etc evtl exkl fam ff
        fr frl geb
        gegr gem ggf ggü hl hr hrsg inkl insb int jan feb febr mär apr jun jul aug sep sept okt nov dez jh jhd kap kfz
        lt max mind min mio mr mrd mrs nr od pkt prof rd rep rev röm s sen sog st std str tel u usw v verh vgl
        vlt vorm
        z zt ziff zzgl zzt adr apl bez bundesl dir gen hptm ing kath ev lfd mag ministerialdir obltn oblt op phil pol
        präs red ref reg sek spr stellv tsd vs km/h b d e h i"""
    ),
    closing_abbreviations=words("usw etc co u.a o.ä d h. mio mrd a.d dgl uhr"),
    starters=words(
        """der die das den dem des ein eine einer einem einen er sie es wir ihr ich man in im am an auf aus bei
        mit nach
        seit von vor zu zum zur für gegen über unter um durch ohne während wegen trotz und aber doch denn auch so da
        dann damals dabei dafür daher damit danach daraufhin darüber dazu deshalb dies diese dieser dieses dort hier
        heute gestern morgen jetzt nun nur noch schon wenn weil als ob obwohl nachdem bevor wie was wer wo wann warum
        viele einige alle keine laut zudem außerdem allerdings jedoch dennoch trotzdem insgesamt bereits erst zuvor
        inzwischen mittlerweile derzeit bislang bisher seine ihre sein ihr"""
    ),
    ordinal_dots=True,
    ordinal_openers=words(
        """am der die das dem den des vom zum im bis ab seit zur ihr ihre ihren ihrem ihrer sein seine seinen seinem
        seiner jeder jeden jede jedes dieser diesem beim mein unser unsere und montag dienstag mittwoch donnerstag
        freitag samstag sonntag könig königin papst kaiser"""
    ),
    finite_verbs=AUXILIARIES | FINITE | SPEECH | ACTS | SUBJUNCTIVE,
    finite_endings=("te", "ten", "t"),
    adjective_endings=("te", "ten"),
    participle_prefixes=("ge",),
    auxiliaries=AUXILIARIES,
    subjunctive=SUBJUNCTIVE,
    not_verbs=words(
        """nicht jetzt selbst sonst erst fast seit mit gut weit dort echt leicht recht schlecht laut statt samt
        zuletzt
        zunächst insgesamt bereit meist längst höchst möglichst wenigstens überhaupt derzeit jederzeit zeit bekannt
        berühmt direkt exakt perfekt konkret privat damit somit womit hiermit soweit bestimmt vielleicht unbekannt
        konfrontiert entgegengesetzt letzte letzten erste ersten rechte rechten leichte leichten schlechte schlechten
        echte echten geplante geplanten bekannte bekannten gute guten weitere weiteren dritte dritten vierte vierten
        fünfte fünften sechste sechsten achte achten zehnte zehnten meisten mindestens heute heutzutage bitte mitte
        seite seiten leute besten größten höchsten wichtigsten jüngsten konkrete gesamte gesamten kompletten komplette
        zweite zweiten spätestens frühestens sollten"""
    ),
    coordinators=words("und aber doch denn jedoch sondern oder"),
    subordinators=words(
        """dass weil da nachdem obwohl während bevor wenn ob als wie damit sodass indem falls seit seitdem
        sobald solange
        bis obgleich wo wobei womit wodurch woraufhin weshalb warum was wer wann ohne um anstatt statt zumal soweit
        sofern wohingegen wofür wogegen worauf wonach woran worin wovon wozu"""
    ),
    separable=words(
        """weil da nachdem obwohl während bevor obgleich wobei woraufhin weshalb wodurch wohingegen zumal"""
    ),
    relatives=words("der die das dem den deren dessen denen welche welcher welches welchem welchen"),
    agreement={
        "die": words("dem des das einen einem"),
        "das": words("der die den einen eine einer"),
        "der": words("das"),
        "den": words("die das eine"),
        "dem": words("die eine"),
    },
    prepositions=words(
        """in im an am auf aus bei beim mit nach seit von vom vor zu zum zur für gegen über unter um durch ohne
        während
        wegen trotz zwischen hinter neben bis ab laut gegenüber angesichts aufgrund innerhalb außerhalb entlang samt
        mittels dank"""
    ),
    genitives=words("der des eines einer"),
    infinitive_marks=words("zu"),
    negators=words("nicht nie niemals kein keine keiner"),
    negations=words(
        """nicht kein keine keinen keiner keinem nie niemand nur alle jeder jede jedes wer ohne kaum wenige"""
    ),
    determiners=words(
        """der die das den dem des ein eine einer einem einen eines dieser diese dieses diesem diesen jeder jede jedes
        alle viele einige mehrere keine kein keiner sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem unser
        unsere beide zwei drei vier fünf sechs sieben acht neun zehn"""
    ),
    speech_verbs=SPEECH,
    act_verbs=ACTS,
    split_acts=pairs(
        """hielt vor| hält vor| hielten vor| warf vor| warfen vor| wirft vor| werfen vor| lastet an| lasten an|
        lastete
        an| kündigte an| kündigten an| kündigt an| lehnt ab| lehnte ab| lehnten ab| lehnen ab| schlug vor|
        schlägt vor|
        schlugen vor| wies zurück| wiesen zurück| weist zurück| rief auf| riefen auf| ruft auf| sprach aus| sprachen
        aus| spricht aus| droht an| drohte an"""
    ),
    denying=words("dementiert dementierte dementierten bestreitet bestritt bestritten wies wiesen weist"),
    accusing=words(
        """warf warfen wirft werfen hielt hielten hält lastet lasten lastete beschuldigt beschuldigte beschuldigten"""
    ),
    that=words("dass daß"),
    source_before=phrases(
        """laut| nach angaben der| nach angaben des| nach angaben von| nach einschätzung der| nach einschätzung
        des| nach
        einschätzung von| nach informationen der| nach informationen des| nach informationen von| nach ansicht der|
        nach ansicht des| nach ansicht von| nach auskunft der| nach auskunft des| nach worten von| nach den
        worten von|
        nach überzeugung von| nach darstellung der| nach darstellung von"""
    ),
    source_after=("zufolge",),
    source_so=("so",),
    as_reported=words("wie"),
    media_words=words(
        """agentur dpa afp reuters zeitung nachrichten magazin sender zdf ard portal blatt spiegel presse radio
        fernseh"""
    ),
    speaker_ends=words(
        """am im in bei beim auf an vor nach zu zum zur über gegenüber mit dazu dabei weiter heute gestern
        montag dienstag
        mittwoch donnerstag freitag samstag sonntag unter aus seit während auch zudem danach schließlich später damals
        jetzt nun der die das laut via und dem ebenfalls außerdem etwa bereits noch einmal erneut aktuell wörtlich"""
    )
    - words("der die das und dem"),
    adverbs=words(
        """auch zudem außerdem nun jetzt weiter dazu dabei jedoch aber unterdessen hingegen derweil bereits
        schon erneut
        ebenfalls später zuvor kürzlich immer wieder noch sich mehrfach wiederum daraufhin dann"""
    ),
    not_speakers=words(
        """den angaben bericht berichten angabe es man das dies was wer nicht wie so viele ihm ihnen uns mir
        hier da dort
        damit darin daraus"""
    ),
    plural_pronouns=words("ihnen"),
    pronouns=words("er sie es ihm ihn ihnen ihr ihre ihrer ihren sein seine seiner seinen seinem"),
    deictics=words(
        """damals dort dorthin daran darauf daraus dabei dadurch dafür dagegen daher damit danach daneben darin
        darüber
        darunter davon davor dazu hier hierbei hierfür hierzu hiervon deshalb deswegen zuvor vorher nachher seither
        seitdem ebenso dahinter"""
    ),
    demonstratives=words(
        """dies diese dieser dieses diesem diesen jene jener jenes solche solcher solches ersterer letzterer beide"""
    ),
    definite=words("der die das den dem des"),
    he=words("er ihm ihn sein seine seinen seinem seiner seines"),
    she=words("sie ihr ihre ihren ihrem ihrer ihres"),
    they=words("sie ihnen"),
    his=words("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres"),
    subject_pronouns=words("er sie"),
    object_pronouns=words("ihm ihn ihnen"),
    man_nouns=words(
        """mann junge vater bruder sohn ehemann onkel großvater fahrer täter sprecher politiker minister präsident
        bürgermeister richter anwalt student lehrer schüler arzt autor unternehmer investor milliardär machthaber
        beamter polizist vertreter korrespondent reporter nachbar chef leiter trainer spieler forscher"""
    ),
    woman_nouns=words(
        """frau mädchen mutter schwester tochter ehefrau tante großmutter fahrerin täterin sprecherin politikerin
        ministerin präsidentin bürgermeisterin richterin anwältin studentin lehrerin schülerin ärztin autorin
        unternehmerin beamtin polizistin vertreterin korrespondentin reporterin nachbarin chefin leiterin
        trainerin spielerin forscherin"""
    ),
    person_nouns=words("person opfer kind jährige jähriger verdächtige verdächtiger angeklagte angeklagter"),
    group_nouns=words(
        """menschen leute anwohner bewohner mitarbeiter beschäftigte beschäftigten polizisten beamte beamten forscher
        schüler studierende studierenden studenten eltern kinder frauen männer soldaten bürger experten ermittler
        behörden unternehmen autoren mieter pendler abgeordnete abgeordneten patienten fahrer"""
    ),
    body_nouns=words(
        """stadt gemeinde universität hochschule stiftung firma konzern partei region insel verein institut zeitung
        ministerium bank gruppe holding schleuse brücke klinik schule agentur behörde gewerkschaft kreis"""
    ),
    not_people=words(
        """gmbh ag se kg holding group development see straße platz stadt land partei bank union verein universität
        institut berlin hamburg republik"""
    ),
    now_words=phrases("derzeit | zurzeit | aktuell | momentan | gegenwärtig | bislang | bisher | bis heute | inzwischen | mittlerweile"),
    as_of="Stand",
    indicatives=INDICATIVES,
    perfect_ends=words("haben sein"),
    earlier_words=words("zuvor bereits schon vorher früher damals einst seinerzeit"),
    titles=words("herr frau dr prof herrn doktor professor"),
    role_endings=phrases(
        """minister| ministerin| präsident| präsidentin| kanzler| kanzlerin| sprecher| sprecherin| chef|
        chefin| führer|
        führerin| vorsitzende| vorsitzender| berater| beraterin| politiker| politikerin| direktor| direktorin| leiter|
        leiterin| experte| expertin| forscher| forscherin| meister| meisterin| rat| rätin| haber| anwalt| anwältin|
        sekretär| sekretärin| könig| königin| papst| trainer| trainerin| professor| ökonom| ökonomin| investor|
        investors| milliardär| milliardärs| autor| autorin| journalist| richter| lehrer| abgeordneter| abgeordnete|
        korrespondent| ministers| präsidenten| kommissar| vorstand| beamter"""
    ),
    months=numbered(
        """januar jänner jan | februar feb | märz mär | april apr | mai | juni | juli | august aug |
        september sep sept | oktober okt | november nov | dezember dez"""
    ),
    weekdays=numbered("montag | dienstag | mittwoch | donnerstag | freitag | samstag sonnabend | sonntag", start=0),
    day_parts=("abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht", "früh"),
    relative_days=shifted(
        """gestern -1 | vorgestern -2 | heute morgen 0 | heute früh 0 | heute vormittag 0 | heute mittag 0 |
        heute nachmittag 0 | heute abend 0 | am heutigen tag 0 | morgen früh 1 | morgen abend 1 | am gestrigen tag -1 |
        übermorgen 2"""
    ),
    anchored_days=shifted(
        """am nächsten tag 1 | am folgenden tag 1 | tags darauf 1 | am tag darauf 1 | am nächsten morgen 1 |
        ab dem kommenden morgen 1 | am kommenden morgen 1 | am folgetag 1 | einen tag später 1 | am selben tag 0 |
        am gleichen tag 0 | am selben abend 0"""
    ),
    weekends=shifted(
        """am wochenende 0 | am vergangenen wochenende 0 | vergangenes wochenende 0 | am kommenden wochenende 1 |
        kommendes wochenende 1"""
    ),
    ahead_words=words(
        "soll solle sollen wird werde werden geplant vorgesehen spätestens demnächst künftig will wollen"
    ),
    relative_months=shifted(
        """im vergangenen monat -1 | letzten monat -1 | im letzten monat -1 | im vormonat -1 | vergangenen monat -1 |
        in diesem monat 0 | im kommenden monat 1"""
    ),
    relative_years=shifted(
        """im vergangenen jahr -1 | letztes jahr -1 | im letzten jahr -1 | im vorjahr -1 | vergangenes jahr -1 |
        in diesem jahr 0 | dieses jahr 0 | im kommenden jahr 1 | nächstes jahr 1"""
    ),
    past_markers=words("vergangenen vergangener letzten letzter vorigen"),
    future_markers=words("kommenden kommender nächsten nächster"),
    month_openers=phrases("im | ende | anfang | mitte | seit | bis | vom | ab | monat"),
    open_ends=words("seit bis ab jeden jeder"),
    year_openers=phrases(
        """im jahr | im jahre | aus dem jahr | aus dem jahre | des jahres | seit | in den jahren | ende |
        anfang | mitte |
        jahr | bis"""
    ),
    opinion_words=words(
        """leider hoffentlich schön schlimm peinlich faustdicke wunderbar großartig schrecklich lächerlich
        absurd surreale
        unsinn skandal skandalös schande offensichtlich natürlich sozusagen irgendwie zufrieden nerven nervt glücklich
        traurig stolz wichtig spannend faszinierend wunderschön sarkasmus ungeheuerlichkeit vielleicht wohl eigentlich
        wahrscheinlich einfach schade gefühl finde hoffe glaube freuen freue erinnern"""
    ),
    prediction_words=words("voraussichtlich künftig demnächst bevorstehen prognose erwartet"),
    normative_words=words(
        """sollte sollten sollen muss müssen müsse müssten müsste solle nötig notwendig überfällig dürfe unbedingt"""
    ),
    hedges=words("""vielleicht womöglich möglicherweise vermutlich offenbar angeblich könnte könnten dürfte wohl"""),
    question_words=words("was wer wo wann warum wie weshalb wieso wohin woher welche welcher welches"),
    first_second_person=words(
        """ich wir mir mich uns unser unsere unserem
        unseren du dir dich euch ihr sie mein meine"""
    ),
    polite=words("sie ihre ihrer ihrem ihren ihr ihnen"),
    imperatives=words(
        """lesen abonnieren klicken jetzt melden folgen bestellen hören sehen schreiben rufen kontaktieren besuchen"""
    ),
    past_forms=words(
        """war waren hatte hatten wurde wurden kam kamen ging gingen gab gaben stand standen lag lagen fand
        fanden ließ
        hielt hat haben trat traten verlor begann erlitt starb zog traf nahm fiel fuhr"""
    ),
    causal_words=words(
        """weil wegen aufgrund dadurch deshalb führt führte verursacht ursache grund folge angesichts daher"""
    ),
    legal_words=words(
        """gesetz gericht urteil verboten erlaubt strafe bußgeld vertrag verfassung anklage haft klage verurteilt
        vorschrift verordnung recht pflicht insolvenz paragraf paragraph"""
    ),
    number_words=words(
        """zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert hunderte tausend tausende
        tausender million millionen milliarde milliarden prozent dutzend hälfte drittel viertel vierteljahrhundert
        verdoppelt"""
    ),
    superlatives=words(
        """größte größten höchste höchsten meisten erste ersten einzige einzigen älteste jüngste stärkste
        niedrigste mehr
        weniger"""
    ),
    furniture=phrases(
        """lesen sie auch| mehr zum thema| hier finden sie| newsletter| abonnieren| foto:| quelle:| archivfoto|
        ein klick
        auf| zum artikel| jetzt testen| teilen sie"""
    ),
)
