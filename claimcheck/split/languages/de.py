"""German."""

from claimcheck.split.languages.base import Clauses, Rules, numbered, pairs, phrases, words
from claimcheck.split.languages.de_dates import (
    ABOUT_WEEKDAYS,
    ANCHORED_DAYS,
    COUNTS,
    DAYS,
    EARLIER_WORDS,
    HOLIDAYS,
    MONTHS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_SPANS,
    RELATIVE_YEARS,
    SMALL_DAYS,
    WEEKENDS,
    YEARS,
)
from claimcheck.split.languages.de_framing import FRAMING
from claimcheck.split.languages.de_idioms import OF_ONESELF, OWN_WORD, REACTING, SOURCE_PLACES
from claimcheck.split.languages.de_naming import DEICTICS, DEMONSTRATIVES, EMPTY_PAIRS, NAMING, PRONOUNS, QUANTITIES
from claimcheck.split.languages.de_nouns import (
    BODY_NOUNS,
    BODY_WORDS,
    FIRM_WORDS,
    GROUP_NOUNS,
    KINDS,
    MAN_NOUNS,
    NOT_PEOPLE,
    NUMBER_WORDS,
    PERSON_NOUNS,
    TELLERS,
    WOMAN_NOUNS,
)
from claimcheck.split.languages.de_sentences import (
    ABBREVIATIONS,
    ORDINAL_OPENERS,
    SEPARABLE,
    STARTERS,
    SUBORDINATORS,
)
from claimcheck.split.languages.de_speech import (
    DOCUMENTS,
    FINDING,
    MEDIA_WORDS,
    PARTICLES,
    REPORTS,
    SAYING,
    SOURCE_BEFORE,
    SPEAKER_ENDS,
    TELLING,
    VIEW_VERBS,
    VIEWS,
)
from claimcheck.split.languages.de_verbs import (
    ACTS,
    AUXILIARIES,
    FINITE,
    INDICATIVES,
    SPEECH,
    SUBJUNCTIVE,
    THIRD_PERSON,
)
from claimcheck.split.languages.de_worth import WORTH
from claimcheck.split.languages.pasts import GERMAN_PAST, GERMAN_PRESENT

__all__ = ["RULES"]

RULES = Rules(
    "de",
    Clauses.COMMA_BOUND,
    abbreviations=ABBREVIATIONS,
    closing_abbreviations=words("usw etc co art u.a o.ä d h. mio mrd a.d dgl uhr"),
    starters=STARTERS,
    ordinal_dots=True,
    ordinal_openers=ORDINAL_OPENERS,
    finite_verbs=AUXILIARIES | FINITE | SPEECH | ACTS | SUBJUNCTIVE,
    finite_endings=("te", "ten", "t"),
    adjective_endings=("te", "ten"),
    participle_prefixes=("ge",),
    auxiliaries=AUXILIARIES,
    subjunctive=SUBJUNCTIVE,
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
    alternatives=words("oder"),
    subordinators=SUBORDINATORS,
    separable=SEPARABLE,
    relatives=words("der die das dem den deren dessen denen welche welcher welches welchem welchen"),
    oblique=words("dem den einem einer einen diesem dieser ihrem seinem ihrer seiner"),
    either_case=words("der"),
    perfects=words("hat haben hatte hatten habe"),
    passives=words("wird werden wurde wurden"),
    nominatives=words("er sie es wir man ich"),
    singulars=words("dem das dessen"),
    records=words("niedrigste niedrigsten höchste höchsten größte größten stärkste stärksten schwerste schwersten"),
    interrogatives=("welch",),
    place_relatives=words("wo"),
    place_words=words("in aus"),
    prepositions=words(
        """in im ins ans aufs an am auf aus bei beim mit nach seit von vom vor zu zum zur für gegen über unter um durch
        ohne während wegen trotz zwischen hinter neben bis ab laut gegenüber angesichts aufgrund innerhalb außerhalb
        entlang samt mittels dank seitens vonseiten"""
    ),
    genitives=words("der des eines einer"),
    infinitive_marks=words("zu"),
    negators=words("nicht nie niemals kein keine keiner"),
    negations=words(
        """nicht kein keine keinen keiner keinem nie niemand nur alle jeder jede jedes wer ohne kaum wenige"""
    ),
    once=words("einst früher heute damals zuvor ehemals derzeit inzwischen"),
    ranges=words("zwischen von"),
    partitives=words("davon darunter"),
    occasions=words("bei während"),
    event_nouns=words(
        """entlassung festnahme verhaftung ernennung wahl tod ermordung tötung entführung freilassung
        rücktritt übernahme schließung eröffnung gründung verurteilung angriff angriffs anschlag
        anschlags bombardement absturz absturzes unfall brand explosion kauf verkauf fusion abberufung
        auslieferung abschiebung hinrichtung rücktritts kaufs verkaufs todes"""
    ),
    participle_endings=tuple(stem + ending for stem in ("t", "en", "end") for ending in ("e", "en", "er", "es", "em")),
    plain_adjectives=words(
        "beliebt bekannt alt breit weit dicht leicht schlecht laut kalt letzt erst zweit dritt gesamt hart"
    ),
    act_nouns=("ung", "tion", "nahme"),
    of_words=words("von"),
    determiners=words(
        """der die das den dem des ein eine einer einem einen eines dieser diese dieses diesem diesen jeder jede jedes
        alle viele einige mehrere keine kein keiner sein seine seinen seiner seinem seines ihr ihre ihren ihrer ihrem
        ihres unser unsere beide zwei drei vier fünf sechs sieben acht neun zehn"""
    ),
    speech_verbs=SAYING,
    that_verbs=FINDING,
    act_verbs=ACTS,
    split_acts=pairs(
        """hielt vor| hält vor| hielten vor| warf vor| warfen vor| wirft vor| werfen vor| lastet an| lasten an|
        lastete an| kündigte an| kündigten an| kündigt an| lehnt ab| lehnte ab| lehnten ab| lehnen ab| schlug vor|
        schlägt vor| schlugen vor| wies zurück| wiesen zurück| weist zurück| rief auf| riefen auf| ruft auf|
        sprach aus| sprachen aus| spricht aus| droht an| drohte an"""
    ),
    denying=words("dementiert dementierte dementierten bestreitet bestritt bestritten wies wiesen weist"),
    accusing=words(
        """warf warfen wirft werfen hielt hielten hält lastet lasten lastete beschuldigt beschuldigte beschuldigten"""
    ),
    that=words("dass daß"),
    source_before=SOURCE_BEFORE,
    by_name=words("gemäß gemäss"),
    infinitives_told=words("haben sein wollen können müssen dürfen"),
    source_after=("zufolge",),
    after_documents=words("nach gemäß gemäss"),
    reports=REPORTS,
    views=VIEWS,
    emerging=words("hervorgeht hervorging"),
    accordingly=words("demnach demzufolge"),
    source_so=("so",),
    impersonal=words("geht ging hieß heißt geheißen verlautete verlautet"),
    crowd=words("viele manche einige andere beide alle mehrere zahlreiche"),
    oneself=words("sich"),
    said_of_oneself=OF_ONESELF,
    source_places=SOURCE_PLACES,
    reacting=REACTING,
    belonging=words("vom für aus beim"),
    documents=DOCUMENTS,
    own_documents=words("angaben mitteilung pressemitteilung erklärung stellungnahme schreiben berichten unterlagen"),
    of_men=words("des eines seines ihres"),
    indefinite=words("ein eine einem einen einer eines"),
    issued_by=words("von vom der des"),
    source_openers=words("nach laut gemäß gemäss"),
    source_endings=("angaben", "berichten", "kreisen", "informationen", "erkenntnissen"),
    own_word=OWN_WORD,
    split_speech=PARTICLES,
    citing=phrases("unter berufung auf | unter verweis auf | mit bezug auf"),
    hearsay=words("soll sollen angeblich"),
    telling_verbs=TELLING,
    view_verbs=VIEW_VERBS,
    backshifted=words("würde würden hätte hätten wäre wären könnte könnten müsste müssten dürfte dürften"),
    thing_prepositions=words("für über gegen ohne nach wegen durch"),
    pointing=words("das dies"),
    agent_endings=("er", "in", "ent", "ist", "or", "rat", "ant", "mann", "frau", "chef", "ling"),
    count_words=words("zwei drei vier fünf sechs sieben acht neun zehn beiden"),
    general_nouns=words("männer frauen menschen personen leute"),
    as_reported=words("wie"),
    media_words=MEDIA_WORDS,
    speaker_ends=SPEAKER_ENDS,
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
    pronouns=PRONOUNS,
    deictics=DEICTICS,
    demonstratives=DEMONSTRATIVES,
    definite=words("der die das den dem des"),
    he=words("er ihm ihn sein seine seinen seinem seiner seines"),
    she=words("sie ihr ihre ihren ihrem ihrer ihres"),
    they=words("sie ihnen"),
    his=words("sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres"),
    subject_pronouns=words("er sie"),
    object_pronouns=words("ihm ihn ihnen"),
    man_nouns=MAN_NOUNS,
    woman_nouns=WOMAN_NOUNS,
    person_nouns=PERSON_NOUNS,
    group_nouns=GROUP_NOUNS,
    body_nouns=BODY_NOUNS,
    body_words=BODY_WORDS,
    firm_words=FIRM_WORDS,
    tellers=TELLERS,
    spokespeople=words("sprecher sprecherin polizeisprecher polizeisprecherin"),
    not_people=NOT_PEOPLE,
    kinds=KINDS,
    now_words=phrases(
        """derzeit | zurzeit | aktuell | momentan | gegenwärtig | bislang | bisher | bis heute | inzwischen |
        mittlerweile"""
    ),
    on_day="am",
    as_of="Stand",
    indicatives=INDICATIVES,
    quantities=QUANTITIES,
    first_singular=words("ich mir mich mein meine meinen meinem meiner"),
    reflexives=words("selbst"),
    expletives=words("es"),
    expletive_signs=words(
        """dass gegeben gibt gab gebe gäbe geben gehört geht ging heißt brauche brauchen ob handelt handele handelte
        handeln dauert dauern dauerte dauere gelungen gelang scheint schien scheine"""
    ),
    empty_pairs=EMPTY_PAIRS,
    earlier_words=EARLIER_WORDS,
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
    months=MONTHS,
    weekdays=numbered("montag | dienstag | mittwoch | donnerstag | freitag | samstag sonnabend | sonntag", start=0),
    day_parts=("abend", "morgen", "nachmittag", "vormittag", "mittag", "nacht", "früh"),
    relative_days=RELATIVE_DAYS,
    small_days=SMALL_DAYS,
    days_ago="vor {} tagen",
    counts=COUNTS,
    anchored_days=ANCHORED_DAYS,
    weekends=WEEKENDS,
    holidays=HOLIDAYS,
    third_person=THIRD_PERSON,
    particles=(
        *("ab", "an", "auf", "aus", "bei", "ein", "fest", "her", "hin", "los", "mit", "nach", "statt", "teil", "um"),
        *("vor", "weg", "zu", "zurück", "zusammen"),
    ),
    ahead_of=words("bevor ehe"),
    possible=words("konnte konnten könnte könnten kann können"),
    ahead_words=words(
        "soll solle sollen wird werde werden geplant vorgesehen spätestens demnächst künftig will wollen"
    ),
    relative_months=RELATIVE_MONTHS,
    relative_spans=RELATIVE_SPANS,
    relative_years=RELATIVE_YEARS,
    past_markers=words("vergangenen vergangener letzten letzter vorigen"),
    future_markers=words("kommenden kommender nächsten nächster"),
    month_openers=phrases("im | ende | anfang | mitte | seit | bis | vom | ab | monat"),
    open_ends=words("seit bis ab jeden jeder"),
    years_of=frozenset({"aus dem jahr", "aus dem jahre", "vom jahr", "aus"}),
    years=YEARS,
    about_weekdays=ABOUT_WEEKDAYS,
    days=DAYS,
    worth=WORTH,
    naming=NAMING,
    framing=FRAMING,
    first_second_person=words(
        """ich wir mir mich uns unser unsere unserem
        unseren unserer unseres du dir dich euch ihr sie mein meine meinen meinem meiner meines"""
    ),
    simple_past=GERMAN_PAST,
    present_endings=GERMAN_PRESENT,
    past_forms=words(
        """war waren hatte hatten wurde wurden kam kamen ging gingen gab gaben stand standen lag lagen fand
        fanden ließ hielt hat haben trat traten verlor begann erlitt starb zog traf nahm fiel fuhr"""
    ),
    number_words=NUMBER_WORDS,
)
