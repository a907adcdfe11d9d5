"""Simple past forms that no ending tells, and verbs whose present looks like a past."""

from claimcheck.split.languages.base import words

__all__ = ["ENGLISH_PAST", "GERMAN_PAST", "GERMAN_PRESENT"]

ENGLISH_PAST = words(
    """was were had did said told came went took made gave found left began held met ran saw fell rose
        became won lost paid sold bought sent spent shot struck led kept knew brought built broke caught
        chose drew drove drank ate felt fought fled flew forgot froze got grew heard hid hung laid lay lit
        meant overtook rang rode sang sank sat sought shook shone slept slid spoke spun stood stole stuck
        swam swept swore swung taught threw thought tore understood withdrew woke wore wrote dealt dug bore
        bound bred crept clung drove fed flung forbade forgave foresaw overcame oversaw underwent undertook
        upheld withheld sprang stung strove"""
)
GERMAN_PAST = words(
    """worden gewesen war waren wurde wurden hatte hatten kam kamen ging gingen gab gaben stand standen lag
        lagen fand fanden ließ ließen hielt hielten trat traten verlor verloren begann begannen erlitt
        erlitten starb starben zog zogen traf trafen nahm nahmen fiel fielen fuhr fuhren warf warfen bat
        baten rief riefen schrieb schrieben sprach sprachen wies wiesen schlug schlugen bestritt bestritten
        lud luden blieb blieben bot boten brach brachen fing fingen flog flogen floh flohen floss flossen
        galt galten gelang gelangen geschah gewann gewannen griff griffen half halfen hing hingen hob hoben
        hieß hießen lief liefen las lasen litt litten lieh log maß riet rieten riss rissen rann sah sahen
        sank sanken schied schieden schien schienen schlief schliefen schloss schlossen schnitt schnitten
        schoss schossen schuf schufen schwamm schwieg schwiegen sang sangen saß saßen sprang sprangen stahl
        stieg stiegen stieß stießen stritt stritten trug trugen trank tat taten trieb trieben verbot
        verboten verband verbanden verschwand verschwanden verließ verließen verglich vergaß verzieh vertrat
        vertraten verstieß verstarb verstarben wuchs wuchsen wusch wog zwang zwangen entschied entschieden
        entstand entstanden erfuhr erfuhren erhielt erhielten erschien erschienen betrug betraf übernahm
        übernahmen unterschrieb ergab ergaben bekam bekamen dachte brachte kannte nannte rannte brannte
        wusste sandte wandte"""
)
GERMAN_PRESENT = tuple(
    sorted(
        words(
            """arbeiten halten bieten treten leiten bitten beraten verraten geraten warten beachten betrachten
            beobachten
        verachten erachten leisten kosten lauten deuten stalten breiten berichten errichten richten entrichten worten
        starten rüsten fürchten leuchten walten spalten streiten reiten gleiten schreiten mieten nichten zichten
        pflichten haften gelten posten testen fasten lasten tasten statten retten wetten schalten falten sichten
        flüchten züchten beuten läuten bluten fluten muten orten könnten müssten dürften möchten
        hätten sollten"""
        )
    )
)
