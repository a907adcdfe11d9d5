"""German: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words
from claimcheck.split.languages.deeds import GERMAN as DEEDS
from claimcheck.split.languages.deeds import GERMAN_GESTURES

__all__ = ["WORTH"]

_JUDGEMENTS = words(
    """abscheulich absurd abwechslungsreich albern albtraum alptraum anmaßend ansprechend anspruchsvoll
        anständig armutszeugnis arrogant atemberaubend attraktiv aufregend ausgewogen authentisch
        bedauerlich bedauerlicherweise bedenklich bedeutend bedrohung beeindruckend befremdlich begehrt
        begeisternd begeisterung beispiellos beliebig bemerkenswert bequem beschämend besinnlich bewegend
        bewundernswert bezeichnenderweise bizarr blamabel blamage blendend brillant böse bürgernähe chance
        charmant charme clever debakel desaster desaströs dominant drama dreist dumm durchwachsen dämlich
        echt edel ehrgeizig ehrlich eigentlich eindringlich eindrucksvoll einfallslos eklatant elegant
        empörend engagiert enttäuschend enttäuscht enttäuschung erbärmlich erfreulich erfreulicherweise
        erfrischend ermutigend ernüchternd erschreckend erschütternd erstaunlich existenziell exzellent
        fabelhaft fahrlässig fair falsch famos fantastisch farce faszinierend fatal feierlich feige fesselnd
        fluch fordernd frech freilich freude furios fürchterlich gekonnt gelungen gemütlich genial gerecht
        gerechtigkeit geschmacklos gewaltig gewiss gigantisch glanzlos glanzvoll glänzend glück
        glücklich glücklicherweise glücksfall gnadenlos grandios grauenhaft grauenvoll grotesk großartig
        haarsträubend harmonisch heikel held helden herausforderung herrlich hervorragend heuchelei
        heuchlerisch hoffentlich hässlich hölle hübsch ideal ideenlos identität idyllisch ikone imposant
        inakzeptabel innovativ interessant interessanterweise irgendwie irre jämmerlich katastrophal
        katastrophe klasse klug komisch konsequent kontinuität konzentriert kostbar kreativ kult kurios
        köstlich langweilig lebendig lebenswert lebhaft legende legendär leidenschaft leidenschaftlich
        leider liebenswert liebevoll lohnend lächerlich lüge mager makellos malerisch markant meilenstein
        meisterhaft merkwürdig miserabel mitreißend mustergültig mut mutig mühsam nachdenklich naiv
        natürlich nerven nervt nett niedlich nutzlos offensichtlich originell packend paradies passend pech
        peinlich peinvoll perfekt phantastisch pikant plump prächtig quatsch quälend raffiniert rasant reiz
        reizvoll respekt romantisch routine rücksichtslos sagenhaft sanft schade schande scheinheilig
        schlampig schlecht schlichtweg schlimm schmerzhaft schrecklich schäbig schön segen sehenswert
        selbstbewusst selbstverständlich seltsam sensationell sicherlich signal sinnlos sinnvoll skandal
        skandalös skeptisch skurril souverän sozusagen spannend spannungsreich spaß spektakulär stilvoll
        stimmungsvoll stolz super surreal sympathisch tadellos tapfer temperamentvoll theater toll tragisch
        tragödie traum traumhaft traurig trist trostlos turbulent töricht umwerfend unangemessen
        unbegreiflich unbequem unbestritten unerhört unerlässlich unermüdlich unerträglich unfair unfassbar
        ungeheuerlich ungeheuerlichkeit ungerecht ungewöhnlich unglaublich unglücklich unheimlich
        unmenschlich unnachahmlich unnötig unsinn unsinnig unsäglich unverantwortlich unvergesslich
        unverschämt unverständlich unverzichtbar unwiderstehlich unwürdig unzufrieden unzumutbar verblüffend
        vergleichbar verheißungsvoll verlass verlogen vernünftig verrückt vertrauen verwerflich vielfalt
        vielleicht vielversprechend vorbild vorbildlich vorzüglich wahnsinn wahnsinnig wahrscheinlich
        wegweisend wertvoll widerlich witz wohl wohltuend wunder wunderbar wunderlich wunderschön würdig
        zauber zauberhaft zeichen zufrieden zukunftsweisend zuverlässig zwecklos zweifellos zynisch zäh
        überflüssig überfällig überragend überraschend überraschenderweise überraschung übertrieben
        überwältigend überzeugend"""
)
_HINTS = words(
    """angemessen ausgerechnet ausgezeichnet bekannt beliebt besser best bitter deutlich doch dramatisch
        dringend düster eben einmalig einzigartig endlich enorm entscheidend erfolglos erfolgreich ernst
        frage ganze gefährlich gehört gigantisch groß größer gut halt hart historisch immerhin
        klar kompliziert kritisch legitim leicht lösung massiv negativ notwendig nötig offenbar positiv
        problem problematisch richtig riesig scheinbar scheinen scheint schwach schwer schwierig spiel stark
        umstritten verantwortung verheerend weg wichtig wirken wirkt"""
)

WORTH = Worth(
    opinion_words=_JUDGEMENTS,
    opinion_hints=_HINTS,
    feelings=words(
        """hoffe hoffen hofft hofften hoffte glaube glauben glaubt wünsche wünscht wünschen wünschte freue freuen freut
        freute freuten freude fürchte fürchtet fürchten fürchtete befürchte befürchtet befürchten liebe liebt lieben
        hasse hasst bedauert bedauere bedauern ärgert ärgere ärgern gefühl gefühle angst ängste sorge sorgen hoffnung
        empfinde empfindet spüre spüren spürt zweifle zweifelt zweifeln genieße genießt träume träumt träumen
        bewundert bewundere schätze denke dankbar froh überzeugt begeistert besorgt zuversichtlich
        optimistisch pessimistisch gespannt"""
    ),
    beliefs=phrases("ich glaube| ich denke| ich meine| ich vermute| ich finde| ich bezweifle"),
    endings=("sten", "ster", "stes", "stem", "eren", "erer", "eres", "erem", "ste", "ere", "er", "es", "en", "em", "e"),
    unknowns=phrases(
        """unklar ist| ist unklar| war unklar| unklar war| blieb unklar| bleibt unklar| unklar blieb| unklar bleibt|
        ist noch offen| bleibt abzuwarten| ist ungewiss| bleibt offen| wird sich zeigen| wird sich noch zeigen|
        unklar| ungewiss| ist nicht bekannt| nicht absehbar| muss sich zeigen| steht noch nicht fest"""
    ),
    wondering=phrases("bleibt abzuwarten| wird sich zeigen| wird sich noch zeigen"),
    havings=words("hat haben habe"),
    conditions=words("wenn falls sofern solange sobald ehe bevor"),
    calls=phrases(
        """es ist zeit| wird es zeit| ist höchste zeit| wir müssen| muss endlich| müssen endlich|
        müsse endlich| darf nicht| dürfen nicht| dürfe nicht| dürften nicht| es geht darum| es gehe darum|
        es gilt| muss man| müsse man| müssen wir| sollte man| sollten wir| wir brauchen| brauchen wir|
        es brauche| es braucht| muss jetzt| müsse jetzt| ist gefordert| sei gefordert| sind gefordert|
        wäre es| gehört abgeschafft| ist es wichtig| sei es wichtig"""
    ),
    oughts=words(
        "sollte sollten müsste müssten bräuchte bräuchten braucht brauchen brauche nötig notwendig überfällig"
    ),
    second_person=words("du dir dich euch dein deine deinen deiner euer eure"),
    generic=words("man jeder jede niemand keiner alle jemand wer einer"),
    intensifiers=words(
        """so sehr ganz gar ziemlich extrem derart äußerst besonders durchaus kaum wirklich absolut völlig total viel
        selten mal geradezu regelrecht zu immer nie"""
    )
    - words("zu so viel"),
    of_the_page=words(
        "video chart grafik liveblog liveticker podcast newsletter artikel interview bildergalerie karte"
    ),
    conditional=words("würde würden wäre wären hätte hätten könnte könnten müsste müssten dürfte dürften"),
    copulas=words("ist sind war waren sei seien wirkt wirken bleibt bleiben"),
    prediction_words=words("voraussichtlich künftig demnächst bevorstehen prognose erwartet"),
    normative_words=words(
        """sollte sollten sollen muss müssen müsse müssten müsste solle nötig notwendig überfällig dürfe unbedingt"""
    ),
    hedges=words(
        """unclear unklar vielleicht womöglich möglicherweise vermutlich offenbar angeblich könnte
        könnten dürfte wohl"""
    ),
    question_words=words("was wer wo wann warum wie weshalb wieso wohin woher welche welcher welches"),
    polite=words("sie ihre ihrer ihrem ihren ihr ihnen"),
    imperatives=words(
        """lesen abonnieren klicken jetzt melden folgen bestellen hören sehen schreiben rufen kontaktieren besuchen"""
    ),
    causal_words=words(
        """weil wegen aufgrund dadurch deshalb führt führte verursacht ursache grund folge angesichts daher"""
    ),
    legal_words=words(
        """gesetz gericht urteil verboten erlaubt strafe bußgeld vertrag verfassung anklage haft klage verurteilt
        vorschrift verordnung recht pflicht insolvenz paragraf paragraph"""
    ),
    superlatives=words(
        """größte größten höchste höchsten meisten erste ersten einzige einzigen älteste jüngste stärkste
        niedrigste mehr
        weniger"""
    ),
    possibles=words("kann können könne mag dürfte dürften könnte könnten"),
    ideas=words(
        """hoffnung idee antwort problem frage trick grund wahrheit ziel mission aufgabe herausforderung
        unterschied lehre botschaft traum geheimnis schlüssel gefahr risiko gefühl eindruck glaube debatte
        lösung lage situation weg zukunft leben liebe freude schmerz erinnerung stimmung haltung geist kunst
        sinn"""
    ),
    gestures=GERMAN_GESTURES,
    emotions=words(
        """überraschung aufregung verwirrung wut wütend zorn zornig erleichterung erleichtert stolz scham neid
        empörung trauer einsamkeit einsam langeweile neugier neugierig verzweiflung staunen panik bedauern kummer
        gelächter tränen peinlichkeit zufriedenheit unzufriedenheit frust enttäuschung zuversicht bitter
        ungern unruhe nervös unsicherheit hoffnungen ängste sorgen träume gelassen ratlos beunruhigt verunsichert"""
    ),
    deeds=DEEDS,
    judging_forms=("voll", "los", "haft", "sam", "bar", "reich", "würdig", "wert"),
    plain_forms=words(
        """arbeitslos obdachlos staatenlos gemeinsam wirksam einsam verfügbar erneuerbar essbar hörbar
        sichtbar zahlreich kostenlos bewusstlos erreichbar haltbar zahlbar drahtlos namhaft wohnhaft
        grenzwertig unmittelbar befahrbar langsam gewaltsam umfangreich nachweisbar messbar aufmerksam
        strafbar lesbar bargeldlos barrierearm"""
    ),
    degrees=words("mehr weniger"),
    furniture=phrases(
        """lesen sie auch| mehr zum thema| hier finden sie| newsletter| abonnieren| foto:| quelle:| archivfoto|
        ein klick
        auf| zum artikel| jetzt testen| teilen sie| hinweise nimmt| hinweise nehmen| hinweise bitte an|
        zeugen werden gebeten| werden gebeten sich"""
    ),
)
