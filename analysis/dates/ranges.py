"""Pairs of expressions that bound a range: "from May to July 2024", "18 to 22 June"."""

import re

from analysis.records import TimeExpression

_BETWEEN = re.compile(r"\s*,?\s*(?:[-–—‒−]|to|until|till|through|and|up\s+to)\s*(?:the\s+)?", re.I)
_OPENS = re.compile(
    r"\b(?:between|from|since|period|during|starting|beginning)\s+(?:the\s+)?$", re.I
)
_WIDEST = 400 * 366  # days


def _bounds(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    """Whether two neighbouring expressions are the ends of one range."""
    if first.type != "DATE" or second.type != "DATE" or first.sentence != second.sentence:
        return False
    between = text[first.end : second.start]
    if not _BETWEEN.fullmatch(between):
        return False
    word = between.strip(" ,\n\t").split()[0].lower() if between.strip(" ,\n\t") else ""
    opened = _OPENS.search(text, max(0, first.start - 30), first.start)
    if word == "and":
        return bool(opened and opened[0].lower().startswith("between"))
    return bool(opened) or word not in ("", "and")


def link(text: str, rows: list[TimeExpression]) -> list[TimeExpression]:
    """Give the two ends of every range the interval from the first to the last day of both.

    Args:
        text: The article.
        rows: Its expressions in the order of the text.

    Returns:
        The same rows, with `range_start` and `range_end` where two of them bound a range.
    """
    made = list(rows)
    for index in range(len(made) - 1):
        first, second = made[index], made[index + 1]
        if not _bounds(text, first, second):
            continue
        begin, end = first.date_start, second.date_end
        if begin is None or end is None or not 0 <= (end - begin).days <= _WIDEST:
            continue
        made[index] = first._replace(range_start=begin, range_end=end)
        made[index + 1] = second._replace(range_start=begin, range_end=end)
    return [_same_period(made, index) for index in range(len(made))]


def _same_period(rows: list[TimeExpression], index: int) -> TimeExpression:
    """Read "the same period of 2024": the part of the year named before, in the other year."""
    row = rows[index]
    if row.rule != "year_earlier_period" or row.precision != "year" or row.date_start is None:
        return row
    for told in reversed(rows[:index]):
        begin, end = told.range_start or told.date_start, told.range_end or told.date_end
        if told.sentence < row.sentence - 1:
            break
        if begin is None or end is None or (end - begin).days > 366:
            continue
        shift = row.date_start.year - end.year
        try:
            start = begin.replace(year=begin.year + shift)
            return row._replace(date_start=start, date_end=end.replace(year=end.year + shift))
        except ValueError:  # 29 February
            return row
    return row
