"""Nouns of German for people, groups and bodies, and words for numbers."""

from claimcheck.split.languages.base import words
from claimcheck.split.languages.kind_words import FIRM_FORMS, KindWords

__all__ = [
    "BODY_NOUNS",
    "BODY_WORDS",
    "FIRM_WORDS",
    "GROUP_NOUNS",
    "KINDS",
    "MAN_NOUNS",
    "NOT_PEOPLE",
    "NUMBER_WORDS",
    "PERSON_NOUNS",
    "TELLERS",
    "TELLER_ENDINGS",
    "WOMAN_NOUNS",
]

MAN_NOUNS = words(
    """mann junge vater bruder sohn ehemann onkel großvater fahrer täter sprecher politiker minister präsident
    bürgermeister richter anwalt student lehrer schüler arzt autor unternehmer investor milliardär machthaber
    beamter polizist vertreter korrespondent reporter nachbar chef leiter trainer spieler forscher"""
)
WOMAN_NOUNS = words(
    """frau mädchen mutter schwester tochter ehefrau tante großmutter fahrerin täterin sprecherin politikerin
    ministerin präsidentin bürgermeisterin richterin anwältin studentin lehrerin schülerin ärztin autorin
    unternehmerin beamtin polizistin vertreterin korrespondentin reporterin nachbarin chefin leiterin
    trainerin spielerin forscherin"""
)
PERSON_NOUNS = words("person opfer kind jährige jähriger verdächtige verdächtiger angeklagte angeklagter")
GROUP_NOUNS = words(
    """menschen leute anwohner bewohner mitarbeiter beschäftigte beschäftigten polizisten beamte beamten forscher
    schüler studierende studierenden studenten eltern kinder frauen männer soldaten bürger experten ermittler
    behörden unternehmen autoren mieter pendler abgeordnete abgeordneten patienten fahrer"""
)
BODY_NOUNS = words(
    """stadt gemeinde universität hochschule stiftung firma konzern partei region insel verein institut zeitung
    ministerium bank gruppe holding schleuse brücke klinik schule agentur behörde gewerkschaft kreis"""
)
NOT_PEOPLE = FIRM_FORMS | words(
    """kg holding group development see straße platz stadt land partei bank union verein universität institut berlin
    hamburg republik sa nv werke pharma energie energy foods systems versicherung mobil automotive immobilien logistik
    medien media"""
)
FIRM_WORDS = words(
    """unternehmen konzern firma gesellschaft hersteller anbieter betreiber händler bank geldhaus institut versicherer
    autobauer reederei airline fluggesellschaft kette verlag geldinstitut kreditinstitut finanzinstitut bankhaus
    genossenschaftsbank versorger netzbetreiber discounter"""
)
BODY_WORDS = FIRM_WORDS | words(
    """behörde amt ministerium verband verein gewerkschaft partei zeitung blatt magazin sender agentur
    nachrichtenagentur universität hochschule klinik stiftung organisation initiative kammer kommission gericht
    staatsanwaltschaft fraktion club klub kreis stadt gemeinde polizei feuerwehr regierung verwaltung bundeswehr
    vereinigung landkreis gerichtshof team armee bündnis liga kirche sparkasse volksbank raiffeisenbank stadtwerke
    krankenhaus klinikum verbraucherzentrale handelskammer"""
)
TELLERS = words(
    """kreise kreisen quellen insider insidern diplomaten augenzeugen zeugen experten regierung verteidigung opposition
    koalition union justiz geschäftsführung parteiführung konzernführung unternehmensführung vereinsführung
    militärführung jury belegschaft bürgerschaft ärzteschaft elternschaft mannschaft nachbarschaft bundestag landtag
    stadtrat kreistag kabinett magistrat familie angehörige angehörigen hinterbliebene hinterbliebenen fachleute
    aktivisten gegner befürworter kritiker demonstranten betroffene betroffenen anlieger rathaus weiße kreml vatikan
    pentagon pflegedienst rettungsdienst wetterdienst geheimdienst verfassungsschutz jugendherberge bundesbank
    notenbank bahn post airline kläger klägerin beklagte zeuge zeugin gutachter ermittler fahnder nutzer user
    angeklagte angeklagter angeklagten mitangeklagte mitangeklagter mitangeklagten beschuldigte beschuldigter
    beschuldigten befragte befragter befragten verdächtige verdächtiger verdächtigen vorsitzende vorsitzender
    vorsitzenden geschäftsführende abgeordnete abgeordneten grüne grünen linke linken
    zoo uni hotel gasthof festspiele bezirk wasserwacht bergwacht kita kindergarten radio portal plattform netzwerk
    start-up zoll militär miliz innung kraftwerk messe archiv tafel caritas diakonie fonds börse label studio verleih
    kino werft freibad hallenbad bauernhof weingut nationalpark tierpark band oper domkapitel abtei kloster pfarrei"""
)
TELLER_ENDINGS = tuple(
    sorted(
        words(
            """isten enten anten ologen nomen innen leitung vorstand präsidium ausschuss direktion inspektion parlament
            senat redaktion spitze kanzlei zentrum zentrale dezernat referat gremium leitstelle pressestelle
            beratungsstelle kommando allianz leute star profi coach boss kollege experte loge logen wirt arzt anwalt
            vorsitzende vorsitzender vorsitzenden beauftragte beauftragter beauftragten angestellte beamte bischof
            papst könig bauer dekan notar kommissar sekretär onär pilot schütze
            flughafen bistum museum palast festival brauerei molkerei bäckerei druckerei raffinerie königshaus
            kaufhaus opernhaus tierheim supermarkt fluglinie versicherung krankenkasse gymnasium galerie bibliothek
            botschaft konsulat orchester philharmonie genossenschaft bergwerk währungsfonds komitee wetterdienst
            department"""
        )
    )
)

NUMBER_WORDS = words(
    """doppelt halb dreimal dreifache zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig
    dreißig hundert hunderte tausend tausende
    tausender million millionen milliarde milliarden prozent dutzend hälfte drittel viertel vierteljahrhundert
    verdoppelt"""
)

KINDS = KindWords(
    firm_before=(
        r"(?:unternehmen|konzern|firma|hersteller|bauer|anbieter|versicherer|händler|betreiber|zulieferer|bank|"
        r"gesellschaft|kette|investor|tochter|riese|reederei|verlag|entwickler|airline)s? [„“\"]?"
    ),
    firm_behind=(
        r"(?: AG\b| SE\b| GmbH| KG\b|s? Aktie|-(?:Chef|Aktie|Konzern|Sprecher|Gruppe|Mitarbeiter|Werk|Vorstand|"
        r"Kunden|Filiale|Tochter|Manager|Unternehmen)\w{0,20})"
    ),
)
