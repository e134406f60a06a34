"""Words per CPU second of the date tagger beside bare spaCy on the same text, in one run.

Run it with ``python benchmarks/dates.py [FOLDER]``; the folder holds .txt articles (default: the
repository's seeds, else a text made here). Sentence splitting is part of the tagger's time.
"""

import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from analysis.dates import tag
from analysis.text import split
from analysis.text.model import load_model

WORDS = 60_000  # enough for a steady rate in some seconds of spaCy
MADE = (
    "Gunmen attacked a convoy near the border on Friday, police said. Two soldiers were killed"
    " and five were wounded in the clash, which lasted three hours. The army has lost 40 men in the"
    " district since January 2023, an increase of 20 percent over the previous year. Elders called"
    " for talks with the government. Families left their villages for the town, where the mosque"
    " and a school were opened for them. In August 2021 the road had been closed for weeks."
)


def articles(folder: Path) -> list[str]:
    """The folder's texts, repeated until they hold enough words."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))] or [MADE]
    words = sum(len(text.split()) for text in texts)
    return texts * (WORDS // words + 1)


def cpu_rate(texts: Sequence[str], work: Callable[[Sequence[str]], None]) -> float:
    """Words per second of process time."""
    begin = time.process_time()
    work(texts)
    return sum(len(text.split()) for text in texts) / (time.process_time() - begin)


def main() -> None:
    here = Path(__file__).resolve().parent.parent
    texts = articles(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "seeds")
    model = load_model()

    def tag_all(batch: Sequence[str]) -> None:
        for text in batch:
            tag(text, split(text), published=date(2025, 4, 22))

    def spacy_all(batch: Sequence[str]) -> None:
        for _ in model.pipe(batch):
            pass

    tag_all(texts[:1])
    spacy_all(texts[:1])
    dates, bare = cpu_rate(texts, tag_all), cpu_rate(texts, spacy_all)
    print(f"dates {dates:,.0f} words per CPU second")
    print(f"spaCy {bare:,.0f} words per CPU second ({model.meta['name']}, full, nlp.pipe)")
    print(f"ratio {dates / bare:.1f}")


if __name__ == "__main__":
    main()
