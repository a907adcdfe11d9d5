"""English."""

from claimcheck.split.languages.base import Clauses, Rules, couples, numbered, phrases, shifted, spelled, words
from claimcheck.split.languages.en_worth import WORTH
from claimcheck.split.languages.pasts import ENGLISH_PAST

__all__ = ["RULES"]

_AUXILIARIES = words(
    """is are was were am be been has have had do does did will would can could may might must shall should isn't
        aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't
        shouldn't cannot
        isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t
        shouldn’t"""
)
_SPEECH = words(
    """said says say told tells stated states reported reports claimed claims alleged alleges added adds noted notes
        explained explains wrote writes testified testifies revealed reveals confirmed confirms argued argues believes
        believe believed insisted insists suggested suggests related recalled recalls estimated estimates learnt
        learned understands acknowledged admitted admits continued observed maintained maintains contends contended
        indicated indicates shared tweeted remarked answered replied"""
)
_ACTS = words(
    """announced announces accused accuses demanded demands asked asks thanked thanks denied denies urged urges called
        calls criticized criticised criticizes criticises condemned condemns rejected rejects warned warns vowed vows
        promised promises pledged pledges praised praises blamed blames threatened threatens apologized apologised
        proposed proposes requested requests"""
)
_FINITE = words(
    """heard hears learned learnt understood lay sat rode threw taught caught hung sang sank fired became began begins
        brought bought broke built came chose comes cut drew drove fell felt found gave gets gives goes got grew held
        hit keeps kept knew knows led left lets lies lost made makes means met needs offers paid put ran read
        rose runs
        saw seems sees sent set shot showed shows shut sold spent spoke stands started stood struck takes thinks took
        turned wants went won works wore dies dropped endorsed launched makes aims includes remains appears allows
        depends operates follows helps hopes holds begin bring come cost feel find get give go hope keep know
        live make
        mean need pay remain rise run see seem show stand start take think want work happened accompanied
        opened closed
        moved joined killed died arrived decided exploited fueled entered"""
)

RULES = Rules(
    "en",
    Clauses.SUBJECT_FIRST,
    abbreviations=words(
        """mr mrs ms dr prof rev gen gov sen rep lt col sgt capt cmdr adm maj st sr jr inc corp co ltd llc dept
        univ assn
        bros vs etc approx est fig no nos vol pp ed jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu
        fri sat sun ave blvd rd hwy ft mt apt bldg ret pres supt det messrs hon esq ph a.m p.m e.g i.e u.s u.k u.n d.c
        viz cf al"""
    ),
    closing_abbreviations=words("etc inc corp co ltd llc jr sr a.m p.m u.s u.k u.n d.c st ave blvd rd al"),
    starters=words(
        """the a an in on at by for from with to of as after before when while if since according he she it
        they we you i
        his her its their our my this that these those there here but and or so yet however also additionally
        meanwhile
        moreover furthermore still then now today yesterday no not some many most all both each every one two three
        what who why how where email call during under over between among although though because despite until once
        instead earlier later last next more"""
    ),
    finite_verbs=_AUXILIARIES | _FINITE | _SPEECH | _ACTS,
    finite_endings=("ed",),
    auxiliaries=_AUXILIARIES,
    not_verbs=words(
        """need red bed hundred sacred united limited related based so-called indeed speed seed feed used
        claims reports
        states notes calls demands thanks promises requests start work show cost cut set put read need live run
        mean be
        been means works"""
    ),
    past_alone=words(
        """fell took went became began broke chose drew drove gave grew knew rose saw spoke threw wore wrote flew ate
        sang sank swam did was were had came ran shook stole froze hid rode tore woke"""
    ),
    coordinators=words("and but or nor yet"),
    alternatives=words("or nor"),
    perceiving=words(
        """see sees saw seen show shows showed shown hear hears heard watch watched find finds found catch caught
        keep keeps kept leave leaves left film filmed spot spotted have had feel felt notice noticed"""
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
    partitives=words("including"),
    act_nouns=("ing", "tion", "ment", "al"),
    of_words=words("of"),
    determiners=words(
        """the a an this that these those his her its their our my your some many most all both each every no
        any several
        one two three four five six seven eight nine ten more"""
    ),
    speech_verbs=_SPEECH,
    act_verbs=_ACTS,
    denying=words("denied denies rejected rejects"),
    accusing=words("accused accuses blamed blames"),
    bare_speech_verbs=words(
        """said says say told tells claimed claims believes believe added insisted insists alleged estimated noted
        announced"""
    ),
    that=words("that"),
    source_before=phrases("according to|in the words of|in the view of|as reported by"),
    crowd=words("many some others most both all several few"),
    belonging=words("for at from with"),
    adding=words("adding saying noting insisting arguing stating explaining claiming warning stressing telling"),
    documents=words(
        """affidavit report study statement complaint release filing lawsuit indictment document documents survey
        analysis timeline memo letter paper poll release website investigation"""
    ),
    issued_by=words("from by of"),
    own_word=phrases("by its own account | by his own account | by her own account"),
    citing=phrases("citing"),
    hearsay=words("allegedly reportedly purportedly"),
    telling_verbs=words(
        """told testified estimated reported confirmed cautioned denied warned acknowledged admitted insisted
        suggested argued claimed stated concluded advised recommended"""
    ),
    that_verbs=words("found finds showed shows concluded concludes cautioned cautions warned warns denied"),
    needs_hearer=words("told tells"),
    pointing=words("this that"),
    agent_endings=("er", "or", "ist", "ian", "man", "woman", "ant"),
    not_agents=words(
        """number river tower paper letter order water winter summer computer matter power center quarter career
        factor sector error floor border corner october november december september chapter newspaper shelter shoulder
        trailer virus december weather mirror harbor harbour disaster offer answer layer"""
    ),
    count_words=words("two three four five six seven eight nine ten"),
    general_nouns=words("men women people persons individuals"),
    as_reported=words("as"),
    media_words=words(
        """agency news times post herald reuters ap afp newspaper magazine press tribune journal radio bbc"""
    ),
    speaker_ends=words(
        """in on at during to from via after before when while as by for with about wednesday monday tuesday thursday
        friday saturday sunday yesterday today earlier later last this that told who adding noting of"""
    )
    - words("of"),
    adverbs=words(
        """also later then now further once again reportedly allegedly recently already previously repeatedly
        has have had
        since only just even never always still has not publicly"""
    ),
    not_speakers=words(
        """information received somebody someone anybody anyone everybody something anything many it that this
        there what which who one not
        nobody something so as everyone"""
    ),
    plural_pronouns=words("they them"),
    pronouns=words("he she it they him her them his hers its their theirs"),
    deictics=words("there here then thereby therefore thus hence so meanwhile thereafter instead"),
    demonstratives=words("this that these those such both latter former"),
    definite=words("the"),
    locating=words("in at near from"),
    he=words("he him his himself"),
    she=words("she her hers herself"),
    they=words("they them their theirs"),
    it=words("it its"),
    his=words("his her their its"),
    subject_pronouns=words("he she they"),
    object_pronouns=words("him her them"),
    man_nouns=words("man boy husband father brother son uncle grandfather gentleman businessman spokesman"),
    woman_nouns=words(
        "woman girl wife mother sister daughter aunt grandmother businesswoman spokeswoman lady widow actress"
    ),
    person_nouns=words(
        """person hunter driver victim suspect defendant officer student teacher patient resident worker tenant
        child candidate teenager prosecutor lawyer attorney owner manager customer supplier pedestrian cyclist
        passenger pilot soldier player coach doctor nurse author researcher scientist expert journalist reporter
        neighbor neighbour witness organizer supporter voter singer artist judge mayor president minister"""
    ),
    group_nouns=words(
        """men women people residents workers tenants students teachers parents children loggers officers officials
        investigators prosecutors relatives police firefighters doctors voters members employees soldiers players
        suspects victims defendants neighbors neighbours researchers scientists experts authorities councillors
        lawmakers candidates customers buyers drivers passengers patients families refugees migrants protesters
        demonstrators farmers fishermen hunters pupils authors organizers supporters owners managers staff"""
    ),
    body_nouns=words(
        """ministry department council hospital university college school company club brewery court agency
        authority commission committee party church museum airport bank foundation institute board bureau union
        association district county island river bridge prison factory plant hotel theatre theater stadium library
        lake port station street building treaty act programme program trust"""
    ),
    not_people=words(
        """house houses hospital university college school council county coast city court street road avenue park
        police party department ministry agency office news times herald post bank group company corporation trust
        committee commission board union association district island islands river lake bridge airport station
        church museum center centre institute foundation act code states state kingdom republic carolina dakota
        virginia york jersey mexico hampshire zealand korea africa america sea ocean valley hills beach bay crew
        campaign housing authority services service security justice house senate congress parliament club
        brewery water league cup games open day week fund program programme project tower square plaza drive
        complaint information"""
    ),
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
    perfect_auxiliaries=words("has have"),
    earlier_words=words("earlier previously ago before formerly once last"),
    titles=words("mr mrs ms dr prof sir lady lord rev gen sen rep gov lt col sgt capt"),
    role_endings=phrases(
        """minister| president| secretary| governor| senator| spokesman| spokeswoman| spokesperson|
        commissioner| officer|
        director| attorney| judge| mayor| chief| chairman| chairwoman| editor| professor| chancellor| representative|
        congressman| congresswoman| supporter| detective| sergeant| sheriff| captain| police"""
    ),
    months=numbered(
        """january jan | february feb | march mar | april apr | may | june jun | july jul | august aug |
        september sep sept | october oct | november nov | december dec"""
    ),
    weekdays=numbered("monday | tuesday | wednesday | thursday | friday | saturday | sunday", start=0),
    day_parts=("morning", "afternoon", "evening", "night"),
    relative_days=shifted(
        """yesterday -1 | tomorrow 1 | this morning 0 | this afternoon 0 | this evening 0 | tonight 0 |
        earlier today 0 | last night -1 | today 0"""
    ),
    anchored_days=shifted(
        """the next day 1 | the following day 1 | the day after 1 | a day later 1 | the next morning 1 |
        the following morning 1 | the same day 0 | that same day 0 | that night 0 | that evening 0"""
    ),
    weekends=shifted(
        """over the weekend 0 | at the weekend 0 | this past weekend 0 | last weekend 0 | next weekend 1 |
        this weekend 0"""
    ),
    ahead_words=words("will won't won’t shall due scheduled planned slated expected upcoming tomorrow"),
    relative_months=shifted("last month -1 | this month 0 | next month 1"),
    relative_years=shifted("last year -1 | this year 0 | next year 1"),
    past_markers=words("last past"),
    future_markers=words("next coming"),
    month_openers=phrases("in | since | by | of | early | late | mid | until | during | last | this"),
    open_ends=words("since until every by each"),
    year_openers=phrases("in | by | since | of | during | until | year | early | late | mid"),
    month_first=True,
    worth=WORTH,
    first_second_person=words(
        """i we me us my our ours you your yours i'm i’m we're we’re i've i’ve we've we’ve you're you’re"""
    ),
    simple_past=ENGLISH_PAST,
    past_forms=words(
        """was were had did been said told came went took made gave found left began held met ran saw fell rose
        became won
        lost paid sold bought sent spent shot struck led kept knew"""
    ),
    number_words=words(
        """twice half two three four five six seven eight nine ten eleven twelve twenty thirty hundred hundreds thousand
        thousands
        million millions billion billions percent dozen dozens half third quarter double tripled"""
    ),
)
