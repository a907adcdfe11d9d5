"""German: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words

__all__ = ["WORTH"]

WORTH = Worth(
    opinion_words=words(
        """leider vergleichbar bedrohung existenzielle hoffentlich schön schöne schönen schönste
        schlimm schlimme schlimmsten peinlich wunderbar wunderbare
        großartig großartige schrecklich schreckliche lächerlich absurd absurde absurdes surreal surreale unsinn skandal
        skandalös schande offensichtlich natürlich selbstverständlich sozusagen irgendwie zufrieden unzufrieden nervt
        nerven glücklich traurig stolz wichtig wichtige wichtiger wichtigste spannend faszinierend wunderschön
        ungeheuerlichkeit ungeheuerlich vielleicht wohl eigentlich wahrscheinlich schade gefühl finde finden findet
        hoffe hoffen hofft glaube glauben freuen freue freut gut gute guter gutes guten besser bessere beste besten am
        schlecht schlechte schlechter böse richtig falsch fair unfair gerecht ungerecht sinnvoll sinnlos nötig unnötig
        klug dumm mutig feige bequem gefährlich gefährliches fatal katastrophe katastrophal drama dramatisch dramatische
        beeindruckend beeindruckende bemerkenswert erstaunlich überraschend überraschenderweise bedauerlich bedauert
        erfreulich enttäuschend enttäuscht enttäuschung wünsche wünscht wünschen träumt traum angst sorge sorgen
        fürchtet fürchten liebt lieben hasst toll super perfekt ideal theater spiel wahnsinn irre verrückt lüge
        heuchelei zeichen signal herausforderung chance vertrauen respekt verantwortung meilenstein echte echter
        schwierig schwer leicht kompliziert positiv positive negativ negative hervorragend ausgezeichnet vorbildlich"""
    )
    - words("am"),
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
