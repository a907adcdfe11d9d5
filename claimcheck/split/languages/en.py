"""English."""

from claimcheck.split.languages.base import Clauses, Rules, couples, numbered, pairs, phrases, spelled, words
from claimcheck.split.languages.en_dates import (
    ABOUT_WEEKDAYS,
    ANCHORED_DAYS,
    COUNTS,
    DAYS,
    HOLIDAYS,
    MONTHS,
    RELATIVE_DAYS,
    RELATIVE_MONTHS,
    RELATIVE_SPANS,
    RELATIVE_YEARS,
    WEEKENDS,
    YEARS,
)
from claimcheck.split.languages.en_framing import FRAMING
from claimcheck.split.languages.en_naming import NAMING
from claimcheck.split.languages.en_nouns import (
    BODY_NOUNS,
    GROUP_NOUNS,
    KINDS,
    MAN_NOUNS,
    NOT_AGENTS,
    NOT_PEOPLE,
    PERSON_NOUNS,
    WOMAN_NOUNS,
)
from claimcheck.split.languages.en_speech import (
    ACTS,
    ADDING,
    BARE,
    CLAUSES,
    DOCUMENTS,
    FINDING,
    FINDING_OUT,
    MEDIA_WORDS,
    SAID,
    SAYING,
    SENDING,
    SOURCES,
    TELLERS,
    TELLING,
    VIEW_VERBS,
    VIEWS,
)
from claimcheck.split.languages.en_worth import WORTH
from claimcheck.split.languages.pasts import ENGLISH_PAST

__all__ = ["RULES"]

_FIRMS = words(
    """company firm group corporation manufacturer maker carmaker automaker retailer supermarket chain carrier airline
    bank lender insurer operator publisher developer supplier"""
)
_AUXILIARIES = words(
    """is are was were am be been has have had do does did will would can could may might must shall should cannot
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t"""
)
_FINITE = words(
    """heard hears learned learnt understood lay sat rode threw taught caught hung sang sank fired became began begins
    brought bought broke built came chose comes cut drew drove fell felt found gave gets gives goes got grew held hit
    keeps kept knew knows led left lets lies lost made makes means met needs offers paid put ran read rose runs saw
    seems sees sent set shot showed shows shut sold spent spoke stands started stood struck takes thinks took turned
    wants went won works wore dies dropped endorsed launched makes aims includes remains appears allows depends operates
    follows helps hopes holds begin bring come cost feel find get give go hope keep know live make mean need pay remain
    rise run see seem show stand start take think want work happened accompanied opened closed moved joined killed died
    arrived decided exploited fueled entered"""
)

RULES = Rules(
    "en",
    Clauses.SUBJECT_FIRST,
    abbreviations=words(
        """mr mrs ms dr prof rev gen gov sen rep lt col sgt capt cmdr adm maj st sr jr inc corp co ltd llc dept univ
        assn bros vs etc approx est fig no nos vol pp ed jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed
        thu fri sat sun ave blvd rd hwy ft mt apt bldg ret pres supt det messrs hon esq ph a.m p.m e.g i.e u.s u.k u.n
        d.c viz cf al pfc pvt cpl"""
    ),
    closing_abbreviations=words("etc inc corp co ltd llc jr sr a.m p.m u.s u.k u.n d.c st ave blvd rd al"),
    starters=words(
        """the a an in on at by for from with to of as after before when while if since according he she it they we
        you i his her its their our my this that these those there here but and or so yet however also additionally
        meanwhile moreover furthermore still then now today yesterday no not some many most all both each every one
        two three what who why how where email call during under over between among although though because despite
        until once instead earlier later last next more"""
    ),
    finite_verbs=_AUXILIARIES | _FINITE | SAID | ACTS,
    finite_endings=("ed",),
    auxiliaries=_AUXILIARIES,
    not_verbs=words(
        """need red bed hundred sacred united limited related based so-called indeed speed seed feed used claims
        reports states notes calls demands thanks promises requests start work show cost cut set put read need live
        run mean be been means works forecast funding spending housing parking meeting hearing training lending"""
    ),
    past_alone=words(
        """fell took went became began broke chose drew drove gave grew knew rose saw spoke threw wore wrote flew ate
        sang sank swam did was were had came ran shook stole froze hid rode tore woke"""
    ),
    coordinators=words("and but or nor yet"),
    alternatives=words("or nor"),
    perceiving=words(
        """see sees saw seen show shows showed shown hear hears heard watch watched find finds found catch caught
        keep keeps kept leave leaves left film filmed spot spotted have had feel felt notice noticed stop stops
        stopped prevent prevents prevented"""
    ),
    subordinators=words(
        """that because although though while whereas after before since when if unless until as where whether why how
        what who which whose whom once so"""
    ),
    separable=words("because although though while whereas after before where as"),
    time_openers=words("when once"),
    moments=words(
        """hours minutes weeks months hour week month time times moment moments day days year years point case cases
        even only just except"""
    ),
    relatives=words("who which whose that whom"),
    prepositions=words(
        """in on at by for from with to of as after before during under over between among about against into through
        since until without within across around near behind beyond despite amid following"""
    ),
    negators=words("not never no n't cannot nobody neither"),
    negations=words(
        """no not never none nobody only all every any few without hardly n't cannot those anyone everyone"""
    ),
    once=words("once formerly now previously currently then originally"),
    causing=words("letting making helping having watching seeing hearing"),
    records=words("lowest highest biggest largest worst best most fewest strongest weakest fastest deadliest"),
    bringing=words("with"),
    reasons=words("for"),
    ranges=words("between from aged"),
    partitives=words("including"),
    event_nouns=words(
        """arrest death killing murder resignation dismissal appointment election kidnapping release takeover purchase
        sale merger closure opening acquisition bombing attack crash collapse shooting assassination conviction
        execution deportation extradition"""
    ),
    act_nouns=("ing", "tion", "ment", "al"),
    of_words=words("of"),
    determiners=words(
        """the a an this that these those his her its their our my your some many most all both each every no any
        several one two three four five six seven eight nine ten more"""
    ),
    speech_verbs=SAYING,
    act_verbs=ACTS,
    wishing=words("calls called urges urged demands demanded asks asked proposes proposed recommends recommended"),
    denying=words("denied denies rejected rejects"),
    accusing=words("accused accuses blamed blames"),
    bare_speech_verbs=BARE,
    clause_verbs=CLAUSES,
    that=words("that"),
    views=VIEWS,
    source_before=SOURCES,
    crowd=words("one another many some others most both all several few"),
    perfects=words("has have had"),
    quote_verbs=words("quoted quotes cited"),
    as_saying=phrases("as saying"),
    oneself=words("himself herself itself themselves"),
    belonging=words("for at from with"),
    passives=words("is are was were be been being"),
    time_words=words(
        """this last earlier late early later year month week day morning night on monday tuesday wednesday thursday
        friday saturday sunday yesterday"""
    ),
    adding=ADDING,
    phrasal=pairs("pointed out| points out| point out"),
    finding_out=FINDING_OUT,
    sending=SENDING,
    with_clause=words(
        """means meant meaning saying arguing claiming suggesting showing indicating insisting warning
        believing fearing hoping adding noting stating explaining alleging announcing revealing confirming"""
    ),
    documents=DOCUMENTS,
    reports=words("report study paper review letter memo filing lawsuit blog post book email affidavit"),
    own_documents=words("statement release website"),
    indefinite=words("a an one another"),
    issued_by=words("from by of"),
    own_word=phrases("by its own account | by his own account | by her own account"),
    citing=phrases("citing"),
    hearsay=words("allegedly reportedly purportedly"),
    telling_verbs=TELLING,
    view_verbs=VIEW_VERBS,
    backshifted=words("would"),
    that_verbs=FINDING,
    needs_hearer=words("told tells assured assures"),
    pointing=words("this that"),
    agent_endings=("er", "or", "ist", "ian", "man", "woman", "ant"),
    not_agents=NOT_AGENTS,
    count_words=words("two three four five six seven eight nine ten"),
    general_nouns=words("men women people persons individuals"),
    as_reported=words("as"),
    media_words=MEDIA_WORDS,
    speaker_ends=words(
        """in on at during to from via after before when while as by for with about wednesday monday tuesday thursday
        friday saturday sunday yesterday today earlier later last this that told who adding noting of"""
    )
    - words("of"),
    adverbs=words(
        """also later then now further once again reportedly allegedly recently already previously repeatedly has have
        had since only just even never always still has not publicly"""
    ),
    not_speakers=words(
        """information received somebody someone anybody anyone everybody something anything that this there what
        which who not nobody something so as"""
    ),
    plural_pronouns=words("they them"),
    pronouns=words("he she it they him her them his hers its their theirs"),
    deictics=words("there here then thereby therefore thus hence so meanwhile thereafter instead"),
    demonstratives=words("this that these those such both latter former"),
    definite=words("the"),
    he=words("he him his himself"),
    she=words("she her hers herself"),
    they=words("they them their theirs"),
    it=words("it its"),
    his=words("his her their its"),
    subject_pronouns=words("he she they"),
    object_pronouns=words("him her them"),
    man_nouns=MAN_NOUNS,
    woman_nouns=WOMAN_NOUNS,
    person_nouns=PERSON_NOUNS,
    group_nouns=GROUP_NOUNS,
    body_nouns=BODY_NOUNS,
    body_words=_FIRMS
    | words(
        """agency department ministry bureau authority commission council committee union association charity
        foundation institute university college school hospital court newspaper paper magazine broadcaster station
        party club team police office board"""
    ),
    firm_words=_FIRMS,
    tellers=TELLERS,
    spokespeople=words("spokesman spokeswoman spokesperson"),
    not_people=NOT_PEOPLE,
    kinds=KINDS,
    now_words=phrases("currently | presently | at present | at the moment | so far | to date"),
    on_day="on",
    as_of="as of",
    quantities=spelled("a quarter of a century = 25 years | a quarter-century = 25 years | a decade = 10 years"),
    first_singular=words("i me my mine i'm i’m i've i’ve myself"),
    reflexives=words("himself herself itself themselves"),
    expletives=words("it"),
    expletive_signs=words("that if whether unclear how"),
    empty_pairs=couples(
        """so that| so far| so many| so much| such as| such a| such an| former president| former vice| former minister|
        former mayor| former prime| former chancellor| that the| that a| that an| more than| there is| there are|
        there was| there were| is there| was there| there will| there has| there have| there had| it is| it was|
        then president| so called"""
    ),
    earlier_words=words("earlier previously ago before formerly once last"),
    titles=words("mr mrs ms dr prof sir lady lord rev gen sen rep gov lt col sgt capt father pastor rabbi bishop"),
    role_endings=phrases(
        """minister| president| secretary| governor| senator| spokesman| spokeswoman| spokesperson|
        commissioner| officer|
        director| attorney| judge| mayor| chief| chairman| chairwoman| editor| professor| chancellor| representative|
        congressman| congresswoman| supporter| detective| sergeant| sheriff| captain| police"""
    ),
    months=MONTHS,
    weekdays=numbered("monday | tuesday | wednesday | thursday | friday | saturday | sunday", start=0),
    day_parts=("morning", "afternoon", "evening", "night"),
    relative_days=RELATIVE_DAYS,
    days_ago="{} days ago",
    counts=COUNTS,
    anchored_days=ANCHORED_DAYS,
    weekends=WEEKENDS,
    holidays=HOLIDAYS,
    grading=words("even shortly soon just only long immediately especially particularly"),
    seasons=words("spring summer autumn fall winter end beginning start middle rest course season half quarter"),
    of_one=words("is was has does isn't wasn't hasn't doesn't"),
    of_several=words("are were have do aren't weren't haven't"),
    ahead_of=words("before"),
    possible=words("could can might"),
    ahead_words=words("begin begins will won't won’t shall due scheduled planned slated expected upcoming tomorrow"),
    relative_months=RELATIVE_MONTHS,
    relative_spans=RELATIVE_SPANS,
    relative_years=RELATIVE_YEARS,
    past_markers=words("last past"),
    future_markers=words("next coming"),
    month_openers=phrases("in | since | by | of | early | late | mid | until | during | last | this"),
    open_ends=words("since until every by each"),
    years=YEARS,
    about_weekdays=ABOUT_WEEKDAYS,
    days=DAYS,
    month_first=True,
    worth=WORTH,
    naming=NAMING,
    framing=FRAMING,
    first_second_person=words(
        "i we me us my our ours you your yours i'm i’m we're we’re i've i’ve we've we’ve you're you’re"
    ),
    simple_past=ENGLISH_PAST,
    past_forms=words(
        """was were had did been said told came went took made gave found left began held met ran saw fell rose
        became won lost paid sold bought sent spent shot struck led kept knew"""
    ),
    number_words=words(
        """twice half two three four five six seven eight nine ten eleven twelve twenty thirty hundred hundreds thousand
        thousands million millions billion billions percent dozen dozens half third quarter double tripled"""
    ),
)
