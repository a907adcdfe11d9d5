"""German: words that tell where sentences end and begin, and their clauses."""

from claimcheck.split.languages.base import words

__all__ = ["ABBREVIATIONS", "ORDINAL_OPENERS", "SEPARABLE", "STARTERS", "SUBORDINATORS"]

ABBREVIATIONS = words(
    """abb abs allg art aufl bd bsp bspw bzgl bzw ca chr co dgl dipl dr ebd ehem eig etc evtl excl exkl fam ff
        fr frl geb ggfs incl wg
        gegr gem ggf ggü hl hr hrsg inkl insb int jan feb febr mär apr jun jul aug sep sept okt nov dez jh jhd kap kfz
        lt max mind min mio mr mrd mrs nr od pkt prof rd rep rev röm s sen sog st std str tel u usw v verh vgl
        vlt vorm
        z zt ziff zzgl zzt adr apl bez bundesl dir gen hptm ing kath ev lfd mag ministerialdir obltn oblt op phil pol
        präs red ref reg sek spr sta stellv tsd vs km/h b d e h i"""
)
STARTERS = words(
    """der die das den dem des ein eine einer einem einen er sie es wir ihr ich man in im am an auf aus bei
        mit nach
        seit von vor zu zum zur für gegen über unter um durch ohne während wegen trotz und aber doch denn auch so da
        dann damals dabei dafür daher damit danach daraufhin darüber dazu deshalb dies diese dieser dieses dort hier
        heute gestern morgen jetzt nun nur noch schon wenn weil als ob obwohl nachdem bevor wie was wer wo wann warum
        viele einige alle keine laut zudem außerdem allerdings jedoch dennoch trotzdem insgesamt bereits erst zuvor
        inzwischen mittlerweile derzeit bislang bisher seine ihre sein ihr"""
)
ORDINAL_OPENERS = words(
    """am der die das dem den des vom zum im bis ab seit zur ihr ihre ihren ihrem ihrer sein seine seinen seinem
        seiner jeder jeden jede jedes dieser diesem beim mein unser unsere und montag dienstag mittwoch donnerstag
        freitag samstag sonntag könig königin papst kaiser"""
)
SUBORDINATORS = words(
    """dass weil da nachdem obwohl wenngleich obschon während bevor wenn ob als wie damit sodass indem falls seit
    seitdem
    sobald solange
    bis obgleich wo wobei womit wodurch woraufhin weshalb warum was wer wann ohne um anstatt statt zumal soweit
    sofern wohingegen wofür wogegen worauf wonach woran worin wovon wozu"""
)
SEPARABLE = words(
    """weil da nachdem obwohl wenngleich obschon während bevor obgleich wobei woraufhin weshalb wodurch wohingegen
    zumal"""
)
