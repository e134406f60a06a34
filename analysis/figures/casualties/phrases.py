"""Noun phrases: people with their number, counted nouns, bodies and acts of violence."""

from analysis.figures.casualties.counting import counts, is_one, is_years, may_be_name, those_who
from analysis.figures.casualties.mentions import Opening, mention_of
from analysis.figures.casualties.shapes import Mention, Unit
from analysis.figures.casualties.tokens import (
    QUOTES,
    STOPS,
    Token,
    is_adverb,
    is_verb,
    is_verbal,
    phrase_at,
    trigger_at,
)
from analysis.figures.casualties.words import words
from analysis.figures.groups import Noun, group_of, longest_noun, noun

_LONG_RUN = 10
_SPANS = frozenset(
    (
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    )
)


class Phrases:
    """Reads the noun phrases of one sentence into `units`; see `units.cut`."""

    def __init__(self, text: str, tokens: list[Token], caps: bool) -> None:
        self.text, self.tokens, self.caps = text, tokens, caps
        self.lexicon = words()
        self.units: list[Unit] = []
        self.ends: set[int] = set()  # brackets that are read over
        self.tails: dict[int, int] = {}  # second halves of verbs, and how many words they have

    def _add(self, kind: str, first: int, last: int, **more: object) -> int:
        start, end = self.tokens[first].start, self.tokens[last].end
        self.units.append(
            Unit(kind, start, end, self.text[start:end].casefold(), **more)  # type: ignore[arg-type]
        )
        return last + 1

    def _opening(self, place: int) -> tuple[int, Opening]:
        """Determiner, number, "other" and "no" at a place, and the place behind them."""
        tokens = self.tokens
        determiner, quantity, other, nobody = "", None, False, False
        while place < len(tokens):
            token = tokens[place]
            if token.quantity is not None:
                if quantity is not None or not counts(self.text, tokens, place, self.caps):
                    break
                quantity = token.quantity
                place += 1
                continue
            if token.lower == "no" and quantity is None:
                nobody, determiner = True, "no"
                following = tokens[place + 1] if place + 1 < len(tokens) else None
                if following is not None and is_one(self.text, following):
                    place += 2
                    break
            elif "nobody" in token.classes:
                nobody, determiner = True, "no"
                place += 1
                break
            elif quantity is not None and token.classes & {"definite", "possessive"}:
                break  # "from 26 the night before"
            elif token.classes & {"definite", "indefinite", "possessive"}:
                if token.lower == "her" and not self._content(place + 1):
                    break
                if token.lower in ("another", "more", "additional", "further"):
                    other = True
                    determiner = determiner or ("a" if token.lower == "another" else "")
                else:
                    determiner = determiner or token.lower
            elif token.lower in ("other", "others"):
                other = True
                if token.lower == "others" or not (place + 1 < len(tokens)):
                    break
            else:
                break
            place += 1
        return place, Opening(determiner, quantity, other, nobody)

    def _people(self, start: int) -> int | None:
        """A noun phrase of people, counted nouns, bodies or events; None where none begins."""
        tokens = self.tokens
        place, opening = self._opening(start)
        aged = place < len(tokens) and is_years(tokens[place]) and not tokens[place].mark
        run = self._run(place, bool(opening.determiner or opening.quantity or aged))
        if opening.quantity is not None and run and tokens[run[0]].lower in _SPANS:
            run = []  # "to 101 two days later": the next number begins a date
        if place == start and self._modifier(run):
            return None
        if opening.nobody and place > start + 1 and opening.determiner == "no" and not run:
            made = self._mention(start, [], Opening("no", other=opening.other, nobody=True))
            return self._add("N", start, place - 1, mention=made)
        return self._phrase(start, place, run, opening)

    def _mention(
        self, start: int, run: list[int], opening: Opening, found: Noun | None = None
    ) -> Mention:
        return mention_of(self.text, self.tokens, start, run, opening, found)

    def _content(self, place: int) -> bool:
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        return not (token.mark or token.classes & STOPS) or token.quantity is not None

    def _noun_follows(self, place: int) -> bool:
        return self._content(place) and self.tokens[place].quantity is None

    def _ends_clause(self, token: Token, place: int) -> bool:
        """Whether a word in -ed has no noun behind it: "one escaped"."""
        return token.lower.endswith("ed") and not self._noun_follows(place + 1)

    def _modifier(self, run: list[int]) -> bool:
        """Whether what was read of a phrase so far is nothing, or ends with a participle."""
        return not run or self.tokens[run[-1]].lower.endswith(("ed", "nt"))

    def _bodies(self, place: int) -> bool:
        """Whether "remains" and the like stand at a place."""
        return place < len(self.tokens) and self.tokens[place].lower in self.lexicon.bodies

    def _modifies(self, run: list[int]) -> bool:
        """Whether all words read so far only describe what follows ("charred", "mutilated")."""
        return all(
            self.tokens[i].lower in self.lexicon.adjectives or "adjective" in self.tokens[i].classes
            for i in run
        )

    def _joins(self, run: list[int], place: int) -> bool:
        """Whether "and" joins two modifiers: "burnt and mutilated bodies"."""
        following = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        ends = following is not None and following.lower.endswith("ed")
        return bool(run) and ends and self._modifier(run) and self._noun_follows(place + 2)

    def _both(self, run: list[int], place: int) -> bool:
        """Whether "and" joins two kinds of deaths: "212 civilian and police deaths"."""
        last = noun(self.tokens[run[-1]].lower) if run else None
        if last is None or last.number == "plural":
            return False
        for token in self.tokens[place + 1 : place + 5]:
            if token.lower in self.lexicon.counted:
                return True
            if token.quantity is not None or token.mark or token.classes & STOPS:
                return False
        return False

    def _run(self, place: int, opened: bool) -> list[int]:
        """Indices of the content words that may belong to a noun phrase."""
        run: list[int] = []
        seen = False
        while place < len(self.tokens) and len(run) < _LONG_RUN:
            token = self.tokens[place]
            if place in self.tails:
                break
            if token.quantity is not None:
                if token.quantity.unit == "age" and (opened or run):
                    run.append(place)
                    place += 1
                    continue
                break
            joined = not seen and self._joins(run, place)
            if "and" in token.classes and opened and (joined or self._both(run, place)):
                place += 1
                continue
            if token.mark:
                if token.lower in QUOTES or (token.lower == "/" and opened):
                    place += 1
                    continue
                break
            body = token.lower in self.lexicon.bodies and opened and self._modifies(run)
            kept = body or (token.lower in ("other", "former", "late") and opened)
            if token.classes & STOPS and not kept:
                break
            if is_adverb(token):
                if not opened:
                    break
                place += 1
                continue
            trigger = trigger_at(self.tokens, place, self.lexicon)
            if trigger is not None and token.lower not in self.lexicon.events:
                fits = token.lower in self.lexicon.adjectives and opened and not run
                if not (fits and (self._noun_follows(place + 1) or self._bodies(place + 1))):
                    break
            elif trigger is not None and "ing" in trigger[1].forms:
                after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
                owner = self.tokens[place - 1].lower in "'’" if place else False
                told = owner or (after is not None and bool(after.classes & {"of"}))
                aside = after is not None and bool(after.classes & {"time", "preposition", "by"})
                if run or not (told or (opened and aside)):
                    break
            if phrase_at(self.tokens, place, self.lexicon.tolls, 4):
                break
            if (
                is_verbal(token, caps=self.caps or not place)
                and trigger is None
                and (seen or not opened or self._ends_clause(token, place))
            ):
                break
            seen = seen or noun(token.lower.removesuffix("'s")) is not None
            run.append(place)
            place += 1
        return run

    def _phrase(self, start: int, place: int, run: list[int], opening: Opening) -> int | None:
        """Decide what the run's head is and add the unit; return the next place."""
        tokens, lexicon = self.tokens, self.lexicon
        opened = place > start
        for index, at in enumerate(run):  # a counted noun, bodies, an event noun ends the phrase
            low = tokens[at].lower
            last = index + 1 == len(run) or tokens[run[index + 1]].lower == "toll"
            if low in lexicon.bodies and (last or opened):
                holder = tokens[run[index - 1]].lower if index else ""
                made = self._mention(start, run[: index + 1], opening)
                if low.endswith("s"):
                    made = made._replace(implied=False)
                elif holder.endswith("'s"):
                    made = made._replace(implied=True)
                return self._add("G", start, at, mention=made, measure=lexicon.bodies[low])
            if low in lexicon.counted and (opening.quantity is not None or opening.nobody):
                return self._counted(start, run[: index + 1], opening)
            taken = start > 0 and tokens[start - 1].lower in lexicon.taking
            ahead = tokens[at + 1].lower if at + 1 < len(tokens) else ""
            if low in ("life", "lives") and taken and ahead in ("of", "to"):
                return self._add("T", start, at, measure="killed")
            if low in lexicon.events and last:
                return self._add("T", start, at, measure=lexicon.events[low])
        head = self._head(run)
        if head is None:
            return self._unknown(start, place, run, opening)
        size, found = head
        kept = run[:size]
        made = self._mention(start, kept, opening, found)
        return self._finish(start, kept[-1], made)

    def _counted(self, start: int, run: list[int], opening: Opening) -> int:
        """A number that counts deaths, injuries or lives directly; "child deaths" name a group."""
        at = run[-1]
        low = self.tokens[at].lower
        counted = self.lexicon.counted[low]
        before = self.tokens[start - 1].lower if start else ""
        if before in counted.unless:
            return self._add("X", start, at)
        made = self._mention(start, [at], opening)
        if len(run) > 1:
            begin, end = self.tokens[run[0]].start, self.tokens[run[-2]].end
            mixed = any("and" in t.classes for t in self.tokens[run[0] : at])
            group = None if mixed else group_of(self.text[begin:end])
            if group:
                made = made._replace(group=group, words_start=begin, words_end=end)
        return self._add("C", start, at, mention=made, measure=counted.measure)

    def _head(self, run: list[int]) -> tuple[int, Noun] | None:
        """Length of the run up to its person noun and the noun; None if its head is no person."""
        lower = [self.tokens[i].lower for i in run]
        for end in range(len(run), 0, -1):
            for begin in range(max(0, end - longest_noun()), end):
                found = noun(" ".join(lower[begin:end]))
                if found is None:
                    continue
                return self._with_tail(run, lower, end, found)
        return None

    def _with_tail(
        self, run: list[int], lower: list[str], end: int, found: Noun
    ) -> tuple[int, Noun] | None:
        tail = run[end:]
        if not tail:
            return end, found
        if lower[-1] in self.lexicon.things or lower[end] in self.lexicon.things:
            return None
        if not self.caps and all(self.tokens[i].capital for i in tail):
            if self.tokens[run[end - 1]].capital and found.number != "singular":
                return None if found.number == "collective" else (end, found)
            return len(run), found
        if found.number == "plural":
            return end, found
        if self.caps and found.number == "singular":
            return len(run), found
        if found.number == "singular" and lower[end - 1] not in self.lexicon.attributive:
            return end, found
        return None

    def _unknown(self, start: int, place: int, run: list[int], opening: Opening) -> int | None:
        """A phrase without a person noun: a bare number, an unknown head, a name, a thing."""
        tokens = self.tokens
        cut = next(
            (n for n, i in enumerate(run) if n and is_verb(tokens[i]) and i not in run[:1]),
            len(run),
        )
        run = run[:cut]
        last = run[-1] if run else place - 1
        if not run:
            bare = opening.quantity is None and not (opening.nobody or opening.other)
            ends = place >= len(tokens) or not (
                tokens[place].quantity
                or tokens[place].classes & {"indefinite", "preposition", "of"}
            )
            if bare and not (opening.determiner == "both" and ends):
                return None if place == start else self._add("X", start, last)
            if opening.other and opening.quantity is None and place < len(tokens):
                if tokens[place].lower == "others":
                    last = place
                elif opening.determiner != "a":
                    return self._add("X", start, max(last, start))
            made = self._mention(start, [], opening)
            return self._finish(start, last, made)
        ordinal = len(run) == 1 and "ordinal" in tokens[run[0]].classes
        if ordinal and opening.determiner in ("a", "the"):  # "a third died"
            made = self._mention(start, run, Opening(opening.determiner, other=True))
            return self._finish(start, last, made)
        if any(tokens[i].lower in self.lexicon.things for i in (run[-1], run[0])):
            return self._add("X", start, last)
        if opening.quantity is not None or opening.nobody or opening.determiner in ("a", "an"):
            made = self._mention(start, run, opening)
            return self._finish(start, last, made._replace(known=False))
        named = may_be_name(tokens, run) if self.caps else all(tokens[i].capital for i in run)
        if named and not (self.caps and place > start):
            return self._add("n", start, last)
        if place == start and is_verb(tokens[start]):
            return None
        return self._add("X", start, last)

    def _finish(self, start: int, last: int, made: Mention) -> int:
        """Take "of the …" behind a bare number into the phrase, then add it."""
        tokens, after = self.tokens, last + 1
        garbled = those_who(tokens, after)
        if made.head == "" and garbled:
            return self._add("N", start, garbled, mention=made._replace(part=True, head="those"))
        if made.head == "" and after + 1 < len(tokens) and "of" in tokens[after].classes:
            following = tokens[after + 1]
            if following.lower in ("them", "whom", "which", "us", "those", "these"):
                made = made._replace(part=True, head=following.lower)
                run = self._run(after + 2, True)
                head = self._head(run)
                if head is None:
                    return self._add("N", start, after + 1, mention=made)
                begin, end = tokens[run[0]].start, tokens[run[head[0] - 1]].end
                made = made._replace(
                    group=group_of(self.text[begin:end]), words_start=begin, words_end=end
                )
                return self._add("N", start, run[head[0] - 1], mention=made)
            begin = after + 1
            part = following.quantity is not None
            while begin < len(tokens) and (
                tokens[begin].classes & {"definite", "possessive"} or tokens[begin].quantity
            ):
                part = True
                begin += 1
            run = self._run(begin, True)
            head = self._head(run)
            if head is None and run and tokens[run[-1]].lower in self.lexicon.things:
                return self._add("X", start, run[-1])
            if head is not None:
                kept = run[: head[0]]
                group_start, group_end = tokens[kept[0]].start, tokens[kept[-1]].end
                made = made._replace(
                    part=part and made.quantifier != "vague",
                    head=tokens[kept[-1]].lower,
                    group=group_of(self.text[group_start:group_end]),
                    words_start=group_start,
                    words_end=group_end,
                )
                return self._add("N", start, kept[-1], mention=made)
        return self._add("N", start, last, mention=made)
