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
