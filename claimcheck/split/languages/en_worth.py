"""English: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words

__all__ = ["WORTH"]

_JUDGEMENTS = words(
    """absurd abysmal admirable amazing appalling arguably arrogant astonishing atrocious awesome awful awkward bad
        baffling beautiful bizarre bold boring brave breathtaking brilliant brutal charming clever clumsy compelling
        comparable courage courageous cowardly crazy crucial cruel cynical deplorable despicable devastating delightful
        disappointing disappointed disaster disastrous disgrace disgraceful disgusting dismal dreadful dubious dumb
        dull egregious elegant embarrassing enjoyable essential excellent exceptional exciting excited existential
        extraordinary fabulous fantastic fascinating favorite favourite fascinating fierce foolish fortunate frightening
        frustrated frustrating fun funny generous glorious gorgeous grateful great gruesome happy heartbreaking heroic
        honest hopeful horrendous horrible horrific hypocritical iconic imperative impressive inexcusable
        incredible indefensible inevitable inspiring insulting insane intolerable invaluable irresponsible joyful
        lovely lucky ludicrous magical magnificent meaningful memorable miserable misguided monumental naive nasty nice
        noble nonsense obvious outrageous outstanding painful passionate pathetic perfect phenomenal pleasant pleased
        poor powerful precious pretty proud ridiculous sad satisfying scandalous scary selfish senseless shameful
        shocking shocked silly sorry spectacular splendid stunning stupid sublime superb surprising tasty tedious
        terrible terrific terrifying thankful threat thrilled thrilling tragedy tragic tremendous troubling ugly
        unacceptable unbelievable undeniable undoubtedly unfair unforgettable unforgivable unfortunate
        unfortunately unique unjust unnecessary unreasonable unthinkable vital wasteful weird wise wonderful worse
        worst worthless wrong sadly hopefully obviously clearly perhaps maybe frankly honestly personally
        interestingly ironically surprisingly admittedly certainly definitely absolutely basically literally seriously
        deeply truly really strongly everything lesson nightmare dream miracle hero heroes farce mockery joke travesty
        masterpiece triumph milestone legacy stakes heart spirit soul grateful trust trusted honor honored honour
        honoured thankful"""
)
_HINTS = words(
    """good better best safe dangerous fair hard easy difficult tough challenging challenge complicated important
        significant key special right ideal reasonable necessary serious strong weak major massive huge vast dramatic
        historic unprecedented critical remarkable popular successful controversial famous leading smart
        respect matter matters problem question way thing things seems seem appears sense impact effort efforts
        opportunity aggressive ambitious"""
)

WORTH = Worth(
    opinion_words=_JUDGEMENTS,
    opinion_hints=_HINTS,
    feelings=words(
        """hope hopes hoped hoping believe believes believed feel feels felt feeling think thinks thought love loves
        loved hate hates wish wishes want wants worry worries worried fear fears feared afraid guess suppose doubt
        doubts glad enjoy enjoys enjoyed appreciate appreciates admire regret regrets care cares concerned confident
        optimistic convinced happy expect like need"""
    ),
    endings=("ly",),
    unknowns=phrases(
        """it is unclear| it was unclear| it remains unclear| it's unclear| it is not clear| it was not clear|
        it wasn't clear| it was not immediately clear| it wasn't immediately clear| it is not known| it is unknown|
        remains to be seen| remains unclear| was unclear| is unclear| not immediately clear"""
    ),
    conditions=words("if unless whether should"),
    oughts=words("should ought shouldn't shouldn’t"),
    second_person=words("you your yours you're you’re you've you’ve you'll you’ll"),
    generic=words("you everyone everybody anyone anybody nobody one people someone"),
    intensifiers=words("so very really too quite such extremely rather just even especially truly much ever"),
    of_the_page=words("video chart graphic podcast newsletter webinar liveblog story article interview map"),
    conditional=words("would could might wouldn't wouldn’t couldn't couldn’t"),
    copulas=words(
        "is are was were isn't isn’t aren't aren’t he's he’s it's it’s they're they’re that's that’s seems seem"
    ),
    prediction_words=words("will won't won’t expect expects forecast predicts predict likely upcoming shall soon"),
    normative_words=words("should must ought shouldn't shouldn’t needs need"),
    hedges=words(
        """unclear may might could perhaps maybe possibly apparently reportedly allegedly seems
        seem appears appear likely"""
    ),
    question_words=words("what who where when why how which is are do does did can could will would should"),
    imperatives=words("read subscribe click sign email call follow watch listen share visit contact see join"),
    causal_words=words("because due caused causes cause reason result led since therefore"),
    legal_words=words(
        """law court charged charges sentenced convicted arrested indicted lawsuit sued ruling illegal legal
        judge statute
        constitution valid eligible banned prohibited license treaty arraigned custody"""
    ),
    superlatives=words(
        """largest biggest highest most first only oldest youngest lowest fastest greatest more less fewer"""
    ),
    furniture=phrases(
        """read more| sign up| newsletter| subscribe| click here| photo by| getty images| all rights reserved|
        for more
        information| can be found here| follow us"""
    ),
)
