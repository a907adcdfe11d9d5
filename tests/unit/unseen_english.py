"""English texts, each made up after a fault in a claim of an article that nobody had tuned on, and how they read since.

Readers who had the article beside the claims named the faults.
"""

TOLD = {  # a text and a claim it holds
    "a day by which to act": (
        "The council voted to close the pool by 30 September.",
        "The council voted to close the pool by 30 September 2023.",
    ),
    "a month in which to act": (
        "The council of Leeds voted to close the pool in September.",
        "The council of Leeds voted to close the pool in September 2023.",
    ),
    "by a day that is over": (
        "By 30 September 300 people had signed.",
        "By 30 September 2022 300 people had signed.",
    ),
    "two months of last year, behind another year": (
        "In 2010 Ann Lee opened the mill. In March and April last year Nordline lost 300 workers.",
        "In March and April 2022 Nordline lost 300 workers.",
    ),
    "a day of last year, behind another year": (
        "In 2010 Ann Lee opened the mill. On June 14 last year Nordline lost 300 workers.",
        "On June 14, 2022 Nordline lost 300 workers.",
    ),
    "charged on a weekday": (
        "Two men are charged over the fire in Leeds on Friday.",
        "Two men are charged over the fire in Leeds on Friday, 7 April 2023.",
    ),
    "someone in a town": (
        "Ann Lee met the Pope in Leeds, which has 700,000 inhabitants.",
        "Leeds has 700,000 inhabitants.",
    ),
    "a noun in ing": (
        "The city housing authority, a public body with 300 workers, closed in May.",
        "The city housing authority is a public body with 300 workers.",
    ),
    "a count, no year": (
        "Some 2000 people came to Leeds, and Ann Lee closed the mill on March 21.",
        "Ann Lee closed the mill on March 21, 2023.",
    ),
    "what it would harm": (
        "Nordline said it would harm 300 workers to close the mill in Leeds.",
        "It would harm 300 workers to close the mill in Leeds.",
    ),
    "a compound number": (
        "Ann Lee opened the mill twenty-two days ago.",
        "Ann Lee opened the mill twenty-two days ago.",
    ),
    "a war costs": (
        "The war currently costs Norland 3 million dollars a day.",
        "The war currently (as of 11 April 2023) costs Norland 3 million dollars a day.",
    ),
    "a clause of its own behind a distance": (
        "The army took Perro, 15 kilometres north of Leeds, the mill burned down and 30 people died.",
        "The army took Perro, 15 kilometres north of Leeds, the mill burned down and 30 people died.",
    ),
    "they're": (
        "The mills are run by surgeons and they're mostly based in large towns.",
        "They're mostly based in large towns.",
    ),
    "a pronoun and its verb in one": (
        "Ann Lee founded the firm in 1980. She's now 70. She's also been to Leeds.",
        "Ann Lee has been to Leeds.",
    ),
    "is told, not described": (
        "The test was still weak and banned coaches were still working there.",
        "Banned coaches were still working there.",
    ),
    "in the progressive": (
        "Nordline and Moor are opening ten shops in Leeds and closing two mills in York.",
        "Nordline and Moor are closing two mills in York.",
    ),
    "shared in a relative clause": (
        "The drug, which is made by the firm Nordline and sold under the name Brill, was allowed in May.",
        "The drug is sold under the name Brill.",
    ),
    "named between commas": (
        "The town's mayor, Ann Lee, backed that plan, but also ordered the council to wait.",
        "The town's mayor also ordered the council to wait.",
    ),
    "both": (
        "Both taught in Leeds, which has 3 schools, and many pupils left the town in May.",
        "Both taught in Leeds.",
    ),
    "a nurse who works there": (
        "On Friday, Ann Lee, a nurse who works in Leeds, decided to sell her house and urged others to follow.",
        "Ann Lee urged others to follow (on 7 April 2023).",
    ),
    "a numbered article of a law": (
        "The bill changes article 184 of the Penal Code, which dates from 1995.",
        "The Penal Code dates from 1995.",
    ),
    "several and what they did": (
        "Their main holding was a small fund, and the Clarks reported income of 3 million dollars.",
        "The Clarks reported income of 3 million dollars.",
    ),
    "what is done is the subject": (
        "The navy keeps no books for such flights, and telling the cost of the show is hard.",
        "Telling the cost of the show is hard.",
    ),
    "set off before its verb": (
        "Ann Lee has long been one of his closest allies and, like him, served in the army of Norland.",
        "Ann Lee, like him, served in the army of Norland.",
    ),
    "is one and another": (
        "Ann Lee is a member of the council of Leeds and a former judge.",
        "Ann Lee is a former judge.",
    ),
    "armed, not the day": (
        "Two boys hid in Leeds. On Monday, armed with two knives, they robbed a mill in York.",
        "On Monday, 10 April 2023, armed with two knives, they robbed a mill in York.",
    ),
    "the body with its place": (
        "Ann Lee opened the Moor Centre for Peace in Leeds, which is dedicated to the study of war.",
        "The Moor Centre for Peace in Leeds is dedicated to the study of war.",
    ),
    "the worst since": (
        "Norland faces its worst drought since the Great War, largely driven by the heat in the north.",
        "Its worst drought since the Great War was largely driven by the heat in the north.",
    ),
    "where a place lies": (
        "The car was found in the village of Elmwood, 15 miles to the north of the port of Hull.",
        "Elmwood is 15 miles to the north of the port of Hull.",
    ),
    "between dashes": (
        "The officer -- who was answering a call in Leeds -- was driving at 40 miles an hour.",
        "The officer was answering a call in Leeds.",
    ),
    "heard in court": (
        "The driver had been drinking and had slept for two hours, Leeds Crown Court heard.",
        "The driver had been drinking.",
    ),
    "the 27-year-old": (
        "Ann Lee lives in Leeds. The 27-year-old won 12 cups in 2019.",
        "Ann Lee won 12 cups in 2019.",
    ),
    "a firm of its own word": (
        "Nordline said it will match the first 3 million dollars of gifts until May.",
        "Nordline will match the first 3 million dollars of gifts until May.",
    ),
    "a firm's own sales": (
        "Nordline AG said its sales rose by 4 percent in 2019.",
        "Nordline AG’s sales rose by 4 percent in 2019.",
    ),
    "an authority with its article": (
        "The Mill Authority said it had closed 30 mills in 2019.",
        "The Mill Authority had closed 30 mills in 2019.",
    ),
    "the parcel service": (
        "US parcel service UPS hired 900 men. In 2013 a court in Leeds fined the parcel service.",
        "In 2013 a court in Leeds fined UPS.",
    ),
    "the airline beside the carmaker": (
        "The carmaker Verno sold 300 cars. British airline Moorjet cut 30 flights. The airline was sold in 2019.",
        "Moorjet was sold in 2019.",
    ),
    "with its age between commas": (
        "Joe Ray, 29, who is about to enter the Moor Law School, recommends three books.",
        "Joe Ray, 29, recommends three books.",
    ),
    "to where it climbed": (
        "Voters back Ray in large numbers, climbing from 23 percent in the last poll, held in Leeds, to 27 percent.",
        "Voters back Ray in large numbers, climbing from 23 percent in the last poll, held in Leeds, to 27 percent.",
    ),
    "a day and its number": (
        "The match will kick off on Tuesday, 2 May at 7 p.m. in the Moor Stadium in Leeds.",
        "The match will kick off on Tuesday, 2 May 2023 at 7 p.m. in the Moor Stadium in Leeds.",
    ),
    "aged between": (
        "Young people aged between 14 and 20 with a migrant and refugee background will get 300 books.",
        "Young people aged between 14 and 20 with a migrant and refugee background will get 300 books.",
    ),
    "as was announced": (
        "As the council said on Monday, Ann Lee, as well as Jo Ray and the actor Bo Hill are among 12 winners.",
        "Ann Lee, as well as Jo Ray and the actor Bo Hill are among 12 winners.",
    ),
    "handed over in December": (
        "The 12 prizes are handed over in Leeds at the beginning of December.",
        "The 12 prizes are handed over in Leeds at the beginning of December 2023.",
    ),
    "and, of course, the children": (
        "The 300 helpers included parents, friends and, of course, the teachers and children themselves.",
        "The 300 helpers included parents, friends and the teachers and children themselves.",
    ),
    "a mark behind the quotation": (
        "Lee called the plan for the 30 mills “a very bad joke,” and left Leeds on Monday.",
        "Lee called the plan for the 30 mills “a very bad joke”.",
    ),
    "called it so and said": (
        "Ray called it “a victory for the town” and said that 30 mills would open in May.",
        "Ray called it “a victory for the town”.",
    ),
    "a month of last year": (
        "Ann Lee was fined 300 dollars in May last year.",
        "Ann Lee was fined 300 dollars in May 2022.",
    ),
    "a day of last year": (
        "On June 14 last year Ann Lee lost the seat of Leeds to Jo Ray.",
        "On June 14, 2022 Ann Lee lost the seat of Leeds to Jo Ray.",
    ),
    "what it could result in": (
        "The ban could result in garden centres losing 3 million pounds in March and April last year.",
        "The ban could result in garden centres losing 3 million pounds in March and April 2022.",
    ),
    "what it led to": (
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
        "Junior doctors took part in six strikes in 2016.",
    ),
    "what it led to, whole": (
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
        "The dispute has led to junior doctors taking part in six strikes in 2016.",
    ),
    "whom she saw": (
        "Ann Lee saw the children who had come to Leeds in 2019 welcomed by Jo Ray.",
        "The children had come to Leeds in 2019.",
    ),
    "without gardens, not their owner": (
        "It is a town of flats with no gardens, the fashion for which came in 1990.",
        "It is a town of flats with no gardens, the fashion for which came in 1990.",
    ),
    "of three towns": (
        "Ann Lee likes the towns of Leeds, Hull and York that have preserved 30 mills in good condition.",
        "Ann Lee likes the towns of Leeds, Hull and York that have preserved 30 mills in good condition.",
    ),
    "over two thousand": (
        "Rebels had freed over 2,000 hostages who had been held by the militants in Leeds.",
        "Over 2,000 hostages had been held by the militants in Leeds.",
    ),
    "the nearer noun": (
        "Two firms claimed ownership of work underlying sofolin, the active ingredient in the drugs of Nordline.",
        "Sofolin is the active ingredient in the drugs of Nordline.",
    ),
    "a win, not its place": (
        "The signing from Ulm started the 2-1 win in Dublin, the final game before the Cup, and scored in 2019.",
        "The signing from Ulm started the 2-1 win in Dublin, the final game before the Cup.",
    ),
    "what made her the first": (
        "Ann Lee went first completing the race on time, making her the first woman to finish stage 4.",
        "Ann Lee went first completing the race on time, making her the first woman to finish stage 4.",
    ),
    "however, between two sentences": (
        "Jo Ray went first on time, however, Ann Lee was three seconds faster.",
        "Jo Ray went first on time, however, Ann Lee was three seconds faster.",
    ),
    "no night took it home": (
        "Jo Ray became the first man to win Mill Warrior Monday night taking home 3 dollars.",
        "Jo Ray became the first man to win Mill Warrior Monday night, 10 April 2023, taking home 3 dollars.",
    ),
    "compared to what": (
        "Jo Ray noted that in 2016 the trade of Norland rose by 70 percent compared to 2015 and reached 3 dollars.",
        "In 2016 the trade of Norland rose by 70 percent compared to 2015.",
    ),
    "what a drama tells of": (
        "The new drama, about a widowed father who decides to move to Leeds, had 1.2 million viewers.",
        "The new drama, about a widowed father who decides to move to Leeds, had 1.2 million viewers.",
    ),
    "behind an insertion": (
        "Renting books is on the rise in Leeds, allowing 300 students to use them, often at a discount to buying.",
        "Renting books is on the rise in Leeds, allowing 300 students to use them, often at a discount to buying.",
    ),
    "according to a society for something": (
        "According to the Society for Mill Owners, 3 mills opened in 2018.",
        "3 mills opened in 2018.",
    ),
    "a source without a comma": (
        "According to Nordline special help is needed in 12 towns.",
        "Special help is needed in 12 towns.",
    ),
    "left unsaid": (
        "Nordline confirmed that the text was written by Ann Lee, but had no further comment.",
        "Nordline had no further comment.",
    ),
    "a name and no comment": (
        "The mayor, Jan Holm, said 12 people had died, but would not elaborate on it.",
        "The mayor, Jan Holm, would not elaborate on it.",
    ),
    "a list behind who": (
        "The runner, who trains at Harwick, at Moor Park and in York, won the race in Leeds.",
        "The runner won the race in Leeds.",
    ),
    "what a relative clause ends with": (
        "Next is Jan Holm, who has just resigned as mayor of Harwick, second largest city of Exland.",
        "Jan Holm has just resigned as mayor of Harwick, second largest city of Exland.",
    ),
    "especially some": (
        "Paul Orr has handed money out, giving 30,000 dollars to parties, especially the Greens then in power.",
        "Paul Orr gave 30,000 dollars to parties, especially the Greens then in power.",
    ),
    "a name inside a relative clause": (
        "A panel, which had belonged to the writer, Emil Zoll, fetched 1.5 million dollars.",
        "A panel fetched 1.5 million dollars.",
    ),
    "what was put in front keeps its comma": (
        "Unlike light, which has to be sent down a fibre to the brain, sound waves can pass through tissue.",
        "Unlike light, sound waves can pass through tissue.",
    ),
    "owned, in the present": (
        "The Harwick Post (owned by the German group Weber) prints 300 copies every week.",
        "The Harwick Post is owned by the German group Weber.",
    ),
    "a subject before an insertion": (
        "The Harwick network - led by two brothers - stole cars and mainly robbed tourists in 2012.",
        "The Harwick network mainly robbed tourists in 2012.",
    ),
    "a cell in a town": (
        "The cell in Harwick - headed by Anna Lehr from Exland - robbed 30 tourists.",
        "The cell in Harwick was headed by Anna Lehr from Exland.",
    ),
    "countries was": (
        "The group seated in Norland and other European countries was directed from Exland.",
        "The group seated in Norland and other European countries was directed from Exland.",
    ),
    "set alight": (
        "The woman died in Harwick after three men tortured her, doused her in oil and set alight.",
        "Three men tortured her, doused her in oil and set alight.",
    ),
    "whom a bill would help": (
        "The plan would legalise about 800,000 young people who entered the country before 16.",
        "The plan would legalise about 800,000 young people who entered the country before 16.",
    ),
    "a real name": (
        "Dr Sall, real name Theo Gell, who died in 1991, wrote 30 books.",
        "Dr Sall died in 1991.",
    ),
    "a name with and": (
        "Jan Holm won the title of the World Judo and Kickboxing Association (WJKA) held in Norland in 2012.",
        "Jan Holm won the title of the World Judo and Kickboxing Association (WJKA) held in Norland in 2012.",
    ),
    "two bodies with and": (
        "Ann Lee ran the Hull Bird Society and Bo Ray ran the zoo in 2012.",
        "Bo Ray ran the zoo in 2012.",
    ),
    "an evening before a name": (
        "Wednesday evening Jan Holm, the singer's producer, had wanted to cancel the tour.",
        "Jan Holm is the singer's producer.",
    ),
    "the latter of two": (
        "Paul Orr and Jan Holm met in Harwick. The latter paid 30,000 dollars. He himself paid 3 percent to the party.",
        "Jan Holm himself paid 3 percent to the party.",
    ),
    "in small towns, but": (
        "In smaller cities the prices are lower, but they have a higher impact on families.",
        "In smaller cities the prices are lower, but they have a higher impact on families.",
    ),
    "in recent years, but": (
        "In recent years prices rose by 3 percent, but they fell by 2 percent in 2012.",
        "They fell by 2 percent in 2012.",
    ),
    "was briefly": (
        "Paul Ray, a minister in the 3rd Republic and briefly chairman before the war, owned the panel.",
        "Paul Ray was a minister in the 3rd Republic and briefly chairman before the war.",
    ),
    "the potion": (
        "The men drank a potion of herbs with strong effects, which also causes cramps in 30 minutes.",
        "The potion of herbs with strong effects causes cramps in 30 minutes.",
    ),
    "two quotations": (
        '"There are eight fighters in each class in Leeds " "The winners went on to the semi-final in York."',
        "The winners went on to the semi-final in York.",
    ),
    "only a list": (
        "Here only the turn, the speed and the brake have been used as a means of defence in Leeds.",
        "Here only the turn, the speed and the brake have been used as a means of defence in Leeds.",
    ),
    "next Tuesday, said on a Tuesday": (
        "The bill could be voted on next Tuesday, the party of Anna Lehr said.",
        "The bill could be voted on Tuesday, 18 April 2023.",
    ),
    "a weekday that is a feast": (
        "Friday is World Tea Day, which Nordline marks in Harwick.",
        "Friday, 14 April 2023, is World Tea Day.",
    ),
    "a weekday for everyone": (
        "Thursday is family day in the zoo of Harwick.",
        "Thursday is family day in the zoo of Harwick.",
    ),
    "a weekday in a name": (
        "Black Friday has been imported from Exland.",
        "Black Friday has been imported from Exland.",
    ),
    "a second September 11th": (
        "Anna Lehr of the council of Harwick fears a second September 11th in Exland.",
        "Anna Lehr of the council of Harwick fears a second September 11th in Exland.",
    ),
    "the September 11 attacks": (
        "The September 11 attacks killed almost 3,000 people.",
        "The September 11 attacks killed almost 3,000 people.",
    ),
    "between two weekdays, every week": (
        "Between Friday evening and the sunset on Saturday, markets in Exland stop working.",
        "Between Friday evening and the sunset on Saturday, markets in Exland stop working.",
    ),
    "when the work week starts": (
        "The work week in Exland starts on Sunday morning.",
        "The work week in Exland starts on Sunday morning.",
    ),
    "games that start on Friday": (
        "Nineteen athletes will run at the games which start in Harwick on Friday.",
        "The games start in Harwick on Friday, 14 April 2023.",
    ),
    "one Saturday in two sentences": (
        "The mill opens on Saturday. The 300 guests on Saturday include Jan Holm.",
        "The 300 guests on Saturday, 15 April 2023, include Jan Holm.",
    ),
    "two Saturdays": (
        "The mill opens on Saturday. Jan Holm met 300 guests on Saturday.",
        "Jan Holm met 300 guests on Saturday, 8 April 2023.",
    ),
    "a day on which something happened": (
        "Jan Holm underwent surgery in Harwick on May 26th.",
        "Jan Holm underwent surgery in Harwick on May 26th 2022.",
    ),
    "a day by which one must decide": (
        "The council of Harwick must decide by 26 June whether it sells the mill.",
        "The council of Harwick must decide by 26 June 2023 whether it sells the mill.",
    ),
    "resumed as planned": (
        "At the end of March, Jan Holm resumed as planned his tour of Exland.",
        "At the end of March 2023, Jan Holm resumed as planned his tour of Exland.",
    ),
    "someone called Jan": (
        "The mill was sold to the family of Jan Holm for 3 million dollars.",
        "The mill was sold to the family of Jan Holm for 3 million dollars.",
    ),
    "declared it good": (
        "Jan Holm, the top official in Leeds, declared it “a fairly good vote in many ways.”",
        "Jan Holm declared it “a fairly good vote in many ways.”",
    ),
    "a title of a federation": (
        "Jan Holm defended his title according to the WBC in Leeds in 2010.",
        "Jan Holm defended his title according to the WBC in Leeds in 2010.",
    ),
    "a list with another of its": (
        "The clerk was accused of the abusive use of mill funds, the theft of 300 euros, of bribery and of fraud.",
        "The clerk was accused of the abusive use of mill funds, the theft of 300 euros, of bribery and of fraud.",
    ),
    "a list of four": (
        "Ann Lee dragged a rope along a bank note, a Leeds Street hand rail, a train toilet's flush "
        "button and a public telephone.",
        "Ann Lee dragged a rope along a bank note, a Leeds Street hand rail, a train toilet's flush "
        "button and a public telephone.",
    ),
    "which of an adjective": (
        "The plant in Leeds was very old, which was slowing the work at Nordline.",
        "The plant in Leeds was very old, which was slowing the work at Nordline.",
    ),
    "the data of somebody": (
        "The staff will take the personal data of the applicant, which will be reviewed by the office in Leeds.",
        "The personal data of the applicant will be reviewed by the office in Leeds.",
    ),
    "a name with initials": (
        "The piece was played in a hall by the L.A. Symphony, conducted by Ann Lee.",
        "The L.A. Symphony was conducted by Ann Lee.",
    ),
    "a title in quotation marks": (
        'The council of Leeds read a report called "Trams and buses in Leeds", written by Ann Lee in 2010.',
        "Trams and buses in Leeds was written by Ann Lee in 2010.",
    ),
    "a title with small words": (
        "The firm has made a film called The Lamp's Guide to Inner Strength which shows the cost of tea in 30 towns.",
        "The Lamp's Guide to Inner Strength shows the cost of tea in 30 towns.",
    ),
    "a stuff and what it is": (
        "Ann Lee sold 300 tons of gold in 2010 and spoke about tin, a soft metal that allows men to "
        "join pipes in Leeds.",
        "Tin allows men to join pipes in Leeds.",
    ),
    "another one with its name": (
        "The same applies to the tar field, as it is another field, the Lee field, which must be drained by Nordline.",
        "The Lee field must be drained by Nordline.",
    ),
    "guests who need": (
        "The guests who need a second pass for the hall will pay 30 euros less than before.",
        "The guests who need a second pass for the hall will pay 30 euros less than before.",
    ),
    "towns where there are": (
        "The paper will be sent to the rulers of the towns where there are 30 mills.",
        "The paper will be sent to the rulers of the towns where there are 30 mills.",
    ),
    "a figure that is told on": (
        "Women in Leeds have a child 3.7 years after they marry, a figure which increases to 4.1 in Hull.",
        "Women in Leeds have a child 3.7 years after they marry, a figure which increases to 4.1 in Hull.",
    ),
    "a kind of platform": (
        "The blast on the Seawater Lantern drilling platform in April 2010 was the trigger for the ban in Leeds.",
        "The blast on the Seawater Lantern drilling platform in April 2010 was the trigger for the ban in Leeds.",
    ),
    "a condition behind an adverb": (
        "Moreover, if the spread of the moth is not stopped, it can kill 300 trees in Leeds.",
        "If the spread of the moth is not stopped, it can kill 300 trees in Leeds.",
    ),
    "compared with when": (
        "The birthrate in Leeds has fallen to 1.8 children per couple as compared with six when the law "
        "was made in 1980.",
        "The birthrate in Leeds has fallen to 1.8 children per couple as compared with six when the law "
        "was made in 1980.",
    ),
    "two words before a noun": (
        "Two years after the law was made in Leeds, creating two crowds of famously lazy, spoiled only "
        "sons, a crisis is looming in Norland.",
        "Two years after the law was made in Leeds a crisis is looming in Norland.",
    ),
    "an auxiliary before its comma": (
        "It is known that the political rifts that have split the Norland voters have, on a small "
        "scale, torn 300 families apart.",
        "It is known that the political rifts that have split the Norland voters have, on a small "
        "scale, torn 300 families apart.",
    ),
    "being built": (
        "The bridge being built by Nordline in Leeds will cost 30 million euros.",
        "The bridge is being built by Nordline in Leeds.",
    ),
    "first shown": (
        "It was presented in May 2010 and first demonstrated in Leeds in 2012.",
        "It was first demonstrated in Leeds in 2012.",
    ),
    "before what cost lives": (
        "Before the fire that cost eleven workers their lives and led to a flood, Ann Lee had closed 30 "
        "mills in Leeds.",
        "The fire cost eleven workers their lives.",
    ),
    "the field of but": (
        "One of the bidders is Lee Mills, which aims to buy Nordline, but the option of the Norland "
        "firm Skyper is gaining ground.",
        "Lee Mills aims to buy Nordline.",
    ),
    "held for questioning": (
        "Ann Lee was detained for questioning on Wednesday over the theft of 300 pumps in Leeds.",
        "Ann Lee was detained for questioning on Wednesday, 5 April 2023, over the theft of 300 pumps in Leeds.",
    ),
    "best known": (
        'Jan Holm, best known for training the mare Old Star, labelled the rule "odd" after a mud pack '
        "had been applied to 30 mares.",
        "Jan Holm is best known for training the mare Old Star.",
    ),
    "remember": (
        "Remember: in 1960, the makers of the lamp at Leeds Labs did not see the change.",
        "In 1960, the makers of the lamp at Leeds Labs did not see the change.",
    ),
    "a month of a year": (
        "On the 3rd of May of 2012 the bridge in Leeds was closed.",
        "On the 3rd of May of 2012 the bridge in Leeds was closed.",
    ),
    "put off until": (
        "Nordline delays the sale of its mill in Leeds until January.",
        "Nordline delays the sale of its mill in Leeds until January 2024.",
    ),
    "a night between two days": (
        "The law was voted on in Leeds in the night from Tuesday to Wednesday.",
        "The law was voted on in Leeds in the night from Tuesday, 4 April 2023, to Wednesday, 5 April 2023.",
    ),
    "on Friday after Monday": (
        "On Thursday evening Jan Holm was in Leeds after several rounds of talks on Monday morning.",
        "On Thursday evening, 6 April 2023, Jan Holm was in Leeds after several rounds of talks on "
        "Monday morning, 3 April 2023.",
    ),
    "reached on Friday": (
        "An agreement reached on Friday will end the strike at Nordline.",
        "An agreement reached on Friday, 7 April 2023, will end the strike at Nordline.",
    ),
    "waste from elsewhere": (
        "The plant collects Leeds waste as well as the waste from 30 towns of Norland. The waste is burned.",
        "The plant collects Leeds waste as well as the waste from 30 towns of Norland.",
    ),
    "an order to": (
        "The strike order was lifted by Nordline on Friday. Ann Lee gave the order to her men not to block 30 depots.",
        "Ann Lee gave the order to her men not to block 30 depots.",
    ),
    "a whole with its purpose": (
        "Ann Lee instructed the men to listen for 300 shots in Leeds so that they can find the deer.",
        "Ann Lee instructed the men to listen for 300 shots in Leeds.",
    ),
    "words in single marks": (
        "In their work, the men of Nordline are coming up with new ‘better’ pumps, made using knowledge of the sea.",
        "New ‘better’ pumps were made using knowledge of the sea.",
    ),
}
NEVER = {  # a text and what no claim of it says
    "a condition": (
        "If it rains and the river rises, the town of Leeds floods.",
        "The river rises",
    ),
    "an aim": (
        "Ann Lee would delay the plan to help schools study it and avoid a strike.",
        "Ann Lee would avoid",
    ),
    "the hardest part": (
        "The hardest test came when the player answered rightly and his rival failed at once.",
        "The player answered rightly",
    ),
    "a list of schools": (
        "Some from York are on it, as are those from the University of Leeds, the University of Hull and Kent.",
        "The University of Leeds is",
    ),
    "both of them": (
        "Ann Lee, head of the Red Party and Bo Ray of the Blue Party, take part in a march in Leeds.",
        "Ann Lee take part",
    ),
    "what is blamed": (
        "Police are blaming far-right men in the town for burning down an old mosque in Leeds in May.",
        "Police are blaming far-right men in the town.",
    ),
    "a cleft": (
        "“It was a tip from a reader which led the police to make 12 arrests,” said Ann Lee.",
        "A reader led",
    ),
    "a list of verbs": (
        "The second group had lost weight, achieved larger drops in sugar and was more likely to be cured.",
        "was achieved",
    ),
    "a list of titles": (
        "Twice a champion of Norland, three times a cup winner, four times a league winner, once a coach - "
        "Ray's list is long.",
        "cup winner is",
    ),
    "a list of cups": (
        "She won three cups in 2012, winning the Moor Cup, the Lee Shield, the final race of the Tour, and the Games.",
        "Shield is",
    ),
    "a firm is nobody": (
        "Moor Media said two mills were sold in 2019. The Leeds Press, Media and Arts committee met in York.",
        "Press, Moor Media",
    ),
    "using is how": (
        "It must be possible to fulfil the wish using wood from Leeds worth 2,000 dollars.",
        "wish is using",
    ),
    "who edged out whom": (
        "The poll also found Lee doing well across 12 groups, edging out Ray among women in Leeds.",
        "The poll edged",
    ),
    "called for ending": (
        "The mayor of Leeds has called for ending the strike at the two mills.",
        "has called.",
    ),
    "whose officers": (
        "According to Leeds police officers were hurt on Monday.",
        "Officers were hurt",
    ),
    "the plant gives no details": (
        "Nordline said that the plant was closed in 2012, but gave no details.",
        "The plant gave",
    ),
    "a place behind a clause": (
        "The bird lands on the wall at an angle of 300 degrees, which allows it to turn, at a speed of 20 km an hour.",
        "degrees at a speed",
    ),
    "a tram line comprises": (
        "Harwick has the only tram line in the country, comprising six stops and connecting the town with the port.",
        "Harwick comp",
    ),
    "whose work it was": (
        "Before shaking hands with President Bo Ray of Norland, Mr Holm's work in politics was limited to two years.",
        "work in politics shook",
    ),
    "based on research": (
        "Based on joint research with the university, Nordline has built a robot car.",
        "Nordline was based",
    ),
    "what required work": (
        "Jan Holm went into the wall on lap 20 following a collision with Paul Orr, requiring work to his car.",
        "Holm required",
    ),
    "what copies a bee": (
        "The robot changes direction mimicking the movements of a bee in Leeds.",
        "Direction",
    ),
    "how high a panel is": (
        "The front panel, 1.8 m in width and 63 cm in height, dating back to the 3rd century, was sold in Leeds.",
        "Height",
    ),
    "a guard still works": (
        "The man working as a guard for Nordline had bad news for 30 men.",
        "man worked",
    ),
    "soon given out": (
        "The 30 letters were sent to Norland where they were changed, and soon distributed to the groups.",
        "Soon distributed",
    ),
    "who was invited": (
        '"Competitors who finished among the first four in Harwick, were invited to the final."',
        "Competitors were",
    ),
    "a machine behind a colon": (
        "Nordline makes a robot: a machine that can climb walls and carry 20 kg.",
        "a machine.",
    ),
    "which is turned into something": (
        "The camera sends a picture to a computer, which is turned into a map of Leeds.",
        "A computer is",
    ),
    "a market where it sells": (
        "Nordline opened a shop in Exland, a market where it already runs 30 shops.",
        "In a market,",
    ),
    "what was falsified": (
        "The investigators found that the cell sent 300 passports to Exland, where they were falsified and sold.",
        "investigators were",
    ),
    "an acronym": (
        "The People's Party (the acronym PP in English) won 30 seats.",
        "is the acronym",
    ),
    "depending on": (
        "The agency may ban 20 drivers, depending on the findings of the report.",
        "drivers.",
    ),
    "than what": (
        "Nordline sells batteries that are lighter and have a higher energy density.",
        "Batteries are",
    ),
    "one of a party": (
        "The senator Bo Ray has said he will vote against, and only a republican has given his support to the law.",
        "Bo Ray’s support",
    ),
    "plus": (
        "The car costs 30 dollars a day. Plus insurance of 15 dollars a day.",
        "Plus",
    ),
    "which took place": (
        "The plan was scrapped in Leeds. Which took place in 2012 in the city of Harwick.",
        "Which",
    ),
    "who is not forged": (
        "Investigators in Exland found 300 passports. They were forged in Harwick.",
        "investigators were forged",
    ),
    "a village of a country": (
        "In Burkina Faso 300 women live as witches. Burkina Faso has 30 such villages. In Burkina Faso, the rest of "
        "the village sent Anna Lehr away.",
        "village of Burkina Faso",
    ),
    "a producer is no evening": (
        "Wednesday evening, the singer's producer, Jan Holm, had wanted to reassure 300 fans.",
        "is the singer's producer",
    ),
    "a year loses nothing": (
        "The year 2022 was hard for Nordline. It lost 3 million dollars.",
        "year lost",
    ),
    "what split voters have": (
        "The laws that have divided the voters have, on a small scale, torn 300 families apart.",
        "voters have.",
    ),
    "a list as an apposition": (
        "The clerk was accused of the abusive use of mill funds, the theft of 300 euros, of bribery and of fraud.",
        "Mill funds",
    ),
    "a street as a note": (
        "Ann Lee dragged a rope along a bank note, a Leeds Street hand rail, a train toilet's flush "
        "button and a public telephone.",
        "note is",
    ),
    "an adjective that slows": (
        "The plant in Leeds was very old, which was slowing the work at Nordline.",
        "Old was",
    ),
    "a year that costs": (
        "The loss in the budget made by the former Holm government for this year, which exceeds 200 "
        "billion crowns, is terrible.",
        "2023 exceeds",
    ),
    "a man on a day": (
        "On Monday, a man who had robbed a bank in Leeds was caught.",
        "Monday, 10 April 2023, had",
    ),
    "all the members": (
        "The rise applies to all the 30 firms that are members of the guild in Leeds.",
        "firms are members",
    ),
    "a platform that drilled": (
        "The blast on the Seawater Lantern drilling platform in April 2010 was the trigger for the ban in Leeds.",
        "drilled",
    ),
    "a bare condition": (
        "Moreover, if the spread of the moth is not stopped, it can kill 300 trees in Leeds.",
        "stopped.",
    ),
    "people implied in": (
        "The high number of people implied in the 30 power plants and the missiles programs is being weighed in Leeds.",
        "power plants.",
    ),
    "a version that somebody is": (
        "On Saturday in Leeds the 38-year-old champion (the ABC league version,) beat Jan Holm by 30 points.",
        "champion is",
    ),
    "what is wanted": (
        "Another fee of 30 euros was paid and another one so that the post office gives the paper.",
        "The post office gives",
    ),
    "a pub that is no barn": (
        "I found that Old Barn is not an old barn - the theme pub, Ye Olde Barn, is shut - but a road of 30 miles.",
        "barn is the",
    ),
    "guests with faults": (
        "Guests' bags can be kept safe by 30 locks which stop thieves. However, they have 30 faults.",
        "uests have",
    ),
    "robbed on the day of the trial": (
        "On Monday, a man who had robbed a bank in Leeds was caught.",
        "robbed a bank in Leeds (on",
    ),
    "an agreement that lies ahead": (
        "The unions reached an agreement on Friday evening that will end the strike at Nordline and 30 mills.",
        "14 April",
    ),
    "a study that was entitled": (
        "The rise was shown by a study entitled 'Birth and work in Leeds' in 2010.",
        "was entitled",
    ),
}
SPEAKERS = {  # a text and whose word a claim of it is
    "by her own account": (
        "By her own account Ann Lee paid 20 million dollars in 2019.",
        "Ann Lee",
    ),
    "the 26-year-old": (
        "Ann Lee left the team in 2014. “In Leeds 300 medals were not won in 12 years,” the 26-year-old wrote.",
        "Ann Lee",
    ),
    "heard": (
        "The mill had been sold twice in 2019, Leeds Crown Court heard.",
        "Leeds Crown Court",
    ),
    "statistics are no document": (
        "The mill in Leeds closed in 2020, the Office for National Statistics said.",
        "Office for National Statistics",
    ),
    "nor are studies": (
        "The Institute for Fiscal Studies said 30 mills closed in 2019.",
        "Institute for Fiscal Studies",
    ),
    "figures of the office": (
        "Office for National Statistics (ONS) figures showed prices rose by 3 percent in May 2022.",
        "Office for National Statistics",
    ),
    "an ambassador to somewhere": (
        "Trade has grown 70 percent, according to Norland's ambassador to Exland, Levan Dorn.",
        "Levan Dorn",
    ),
    "the head of a chamber of somewhere": (
        "Trade has grown 70 percent, according to the head of the Leeds Chamber of Trade, Ann Lee.",
        "Ann Lee",
    ),
    "no place behind a name": (
        "Trade fell by 3 percent, according to Ann Lee, Leeds.",
        "Ann Lee",
    ),
    "a paper is no he": (
        'The Independent revealed that Jo Ray wanted three mills. "Three out of four is 1 good thing," he added.',
        "Jo Ray",
    ),
    "their version": (
        "The traders claim that the store was wet. According to their version, the oil burned 12 houses.",
        "traders",
    ),
    "call your senators": (
        "If you agree with the Mill Act, calls your senators and make them buy 12 mills, tweeted Ann Lee.",
        "Ann Lee",
    ),
    "commented with but": (
        "The sale is still on, but this lot has drawn 12 buyers, commented Jan Holm.",
        "Jan Holm",
    ),
    "quoted beside a name": (
        "Ann Lee said that she trusted the mayor of Leeds, who is a “fighter” of 50.",
        "Ann Lee",
    ),
    "on somebody": (
        "Jan Holm on Samuel Lindner: “He wrote three novels in Leeds in 1922.”",
        "Jan Holm",
    ),
    "when it met": (
        "When the IOC said it would hold 200 checks, it also announced that 12 runners would be tested.",
        "IOC",
    ),
    "she and another": (
        "Jan Holm and his wife, Ann Lee, said the flat cost 3,000 euros.",
        "Jan Holm and Ann Lee",
    ),
    "with one of two declaring": (
        "Jan Holm and his rival Bo Ray were parted in 2012, with Ray declaring: “He should have stopped it in time.”",
        "Bo Ray",
    ),
    "initials at the end": (
        "The average birthrate in Leeds fell to 1.8 children per couple, according to the U.N.",
        "U.N.",
    ),
    "a name in front of a headline": (
        "Ann Lee: The bridge in Leeds cost 3 million\n\nThe bridge is 300 years old.",
        "Ann Lee",
    ),
    "behind a predicate with a clause inside": (
        "An older species, which belongs to a group of gulls, lived in Leeds, says the Leeds-based ranger Ann Lee.",
        "Ann Lee",
    ),
    "who assures": (
        "The bridge in Leeds will be done by the end of 2024, assures Mr. Holm.",
        "Holm",
    ),
    "who deplores": (
        "The strikes in Leeds cost 3 million euros, deplores the UNOSTRA.",
        "UNOSTRA",
    ),
    "as for another": (
        "Bo Ray praised the deal. As for Jan Holm, he said the deal cost 3 million euros.",
        "Jan Holm",
    ),
    "named in apposition": (
        "Holm's rival on the board, the prime minister Ann Lee, explained that the board met in 2010.",
        "Ann Lee",
    ),
    "a spokesman for a mister": (
        "Kate Holm left. A spokesman for Mr Holm said the plan cost 3 million euros in 2019.",
        "spokesman for Mr Holm",
    ),
    "open where the paragraph ends": (
        '"The hall in Leeds is old," says Ann Lee.\n\n"We began in 2019. The city paid 300,000 euros.'
        '\n\nThe roof is made of copper," says Jan Holm.',
        "Jan Holm",
    ),
}
