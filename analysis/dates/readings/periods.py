"""Readings of quarters, halves, seasons and the periods that companies and budgets speak of."""

from analysis.dates.anchors import Anchored, base, reference_day, year_bc_of
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.intervals import interval, quarter_value, unit_value
from analysis.dates.readings.amounts import spoken_year, unit_of
from analysis.dates.readings.explicit import day_number, month, month_number, named_year
from analysis.dates.readings.hijri import SOLAR_YEARS, solar_season_of
from analysis.dates.readings.years import century_number
from analysis.dates.tokens import value_of, word_list


def _year_here(match: Match, context: Context) -> Anchored | None:
    """The year in "of the year": of the reference in a history, else of the publication."""
    found = base(context)
    return Anchored(found[0].year, found[1]) if found else None


def _quarter_year(match: Match, context: Context) -> Anchored | None:
    year = named_year(match, context)
    if year:
        return year
    if match.has("y2"):
        return Anchored(int(match.words("y2")[0]), "explicit")
    return _year_here(match, context) if match.has("t") else None


def quarter(match: Match, context: Context) -> list[Reading] | None:
    """Read "the third quarter", with or without a year."""
    word = match.words("o")[0]
    digits = word.rstrip("stndrh")
    number = int(digits) if digits.isdigit() else int(value_of("ordinal", word) or 4)
    if not 1 <= number <= 4 or (word == "last" and not match.has("y")):
        return None
    if number == 1 and match.before() in ("a", "one", "their") and not match.has("y"):
        return None
    year = _quarter_year(match, context)
    if year:
        told = match.get("r").split()[:1] != [
            "last"
        ]  # last year's quarter is what is compared with
        value = quarter_value(year.year, number)
        return [Reading("DATE", value, anchor=year.anchor, refers=told)]
    anchored = base(context)
    if anchored is None:
        return [Reading("DATE", f"XXXX-Q{number}")]
    anchor, source = anchored
    if match.has("b"):
        value = quarter_value(anchor.year - 1, number)
        return [Reading("DATE", value, anchor=source, refers=False)]
    here = (anchor.month + 2) // 3
    spoken = match.rule == "quarter" and match.before() in ("in", "by", "until", "during")
    if spoken and number < here and tense(match.tokens, match.first, match.last) == "future":
        return [Reading("DATE", quarter_value(anchor.year + 1, number), anchor=source)]
    ahead = number > here
    begins = match.has("f") or tense(match.tokens, match.first, match.last) != "future"
    shift = -1 if ahead and begins and number - (anchor.month + 2) // 3 > 1 else 0
    return [Reading("DATE", quarter_value(anchor.year + shift, number), anchor=source)]


def quarter_pair(match: Match, context: Context) -> list[Reading] | None:
    """Read "the second and fourth quarters of 2012": two quarters of a year."""
    found = _quarter_year(match, context)
    if found is None and not match.has("r"):
        found = _year_here(match, context)
    numbers = [day_number(match.words(name)) or 0 for name in "op"]
    if not all(1 <= number <= 4 for number in numbers):
        return None
    head, anchor = (f"{found.year:04d}", found.anchor) if found else ("XXXX", None)
    values = [f"{head}-Q{number}" for number in numbers]
    return [
        Reading("DATE", values[0], anchor=anchor, last=match.groups["o"][1]),
        Reading("DATE", values[1], anchor=anchor, first=match.groups["p"][0]),
    ]


def quarter_of_months(match: Match, context: Context) -> list[Reading] | None:
    """Read "the October-December quarter": the quarter of these months, the last one told."""
    first, last = month_number(match, "m"), month_number(match, "n")
    if first is None or last is None or (first % 3, last - first) != (1, 2):
        return None
    number = last // 3
    if match.has("y"):
        return [Reading("DATE", f"{match.get('y')}-Q{number}", anchor="explicit")]
    anchored = base(context)
    if anchored is None:
        return [Reading("DATE", f"XXXX-Q{number}")]
    anchor, source = anchored
    year = anchor.year - (number > (anchor.month + 2) // 3)
    return [Reading("DATE", quarter_value(year, number), anchor=source)]


def quarters(match: Match, context: Context) -> list[Reading] | None:
    """Read "the first two quarters of 1990": a half of the year."""
    year = _quarter_year(match, context)
    if year is None or match.get("n") != "two":
        return None
    half = 1 if match.get("a") == "first" else 2
    return [Reading("DATE", f"{year.year:04d}-H{half}", anchor=year.anchor)]


def _last_quarter(context: Context) -> str | None:
    """The quarter spoken of: the last one named, else the last one complete."""
    if context.quarter:
        return context.quarter
    if context.published is None:
        return None
    return quarter_value(context.published.year, (context.published.month + 2) // 3 - 1)


def _speaks_of_results(match: Match) -> bool:
    """Whether the sentence reports business results."""
    tokens = match.tokens
    return any(tokens.word(index) in word_list("business") for index in range(len(tokens.spans)))


def latest_period(match: Match, context: Context) -> list[Reading] | None:
    """Read "the latest quarter", "the period": the quarter that the report is about."""
    word, unit = match.get("a"), match.get("u")
    if unit == "half":
        return None
    if word.startswith("current") and unit == "quarter" and context.published:
        value = quarter_value(context.published.year, (context.published.month + 2) // 3)
        return [Reading("DATE", value, anchor="published")]
    if unit == "period" or word == "same":
        if word == "same" and context.reference:
            return [Reading("DATE", context.reference, anchor="text", refers=False)]
        if word != "latest" or not context.quarter:
            return None
    ended = match.after() in ("ended", "ending")
    if not word and not (context.quarter or ended or _speaks_of_results(match)):
        return None
    if not word and match.tokens.word(match.first) != "the" and match.after() != "ended":
        return None
    ended_in = _quarter_ended(match, context)
    value = ended_in or _last_quarter(context)
    anchor = "text" if context.quarter else "published"
    told = context.quarter is None or not ended_in  # a company's own quarter stays the one told
    return [Reading("DATE", value, anchor=anchor, refers=told)] if value else None


def _quarter_ended(match: Match, context: Context) -> str | None:
    """Read "the quarter ended July 31": the calendar quarter that holds most of it."""
    if match.after() not in ("ended", "ending") or context.published is None:
        return None
    month = value_of("month", match.after(1)) or value_of("shy_month", match.after(1))
    if not month:
        return None
    year = context.published.year - (int(month) > context.published.month)
    return quarter_value(year, (int(month) + 1) // 3 or 4) if int(month) > 1 else None


def year_earlier(match: Match, context: Context) -> list[Reading] | None:
    """Read "the year-earlier quarter": the quarter told, a year before."""
    unit = match.get("u")
    if match.has("b") and not (unit and (match.has("y") or match.has("r") or match.has("e"))):
        return None
    if unit == "half":
        return None
    business = unit == "period" or match.tokens.word(match.last - 2) == "-"
    business = business or _speaks_of_results(match)
    if unit == "quarter" or (context.quarter and business and not context.months_told):
        value = _last_quarter(context)
        if value is None:
            return None
        year = int(match.words("y")[0]) if match.has("y") else int(value[:4]) - 1
        if match.has("r") and context.published and not context.narrative:
            year = context.published.year - 1
        return [Reading("DATE", f"{year:04d}{value[4:]}", anchor="text", refers=False)]
    known = reference_day(context) if context.narrative or match.has("b") else context.published
    if match.has("y"):
        return [Reading("DATE", match.words("y")[0], anchor="explicit", refers=False)]
    if known is None:
        return None
    return [Reading("DATE", f"{known.year - 1:04d}", anchor="text", refers=False)]


def year_period(match: Match, context: Context) -> list[Reading] | None:
    """Read "the 1988 period", "last year's quarter"."""
    if match.get("u") == "period" and not _speaks_of_results(match):
        return None
    year: Anchored | None = None
    if match.has("y"):
        year = Anchored(int(match.words("y")[0]), "explicit")
    elif context.published:
        shift = -1 if match.has("r") else 0
        year = Anchored(context.published.year + shift, "published")
    if year is None:
        return None
    last = _last_quarter(context)
    if last and (match.get("u") == "quarter" or (context.quarter and not context.months_told)):
        value = f"{year.year:04d}{last[4:]}"
        return [Reading("DATE", value, anchor=year.anchor, refers=False)]
    if match.get("u") == "quarter":
        return None
    return [Reading("DATE", f"{year.year:04d}", anchor=year.anchor)]


def half(match: Match, context: Context) -> list[Reading] | None:
    """Read "the first half of 2024"; half of a decade or a century keeps its value, with a mod."""
    words = match.words("a")
    second = (words and words[0] in ("last", "second", "latter", "other")) or match.get("n") == "2"
    if match.has("p"):
        digits = match.words("p")[-1].rstrip("s")
        value = digits[:3] if len(digits) == 4 else f"19{digits[0]}"
        return [Reading("DATE", value, mod="END" if second else "START", anchor="explicit")]
    year = named_year(match, context) or (_year_here(match, context) if match.has("t") else None)
    if year is None or match.get("n") not in ("", "1", "2"):
        return None
    return [Reading("DATE", f"{year.year:04d}-H{2 if second else 1}", anchor=year.anchor)]


_LATE = frozenset(("last", "second", "latter", "other", "final", "closing", "third"))


def part_of_span(match: Match, context: Context) -> list[Reading] | None:
    """Read "the second half of December", "the first half of the 19th century": value and mod."""
    mod = "END" if match.words("k")[0] in _LATE else "START"
    if match.has("o"):
        number = century_number(match.words("o"))
        if not 1 <= number <= 30:
            return None
        value = f"BC{number - 1:02d}" if match.has("b") else f"{number - 1:02d}"
        return [Reading("DATE", value, mod=mod, anchor="explicit", refers=False)]
    if match.has("y") and not match.has("m"):
        return [Reading("DATE", match.get("y"), mod=mod, anchor="explicit")]
    if match.has("m"):
        return [reading._replace(mod=mod) for reading in month(match, context) or []] or None
    anchored, unit = base(context), unit_of(match.get("u"))
    if anchored is None or unit is None:
        return None
    value = unit_value(anchored[0], unit, {"last": -1, "next": 1}.get(match.get("t"), 0))
    return [Reading("DATE", value, mod=mod, anchor=anchored[1])] if value else None


def season(match: Match, context: Context) -> list[Reading] | None:
    """A season of a named or an anchored year."""
    name = match.get("s")
    code = value_of("season", name)
    if code is None:
        return None
    if match.has("y") and context.solar and int(match.words("y")[0]) in SOLAR_YEARS:
        return solar_season_of(int(match.words("y")[0]), code)
    if match.has("y") or match.has("r"):
        year = named_year(match, context)
        return [Reading("DATE", f"{year.year:04d}-{code}", anchor=year.anchor)] if year else None
    if match.has("w"):
        number = spoken_year(match.words("w"))
        return [Reading("DATE", f"{number:04d}-{code}", anchor="explicit")] if number else None
    bare = match.rule == "season_bare" or match.rule == "season" and name in ("fall", "spring")
    if bare and match.before() not in word_list("before_season"):
        return None
    spring = match.rule == "season_bare" and name == "spring"
    if spring and match.before() not in ("in", "by", "since", "until", "during"):
        return None
    found = _season_near(match, context, code)
    if match.rule == "season_part":
        found = [reading._replace(first=match.groups["s"][0]) for reading in found or []] or None
    return found


def seasons_year(match: Match, context: Context) -> list[Reading] | None:
    """Read "the spring and summer of 1943": two seasons of one year."""
    year, codes = int(match.get("y")), [value_of("season", match.get(name)) for name in "st"]
    before = codes[0] == "WI" or codes == ["FA", "SP"]
    first = Reading("DATE", f"{year - before:04d}-{codes[0]}", anchor="explicit")
    second = Reading("DATE", f"{year:04d}-{codes[1]}", anchor="explicit")
    return [
        first._replace(last=match.groups["s"][1]),
        second._replace(first=match.groups["t"][0]),
    ]


def _of_the_year_told(match: Match, context: Context, word: str) -> bool:
    """Whether a season is one of the bare year told: "in 1865 … the winter", "that winter"."""
    told = context.reference or ""
    if not context.narrative or len(told) != 4:
        return False
    here = (match.tokens.word(index) for index in range(match.first))
    return bool(word) or told.lstrip("0") in here


def _season_near(match: Match, context: Context, code: str) -> list[Reading] | None:
    """The season meant by "last summer", "this fall", "the winter"."""
    word = match.get("a")
    anchor = reference_day(context) if context.narrative else context.published
    source = "text" if context.narrative else "published"
    if word in ("last", "this", "next") and context.published:  # "last autumn", of whoever writes
        anchor, source = context.published, "published"
    if word in ("that", "same", "following") and context.reference:
        anchor, source = reference_day(context), "text"
    bc = year_bc_of(context)
    if bc and word in ("", "that", "same"):
        return [Reading("DATE", f"BC{bc:04d}-{code}", anchor="text")]
    if anchor is None:
        return [Reading("DATE", f"XXXX-{code}")]
    year = anchor.year
    if _of_the_year_told(match, context, word):
        shift = {"following": 1, "next": 1, "previous": -1, "last": -1}.get(word, 0)
        return [Reading("DATE", f"{year + shift:04d}-{code}", anchor=source)]
    ahead = match.before() in ("before", "by", "until")  # "to reach the river before winter"
    gone = (
        word in ("", "this")
        and not ahead
        and tense(match.tokens, match.first, match.last) != "future"
    )
    if code == "WI" and not ahead and (anchor.month <= 2 or gone and anchor.month <= 4):
        year -= 1
    span = interval(f"{year:04d}-{code}")
    if span is None:
        return None
    if word in ("last", "past", "previous") and span.end >= anchor:
        year -= 1
    elif word in ("next", "coming", "following") and span.start <= anchor:
        year += 1
    elif not word and not context.narrative and span.start > anchor:
        year -= tense(match.tokens, match.first, match.last) == "past"
    return [Reading("DATE", f"{year:04d}-{code}", anchor=source)]
