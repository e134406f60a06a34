"""Readings of spans of time."""

from datetime import date, timedelta

from analysis.dates.anchors import back_by, base, speaking
from analysis.dates.context import Context, Match, Reading, tense
from analysis.dates.patterns import number_words
from analysis.dates.readings.amounts import Amount, amount, duration_value, unit_of
from analysis.dates.readings.explicit import named_year
from analysis.dates.tokens import value_of, word_list


def _duration(match: Match, words: list[str], unit: str | None) -> Reading | None:
    count = amount(words)
    if count is None or unit is None or count.number == 0:
        return None
    value = duration_value(count.number, unit)
    mod = "APPROX" if count.approximate else None
    return Reading("DURATION", value, mod=mod, refers=False) if value else None


def _is_age(match: Match) -> bool:
    """Whether a span is somebody's age: "52 years old", "aged 12 years"."""
    if match.after() == "old" or (match.after() == "-" and match.after(1) == "old"):
        return True
    return match.after() == "of" and match.after(1) == "age" or match.before() in ("aged", "age")


def duration(match: Match, context: Context) -> list[Reading] | None:
    """Read "five years", "two years and three months", "a minute and a half"."""
    if _is_age(match):
        return None
    words = match.words("n")
    if match.get("u") == "quarters" and words == ["three"] and match.after() == "of":
        return None  # "three quarters of the votes"
    if match.has("h"):
        words = [
            "1" if words[0] in ("a", "an", "one") else words[0],
            *words[1:],
            "and",
            "a",
            "half",
        ]
    if match.has("o"):
        words = ["1"]
    made = _duration(match, words, unit_of(match.get("u")))
    if made is None or _is_title(match) or words == ["some"] and match.get("u") == "day":
        return None
    if words == ["one"] and match.get("u") == "day" and not match.has("n2"):
        return _one_day(match, made)
    if match.has("o"):
        made = made._replace(mod="APPROX")
    if match.has("n2"):
        second = _duration(match, match.words("n2"), unit_of(match.get("u2")))
        if second is None or "X" in made.value + second.value:
            return None
        made = made._replace(value=_joined(made.value, second.value))
    third = _duration(match, match.words("n3"), unit_of(match.get("u3")))
    if third and "X" not in third.value:
        made = made._replace(value=_joined(made.value, third.value))
    if (
        match.after() == "to"
        and match.after(1) == "go"
        or match.before() == "as"
        and words[0] == "many"
    ):
        return None
    return [made]


_SPAN_BEHIND = frozenset(
    ["for", "in", "within", "of", "just", "only", "than", "least", "about", "lasted"]
)
_SUBJECTS = frozenset(
    ["he", "she", "they", "we", "it", "i", "you", "who", "will", "would", "may", "might"]
)


def _one_day(match: Match, made: Reading) -> list[Reading] | None:
    """Read "one day": a span, a day to come, or (as in a tale) no day at all."""
    if match.before() in _SPAN_BEHIND:
        return [made]
    ahead = tense(match.tokens, match.first, match.last) == "future"
    if match.before() in _SUBJECTS or ahead:
        return [made._replace(type="DATE", value="FUTURE_REF")]
    return None if match.after() in ("in", ",", "when") else [made]


def _joined(first: str, second: str) -> str:
    """One value of two: P2Y and P3M → P2Y3M, P1D and PT6H → P1DT6H, PT1H and PT5M → PT1H5M."""
    return first + (
        second[2:] if first.startswith("PT") and second.startswith("PT") else second[1:]
    )


def _is_title(match: Match) -> bool:
    """Whether a span belongs to a name: "60 Minutes", "the Six-Day War", "Thirty Years' War"."""
    unit, count = match.groups["u"][0], match.groups.get("n", (match.first,))[0]
    if unit == count:
        return False
    written = match.tokens.raw(count)[:1]
    return match.tokens.raw(unit).istitle() and (written.isdigit() or written.isupper())


_CLAUSE_UNITS = ("D", "Y", "E", "W", "M")


def duration_one(match: Match, context: Context) -> list[Reading] | None:
    """Read "a week": a span; behind a number of things, a rate ("$33 million a year")."""
    unit, one = unit_of(match.get("u")), match.get("n") == "one"
    if unit is None or unit in ("TS", "Q", "WE") or _is_age(match) or match.get("u").endswith("s"):
        return None
    if match.after() in ("-", "'") or _opens_a_clause(match, unit):
        return None
    if one and unit == "D" and match.before() in ("will", "may", "could"):
        return [Reading("DATE", "FUTURE_REF", refers=False)]
    value = duration_value(1, unit)
    if value is None:
        return None
    if _is_rate(match):
        return [Reading("SET", value, refers=False)]
    told = match.before() in word_list("tells_of_a_unit") or one and unit == "D"
    half = "half" in (match.tokens.word(match.first + 1), match.tokens.word(match.last - 2))
    hyphen = match.tokens.word(match.last - 2) == "-"
    if told and not (one and match.before() == "for") or half or hyphen:
        return None
    return [Reading("DURATION", value, refers=False)]


def _opens_a_clause(match: Match, unit: str) -> bool:
    """Whether the unit is a thing told of ("a day when …", "a year of war"), not a span."""
    span_of = match.after() == "of" and unit in ("Y", "E", "M", "W")
    if span_of or match.before() == "within":
        return False
    return unit in _CLAUSE_UNITS and match.after() in word_list("opens_clause")


def _is_rate(match: Match) -> bool:
    """Whether "a year" says how often: an amount of things, money or times stands before it."""
    if match.get("n") not in ("a", "an") or match.after() in word_list("shifts_a_unit"):
        return False
    for back in range(1, 5):
        word = match.before(back)
        if not word or word in word_list("before_span"):
            return False
        if word[0].isdigit() or word in word_list("amounts") or word in number_words():
            return word != "one"
    return False


_PARTS = {
    "half": {"C": "P50Y", "E": "P5Y", "Y": "P6M", "TH": "PT30M", "D": "PT12H", "M": "P15D"},
    "quarter": {"C": "P25Y", "Y": "P3M", "TH": "PT15M"},
    "three": {"C": "P75Y", "Y": "P9M", "TH": "PT45M"},
}


def whole_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "the whole day", "all week long"."""
    value = duration_value(1, unit_of(match.get("u")) or "")
    return [Reading("DURATION", value, refers=False)] if value else None


def half_unit(match: Match, context: Context) -> list[Reading] | None:
    """Read "half a century", "half an hour", "a quarter-century", "three-quarters of an hour"."""
    unit = unit_of(match.get("u"))
    part = match.words("f")[0] if match.has("f") else "half"
    value = _PARTS[part].get(unit or "")
    return [Reading("DURATION", value, refers=False)] if value else None


def duration_adjective(match: Match, context: Context) -> list[Reading] | None:
    """Read "a five-year plan", "year-long"; ages are no spans of time."""
    if match.has("l"):
        return [Reading("DURATION", value_of("long_word", match.get("l")) or "", refers=False)]
    unit = unit_of(match.get("u"))
    words = match.words("n") or ["1"]
    if words[0] in ("a", "an"):
        words = ["1"]
    if words[0] == "half":
        return None
    if match.has("n") and (match.get("o") == "old" or match.after() == "old"):
        ahead = (match.after(), match.after(1))
        if unit == "Y" or any(word in word_list("age_nouns") for word in ahead) or unit is None:
            return None
    if _is_title(match) or unit == "TS" or (not match.has("n") and match.get("o") == "plus"):
        return None
    if not match.has("n") and match.get("u").endswith("s"):
        words = ["several"]
    made = _duration(match, words, unit)
    return [made] if made else None


def duration_spoken(match: Match, context: Context) -> list[Reading] | None:
    """Read "a five year low": a number and a unit in the singular."""
    words = match.words("n")
    unit = unit_of(match.get("u"))
    if words == ["one"] or words == ["1"]:
        if unit == "D" or match.before() in ("at", "that", "the", "this"):
            return None
    elif match.after() == "old" or unit in ("TS",) or _is_age(match):
        return None
    made = _duration(match, words, unit)
    return [made] if made else None


def amount_pair(match: Match, context: Context) -> list[Reading] | None:
    """Read "two to three weeks": the smaller number, with a modifier."""
    made = _duration(match, match.words("n"), unit_of(match.get("u")))
    if made is None or _is_age(match):
        return None
    first = match.groups["n"][0]
    return [made._replace(mod="APPROX", first=first)]


def plural(match: Match, context: Context) -> list[Reading] | None:
    """Bare plurals ("for weeks", "within days"): a span of unknown length."""
    unit, before, after = unit_of(match.get("u")), match.before(), match.after()
    takes = before in ("take", "takes", "took", "taken", "needs", "spent")
    if unit is None or after in ("old", "ago") or after == "to" and not takes:
        return None
    spans = before in word_list("span")
    if after == "of" and not spans and before != "":
        return None
    matter = before == "of" and match.before(2) == "matter"
    if unit in ("TM", "TH") and before not in word_list("span_of_clock") and not matter:
        return None
    if not (spans or match.has("u2") or _heads_a_phrase(match)):
        return None
    value = duration_value(None, unit)
    return [Reading("DURATION", value, refers=False)] if value else None


def _heads_a_phrase(match: Match) -> bool:
    """Whether "weeks after", "the days before", "a matter of weeks" make a span of the plural."""
    before, after = match.before(), match.after()
    if before == "":
        return after in ("of", "after", "before", "later")
    if before == "the":
        told = after in ("that", "which") and match.after(1) in word_list("passes")
        return told or after in word_list("bounds_span")
    if before == "of":
        return match.before(2) in ("matter", "period", "course")
    return after in ("after", "before") and before.isalpha()


def the_years(match: Match, context: Context) -> list[Reading] | None:
    """Read "over the years"."""
    if match.before() not in ("over", "through", "throughout", "down", "across"):
        return None
    if match.after() in ("of", "to", "between", "that", "since", "before", "after", "ahead"):
        return None
    value = duration_value(None, unit_of(match.get("u")) or "Y")
    return [Reading("DURATION", value, refers=False)] if value else None


def vague_period(match: Match, context: Context) -> list[Reading] | None:
    """Read "a while", "a fairly lengthy period"; "a three-year period" is three years."""
    words = [match.tokens.word(i) for i in range(match.first, match.last)]
    if words[-1] == "period" and "-" in words:
        cut = words.index("-")
        made = _duration(match, words[1:cut], unit_of(words[cut + 1]))
        return [made] if made else None
    if (
        words[-1] == "time"
        and match.before() in ("for", "in")
        or words in (["a", "while"], ["some", "time"])
        or words[-1] == "period"
    ):
        value = "PXX"
    else:
        return None
    if words == ["some", "time"] and match.after() in ("ago", "in", "next", "this"):
        return None
    return [Reading("DURATION", value, refers=False)]


def past_units(match: Match, context: Context) -> list[Reading] | None:
    """Read "the past three months": a span that ends (or begins) at the anchor."""
    word = match.get("a")
    count = amount(match.words("n")) if match.has("n") else Amount(1)
    if word == "last" and match.before() in word_list("before_infinitive"):
        return None  # "was supposed to last one year"
    unit = unit_of(match.get("u"))
    if count and count.number and match.tokens.word(match.last - 1) == "half":
        count = Amount(count.number + 0.5)
    if count is None or unit is None:
        return None
    value = duration_value(count.number, unit)
    if value is None or value in ("P24TH",):
        return None
    if value == "PT24H":
        value = "P1D"
    start = end = None
    if match.has("s"):
        return _first_of_year(match, context, value, count, unit, word)
    told = context.narrative and word in ("next", "following", "coming")
    anchored = base(context) if told else speaking(context)
    if (
        anchored
        and count.number
        and word in ("last", "past", "next", "coming", "recent", "upcoming")
    ):
        sign = -1 if word in ("last", "past", "recent") else 1
        moved = back_by(anchored[0], sign * int(count.number), unit)
        if moved:
            start, end = sorted((moved, anchored[0]))
    mod = "APPROX" if "so" in (match.tokens.word(match.last - 1),) else None
    anchor = anchored[1] if anchored and start else None
    first = match.first
    made = Reading("DURATION", value, mod, anchor, first, start=start, end=end, refers=False)
    return [made]


def _first_of_year(
    match: Match, context: Context, value: str, count: Amount, unit: str, word: str
) -> list[Reading] | None:
    """Read "the first six months of 2024": a span with both ends known."""
    year = named_year(match, context)
    if year is None:
        anchored = base(context)
        if anchored is None:
            return [Reading("DURATION", value, refers=False)]
        year_, anchor = anchored[0].year, anchored[1]
    else:
        year_, anchor = year
    opening, closing = date(year_, 1, 1), date(year_, 12, 31)
    if count.number is None or word not in ("first", "last", "final"):
        return [Reading("DURATION", value, anchor=anchor, refers=False)]
    if word == "first":
        moved = back_by(opening, int(count.number), unit)
        closing = min(moved - timedelta(days=1), closing) if moved else closing
    else:
        moved = back_by(date(year_ + 1, 1, 1), -int(count.number), unit)
        opening = max(moved, opening) if moved else opening
    return [Reading("DURATION", value, anchor=anchor, start=opening, end=closing, refers=False)]


def past_vague(match: Match, context: Context) -> list[Reading] | None:
    """Read "recent weeks", "coming days"."""
    word, unit = match.get("a"), unit_of(match.get("u"))
    if unit is None:
        return None
    if unit == "Y" and word in ("recent", "past", "last", "earlier", "previous"):
        return [Reading("DATE", "PAST_REF", refers=False)]
    if word in ("future",) or (unit == "Q" and word in ("coming", "next")):
        return [Reading("DATE", "FUTURE_REF", refers=False)]
    value = duration_value(None, unit)
    return [Reading("DURATION", value, refers=False)] if value else None
