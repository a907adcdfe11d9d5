"""English: words that show whether a sentence says something to check."""

from claimcheck.split.languages.base import Worth, phrases, words

__all__ = ["WORTH"]

WORTH = Worth(
    opinion_words=words(
        """unfortunately comparable threat existential sadly hopefully ridiculous absurd monumental
        beautiful amazing terrible horrible wonderful
        disgusting shameful obviously clearly glad happy sorry proud believe believes feel feels feeling crucial vital
        stunning concerned matter matters worst best better pretty perhaps maybe strongly love loves hate hates
        incredible exciting excited worry worried afraid fear fears good great bad worse important significant key fair
        unfair right wrong wise foolish brave smart stupid safe dangerous tragic tragedy disaster nightmare dream hope
        hopes hopeful wish think thinks guess trust trusted respect honor honored honour grateful thankful fortunate
        lucky disappointed disappointing impressive remarkable surprising shocking shocked sad angry frustrated
        frustrating outrageous unacceptable disgrace awful perfect ideal easy hard difficult tough challenging
        challenge complicated powerful brilliant fantastic special unique meaningful inspiring deeply truly really
        certainly definitely absolutely basically literally seriously stakes legacy heart spirit passionate want wants
        everything lesson courage"""
    ),
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
