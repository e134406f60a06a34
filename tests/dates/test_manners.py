"""Passages in the manner of three kinds of text: news wire, business news, histories of wars.

The values were written down before the tagger was asked.
"""

from datetime import date

import pytest

from analysis.dates import tag
from analysis.text import split

WIRE = date(2013, 3, 22)  # a Friday
BUSINESS = date(2009, 2, 11)  # a Wednesday
HISTORY = date(2011, 9, 5)  # late: nothing in a history counts from it

NEWS = [
    ("The ferry sank late Tuesday, police said.", "2013-03-19"),
    ("He has been in jail since early 2011.", "2011"),
    ("By mid-2012 the plant was idle.", "2012"),
    ("Prices rose in mid-March.", "2013-03"),
    ("She was hurt early this week.", "2013-W12"),
    ("The bill passed late last year.", "2012"),
    ("The minister resigned late last month.", "2013-02"),
    ("A verdict is expected later this week.", "2013-W12"),
    ("The court ruled earlier this month.", "2013-03"),
    ("The rebels will vote sometime next week.", "2013-W13"),
    ("Two thieves were caught overnight.", "2013-03-21TNI"),
    ("Snow fell over the weekend.", "2013-W11-WE"),
    ("The team will play this weekend.", "2013-W12-WE"),
    ("Talks resumed on Wednesday night.", "2013-03-20TNI"),
    ("The suspect was seen early Thursday morning.", "2013-03-21TMO"),
    ("Voters go to the polls next Sunday.", "2013-03-24"),
    ("He died in a crash a week ago.", "2013-W11"),
    ("It began a year and a half ago.", "2011-09"),
    ("The town was flooded a decade ago.", "2003"),
    ("The church was built a century ago.", "1913"),
    ("She left half a century ago.", "1963"),
    ("Ten years ago this week the war began.", "2003-W12"),
    ("Two years ago Friday the reactor failed.", "2011-03-22"),
    ("The sentence was cut a few days ago.", "PAST_REF"),
    ("The strike lasted a year or two.", "P1Y"),
    ("He spent two or three months abroad.", "P2M"),
    ("It takes four to six weeks.", "P4W"),
    ("The 10-day trip ends here.", "P10D"),
    ("A three-and-a-half-year ban was imposed.", "P3Y6M"),
    ("They waited two-and-a-half hours.", "PT2H30M"),
    ("A six-month-long siege is over.", "P6M"),
    ("He ran it for nearly two decades.", "P2E"),
    ("It was the coldest day in half a century.", "P50Y"),
    ("The line has been closed for three-quarters of an hour.", "PT45M"),
    ("The tests took an hour and a half.", "PT1H30M"),
    ("Police held him for 48 hours.", "PT48H"),
    ("He waited for an additional year.", "P1Y"),
    ("It can be done in under an hour.", "PT1H"),
    ("The pause lasted another two weeks.", "P2W"),
    ("The 1980s were hard.", "198"),
    ("In the mid-1990s she left.", "199"),
    ("Jobs were lost in the late '80s.", "198"),
    ("The mid-to-late 1990s were better.", "199"),
    ("In the early part of the 20th century it was a village.", "19"),
    ("The mosque is from the mid-18th century.", "17"),
    ("A late-19th-century house burnt down.", "18"),
    ("It rains almost every day.", "P1D"),
    ("The council meets every other week.", "P2W"),
    ("Families gather each spring.", "XXXX-SP"),
    ("They train on Tuesdays and Thursdays.", "XXXX-WXX-2 XXXX-WXX-4"),
    ("He calls every Sunday night.", "XXXX-WXX-7TNI"),
    ("Trains run every 15 minutes.", "PT15M"),
    ("It is tested three times a year.", "P1Y"),
    ("An annual report said so.", ""),
    ("These days few come.", "PRESENT_REF"),
    ("At present there is no plan.", "PRESENT_REF"),
    ("At the moment nobody knows.", "PRESENT_REF"),
    ("The region was once rich; nowadays it is poor.", "PRESENT_REF"),
    ("In recent months the raids have grown.", "PXM"),
    ("In the coming weeks more will follow.", "PXW"),
    ("For years nobody asked.", "PXY"),
    ("For decades the border was open.", "PXE"),
    ("The fire burned for days.", "PXD"),
    ("Within hours the city had fallen.", "PTXH"),
    ("He was arrested at 3 a.m. on Thursday.", "2013-03-21T03:00"),
    ("The quake hit at 10:42 a.m. local time (0242 GMT).", "2013-03-22T10:42 2013-03-22T02:42Z"),
    ("Polls close at 7:30 p.m. today.", "2013-03-22T19:30"),
    ("The ship left at midnight.", "2013-03-22T24:00"),
    ("Shots rang out around noon Wednesday.", "2013-03-20T12:00"),
    ("Shortly before 6 pm on 14 March a bomb exploded.", "2013-03-14T18:00"),
    ("The meeting is at half past eight.", "2013-03-22T08:30"),
    ("On the morning of March 11 the sea rose.", "2013-03-11TMO"),
    ("On Sunday, March 17th, they met.", "2013-03-17"),
    ("It opened on the first of March.", "2013-03-01"),
    ("It opened on March first.", "2013-03-01"),
    ("On 20th March a deal was struck.", "2013-03-20"),
    ("In the week of March 4 two ships came.", "2013-W10"),
    ("In the year to February prices rose.", "P1Y 2013-02"),
    ("The 2012 Olympics were in London.", "2012"),
    ("The 2010-2012 drought was worse.", "2010 2012"),
    ("Between 2008 and 2012 it doubled.", "2008 2012"),
    ("From January to March sales fell.", "2013-01 2013-03"),
    ("He led it from 1999-2004.", "1999 2004"),
    ("MONDAY, MARCH 18, 2013 WAS COLD.", "2013-03-18"),
    ("IT FELL LAST WEEK AND TWO YEARS AGO.", "2013-W11 2011"),
    ("Sales fell in Feb. and rose in Jan. 2013.", "2013-02 2013-01"),
    ("By year's end the troops will be gone.", "2013"),
    ("The law takes effect at the start of next year.", "2014"),
    ("By the end of 2014 all will leave.", "2014"),
    ("By the end of the decade it will be gone.", "201"),
    ("On New Year's Day they met.", "2013-01-01"),
    ("The shop shut on Christmas Eve.", "2012-12-24"),
    ("The bombs of 9/11 are remembered.", "2001-09-11"),
    ("Tuesday's vote and last week's ruling upset him.", "2013-03-19 2013-W11"),
    ("This year's harvest beat 2012's.", "2013 2012"),
    ("It is his first win in four years.", "P4Y"),
    ("Work goes on around the clock.", ""),
    ("Schools are open Monday through Friday.", "2013-03-18 2013-03-22"),
    ("He won in the prior year.", "2012"),
    ("It fell 3% from the prior month.", "2013-02"),
    ("In the month before, two had died.", "2013-02"),
    ("This past weekend it snowed.", "2013-W11-WE"),
    ("This past Tuesday it snowed.", "2013-03-19"),
    ("Next month and next year look better.", "2013-04 2014"),
    ("In the next few months it will grow.", "PXM"),
    ("Over the next two decades seas will rise.", "P2E"),
    ("The fossil is 65 million years old.", ""),
    ("Millions of years ago it was a sea.", "PAST_REF"),
    ("About 4,500 years ago a tomb was built.", "BC2487"),
    ("He has been ill for some time.", "PXX"),
    ("For the past year and a half he was abroad.", "P1Y6M"),
    ("Two and a half years later he was freed.", "P2Y6M"),
    ("It took 2½ hours.", "PT2H30M"),
    ("It took 2 1/2 hours.", "PT2H30M"),
    ("He served 12- to 18-month terms.", "P18M"),
    ("The five-day, 10-hour strikes hurt.", "P5D PT10H"),
    ("The 18-month-old boy was saved.", ""),
    ("The 3-month-old coalition broke up.", "P3M"),
    ("It lasted the whole day.", "P1D"),
    ("A vote was set for later in the day.", "2013-03-22"),
    ("The storm will pass by late Saturday.", "2013-03-23"),
    ("Rain is likely on Saturday and Sunday.", "2013-03-23 2013-03-24"),
    ("The trial starts Monday.", "2013-03-25"),
    ("The march is planned for Sunday.", "2013-03-24"),
    ("The vote, scheduled for April 14, was put off.", "2013-04-14"),
    ("The ministers meet again on 4 April.", "2013-04-04"),
    ("He was born on April 4, 1953.", "1953-04-04"),
    ("He was released on Feb. 3.", "2013-02-03"),
    ("By September he was back.", "2012-09"),
    ("Parliament will be dissolved in May.", "2013-05"),
    ("The dam burst last August.", "2012-08"),
    ("Last March it was dry.", "2012-03"),
    ("Next January the law expires.", "2014-01"),
    ("It was the wettest January since 1910.", "2013-01 1910"),
    ("It was the coldest March 22 on record.", "2013-03-22"),
    ("The February 22 blast killed 17.", "2013-02-22"),
    ("The Feb. 14, 2010, vote was rigged.", "2010-02-14"),
    ("Thanksgiving 2012 was quiet.", "2012-11-22"),
    ("He spoke on New Year's Eve.", "2012-12-31"),
    ("On Valentine's Day he came home.", "2013-02-14"),
    ("On Easter Sunday shops are shut.", "2013-03-31"),
    ("On Good Friday 1998 a deal was made.", "1998-04-10"),
    ("On Halloween they ran.", "2012-10-31"),
    ("On the Fourth of July they sang.", "2012-07-04"),
    ("On Labor Day it rained.", "2012-09-03"),
    ("Since independence day on 14 August 1947 four wars were fought.", "1947-08-14"),
    ("The 21st century will be hotter.", "20"),
    ("At the turn of the 20th century it was rich.", "19"),
    ("In the 2000s and 2010s it grew.", "200 201"),
    ("In the Eighties they left.", "198"),
    ("She is in her late 20s.", ""),
    ("It was 20 degrees in the 60s.", "196"),
    ("The May 4 poll and the May poll differ.", "2013-05-04 2013-05"),
    ("Police were called at 11.30pm on Friday.", "2013-03-22T23:30"),
    ("It happened at 0900 GMT (2 p.m. local time).", "2013-03-22T09:00Z 2013-03-22T14:00"),
    ("It happened between 2 p.m. and 4 p.m. on Monday.", "2013-03-18T14:00 2013-03-18T16:00"),
    ("It happened at 2:15 a.m.", "2013-03-22T02:15"),
    ("At 9 o'clock in the morning they met.", "2013-03-22T09:00"),
    ("It began at eight in the evening.", "2013-03-22T20:00"),
    ("It came late in the afternoon on Thursday.", "2013-03-21"),
    ("He spoke Thursday morning and Thursday afternoon.", "2013-03-21TMO 2013-03-21TAF"),
    ("The night before, he had slept well.", "2013-03-21TNI"),
    ("Yesterday evening and tomorrow morning differ.", "2013-03-21TEV 2013-03-23TMO"),
    ("The past few days were calm.", "PXD"),
    ("In past years it was worse.", "PAST_REF"),
    ("In years past it was worse.", "PAST_REF"),
    ("In years to come it will be worse.", "FUTURE_REF"),
    ("In the days ahead we will see.", "FUTURE_REF"),
    ("In the years that followed he wrote books.", "PXY"),
    ("In the weeks after the vote he hid.", "PXW"),
    ("In the months since the coup he hid.", "PXM"),
    ("In the days leading up to the vote he hid.", "PXD"),
    ("A few weeks later he was dead.", "PXW"),
    ("He died several months later.", "PXM"),
    ("In as little as two weeks it spread.", "P2W"),
    ("Within the last 24 hours three died.", "P1D"),
    ("On a daily basis he runs.", "P1D"),
    ("It is done day after day.", ""),
    ("Year after year it rises.", ""),
    ("Every two to three years it floods.", "P2Y"),
    ("Every few weeks it floods.", "PXW"),
    ("Twice-weekly flights resumed.", "P1W"),
    ("He calls twice per month.", "P1M"),
    ("It costs $500 per person per year.", "P1Y"),
    ("It costs $20,000 annually.", "P1Y"),
    ("The twice-yearly show is back.", ""),
    ("The once-a-decade meeting opened.", "P1E"),
    ("The five-times-a-week show is back.", "P1W"),
    ("It opened for business in nineteen eighty.", "1980"),
    ("Back in 2009, he was mayor.", "2009"),
    ("The class of 2008 met.", "2008"),
    ("Agenda 2030 was passed.", "2030"),
    ("He ran from 2004 until early this year.", "2004 2013"),
    ("It ran from 2004 to the present.", "2004 PRESENT_REF"),
    ("Until recently it was open.", "PAST_REF"),
    ("Up to now none came.", "PRESENT_REF"),
    ("As of Friday none came.", "2013-03-22"),
    ("From now on none will come.", "PRESENT_REF"),
    ("So far this year ten came.", "2013"),
    ("Sept. 11, 2001, changed it.", "2001-09-11"),
    ("In spring 2011 and fall 2012 it rose.", "2011-SP 2012-FA"),
    ("In early spring it rose.", "2013-SP"),
    ("By late summer it fell.", "2012-SU"),
    ("This winter was mild.", "2012-WI"),
    ("This summer will be hot.", "2013-SU"),
    ("Next fall he will run.", "2013-FA"),
    ("Last winter was cold.", "2012-WI"),
    ("The winter of 2012-13 was cold.", "2012-WI"),
    ("The 2012-13 season was good.", "2012 2013"),
    ("The 1948 Arab-Israeli war and the 1967 war are recalled.", "1948 1967"),
    ("The pre-2003 border is shut.", "2003"),
    ("The post-1991 order is gone.", "1991"),
    ("In 2011/12 it fell.", "2011 2012"),
    ("A ten-year-old plan was revived.", ""),
    ("A decade-long war ended.", "P1E"),
    ("The decade-old law was revised.", "P1E"),
    ("Centuries-old trees fell.", "PXC"),
    ("Years-long talks failed.", "PXY"),
    ("The day-long talks failed.", "P1D"),
    ("The weeklong trip ended.", "P1W"),
    ("The yearlong trip ended, and the monthlong one.", "P1Y P1M"),
    ("The daylong talks failed.", "P1D"),
    ("The hourlong talks failed.", "PT1H"),
    ("Two-day-old bread was sold.", "P2D"),
    ("The fortnight-long event ended.", "P2W"),
    ("He spent a fortnight there.", "P2W"),
    ("He spent a weekend there.", ""),
    ("He waits a few moments.", ""),
    ("He comes once in a while.", ""),
    ("He will be back one day.", "FUTURE_REF"),
    ("One day in 1999 he left.", "1999"),
]
MONEY = [
    ("Profit rose in the fourth quarter.", "2008-Q4"),
    ("Sales fell in the first quarter of 2008.", "2008-Q1"),
    ("Q4 2008 revenue was flat.", "2008-Q4"),
    ("Revenue for 4Q08 was flat.", "2008-Q4"),
    ("Fourth-quarter profit fell.", "2008-Q4"),
    ("The firm lost money in the final three months of 2008.", "P3M"),
    ("The loss was $3 in the three months ended December 31.", "P3M 2008-12-31"),
    ("In the 2008 fourth quarter it earned more.", "2008-Q4"),
    ("In the second half of 2008 orders dried up.", "2008-H2"),
    ("H1 2008 was good.", "2008-H1"),
    ("The first half of last year was good.", "2008-H1"),
    ("In fiscal 2008 it made a profit.", "2008"),
    ("FY09 guidance was cut.", "2009"),
    ("The current fiscal year ends in June.", "2009 2009-06"),
    ("The maker will cut 10,000 jobs this year.", "2009"),
    ("Shares closed at $9 on Tuesday.", "2009-02-10"),
    ("The plane was delivered on 15 October 2007.", "2007-10-15"),
    ("The plane flew in October, 2007.", "2007-10"),
    ("The order is the largest in the past five years.", "P5Y"),
    ("It is the first monthly fall in six years.", "P1M P6Y"),
    ("Year-on-year sales fell.", ""),
    ("The index fell to a 12-year low.", "P12Y"),
    ("January's figures were worse than December's.", "2009-01 2008-12"),
    ("Deliveries will start in the third quarter of next year.", "2010-Q3"),
    ("Deliveries are set to begin in early 2010.", "2010"),
    ("The phone goes on sale on June 19.", "2009-06-19"),
    ("The chief executive took over in August last year.", "2008-08"),
    ("The company, founded in 1908, is in debt.", "1908"),
    ("The stock has lost a third of its value over the last month.", "P1M"),
    ("Weekly claims rose.", "P1W"),
    ("Quarterly results are due on Thursday.", "2009-02-12"),
    ("It has until March 31 to present a plan.", "2009-03-31"),
    ("Markets were closed on Monday for a holiday.", "2009-02-09"),
    ("Since last autumn the yen has risen.", "2008-FA"),
    ("The loan must be repaid by the end of March.", "2009-03"),
    ("The jet will enter service in late 2010 or early 2011.", "2010 2011"),
    ("Trading was halted this afternoon.", "2009-02-11TAF"),
    ("The firm cut 5% of its jobs six months ago.", "2008-08"),
    ("The strike is now in its third week.", "PRESENT_REF"),
    ("On February 9, 2009, Wikinews wrote it.", "2009-02-09"),
    ("Wednesday, February 11, 2009\n\nA factory in Toulouse was shut.", "2009-02-11"),
    ("More than 18 months later the plane flew.", "P18M"),
    ("Sales in the same period a year earlier were higher.", "2008"),
    ("Net income rose from the year-earlier period.", "2008"),
    ("In the latest quarter it lost money.", "2008-Q4"),
    ("The 24-hour strike ended.", "PT24H"),
    ("In Q4, sales fell.", "2008-Q4"),
    ("Profit fell in last year's fourth quarter.", "2008-Q4"),
    ("In the year-ago quarter it earned $2.", "2007-Q4"),
    ("It earned less than in the prior-year quarter.", "2007-Q4"),
    ("Orders fell in the previous quarter.", "2008-Q4"),
    ("Last quarter it lost money.", "2008-Q4"),
    ("Next quarter will be better.", "2009-Q2"),
    ("This quarter will be worse.", "2009-Q1"),
    ("The current quarter will be worse.", "2009-Q1"),
    ("Sales for the full year fell.", "2008"),
    ("For all of 2008 it lost $3.", "2008"),
    ("For the year ended 31 December 2008 it lost $3.", "P1Y 2008-12-31"),
    ("For the nine months to September 30 it lost $3.", "P9M 2008-09-30"),
    ("The first three months of 2009 will be hard.", "P3M"),
    ("In the first two months of the year it fell.", "P2M"),
    ("It is due in the middle of 2010.", "2010"),
    ("It is due in mid 2010.", "2010"),
    ("By year-end 2009 it will close.", "2009"),
    ("By the end of this year it will close.", "2009"),
    ("At the end of last month it closed.", "2009-01"),
    ("Over the past 12 months it fell by half.", "P12M"),
    ("The bond falls due in 10 years.", "2019"),
    ("The 30-year bond rose.", "P30Y"),
    ("The two-year-old firm is sold.", ""),
    ("Data for December were revised.", "2008-12"),
    ("The December-January period was weak.", "2008-12 2009-01"),
    ("From October through December it lost $3.", "2008-10 2008-12"),
    ("It shut for the week of February 2.", "2009-W06"),
    ("The A380 first flew on 27 April 2005.", "2005-04-27"),
    ("The Dow fell on Wednesday, 15 October.", "2008-10-15"),
    ("Shares fell to $3 in after-hours trading.", ""),
    ("GM said on February 17 it would need more.", "2009-02-17"),
    ("The 787 and the 747 are planes.", ""),
    ("In 1Q 2009 and 2Q09 it fell.", "2009-Q1 2009-Q2"),
    ("January 2009 sales fell from January 2008.", "2009-01 2008-01"),
    ("Sales fell year over year.", ""),
    ("Same-store sales fell for the third month in a row.", ""),
    ("At 10:30 a.m. EST the Dow was down.", "2009-02-11T10:30"),
    ("By midday the index was down.", "2009-02-11T12:00"),
]
WARS = [
    (
        "On 3 March 1940 the army crossed the river. The next day it took the town. By June the"
        " front had collapsed.",
        "1940-03-03 1940-03-04 1940-06",
    ),
    (
        "In the autumn of 1941 the advance slowed. That winter was the hardest. The following"
        " spring the lines held.",
        "1941-FA 1941-WI 1942-SP",
    ),
    (
        "On 6 June 1944 troops landed. On the morning of 7 June they linked up. Three days later a"
        " harbour was ready.",
        "1944-06-06 1944-06-07TMO 1944-06-10",
    ),
    (
        "The siege began on 8 September 1941. It lasted 872 days. In January 1943 a corridor was"
        " opened, and a year later it was lifted.",
        "1941-09-08 P872D 1943-01 1944",
    ),
    (
        "War broke out in April 1861. In July the armies met. In early 1862 the fleet sailed.",
        "1861-04 1861-07 1862",
    ),
    (
        "In the 1930s tensions rose. In July 1937 shots were fired at the bridge. By December the"
        " capital had fallen. In the following months the army moved inland.",
        "193 1937-07 1937-12 PXM",
    ),
    (
        "On the night of 9 August 1942 cruisers struck. Early the next morning they withdrew.",
        "1942-08-09TNI 1942-08-10TMO",
    ),
    (
        "In 490 BC the fleet came to Marathon. Ten years later it came back. In August 480 BC the"
        " pass fell.",
        "BC0490 BC0480 BC0480-08",
    ),
    (
        "The war lasted from 431 to 404 BC. In the winter of 430 BC a plague broke out.",
        "BC0431 BC0404 BC0430-WI",
    ),
    ("In 73 BC slaves fled to the mountain.", "BC0073"),
    (
        "The armistice was signed on 27 July 1953. Two months earlier talks had failed. The same"
        " year the prisoners came home.",
        "1953-07-27 1953-05 1953",
    ),
    (
        "On 22 September 1980 planes attacked. Within a week the city was surrounded. On 24 October"
        " it fell. The stalemate lasted until March 1982.",
        "1980-09-22 P1W 1980-10-24 1982-03",
    ),
    (
        "From 10 to 12 May 1940 paratroops held the bridges. On the 14th the port was bombed. The"
        " army gave up the day after.",
        "1940-05-10 1940-05-12 1940-05-14 1940-05-15",
    ),
    (
        "In late December 1979 tanks crossed the border. In January they held the cities. By 1985"
        " more than 100,000 men were there. The last left on 15 February 1989.",
        "1979-12 1980-01 1985 1989-02-15",
    ),
    ("By the end of the 19th century the khanates were gone.", "18"),
    ("Between 1839 and 1842 the first war was fought.", "1839 1842"),
    (
        "He was crowned in 1747. During the next 25 years he raided the plains. He died in 1772.",
        "1747 P25Y 1772",
    ),
    (
        "In mid-July 1919 the border was quiet. In late August a treaty was signed.",
        "1919-07 1919-08",
    ),
    (
        "At 05:30 on 10 November 1942 the guns opened fire. At dawn the infantry moved. By nightfall"
        " they were through. At 11:00 the town gave up.",
        "1942-11-10T05:30 1942-11-10TMO 1942-11-10TNI 1942-11-10T11:00",
    ),
    (
        "On 1 July 1916 the battle opened. At 7:30 am the whistles blew. That evening the count"
        " began.",
        "1916-07-01 1916-07-01T07:30 1916-07-01TEV",
    ),
    (
        "In the spring of 1918 the attack came. By summer it was spent. In the autumn the army"
        " fell back. On 11 November the guns stopped.",
        "1918-SP 1918-SU 1918-FA 1918-11-11",
    ),
    (
        "On 30 April 1975 the palace fell. Earlier that month the president had fled. Two years"
        " before, peace had been signed.",
        "1975-04-30 1975-04 1973",
    ),
    ("On Sunday 7 December 1941 the harbour was bombed.", "1941-12-07"),
    ("The mid-1960s saw more raids. At the end of the decade they stopped.", "196 196"),
    ("In October of that year he fell.", "XXXX-10"),
    (
        "In 1946 a civil war began. In October of that year the north was lost. In the summer of"
        " the next year the army struck back.",
        "1946 1946-10 1947-SU",
    ),
    (
        "On 19 March 2003 bombing began. Two days later troops crossed. Three weeks later the city"
        " fell. On 1 May the end of major combat was declared.",
        "2003-03-19 2003-03-21 2003-W15 2003-05-01",
    ),
    (
        "The rising began in February 1846. Within nine days it was crushed. In November the free"
        " city was annexed.",
        "1846-02 P9D 1846-11",
    ),
    ("From 1954 to 1962, for eight years, the war went on.", "1954 1962 P8Y"),
    (
        "By early 1865 the end was near. In March the siege lines thinned. On the 29th the last"
        " march began. On April 9 the general gave up.",
        "1865 1865-03 1865-03-29 1865-04-09",
    ),
    (
        "The 1962 war lasted a month. On 20 October the pass was attacked. A ceasefire came on 21"
        " November.",
        "1962 P1M 1962-10-20 1962-11-21",
    ),
    (
        "In 1971 millions fled. On the evening of 3 December planes struck. Thirteen days later the"
        " army gave up.",
        "1971 1971-12-03TEV 1971-12-16",
    ),
    (
        "Fighting went on throughout 1920. In August the river was crossed. The previous month the"
        " line had been reached.",
        "1920 1920-08 1920-07",
    ),
    ("In the 5th century BC the cities fought.", "BC04"),
    ("By 200 BC the league was weak.", "BC0200"),
    ("In AD 70 the city burnt.", "0070"),
    ("In 1219 the horsemen came; two years later nothing stood.", "1219 1221"),
    ("In 1571 a fleet was sunk. In 1683 the siege failed.", "1571 1683"),
    (
        "In June 1967 the war began. On June 5 planes struck. The war lasted six days.",
        "1967-06 1967-06-05 P6D",
    ),
    (
        "On August 2, 1990 tanks rolled in. Hours later the palace was taken. In the next days a"
        " blockade was set up. The air war began the following January.",
        "1990-08-02 PTXH PXD 1991-01",
    ),
    (
        "After the coup of July 1958 the king was dead. Ten years later, in July 1968, another"
        " party took power.",
        "1958-07 1968 1968-07",
    ),
    ("By the mid-1980s there were five million refugees.", "198"),
    (
        "On the 13th of September 1993 hands were shaken. That same month the first police came.",
        "1993-09-13 1993-09",
    ),
    (
        "In the first week of May 1915 the line broke. At the beginning of June the town was back.",
        "1915-W18 1915-06",
    ),
    ("The Great War of 1914–18 cost millions.", "1914 1918"),
    (
        "On 25–26 August 1914 they clashed. During the night of 26–27 August they fell back.",
        "1914-08-25 1914-08-26 1914-08-26TNI",
    ),
    (
        "On 1 September 1939 the army crossed the border. The same day cities were bombed. Two days later two powers declared war. Later that month the east was taken as well.",
        "1939-09-01 1939-09-01 1939-09-03 1939-09",
    ),
    (
        "In June 1950 tanks rolled south. Three days later the capital fell. In the early morning hours of 15 September troops landed. By the end of the month the city was retaken. In late October new troops crossed the river.",
        "1950-06 P3D 1950-09-15TMO 1950-09 1950-10",
    ),
    (
        "The battle was fought between 7 and 11 March 1862. The next morning the field was empty.",
        "1862-03-07 1862-03-11 1862-03-12TMO",
    ),
    (
        "In the spring and summer of 1943 the tide turned. In the first months of 1944 the army went west.",
        "1943-SP 1943-SU 1944",
    ),
    (
        "In May and June 1940 the front broke. On the night of 26–27 May boats came. At 1900 hours the order was given.",
        "1940-05 1940-06 1940-05-26TNI 1940-05-26T19:00",
    ),
    (
        "In winter 1941/42 the city starved. In late summer 1942 help came. By midnight on 8 September the line was held.",
        "1941-WI 1942-SU 1942-09-08T24:00",
    ),
    (
        "The siege of 1683 failed. On 12 September the relief came. For the next three days they chased the army. Fifteen years of war followed.",
        "1683 1683-09-12 P3D P15Y",
    ),
    (
        "Around 300 BC the kingdom was split. In the second half of the 3rd century BC it grew weak. In 247 BC rebels rose.",
        "BC0300 BC02 BC0247",
    ),
    (
        "In the 1840s raids were frequent. By the early 1850s they had ceased. In 1857 the sepoys rose. That May they took the city.",
        "184 185 1857 1857-05",
    ),
    ("On 14 April 1912 it sank. Early on 15 April ships came.", "1912-04-14 1912-04-15"),
    (
        "On 4 August 1914, at 11 p.m., the ultimatum ran out. By midday on 5 August troops were moving.",
        "1914-08-04 1914-08-04T23:00 1914-08-05T12:00",
    ),
    (
        "On 24 March 1999 the bombing began. It went on for 78 days. The month before, talks had failed. It ended on June 10.",
        "1999-03-24 P78D 1999-02 1999-06-10",
    ),
    (
        "In December 1941 the islands were attacked. In the following weeks the army fell back. In January 1942 the capital was given up, and on May 6 the last fort fell.",
        "1941-12 PXW 1942-01 1942-05-06",
    ),
    (
        "The ceasefire of 11 November 1918 ended it. A day earlier the emperor had fled. Seven months later a treaty was signed.",
        "1918-11-11 1918-11-10 1919-06",
    ),
    (
        "The country became free in 1960. Within days the army rose. In July a province broke away. In January of the following year its leader was shot.",
        "1960 PXD 1960-07 1961-01",
    ),
    (
        "The rebellion lasted from July 1936 until 1 April 1939. In November 1936 the capital was besieged. In the spring of the following year a town was bombed.",
        "1936-07 1939-04-01 1936-11 1937-SP",
    ),
    (
        "From June to November 1917 they fought. On 31 July the third battle began. Rain fell throughout August. On 6 November the village fell.",
        "1917-06 1917-11 1917-07-31 1917-08 1917-11-06",
    ),
    (
        "On 5–6 June 1967 the airfields burned. By 10 June it was over. In 1973 war came again. On 6 October, at 14:00, guns fired.",
        "1967-06-05 1967-06-06 1967-06-10 1973 1973-10-06 1973-10-06T14:00",
    ),
    (
        "By the autumn of 1998 a quarter of a million had fled. Peace talks opened on 6 February. On 20 March they broke down; four days later the bombing started.",
        "1998-FA 1999-02-06 1999-03-20 1999-03-24",
    ),
    (
        "The king reigned from 1747 to 1772. Half a century later his heirs lost the throne.",
        "1747 1772 P50Y",
    ),
    (
        "On the afternoon of 18 June 1815 the guard attacked. By evening it was beaten. Four days later the emperor gave up.",
        "1815-06-18TAF 1815-06-18TEV 1815-06-22",
    ),
    (
        "In mid-1944 the offensive opened. At the start of August the rising began. After 63 days it was put down.",
        "1944 1944-08 P63D",
    ),
    (
        "At the beginning of 1943 they were cut off. At the end of January they gave up. By the middle of March the front was stable.",
        "1943 1943-01 1943-03",
    ),
    (
        "The last raid was on the evening of 21 April 1918. The following afternoon he was buried.",
        "1918-04-21TEV 1918-04-22TAF",
    ),
    (
        "War was declared on 8 August 1945. That night tanks crossed. Six days later it was over. The day after, the orders came.",
        "1945-08-08 1945-08-08TNI 1945-08-14 1945-08-15",
    ),
    (
        "The emperor died in 1707. In the decades that followed the realm broke up. In 1739 the capital was sacked. Twenty-two years later, on 14 January 1761, a great battle was fought.",
        "1707 PXE 1739 1761 1761-01-14",
    ),
]


def values(text, published):
    return [row.value for row in tag(text, split(text), published=published)]


@pytest.mark.parametrize(("text", "expected"), NEWS, ids=lambda v: v[:40])
def test_news(text, expected):
    assert values(text, WIRE) == expected.split()


@pytest.mark.parametrize(("text", "expected"), MONEY, ids=lambda v: v[:40])
def test_business(text, expected):
    assert values(text, BUSINESS) == expected.split()


@pytest.mark.parametrize(("text", "expected"), WARS, ids=lambda v: v[:40])
def test_history(text, expected):
    assert values(text, HISTORY) == expected.split()


@pytest.mark.parametrize(("text", "expected"), WARS, ids=lambda v: v[:40])
def test_history_without_publication(text, expected):
    assert values(text, None) == expected.split()
