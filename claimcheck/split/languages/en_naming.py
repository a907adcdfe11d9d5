"""English: what a claim needs from its article to be read alone."""

from claimcheck.split.languages.base import pairs, phrases, words
from claimcheck.split.languages.en_lands import COUNTRY_NAMES, STATE_NAMES
from claimcheck.split.languages.naming import Naming

__all__ = ["NAMING"]

COUNTRIES = (
    COUNTRY_NAMES
    | STATE_NAMES
    | words(
        """bosnia congo england europe jordan korea montenegro netherlands zealand philippines samoa us usa uk u.s u.k
        wales africa asia america eu brussels states kingdom union emirates arabia carolina dakota hampshire jersey
        ontario quebec kashmir tibet crimea gaza queensland victoria lanka coast island islands faso leone rica guinea
        salvador benin burundi gabon gambia lesotho madagascar malawi mauritania mauritius togo uzbekistan tajikistan
        kyrgyzstan turkmenistan bhutan fiji"""
    )
)

NAMING = Naming(
    shares=words("percent cent"),
    spells=words("seconds minutes hours days weeks months years decades"),
    epithets=words(
        """actor actress singer songwriter rapper musician comedian filmmaker novelist writer author poet playwright
        painter sculptor composer architect billionaire millionaire businessman businesswoman entrepreneur politician
        lawmaker senator congressman congresswoman republican democrat labourite conservative frontrunner front-runner
        incumbent nominee striker midfielder goalkeeper defender winger golfer boxer swimmer sprinter cyclist skier
        jockey heavyweight star superstar heiress royal monarch pontiff retiree teenager pensioner veteran father-of-
        two mother-of-two briton american canadian australian german frenchman frenchwoman italian spaniard dane swede
        norwegian finn dutchman irishman scot welshman englishman russian ukrainian pole czech hungarian austrian
        swiss belgian brazilian argentine mexican colombian indian pakistani chinese japanese korean turk israeli
        iranian iraqi syrian egyptian nigerian kenyan texan californian scotsman belarusian belarussian croat serb
        slovak slovene bulgarian romanian latvian lithuanian estonian albanian georgian armenian moroccan algerian
        tunisian ethiopian jamaican cuban chilean peruvian"""
    ),
    former=words("former ex-president ex-minister ex-mayor ex-senator ex-governor"),
    courtesy=words("mr mrs ms miss"),
    party_members=words("republican democrat conservative liberal senator lawmaker deputy"),
    there=words("there"),
    placing=words("in at near to from on outside inside"),
    unique=words("world internet sun moon earth public media weather economy pope"),
    company_nouns=words(
        "company firm carmaker automaker airline manufacturer retailer conglomerate group insurer supplier"
    ),
    place_nouns=words("city town village municipality"),
    countries=COUNTRIES,
    vague_nouns=words(
        """year years month months week weeks day days time times hour hours minute minutes moment morning evening
        night beginning end middle man men woman women people person child children country countries state
        states city town village side sides part parts reason reasons way ways case cases number numbers kind
        world earth house hand head life game games point points place places work money price prices right
        rights thing things issue question situation room picture word words name names million billion percent
        majority half third quarter group form area goal market result results opinion news report leader rest
        fact facts front top bottom future past present home family public media government police law weather
        sun air road street season team match coach player players minister president leaders officials other
        others first second one ones same latter former"""
    ),
    vague_words=words(
        """another other certain particular single different same new whole own next last first second third further
        additional such various many several few more most good big small great real typical viable living"""
    ),
    locating=words("in at near from"),
    indefinite=words("a an"),
    coming_from=words("from of"),
    made=words(
        """falsified forged faked counterfeited painted repainted built rebuilt constructed printed reprinted published
        written rewritten manufactured produced demolished repaired baked brewed bottled planted mined minted erected
        harvested invented encrypted spent emptied"""
    ),
    pasts=pairs(
        """becoming became| beginning began| breaking broke| bringing brought| building built| buying bought| catching
        caught| choosing chose| coming came| costing cost| cutting cut| dealing dealt| doing did| drawing drew|
        drinking drank| driving drove| eating ate| falling fell| feeding fed| feeling felt| fighting fought| finding
        found| flying flew| getting got| giving gave| going went| growing grew| hearing heard| hiding hid| hitting
        hit| holding held| hurting hurt| keeping kept| killing killed| knowing knew| laying laid| leading led|
        leaving left| lending lent| letting let| losing lost| lying lay| making made| meaning meant| meeting met|
        paying paid| putting put| quitting quit| reading read| riding rode| rising rose| running ran| saying said|
        seeing saw| seeking sought| selling sold| sending sent| setting set| shooting shot| showing showed| shutting
        shut| singing sang| sinking sank| sitting sat| sleeping slept| speaking spoke| spending spent| spreading
        spread| standing stood| stealing stole| striking struck| sweeping swept| swimming swam| taking took|
        teaching taught| telling told| thinking thought| throwing threw| understanding understood| wearing wore|
        winning won| writing wrote"""
    ),
    links=phrases(
        """however | moreover | furthermore | additionally | in addition | meanwhile | nevertheless | nonetheless |
        therefore | consequently | as a result | besides | likewise | similarly | for example | for instance | in fact |
        of course | indeed | also | so | but | and | nor | yet | instead | in turn | in the meantime | by contrast |
        in contrast | on the other hand | even so | that said | still | thus | hence"""
    ),
    loose_links=words("also"),
    joining=words("but and yet"),
)
