"""German verbs that leave a particle behind: "gehört … an", and those that only look so."""

from claimcheck.split.languages.base import words

__all__ = ["BASES", "FURTHER_PARTICLES", "LOOSE_PARTICLES", "UNPARTED"]

FURTHER_PARTICLES = (
    *("durch", "fort", "heraus", "hinaus", "nieder", "hervor", "entgegen", "voraus", "bekannt", "rüber", "raus"),
    *("rein", "runter", "herunter", "hinunter", "herein", "hinein", "herüber", "hinüber", "vorbei"),
)
LOOSE_PARTICLES = (  # words that stand apart from a verb only where one is known to have them
    *("bereit", "sicher", "frei", "klar", "weiter", "offen", "still", "fern", "hinzu", "herbei", "gleich", "hoch"),
    *("preis", "heim", "stand", "gegenüber", "zurecht"),
)
UNPARTED = words(  # verbs that only look as if they had a particle
    """umgeht umgehen umging umgingen umfährt umfahren umfuhr umstellt umstellte umstellten umschließt umschreibt
    umkämpft umspielt durchläuft durchlaufen durchlief durchliefen durchbricht durchbrach durchbrachen durchzieht
    durchfährt umzäunt anbetrifft umgibt umgab umgaben umgeben umfasst umfasste umfassten umfassen umarmt umarmte
    umarmten umarmen umringt umringte umringten umringen umkreist umkreiste umkreisten umkreisen umlagert umlagerte
    umlagerten umzingelt umzingelte umzingelten durchsucht durchsuchte durchsuchten durchsuchen durchquert durchquerte
    durchquerten durchqueren durchschaut durchschaute durchschauten durchlebt durchlebte durchlebten"""
)
BASES = words(  # verbs that are left where a particle goes: "gehört" of "angehört"
    """gehört gehörte gehörten gehören stellt stellte stellten stellen nimmt nahm nahmen nehmen kommt kam kamen kommen
    geht ging gingen gehen reist reiste reisten reisen steht stand standen stehen hält hielt hielten halten weist wies
    wiesen weisen zieht zog zogen ziehen bietet bot boten bieten fällt fiel fielen fallen führt führte führten führen
    gibt gab gaben geben liegt lag lagen liegen lehnt lehnte lehnten lehnen läuft lief liefen laufen macht machte
    machten machen ruft rief riefen rufen schließt schloss schlossen schließen schlägt schlug schlugen schlagen setzt
    setzte setzten setzen sieht sah sahen sehen spricht sprach sprachen sprechen tritt trat traten treten wächst wuchs
    wuchsen wendet wandte wandten wirft warf warfen zeigt zeigte zeigten bringt brachte brachten bringen baut baute
    bauten bauen sinkt sank steigt stieg stiegen steigen findet fand fanden finden löst löste lösten lösen teilt
    teilte teilten teilen lädt lud luden schreibt schrieb schrieben wertet wertete fährt fuhr fuhren fahren zahlt
    zahlte zahlten zahlen hebt hob hoben heben brennt brannte brannten brennen bricht brach brachen brechen sagt sagte
    sagten sagen schickt schickte schickten schicken sperrt sperrte sperrten sperren stürzt stürzte stürzten stürzen
    trägt trug trugen tragen treibt trieb trieben treiben holt holte holten holen hört hörte hörten hören kauft kaufte
    kauften kaufen kündigt kündigte kündigten kündigen lässt ließ ließen lassen meldet meldete meldeten melden räumt
    räumte räumten räumen rechnet rechnete rechneten rechnen reicht reichte reichten reichen stimmt stimmte stimmten
    stimmen stirbt starb starben sterben streicht strich strichen streichen weicht wich wichen weichen zählt zählte
    zählten zeichnet zeichnete zeichneten schaltet schaltete schalteten schalten dreht drehte drehten drehen fängt
    fing fingen fangen fliegt flog flogen fliegen greift griff griffen greifen hängt hing hingen hängen ordnet ordnete
    ordneten ordnen legt legte legten legen kehrt kehrte kehrten kehren klagt klagte klagten klagen rückt rückte
    rückten rücken sendet sendete sendeten senden tauscht tauschte tauschten weitet weitete weiteten wachsen senkt
    senkte senkten senken pflanzt pflanzte pflanzten pflanzen tötet dehnt dehnte dehnten sammelt sammelte sammelten
    lernt lernte lernten lebt lebte lebten blickt arbeitet arbeitete arbeiteten arbeiten gleicht glich glichen springt
    sprang sprangen zwingt drängt drängte drängten stößt stieß stießen stoßen schneidet schnitt schnitten leitet
    leitete leiteten leiten wandern wandert wanderte wanderten läutet mietet mietete mieten schätzt schätzte schätzten
    schafft schaffte schafften schaffen treffen trifft traf trafen prallt prallte prallten spielt spielte spielten
    spart sparte sparten werben wirbt warb warben bucht stammt"""
)
