"""Given names that tell whether "he" or "she" can mean someone; names that both can have are left out."""

from claimcheck.split.languages.base import words

__all__ = ["FEMALE", "GIVEN", "MALE"]

MALE = words(
    """adam adrian ahmed alan albert alejandro aleksandr alex alexander alexandre ali alistair amir anders andré andreas
    andrew andrij andrzej anthony anton antonio antony armin arthur axel barack benjamin ben bernard bernd bernhard bill
    björn bob boris brad brian bruce carlos carl charles chris christian christoph christopher claus colin craig cyril
    daniel dave david dennis detlef diego dieter dietmar dirk dmitri dmitry dominik don donald douglas edward emil
    emmanuel enrico eric erich erik ernst evan fabian felix ferdinand fernando florian francesco francis francois
    françois frank franz fred frederick friedrich fritz gareth gary geoffrey georg george gerald gerd gerhard giorgio
    giovanni glenn gordon graham greg gregor gregory günter günther guy hans hans-peter harald harry hartmut hassan
    heiko heiner heinrich heinz helmut hendrik henrik henry herbert hermann holger horst howard hubert hugo ian ibrahim
    igor ingo ivan jack jacob jakob james jamie jan jason javier jeff jeffrey jens jeremy jerome jim jimmy joachim joe
    joel johan johann johannes john jon jonas jonathan jörg jörn jose joseph josef josé joshua juan julian jürgen justin
    kai karim karl karsten keith ken kenneth kevin klaus konrad konstantin kurt lars lawrence leo leonard leonid lorenz
    louis lucas ludwig luis luca lukas lutz manfred manuel marc marcel marco marcus mario mark markus martin matt
    matteo matthew matthias max maximilian michael michel miguel mike mikhail mohamed mohammed moritz mychajlo nathan
    neil nicholas nick nicolas niels nigel nikita nikolai nils norbert oleg oleksandr olaf oliver olivier omar oscar
    oskar otto owen pablo patrick paul pavel pedro peter phil philip philipp pierre rafael rainer ralf ralph ray raymond
    reinhard reinhold rené rene richard rick rob robert roberto roger roland rolf ron ronald roy rüdiger rudolf rupert
    russell ryan salvatore sam samuel scott sean sebastian sergej sergei sergey siegfried simon stanislaw stefan stefano
    stephan stephen steve steven stuart sven ted theo theodor thomas thorsten till tim timothy timo tino tobias todd
    tom tomas tomasz tony torsten udo ulf ulrich uwe victor viktor vincent vladimir volker volodymyr walter warren
    werner wilhelm will william willy wladimir wolf wolfgang wolodymyr xavier yuri yusuf zachary pete bernie mitch
    rodrigo joão paulo kofi kwame hiroshi kenji wei alexej juri
    abdul abdullah achim ahmad alberto albrecht alec alek aleksei alfons alfonso alfred alois amin andrei andres
    anwar arif arne arno arnold arnulf arturo ashraf bashar bastian benno berthold bjarne bjørn bobby bodo bogdan
    burak burkhard carsten cem cesar christof danny derek dierk dmitrij dragan duncan eckart eckhard eddie eduard
    eduardo egon ekkehard elliot elmar emanuel emilio emre erhard ernesto erwin esteban ethan eugen eugene evgeny
    ewald farid felipe francisco gabriel gavin gennady gernot gero gilbert giuseppe gonzalo goran gottfried graeme
    grigory guido guillermo gunnar gustaf gustav gustavo hamid hamish hamza hannes hanno hans-georg hans-joachim hans-
    jürgen hans-werner hansjörg harvey hasso hector helge henning hernan hubertus humberto hussein ignacio ilya
    immanuel ingolf isaac ismail ivica jaime jamal jannik jannis jaroslav jean-claude jean-luc jean-marie jeroen
    jesse jiri joaquin jochen jorge jost julio justus kamal karl-heinz karl-josef kemal khaled khalid kilian kirill
    klemens korbinian kristian kyle kyrylo leander leon leonardo leonhard leopold leroy lionel lloyd lorenzo lothar
    ludger magnus mahmoud majid maksym malcolm malte marcelo marek mariano marten marvin mateo mathias matthieu
    maurice mauricio mehdi mehmet melvin mesut mirko mitchell mitt morris murray mustafa mykola nabil nasser nico
    niklas nikolas nikolaus nikolay nino noah norman octavio ole osman otmar ottmar pascal patrik pavlo peer petr
    petro philippe pieter quirin raimund ramiro ramon rashid rasmus raul raúl recep reginald reimund reiner reto rex
    reza ricardo rico rodney ronny ross rubén ruslan saeed salim samir sergio severin shane shaun sidney siegbert
    siegmar sigmar silvio slobodan spencer stanislav stanley steffen swen sönke taras tariq terence thijs thilo
    tibor tilman tilo timon tomás torben travis trevor tristan tyler urs usman vadim valentin valery vasily veit
    vernon vicente vince vitali vitaly vladislav volkmar vyacheslav waldemar wallace walther wayne wesley wilfried
    willem winfried wolfram yannick yevgeny youssef zbigniew zoltan zoran"""
)
FEMALE = words(
    """abigail alice alicia alina amanda amelia amy ana andrea angela angelika anita anja anke ann anna annalena anne
    annegret annette antje astrid audrey aysha ayşe barbara beate beatrice bernice bettina birgit brenda bridget
    brigitte britta camilla carla carmen carol carola caroline carolin catherine cathy charlotte chloe christa
    christiane christina christine cindy clara claire claudia clementine cornelia daniela deborah debbie debra denise
    diana diane donna doris dorothea dorothee edith eileen elena eleonora elisa elisabeth elizabeth elke ella ellen
    emily emma erika esther eva evelyn fatima fiona franziska frauke gabriele gabriela gesine gerda gisela giulia gloria
    grace greta gudrun hannah hanna hannelore heather heidi heike helen helena helene helga henriette hilary
    hilda hillary
    ilse ina inderdai ines inga ingrid irene irina irena iris isabel isabella jacqueline jana jane janet janine jasmin
    jean jeanne jennifer jessica jill joan joanna johanna josephine joyce judith julia juliane julie jutta kamala karen
    karin karla kate katharina katherine kathleen kathrin kathryn katja katrin kay kerstin kirsten klara kristin
    kristina laura lauren lea lena leonie leslie lidia linda lisa louise lucia lucy luise lydia magdalena maike manuela
    margaret margarete margot maria marianne marie marina marion marlene marta martha martina mary maureen mechthild
    megan melanie melissa michaela michelle mila miriam mona monica monika nadine nadja nancy naomi natalie natalia
    natascha nicola nicole nina nora olga olivia pamela patricia paula pauline petra rachel ramona rebecca regina renate
    ricarda rita rosa rosemary ruth sabine sabrina sally samantha sandra sara sarah sharon sheila silke silvia simone
    sofia sophia sophie sonja stefanie stella stephanie susan susanne suzanne svenja svetlana swetlana sylvia tanja
    tatjana teresa theresa tina ulla ulrike ursula ute valentina valerie vanessa vera verena veronika victoria viktoria
    virginia wendy yvonne zainab zoe kirsty gayle oksana
    adele agnes agnieszka alexandra allison anastasia anna-lena anne-marie anneliese annika antonia ariane aylin
    beatrix bernadette bianca birgitta birte brigitta brooke cecilia celia celine chelsea chiara christel colleen
    corinna cristina cynthia dagmar dana dolores ebru eleonore elise elsa elvira eva-maria fatma felicitas frieda
    friederike gertrud henrike hildegard ida ilona imke inge ingeborg irma isabelle janice jeanette jeannette jelena
    jenny josefine karina karolina karoline katarina katarzyna kayla kelly larissa leah leyla lilian loretta ludmila
    maja malgorzata mareike margit margret marlies mercedes merle mia mirjam molly natalja natasha nour pia regine
    roberta ronna rosemarie roswitha selma sibylle susanna sybille tamara thea theresia violetta waltraud wiebke
    yasmin ylva zuzana"""
)
GIVEN = FEMALE | MALE
