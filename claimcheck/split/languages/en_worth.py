"""English: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words
from claimcheck.split.languages.deeds import ENGLISH as DEEDS
from claimcheck.split.languages.deeds import ENGLISH_GESTURES

__all__ = ["WORTH"]

_JUDGEMENTS = words(
    """absolutely absurd abysmal accomplished admirable admittedly adorable affectionate alluring amazing
        appalling apt arguably arrogant astonishing atrocious attractive awesome awful awkward bad baffling
        balanced banal barbaric basically beautiful beauty bizarre bland blatant bleak blissful blistering
        boastful bold boring brave breathtaking breezy brilliant brutal bumbling candid captivating
        certainly chaotic charismatic charm charming cheerful chilling classy clearly clever clumsy colorful
        colourful comfortable commanding comparable compelling confusing convincing cosy courage courageous
        cowardly cozy crazy creepy crucial cruel cynical daring dazzling decent decisive deeply definitely
        delicate delightful deplorable deserve deserved deserves desperate despicable devastating devout
        dignified disappointed disappointing disaster disastrous disastrously disgrace disgraceful
        disgusting dismal disturbing dreadful dream dubious dull dumb dynamic eager eerie effortless
        egregious elegant embarrassing emotional enchanting encouraging endless energetic engrossing
        enjoyable entertaining enthusiastic enviable epic essential everything excellent exceptional excited
        exciting exemplary exhilarating existential exquisite extraordinary fabulous fair-minded fantastic
        farce fascinating favorite favourite fearless festive fierce fitting flawed flawless foolish
        formidable fortunate frankly friendly frightening frivolous frustrated frustrating fun funny futile
        generous genius gentle genuine gifted glorious glory gorgeous grateful great greatness grim gripping
        gritty gruesome handsome happy harsh haunted haunting heart heartbreaking heartfelt heartwarming
        hero heroes heroic honest honestly honor honored honour honoured hopeful hopefully horrendous
        horrible horrific humble humbling hypocritical hysterical iconic idyllic ill-advised imaginative
        immaculate impeccable imperative implausible impossible impressive impressively incredible
        indefensible inept inevitable inexcusable innovative insane insightful inspiring insulting intense
        interesting interestingly intolerable intriguing invaluable invigorating ironically irrational
        irresponsible joke joy joyful legacy legendary lesson literally lively lofty lovely loyal lucky
        ludicrous luxurious magical magnificent majestic masterful masterpiece maybe meaningful mediocre
        memorable mesmerizing mighty milestone mindless miracle miserable misguided mockery monstrous
        monumental mundane mysterious naive nasty nice nightmare noble nonsense notorious oblivious obvious
        obviously odd ominous opulent outrageous outstanding overblown overdue overwhelming pain painful
        passionate pathetic peaceful peculiar perfect perhaps personally phenomenal pitiful playful pleasant
        pleased poignant polished poor powerful precious predictable premature prestigious pretty pristine
        profound promising proud puzzling quaint quirky radiant really reassuring refreshing relentless
        reliable resilient respectable ridiculous rude ruthless sad sadly satisfying savvy scandalous scary
        scenic seamless selfish sensational senseless sensible sentimental seriously shabby shallow shameful
        sheer shocked shocking silly sincere skilful skillful sleek sloppy sophisticated sorry soul
        spectacular spirit spirited splendid staggering stakes startling stellar sterile stirring strongly
        stubborn stunning stupid stylish sublime subtle successful sumptuous superb superficial surprising
        surprisingly sweeping sweet sympathetic sympathy tame tasty tedious terrible terrific terrifying
        thankful thorough thoughtful threat thrill thrilled thrilling thriving timeless timid tireless
        tragedy tragic tragicomic travesty tremendous tricky triumph troubling truly trust trusted ugly
        unacceptable unbelievable undeniable undoubtedly unfair unforgettable unforgivable unfortunate
        unfortunately unique unjust unmatched unnecessary unprecedented unreasonable unrelenting unrivalled
        unruly unsung unthinkable upbeat vague valiant versatile vibrant vicious vital vivid warm wasteful
        weak weird wicked wise witty wonderful worse worst worthless worthy wrong"""
)
_HINTS = words(
    """aggressive ambitious appears best better challenge challenging complicated controversial critical
        dangerous difficult dramatic easy effort efforts fair famous good hard historic huge ideal impact
        important key leading major massive matter matters necessary opportunity popular problem question
        reasonable remarkable respect right safe seem seems sense serious significant smart special strong
        successful thing things tough unprecedented vast way weak"""
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
    beliefs=phrases("i believe| i think| i guess| i suppose| i doubt| i suspect"),
    endings=("ly",),
    unknowns=phrases(
        """it is unclear| it was unclear| it unclear| remains unclear| it's unclear| it is not clear| it was not clear|
        it wasn't clear| it was not immediately clear| it wasn't immediately clear| it is not known| it is unknown|
        remains to be seen| remains unclear| was unclear| is unclear| not immediately clear"""
    ),
    wondering=phrases("remains to be seen| it is anyone's guess| it is anyone’s guess"),
    havings=words("has have"),
    conditions=words("if unless whether should"),
    calls=phrases(
        """have to| has to| need to| needs to| it is time| it's time| it’s time| let us| let's| let’s| cannot afford|
        we must| must not| should be| should not| must be| must do| must stop| must act| ought to"""
    ),
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
    imperatives=words("read subscribe click sign email call follow watch listen share visit contact see join let's"),
    causal_words=words("because due caused causes cause reason result led since therefore"),
    legal_words=words(
        """law court charged charges sentenced convicted arrested indicted lawsuit sued ruling illegal legal
        judge statute
        constitution valid eligible banned prohibited license treaty arraigned custody"""
    ),
    superlatives=words(
        """largest biggest highest most first only oldest youngest lowest fastest greatest more less fewer"""
    ),
    possibles=words("can may might could"),
    ideas=words(
        """hope idea answer problem question trick thing reason point fact truth goal mission task challenge difference
        lesson message aim dream secret key danger risk temptation feeling sense belief notion debate solution issue
        situation way result future life love joy pain memory mood attitude spirit"""
    ),
    gestures=ENGLISH_GESTURES,
    emotions=words(
        """surprise surprised excitement bewilderment anger angry relief relieved pride shame ashamed envy nostalgia
        outrage sadness loneliness lonely boredom curiosity curious delight despair amazement enthusiasm passion panic
        regret sorrow grief laughter tears embarrassment embarrassed satisfaction satisfied dissatisfied frustration
        disappointment confidence proud bitter upset unhappy reluctant tempted weary uneasy
        nervous uncertainty hope hopes fear fears worry worries dreams"""
    ),
    deeds=DEEDS,
    judging_forms=("ful", "less", "ous", "some", "ish", "ible", "able", "esque"),
    plain_forms=words(
        """previous various religious serious numerous indigenous homeless wireless available possible responsible
        renewable sustainable british danish spanish irish swedish finnish polish turkish jewish scottish continuous
        nervous autonomous anonymous infectious gaseous lawful unlawful reusable portable variable liable stainless
        contagious cancerous unconscious inflammable flammable nonstop amorous poisonous visible eligible accessible
        flexible venomous luminous vulnerable capable unable disabled taxable payable"""
    ),
    degrees=words("more less most least"),
    furniture=phrases(
        """read more| sign up| newsletter| subscribe| click here| photo by| getty images| all rights reserved|
        for more
        information| can be found here| follow us| anyone with information| is asked to call| is asked to contact|
        are asked to call| are asked to contact"""
    ),
)
