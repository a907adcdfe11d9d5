"""The verbs of German, by what they do in a sentence."""

from claimcheck.split.languages.base import pairs, words

__all__ = ["ACTS", "AUXILIARIES", "FINITE", "INDICATIVES", "SPEECH", "SUBJUNCTIVE", "THIRD_PERSON"]

AUXILIARIES = words(
    """ist sind war waren wäre wären bin bist seid hat haben hatte hatten hätte hätten wird werden wurde wurden würde
        würden kann können konnte konnten könnte könnten muss müssen musste mussten müsste müssten soll sollen sollte
        sollten will wollen wollte wollten darf dürfen durfte durften dürfte dürften mag mögen möchte möchten bleibt
        bleiben blieb blieben"""
)
SUBJUNCTIVE = words(
    """sei seien habe werde könne müsse solle dürfe wolle möge gebe gehe stehe komme führe kontrolliere sehe halte
        lasse bleibe liege bringe nehme brauche wisse finde spreche trage fahre falle biete bedeute erkläre gefährde
        drohe gelte laufe zeige setze stelle arbeite reiche rechne plane unterstütze verstehe helfe treffe schaffe
        verliere steige sinke koste zahle bestehe gehöre fehle erhalte bekomme handle handele leide lebe wachse mache
        sage denke glaube hoffe fordere erwarte beginne ende dauere betrage betreffe ermittle ermittele prüfe suche
        wirke folge ziehe greife tue läge lägen gäben kämen stünden gäbe ginge käme stünde hielte
    ließe bräuchte wisse zöge zögen bekäme bekämen erhielte verlöre verlören fände fänden bestünde entstünde entstünden
    träte gewönne gewönnen sänke"""
)
SPEECH = words(
    """sagt sagte sagten sagen erklärt erklärte erklärten erklären meint meinte meinten betont betonte betonten
        berichtet berichtete berichteten berichten teilte teilten teilt schreibt schrieb schrieben schreiben
        hieß heißt
        äußerte äußerten äußert ergänzte ergänzt fügte schildert schilderte schilderten erzählt erzählte erzählten
        bestätigte bestätigt bestätigten behauptet behauptete behaupteten schätzt schätzte räumte räumt unterstrich
        versicherte versichert begründete begründet rechnet argumentiert argumentierte erläuterte erläutert zitiert
        findet glaubt glaubte hofft konstatiert resümiert bilanziert stellte weiß geht meldete meldeten meldet so
        verkündete verkündeten verkündet gab gibt vermutet vermutete vermuteten mutmaßt erwidert erwiderte entgegnet
        entgegnete bekräftigt bekräftigte kommentiert kommentierte prognostiziert prognostizierte versprach
        ergänzten mitteilte mitteilten mitteilt
        bekanntgab bekanntgaben hinzufügte verlautete vermeldete erklärten ausführte einräumte feststellte
        ergänzen fügt"""
) - words("so stellte gab gibt rechnet geht findet weiß")
ACTS = words(
    """fordert forderte forderten fordern gefordert aufgefordert kritisiert kritisierte kritisierten kritisieren
        bittet bat baten bitten gebeten verlangt verlangte verlangten dankte dankten dankt bedankte bedankten bedankt
        angekündigt warnt warnte warnten warnen droht drohte drohten dementiert dementierte dementierten bestreitet
        bestritt bestritten appellierte appelliert beschuldigt beschuldigte beschuldigten lobte lobten lobt mahnte
        ankündigt ankündigte ankündigten
        mahnt plädiert plädierte verurteilte verurteilten dringt drang drängt drängte verkündete verkündeten verkündet
        verspricht versprach versprachen beklagt beklagte
        rügt rügte rügten gerügt bemängelt bemängelte bemängelten moniert monierte monierten empfiehlt
        empfahl empfahlen"""
)
FINITE = words(
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
INDICATIVES = pairs(
    """sei ist| seien sind| habe hat| werde wird| könne kann| müsse muss| solle soll| dürfe darf| wolle will|
    gebe gibt| gehe geht| stehe steht| komme kommt| führe führt| sehe sieht| halte hält| lasse lässt|
    bleibe bleibt| liege liegt| bringe bringt| nehme nimmt| brauche braucht| wisse weiß| finde findet|
    spreche spricht| trage trägt| fahre fährt| falle fällt| biete bietet| bedeute bedeutet| erkläre erklärt|
    gefährde gefährdet| drohe droht| gelte gilt| laufe läuft| zeige zeigt| setze setzt| stelle stellt|
    arbeite arbeitet| reiche reicht| rechne rechnet| plane plant| unterstütze unterstützt| verstehe versteht|
    helfe hilft| treffe trifft| schaffe schafft| verliere verliert| steige steigt| sinke sinkt| koste kostet|
    zahle zahlt| bestehe besteht| gehöre gehört| fehle fehlt| erhalte erhält| bekomme bekommt| handele handelt|
    handle handelt| leide leidet| lebe lebt| wachse wächst| mache macht| fordere fordert| erwarte erwartet|
    beginne beginnt| ende endet| dauere dauert| betrage beträgt| betreffe betrifft| prüfe prüft| suche sucht|
    wirke wirkt| folge folgt| ziehe zieht| greife greift| tue tut| kontrolliere kontrolliert| aussehe aussieht"""
)
THIRD_PERSON = pairs(
    """brechen bricht| sprechen spricht| versprechen verspricht| widersprechen widerspricht| geben gibt| nehmen nimmt|
    treffen trifft| helfen hilft| werfen wirft| sterben stirbt| verderben verdirbt| vergessen vergisst| essen isst|
    sehen sieht| lesen liest| stehlen stiehlt| befehlen befiehlt| geschehen geschieht| fahren fährt| tragen trägt|
    ertragen erträgt| vertragen verträgt| schlagen schlägt| laden lädt| fallen fällt| gefallen gefällt| lassen lässt|
    verlassen verlässt| entlassen entlässt| halten hält| erhalten erhält| behalten behält| enthalten enthält|
    verhalten verhält| unterhalten unterhält| schlafen schläft| raten rät| verraten verrät| laufen läuft|
    waschen wäscht| wachsen wächst| stoßen stößt| verstoßen verstößt| wissen weiß| haben hat| sein ist| werden wird|
    können kann|
    müssen muss| dürfen darf| wollen will| sollen soll| mögen mag| treten tritt| betreten betritt| vertreten vertritt|
    verletzen verletzt| verhindern verhindert| behindern behindert| fördern fördert| erpressen erpresst|
    unterbrechen unterbricht| zerbrechen zerbricht| missbrauchen missbraucht| gelten gilt| schmelzen schmilzt|
    vergraben vergräbt| betrügen betrügt| belügen belügt| entwerfen entwirft| übernehmen übernimmt|
    unternehmen unternimmt| überfallen überfällt| übertragen überträgt| übertreffen übertrifft| begeben begibt|
    empfehlen empfiehlt| fressen frisst| messen misst| bergen birgt| blasen bläst| braten brät| fangen fängt|
    graben gräbt| quellen quillt| schwellen schwillt| stechen sticht| werben wirbt| gebären gebiert| tun tut|
    bersten birst| heißen heißt| reißen reißt| schließen schließt| gießen gießt| beißen beißt| fassen fasst"""
)
