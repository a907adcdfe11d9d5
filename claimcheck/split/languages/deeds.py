"""Verbs for what is done on a day and in a place, in the forms in which news tells it."""

from claimcheck.split.languages.word_lists import words

__all__ = ["ENGLISH", "ENGLISH_GESTURES", "GERMAN", "GERMAN_GESTURES"]

ENGLISH = words(
    """abandoned abducted acquired admitted adopted appointed approved arrested arrived assassinated attacked
    awarded banned beaten blocked bombed born bought broke brought built burned burnt buried canceled cancelled
    captured carried caught charged chosen closed collapsed collided confiscated convicted crashed cut damaged
    deployed deported destroyed detained detected died discharged discovered dismissed dissolved donated dropped
    drowned earned elected employed employs evacuated executed expelled exploded extended extradited faced fell
    filed fined fired fled flew forced found founded froze gained granted handed happened held hired hit
    hospitalised hospitalized identified imposed imprisoned inaugurated increased infected injured installed
    intercepted introduced invaded invested investigated jailed joined kidnapped killed landed launched leased
    left lifted located lost married merged met moved murdered named nominated obtained occupied occurred opened
    ordered overturned paid passed pleaded posted produced prosecuted published purchased raided raised ran
    ranked reached received recalled recorded recovered reduced registered released relocated removed renamed
    repaired replaced reported rescued resigned restored retired returned rose ruled sank scored seized sent
    sentenced served settled shot shut signed slipped sold spent spread stabbed staged started stole stolen
    stopped struck submitted sued surrendered suspended tested took toppled trained transferred travelled
    traveled tripled doubled unveiled vetoed visited voted vanished won wounded"""
)
GERMAN = words(
    """abgerissen abgeschoben abgesagt abgestürzt angegriffen angeklagt angestellt angetreten aufgelöst
    ausgeliefert ausgezeichnet ausgebrochen bedroht beendet beendete begann begonnen bekam bekommen beschädigt
    beschlagnahmt beschloss beschlossen bestohlen besucht besuchte besetzt betrug bewilligt brach brannte
    durchsucht eingeführt eingeliefert eingesetzt eingestellt eingeweiht entdeckt entdeckte entlassen entließ
    entführt entkam erbaut erfasst erhielt erhalten erhöht erhöhte ermittelt ermittelte ermordet eröffnet
    eröffnete erschossen ertrank erwarb erworben erzielt erzielte explodierte festgenommen fiel fielen flog floh
    flüchtete fuhr fand fanden gebaut gebrannt gefunden gefallen gegründet gegründete gekauft gekündigt
    geliefert gemeldet gemessen genehmigt geplündert geräumt geschah geschlossen gesenkt gesperrt gestartet
    gestiegen gestohlen gestorben gestoppt gesunken getötet gewählt gewann gewannen gewonnen gezahlt ging gingen
    gründete hingerichtet inhaftiert investiert investierte kam kamen kaufte kauften kollidierte kündigte
    landete lieferte meldete nahm nahmen operiert produziert prallte raubte registriert schloss schlossen schoss
    sank sanken senkte sperrte stahl starb starben startete stieg stiegen stieß stürzte tötete trat
    unterschrieben unterzeichnet unterzeichnete unterlag verabschiedet verbot verboten verhaftet verhängt
    verkauft verkaufte verlegt verletzt verletzte verließ verloren verlor verlängert vernommen verschwand
    verschwunden versteigert verteilt verurteilt verwarf verübt vorgelegt wählte wechselte wuchs zahlte zerstört
    zog zogen zurückgetreten zusammengebrochen übergeben übernahm übernommen überfallen"""
)

ENGLISH_GESTURES = words(
    """awaited blushes blushed chuckles chuckled clutches clutched cries cried cry dance dances danced drinks
    drank gazes gazed giggle giggles giggled glances glanced glows grins grinned hugs hugged kisses kissed laugh
    laughs laughed leans leaned listens listened lingers linger looks looked look nods nodded pauses paused
    peers peered scratches scratching screams screamed shakes shrugs shrugged sighs sighed sing sings sips
    sipped sit sits sitting sat slaps slapped smile smiles smiled stares stared stroll strolls strolled sucks
    sweats touches trembles walks wander wanders wandered waved weeps wept whispers whispered winks winked
    wonders wondered"""
)
GERMAN_GESTURES = words(
    """atmet atmen betrachtet betrachten blickt blicken blickte duftet flüstert flüsterte grinst grinste guckt
    hockt horcht jubelt jubeln kaut kichert kichern klatscht kniet küsst küsste lächelt lächelte lacht lachen
    lachte lauscht lehnt nickt nickte nippt posiert runzelt schaut schauen schaute schlendert schlürft schmeckt
    schmunzelt schreit schüttelt schwärmt schweigt schwitzt seufzt seufzte singt singen sitzt sitzen saß saßen
    spaziert starrt starrte staunt stöhnt strahlt strahlen streicht summt tanzt tanzen trinkt umarmt umarmte
    wandert weint weinen weinte winkt winken wippt wundert zuckt zwinkert"""
)
