"""Cut a sentence into units: people with their number, casualty verbs, and what stands between.

A shallow stand-in for a parser that works on headlines, on capitals and on machine-translated
text alike: noun phrases are found by their determiner or number and their last noun.
"""

import re
from collections.abc import Sequence

from analysis.figures.casualties.phrases import Phrases
from analysis.figures.casualties.shapes import Unit
from analysis.figures.casualties.tokens import (
    KINDS,
    STRONG,
    Token,
    is_adverb,
    is_verb,
    join_bounds,
    phrase_at,
    tokenise,
    trigger_at,
    without_notes,
)
from analysis.records import Quantity

_COMMAS = frozenset(",-–—")
_SPLIT_REACH = 14
_LETTERS = re.compile(
    r"(?:[a-z]\.)+[a-z]|lt|gen|col|maj|capt|sgt|brig|cpl|dr|mr|mrs|ms|msgr|st|jr|sr|rev|fr|incl|inj"
)


class _Cutter(Phrases):
    """Cuts one sentence; see `cut`."""

    def cut(self) -> list[Unit]:
        place = 0
        while place < len(self.tokens):
            place = self._step(place)
        return self.units

    def _step(self, place: int) -> int:
        token = self.tokens[place]
        if token.mark:
            if place in self.ends:
                return place + 1
            if token.lower in "([":
                return self._bracket(place)
            if token.lower in _COMMAS:
                return self._add(",", place, place)
            if token.lower == "." and _LETTERS.fullmatch(self.tokens[place - 1].lower):
                return place + 1  # "a.k.a."
            if token.lower in STRONG or token.lower in "()[]":
                return self._add(";", place, place)
            return place + 1
        if token.quantity is None:
            if (toll := phrase_at(self.tokens, place, self.lexicon.tolls, 4)) is not None:
                return self._add("K", place, place + toll[0] - 1, measure=toll[1])
            if place in self.tails:
                return self._add("D", place, place + self.tails[place] - 1)
            if (found := self._verb(place)) is not None:
                return found
        if self._words(place, "in", "all") and not self._people_ahead(place + 2):
            return self._add("D", place, place + 1)
        if self._words(place, "as", "well", "as"):
            return self._add("A", place, place + 2)
        if self._among_them(place):
            return self._add("L", place, place + 1)
        if (found := self._people(place)) is not None:
            return found
        if token.lower == "her":
            return self._add("1", place, place)
        for code, kind in KINDS:
            if code in token.classes:
                bridge = "bridge" in token.classes
                return self._add(kind, place, place, bridge=bridge)
        if is_verb(token):
            return self._add("E", place, place, bridge="bridge" in token.classes)
        if is_adverb(token):
            return self._add("D", place, place)
        return self._add("X", place, place)

    def _words(self, place: int, *wanted: str) -> bool:
        """Whether these very words stand here."""
        return tuple(t.lower for t in self.tokens[place : place + len(wanted)]) == wanted

    def _people_ahead(self, place: int) -> bool:
        """Whether "in all" goes on with what it is about: "in all districts"."""
        token = self.tokens[place] if place < len(self.tokens) else None
        return token is not None and not token.mark and token.quantity is None

    def _among_them(self, place: int) -> bool:
        """Whether "among them" stands here, which singles out parts as "including" does."""
        after = self.tokens[place + 1].lower if place + 1 < len(self.tokens) else ""
        return self.tokens[place].lower in ("among", "amongst") and after in ("them", "whom")

    def _bracket(self, place: int) -> int:
        """Leave a bracket out unless it tells of casualties; read on in "[of six priests]"."""
        for index in range(place + 1, min(place + 25, len(self.tokens))):
            if self.tokens[index].lower in ")]":
                if self.tokens[place + 1].classes & {"of", "and"}:
                    self.ends.add(index)
                    return place + 1
                inner = self.text[self.tokens[place].end : self.tokens[index].start]
                if self.lexicon.candidate.search(inner):
                    break
                return index + 1
        return self._add(";", place, place)

    def _verb(self, place: int) -> int | None:
        """A casualty verb, unless the word is a noun here or a modifier."""
        found = trigger_at(self.tokens, place, self.lexicon)
        if found is None:
            return self._split(place)
        size, trigger = found
        token = self.tokens[place]
        before = self.tokens[place - 1] if place else None
        after = self.tokens[place + size] if place + size < len(self.tokens) else None
        owned = before is not None and bool(before.classes & {"possessive", "definite"})
        owned &= not (self._opens_clause(place - 1) and self._verbal(None, after))
        if size == 1 and owned and before.lower != "all" and trigger.frame in ("result", "object"):
            return (
                self._add("X", place, place)
                if "participle" in trigger.forms or (trigger.frame == "result")
                else None
            )
        if size == 1 and token.lower in self.lexicon.events:
            owned_by = place > 1 and before is not None and before.lower in "'’"
            if owned_by and self.tokens[place - 2].lower.endswith("s"):
                return None  # "the two nuns' slaying"
            determined = before is not None and (
                before.classes & {"definite", "indefinite", "possessive", "of"}
                or before.lower.endswith("'s")
                or ("preposition" in before.classes and before.lower not in ("to", "from"))
                and not (after and (after.quantity or after.classes & {"indefinite"}))
            )
            accused = self._verbal(None, after) and "ing" in trigger.forms
            accused &= before is not None and "of" in before.classes
            if not accused and ((after is not None and "of" in after.classes) or determined):
                return None
            if "ing" not in trigger.forms and not self._verbal(before, after):
                return None
        return self._add("V", place, place + size - 1, trigger=trigger, measure=trigger.measure)

    def _opens_clause(self, place: int) -> bool:
        """Whether "these" is a subject of its own: "six raids; these killed nine people"."""
        if place < 0 or self.tokens[place].lower not in ("these", "this"):
            return False
        before = self.tokens[place - 1] if place else None
        return before is None or before.mark or before.lower in ("that", "and", "but")

    def _split(self, place: int) -> int | None:
        """A verb whose second half stands behind its object: "took 12 villagers hostage"."""
        tails = self.lexicon.splits.get(self.tokens[place].lower, {})
        for at in range(place + 2, min(place + _SPLIT_REACH, len(self.tokens))) if tails else ():
            if self.tokens[at].lower in STRONG:
                break
            for tail, trigger in tails.items():
                words = tail.split()
                if self._words(at, *words):
                    self.tails[at] = len(words)
                    return self._add("V", place, place, trigger=trigger, measure=trigger.measure)
        return None

    @staticmethod
    def _verbal(before: Token | None, after: Token | None) -> bool:
        """Whether a word that may be noun or verb ("murder") is a verb here."""
        if before is not None and ("modal" in before.classes or before.lower in ("to", "who")):
            return True
        return after is not None and (
            after.quantity is not None
            or bool(after.classes & {"indefinite", "possessive", "definite"})
        )


def cut(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[Unit]:
    """Cut a sentence into units.

    Args:
        text: The article's text.
        start: The sentence's start.
        end: The sentence's end.
        quantities: The numbers of the sentence, from left to right.

    Returns:
        Units from left to right; brackets without casualties and quotation marks are left out.
    """
    quantities = join_bounds(text, quantities)
    letters = [c for c in text[start:end] if c.isalpha()]
    caps = bool(letters) and sum(c.isupper() for c in letters) > 0.75 * len(letters)
    tokens = without_notes(text, tokenise(text, start, end, quantities, caps))
    return _Cutter(text, tokens, caps).cut()
