"""German: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words

__all__ = ["WORTH"]

_JUDGEMENTS = words(
    """absurd abscheulich albern anmaßend anständig arrogant atemberaubend bedauerlich bedenklich befremdlich
        beeindruckend beispiellos bemerkenswert bequem beschämend bewundernswert bizarr blamabel böse brillant charmant
        dämlich desaströs dreist dumm echt ehrgeizig empörend enttäuschend enttäuscht erbärmlich erfreulich
        erschreckend erschütternd erstaunlich existenziell exzellent fabelhaft fair falsch fantastisch fatal
        faszinierend feige frech
        fürchterlich fahrlässig genial gerecht geschmacklos glänzend glanzvoll glücklich grandios grotesk großartig
        grauenhaft grauenvoll hässlich haarsträubend herrlich hervorragend heuchlerisch ideal idyllisch inakzeptabel
        irre jämmerlich katastrophal klasse klug köstlich komisch kostbar lächerlich langweilig legendär liebenswert
        mager malerisch meisterhaft merkwürdig miserabel mutig naiv nutzlos packend peinlich perfekt phantastisch
        prächtig raffiniert rücksichtslos scheinheilig schlecht schlimm schön schrecklich schäbig sensationell
        seltsam sinnlos sinnvoll skandalös skurril spannend spektakulär stolz super surreal tapfer töricht toll tragisch
        traumhaft traurig trist übertrieben überfällig überflüssig überragend unangemessen unbegreiflich
        unbestritten unerhört unerlässlich unerträglich unfair unfassbar ungeheuerlich ungerecht unglaublich
        unglücklich unmenschlich unnötig unsäglich unsinnig unverantwortlich unverschämt unverständlich unverzichtbar
        unwürdig unzumutbar unzufrieden verblüffend verlogen vernünftig verrückt verwerflich vergleichbar
        vorbildlich wahnsinnig wertvoll wichtig widerlich wunderbar wunderschön zufrieden zynisch zwecklos
        leider hoffentlich offensichtlich natürlich selbstverständlich sozusagen irgendwie wohl eigentlich
        wahrscheinlich schade vielleicht zweifellos sicherlich gewiss freilich schlichtweg ehrlich erfreulicherweise
        überraschenderweise bedauerlicherweise glücklicherweise interessanterweise bezeichnenderweise überraschend
        ungeheuerlichkeit unsinn quatsch skandal schande blamage desaster debakel farce witz theater wahnsinn lüge
        heuchelei armutszeugnis glücksfall meilenstein herausforderung albtraum alptraum traum tragödie drama hölle
        fluch segen katastrophe bedrohung respekt vertrauen enttäuschung zeichen signal chance nervt nerven"""
)
_HINTS = words(
    """gut besser best größer schwer leicht schwierig kompliziert gefährlich richtig positiv negativ deutlich klar stark
        schwach hart enorm massiv dramatisch historisch einzigartig einmalig entscheidend dringend notwendig nötig
        angemessen legitim verheerend bitter düster beliebt bekannt umstritten ausgezeichnet erfolgreich
        erfolglos problematisch kritisch ernst groß riesig gigantisch spiel verantwortung problem frage
        lösung weg ganze immerhin ausgerechnet endlich offenbar scheinbar scheint scheinen wirkt wirken gilt gelten
        gehört eben halt doch"""
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
    endings=("sten", "ster", "stes", "stem", "eren", "erer", "eres", "erem", "ste", "ere", "er", "es", "en", "em", "e"),
    unknowns=phrases(
        """unklar ist| ist unklar| war unklar| unklar war| blieb unklar| bleibt unklar| unklar blieb| unklar bleibt|
        ist noch offen| bleibt abzuwarten| ist ungewiss| bleibt offen| wird sich zeigen| wird sich noch zeigen|
        ist nicht bekannt| nicht absehbar| muss sich zeigen| steht noch nicht fest"""
    ),
    conditions=words("wenn falls sofern solange sobald ehe bevor"),
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
    furniture=phrases(
        """lesen sie auch| mehr zum thema| hier finden sie| newsletter| abonnieren| foto:| quelle:| archivfoto|
        ein klick
        auf| zum artikel| jetzt testen| teilen sie"""
    ),
)
