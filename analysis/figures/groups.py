"""People nouns: which words count people, in what number, and the victim group they mean."""

from functools import cache
from typing import NamedTuple

from analysis.lexicon import load

UNKNOWN = "none"  # the lexicon's code for people of no particular group


class Group(NamedTuple):
    """One group of the lexicon `groups.toml`."""

    code: str
    singular: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    collective: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


class Noun(NamedTuple):
    """What a word for people says.

    `group` is a group of the table `figures` or None; `number` is singular, plural or collective
    (a word that takes any number in one form, such as "police personnel").
    """

    group: str | None
    number: str


class _Words(NamedTuple):
    """The lexicon by word, words in lower case."""

    nouns: dict[str, Noun]
    longest: int
    modifiers: dict[str, str]
    phrases: tuple[tuple[str, str], ...]


def plural_of(word: str) -> str:
    """The regular plural of a noun ("policeman" → "policemen", "body" → "bodies")."""
    if word.endswith("man") and not word.endswith(("german", "human", "shaman", "ottoman")):
        return word[:-3] + "men"
    if word.endswith("person"):
        return word + "s"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word + "es"
    return word + "s"


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


@cache
def _words() -> _Words:
    nouns: dict[str, Noun] = {}
    modifiers: dict[str, str] = {}
    phrases: list[tuple[str, str]] = []
    for entry in load("groups", Group, unique=()):
        group = None if entry.code == UNKNOWN else entry.code
        for word in entry.singular:
            nouns.setdefault(_key(word), Noun(group, "singular"))
            nouns.setdefault(plural_of(_key(word)), Noun(group, "plural"))
        nouns.update({_key(word): Noun(group, "plural") for word in entry.plural})
        nouns.update({_key(word): Noun(group, "collective") for word in entry.collective})
        modifiers.update({_key(word): entry.code for word in entry.modifiers})
        phrases += [(_key(phrase), entry.code) for phrase in entry.phrases]
    phrases.sort(key=lambda pair: -len(pair[0]))
    longest = max(len(word.split()) for word in nouns)
    return _Words(nouns, longest, modifiers, tuple(phrases))


def noun(word: str) -> Noun | None:
    """Look a word (or a lexicon phrase such as "police officer") up; None if not of people."""
    return _words().nouns.get(_key(word))


def longest_noun() -> int:
    """Number of words in the lexicon's longest noun."""
    return _words().longest


def group_of(phrase: str) -> str | None:
    """The victim group that a phrase names, or None where it names none.

    Args:
        phrase: The victims' words without their number, for instance "Pakistani security
            personnel" or "members of a militia"; the head noun decides, then the words that
            modify it, then those behind "of".

    Returns:
        A group of the table `figures`.
    """
    words = _words()
    key = _key(phrase)
    padded = f" {key} "
    for known, code in words.phrases:
        if f" {known} " in padded:
            return None if code == UNKNOWN else code
    tokens = [token.strip(".,'\"()“”‘") for token in key.split()]
    for stop in ("of", "or", "from", "belonging", "who", "including"):
        if stop in tokens[1:]:
            cut = tokens.index(stop, 1)
            return _of_tokens(tokens[:cut], words) or _of_tokens(tokens[cut + 1 :], words)
    return _of_tokens(tokens, words)


def _of_tokens(tokens: list[str], words: _Words) -> str | None:
    """Group by the last noun and, where that says nothing, by what stands before it."""
    for end in range(len(tokens), 0, -1):
        for begin in range(max(0, end - words.longest), end):
            found = words.nouns.get(" ".join(tokens[begin:end]))
            if found is None:
                continue
            if found.group:
                return found.group
            for place in range(begin - 1, -1, -1):
                code = words.modifiers.get(tokens[place])
                if code is None:
                    earlier = words.nouns.get(tokens[place])
                    code = earlier.group if earlier else None
                if code:
                    return code
            return None
        if tokens[end - 1] in words.modifiers:
            return words.modifiers[tokens[end - 1]]
    return None
