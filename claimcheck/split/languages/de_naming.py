"""German: what a claim needs from its article to be read alone."""

from claimcheck.split.languages.base import couples, phrases, spelled, words
from claimcheck.split.languages.naming import Naming

__all__ = ["DEICTICS", "DEMONSTRATIVES", "EMPTY_PAIRS", "NAMING", "PRONOUNS", "QUANTITIES"]

_STATES = words(
    """bayern brandenburg hessen mecklenburg-vorpommern niedersachsen nordrhein-westfalen rheinland-pfalz saarland
    sachsen sachsen-anhalt schleswig-holstein thüringen baden-württemberg"""
)
COUNTRIES = _STATES | words(
    """afghanistan ägypten albanien algerien argentinien armenien aserbaidschan äthiopien australien bangladesch belarus
    belgien bolivien brasilien bulgarien chile china dänemark deutschland ecuador england estland europa finnland
    frankreich georgien ghana griechenland großbritannien guatemala haiti indien indonesien irak iran irland island
    israel italien japan jemen jordanien kambodscha kamerun kanada kasachstan katar kenia kolumbien kosovo kroatien
    kuba kuwait lettland libanon liberia libyen litauen luxemburg madagaskar malaysia mali malta marokko mexiko moldau
    mongolei montenegro myanmar namibia nepal neuseeland nicaragua niederlande niger nigeria nordkorea nordmazedonien
    norwegen österreich pakistan panama paraguay peru philippinen polen portugal ruanda rumänien russland sambia
    saudi-arabien schottland schweden schweiz senegal serbien simbabwe singapur slowakei slowenien somalia spanien
    sudan südafrika südkorea syrien taiwan tansania thailand tschechien tunesien türkei uganda ukraine ungarn uruguay
    usa venezuela vietnam zypern afrika asien amerika eu brüssel kalifornien texas florida krim tibet palästina gaza
    osteuropa westeuropa faso benin burundi gabun gambia guinea leone lesotho malawi mauretanien mauritius togo
    usbekistan tadschikistan kirgistan turkmenistan bhutan fidschi elfenbeinküste"""
)

NAMING = Naming(
    shares=words("prozent drittel viertel fünftel zehntel hälfte"),
    spells=words("sekunden minuten stunden tage tagen wochen monate monaten jahre jahren jahrzehnte"),
    epithets=words(
        """schauspieler schauspielerin sänger sängerin musiker musikerin komiker komikerin schriftsteller
        schriftstellerin dichter dichterin maler malerin komponist komponistin milliardär milliardärin millionär
        unternehmer unternehmerin politiker politikerin sozialdemokrat sozialdemokratin christdemokrat
        christdemokratin liberale freidemokrat republikaner republikanerin demokrat demokratin stürmer stürmerin
        mittelfeldspieler torwart torhüter torhüterin verteidiger verteidigerin angreifer boxer schwimmer schwimmerin
        skifahrer skifahrerin radprofi star superstar rentner rentnerin brite britin amerikaner amerikanerin kanadier
        kanadierin australier franzose französin italiener italienerin spanier spanierin däne dänin schwede schwedin
        norweger norwegerin finne niederländer niederländerin ire schotte engländer russe russin ukrainer ukrainerin
        pole polin tscheche tschechin ungar österreicher österreicherin schweizer schweizerin belgier brasilianer
        argentinier türke türkin chilene chilenin grieche griechin serbe serbin kroate kroatin slowake slowakin
        slowene slowenin bulgare bulgarin rumäne rumänin portugiese portugiesin weißrusse weißrussin belarusse
        belarussin georgier georgierin japaner japanerin chinese chinesin koreaner koreanerin syrer syrerin iraner
        iranerin iraker irakerin afghane afghanin kenianer kenianerin äthiopier äthiopierin"""
    ),
    former=words("ehemalige ehemaliger frühere früherer"),
    courtesy=words("herr herrn frau mr mrs ms"),
    weather_verbs=words(
        "gilt gelte galt handelt handele handle handelte bedarf bedürfe fehlt fehle mangelt lohnt steht"
    ),
    purpose=words("damit"),
    surveys=("studie", "umfrage", "erhebung", "hochrechnung", "prognose", "schätzung", "statistik", "gutachten"),
    journalists=("redakteur", "redakteurin", "chef", "chefin", "herausgeber", "korrespondent", "reporter", "autor"),
    likening=words("ebenso genauso"),
    likened=words("wie"),
    partly=words("darunter davon"),
    there=words("dort dorthin"),
    placing=words("in nach aus bei vor am im"),
    unique=words(
        "bund bunde bundes welt erde sonne mond papst klimawandel internet kanzlerin kanzler eu-kommission eu-parlament"
    ),
    unique_prefixes=("bundes",),
    many_of=phrases("land | länder | ländern | bürger | ligist | ligisten | straße | anstalt"),
    peoples=("deutsch", "franz", "brit", "engl", "span", "poln", "dän", "russ", "chines", "griech", "türk", "schweiz"),
    single=words(
        """kreis landkreis gemeinde stadt verbandsgemeinde samtgemeinde bezirk kanton bistum erzbistum hochschule
        universität uni klinik klinikum landgericht amtsgericht bundesland land"""
    ),
    states=_STATES
    | words(
        """berlin bremen hamburg nrw oberösterreich niederösterreich salzburg tirol vorarlberg kärnten steiermark
        burgenland wien"""
    ),
    announcing=words(
        "daran darauf daraus dabei dadurch dafür dagegen damit danach darin darüber darum davon davor dazu"
    ),
    verb_ends=words("davon dabei dazu"),
    company_nouns=words("""unternehmen konzern firma gesellschaft hersteller autobauer autohersteller airline
        fluggesellschaft fluglinie reederei"""),
    place_nouns=words("stadt gemeinde kleinstadt hansestadt universitätsstadt dorf"),
    countries=COUNTRIES,
    vague_nouns=words(
        """jahr jahre jahren jahres monat monate monaten woche wochen tag tage tagen zeit zeiten zeitpunkt stunde
        stunden minute minuten uhr abend morgen nacht mittag moment anfang ende mitte mann frau mensch menschen
        leute kind kinder person personen land länder ländern stadt städte städten seite seiten teil teile
        teilen grund gründe weg wege fall fälle fällen zahl zahlen anzahl art weise welt erde haus hand hände
        kopf leben rede spiel spiele spielen punkt punkte punkten platz plätze meister arbeit werk geld preis
        preise recht rechte rat staat staaten stand sache sachen thema themen frage fragen lage ort orte raum
        bild bilder wort worte name namen mal male million millionen milliarde milliarden prozent euro dollar
        meter kilometer grad mehrheit hälfte drittel viertel reihe gruppe form bereich ziel ziele markt folge
        folgen meinung ansicht angaben angabe nachricht bericht berichte chef chefin führung leitung regel sinn
        blick luft licht tisch gast gäste land mitglied mitglieder stelle stellen partei parteien mittel lösung
        aufgabe schritt schritte saison runde tor tore trainer mannschaft team"""
    ),
    vague_words=words(
        """anderer anderen andere anderes anderem weiterer weiteren weitere weiteres weiterem neuer neuen neue neues
        neuem bestimmter bestimmten bestimmte einziger einzigen einzige ganzer ganzen ganze guter guten gute großer
        großen große kleiner kleinen kleine erster ersten erste zweiter zweiten zweite nächster nächsten nächste
        solcher solchen solche glücklicher"""
    ),
    locating=words("in im aus nach"),
    indefinite=words("ein eine einen einem einer eines"),
    coming_from=words("aus"),
    made=words(
        """gefälscht gemalt bemalt gebaut erbaut gedruckt veröffentlicht produziert hergestellt abgerissen repariert
        gebacken gebraut geerntet errichtet verfasst geschrieben ausgegeben geprägt gepflanzt verschlüsselt"""
    ),
    links=phrases(
        """zudem | außerdem | überdies | ferner | darüber hinaus | unterdessen | indes | indessen | hingegen | jedoch |
        allerdings | demnach | ebenfalls | schließlich | nämlich | somit | folglich | derweil | wiederum | freilich |
        gleichwohl"""
    ),
    front_links=phrases(
        """zudem | außerdem | überdies | ferner | darüber hinaus | unterdessen | indes | indessen | hingegen | dagegen |
        jedoch | allerdings | zugleich | gleichzeitig | schließlich | somit | folglich | derweil | wiederum | freilich |
        ohnehin | gleichwohl | dennoch | trotzdem | deshalb | daher | deswegen | immerhin | inzwischen auch |
        einerseits | andererseits | zum einen | zum anderen"""
    ),
    loose_links=words("aber zwar daher deshalb deswegen dennoch trotzdem jedenfalls"),
    joining=words("und aber doch denn"),
)

DEICTICS = words(
    """damals dort dorthin daran darauf daraus dabei dadurch dafür dagegen daher damit danach daneben darin
    darüber
    darunter davon davor dazu hier hierbei hierfür hierzu hiervon deshalb deswegen zuvor vorher nachher seither
    seitdem ebenso dahinter"""
)

DEMONSTRATIVES = words(
    """dies diese dieser dieses diesem diesen jene jener jenes solche solcher solches ersterer letzterer beide"""
)

EMPTY_PAIRS = couples(
    """es gibt| es gab| gibt es| gab es| es gebe| gebe es| es geht| geht es| es ging| ging es| es handelt|
    handelt es| es sei| sei es| so dass| so viel| so viele| so stark| so groß| so hoch| so weit| ist es| war es|
    wird es| sind es| es kommt| kommt es| kam es| es kam| es war| es ist| es wird| es sind| es heißt| heißt es"""
)

QUANTITIES = spelled(
    """einem Vierteljahrhundert = 25 Jahren | ein Vierteljahrhundert = 25 Jahre | einem Jahrzehnt = 10 Jahren |
    ein Jahrzehnt = 10 Jahre"""
)

PRONOUNS = words("er sie es ihm ihn ihnen ihr ihre ihrer ihren sein seine seiner seinen seinem")
