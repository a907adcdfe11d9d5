"""German."""

from claimcheck.split.languages.base import Clauses, Rules, numbered, pairs, phrases, shifted, words

__all__ = ["RULES"]

_AUXILIARIES = words(
    """ist sind war waren wäre wären bin bist seid hat haben hatte hatten hätte hätten wird werden wurde wurden würde
        würden kann können konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte
        sollten will wollen wollte wollten darf dürfen durfte durften dürfte dürften mag mögen möchte möchten bleibt
        bleiben blieb blieben"""
)
_SUBJUNCTIVE = words(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe stehe komme führe kontrolliere sehe halte
        lasse bleibe liege bringe nehme brauche wisse finde spreche trage fahre falle biete bedeute erkläre gefährde
        drohe gelte laufe zeige setze stelle arbeite reiche rechne plane unterstütze verstehe helfe treffe schaffe
        verliere steige sinke koste zahle bestehe gehöre fehle erhalte bekomme handle handele leide lebe wachse mache
        sage denke glaube hoffe fordere erwarte beginne ende dauere betrage betreffe ermittle ermittele prüfe suche
        wirke folge ziehe greife tue läge lägen gäben kämen stünden gäbe ginge käme stünde hielte
    ließe bräuchte wisse"""
)
_SPEECH = words(
    """sagt sagte sagten sagen erklärt erklärte erklärten erklären meint meinte meinten betont betonte betonten
        berichtet berichtete berichteten berichten teilte teilten teilt schreibt schrieb schrieben schreiben
        hieß heißt
        äußerte äußerten äußert ergänzte ergänzt fügte schildert schilderte schilderten erzählt erzählte erzählten
        bestätigte bestätigt bestätigten behauptet behauptete behaupteten schätzt schätzte räumte räumt unterstrich
        versicherte versichert begründete begründet rechnet argumentiert argumentierte erläuterte erläutert zitiert
        findet glaubt glaubte hofft konstatiert resümiert bilanziert stellte weiß geht meldete meldeten meldet so
        verkündete verkündeten verkündet gab gibt"""
) - words("so stellte gab gibt rechnet geht findet weiß")
_ACTS = words(
    """fordert forderte forderten fordern gefordert aufgefordert kritisiert kritisierte kritisierten kritisieren
        bittet bat baten bitten gebeten verlangt verlangte verlangten dankte dankten dankt bedankte bedankten bedankt
        angekündigt warnt warnte warnten warnen droht drohte drohten dementiert dementierte dementierten bestreitet
        bestritt bestritten appellierte appelliert beschuldigt beschuldigte beschuldigten lobte lobten lobt mahnte
        mahnt plädiert plädierte verurteilte verurteilten dringt drang drängt drängte verkündete verkündeten verkündet
        verspricht versprach versprachen beklagt beklagte"""
)
_FINITE = words(
    """warf warfen wirft werfen lastet lasten lastete kündigte kündigten kündigt lehnt lehnte lehnten schlug schlägt
        rief riefen ruft gibt gab gaben geht ging gingen steht stand standen kommt kam kamen führt führte liegt lag
        lagen sieht sah sahen hält hielt hielten lässt ließ ließen macht machte machten nimmt nahm nahmen findet fand
        fanden fährt fuhr fuhren fällt fiel fielen trägt trug trifft traf trafen spricht sprach sprachen läuft lief
        liefen zeigt zeigte zeigten zeigen setzt setzen stellt stellte stellen beginnt begann begannen starten startet
        endet endete verliert verlor verloren steigt stieg stiegen sinkt sank kostet kosten zahlt zahlen besteht
        bestand gehört gehören fehlt fehlen erhält erhielt erhielten erhalten bekommt bekam leidet litt lebt leben
        lebte wächst wuchs zieht zog zogen greift griff tut tat taten ruhen ruht arbeitet arbeiten plant planen
        unterstützt unterstützen grenzt gilt galt gelten kooperieren kooperiert verfügt verfügte erlitt trat traten
        reagierte wirkt wirken entsteht entstand entstehen verletzt starb starben stirbt tötete entdeckte entdeckten
        fordern besorgt hervorgeht agierten agiert weist wies schließt schloss bezifferte bezeichnete nennt nannte
        nannten ermittelt ermitteln prüft prüfen sucht suchen betrifft betrug beträgt dauert dauerte bestehen verkauft
        verkaufte kaufte kauft gewann gewinnt gewannen verlangt bringt brachte brachten denkt dachte weiß
        wusste fliegt
        flog brennt brannte wohnt wohnte heißt hieß umfasst umfasste folgt folgte folgten erreicht erreichte
        produziert
        produzierte"""
)

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
    finite_verbs=_AUXILIARIES | _FINITE | _SPEECH | _ACTS | _SUBJUNCTIVE,
    finite_endings=("te", "ten", "t"),
    adjective_endings=("te", "ten"),
    participle_prefixes=("ge",),
    auxiliaries=_AUXILIARIES,
    subjunctive=_SUBJUNCTIVE,
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
    speech_verbs=_SPEECH,
    act_verbs=_ACTS,
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
    weekdays=numbered(
        """montag montagabend montagmorgen montagnachmittag | dienstag dienstagabend dienstagmorgen
        dienstagnachmittag |
        mittwoch mittwochabend mittwochmorgen mittwochnachmittag |
        donnerstag donnerstagabend donnerstagmorgen donnerstagnachmittag |
        freitag freitagabend freitagmorgen freitagnachmittag |
        samstag sonnabend samstagabend samstagmorgen samstagnachmittag |
        sonntag sonntagabend sonntagmorgen sonntagnachmittag""",
        start=0,
    ),
    relative_days={"gestern": -1, "vorgestern": -2},
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
    future_verbs=words("wird werden"),
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
