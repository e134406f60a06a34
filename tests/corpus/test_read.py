"""Reading corpora: every format, and every way in which a file can be bad."""

import json
from datetime import date

import pytest

from analysis.corpus import CorpusError, read_corpus
from analysis.corpus.decode import decode
from analysis.corpus.given import parse_day
from analysis.corpus.quality import distrust

SENTENCE = "Police in the valley said that two shops had burnt down during the night of the raid."


def write(folder, **files):
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def one(folder):
    corpus = read_corpus(folder)
    assert len(corpus.articles) == 1
    return corpus.articles[0]


def test_text_keeps_its_offsets_whatever_the_line_ends(tmp_path):
    article = one(write(tmp_path, a__txt="\ufeffFirst line.\r\nSecond line.\rThird."))
    assert article.text == "First line.\nSecond line.\nThird."
    assert article.article_id == "a"
    assert article.published is None and article.published_basis == "unknown"


def test_front_matter_is_read_and_left_out_of_the_text(tmp_path):
    text = "---\ntitle: A raid\ndate: 2024-05-03\nsource: Valley Post\n---\nThe raid began at dawn."
    article = one(write(tmp_path, a__md=text))
    assert article.text == "The raid began at dawn."
    assert (article.title, article.source) == ("A raid", "Valley Post")
    assert article.published == date(2024, 5, 3) and article.published_basis == "given"


def test_manifest_wins_over_front_matter_and_keeps_its_note(tmp_path):
    write(
        tmp_path,
        a__md="---\ntitle: Own\n---\nText.",
        manifest__csv="file,title,published,published_basis\na.md,Given,2024-02-01,dateline\n",
    )
    article = one(tmp_path)
    assert (article.title, article.published_note) == ("Given", "dateline")
    assert article.published == date(2024, 2, 1) and article.published_basis == "given"


def test_json_lines_use_their_own_ids(tmp_path):
    rows = [{"id": "x-1", "text": "One."}, {"text": "Two.", "published": "2024-03-04T10:00:00Z"}]
    corpus = read_corpus(write(tmp_path, a__jsonl="\n".join(map(json.dumps, rows))))
    assert [a.article_id for a in corpus.articles] == ["x-1", "a-2"]
    assert corpus.articles[1].published == date(2024, 3, 4)


@pytest.mark.parametrize("cells", [",", ";", "\t"])
def test_a_csv_holds_an_article_a_row(tmp_path, cells):
    rows = [
        ("ID", "Title", "text", "Published", "note"),
        ("x-1", "One", f'"First line{cells}\nsecond ""line""."', "2024-03-04", "seen"),
        ("x-1", "<b>Two</b>", "Again.", "4 March", ""),
        ("", "", "", "", ""),
        ("", "Three", "", "", ""),
    ]
    text = "\ufeff" + "\r\n".join(cells.join(row) for row in rows)
    corpus = read_corpus(write(tmp_path, a__csv=text))
    one_, two, three = corpus.articles
    assert one_.text == f'First line{cells}\nsecond "line".'
    assert (one_.article_id, one_.published) == ("x-1", date(2024, 3, 4))
    assert two.title == "<b>Two</b>" and "bad date '4 March'" in " ".join(two.warnings)
    assert "(a.csv:4; first used in a.csv:2)" in two.warnings[0]
    assert three.article_id == "a-6" and three.warnings[0].startswith("empty")


def test_a_csv_that_holds_no_articles_is_named(tmp_path):
    write(tmp_path, a__txt=SENTENCE, b__csv="day,deaths\n2024-01-01,3\n")
    corpus = read_corpus(tmp_path)
    assert [a.article_id for a in corpus.articles] == ["a"]
    assert "b.csv: no column 'text' (columns: day, deaths): skipped" in corpus.messages[0]


def test_a_manifest_saved_by_excel_is_read(tmp_path):
    write(tmp_path, a__txt=SENTENCE, manifest__csv="\ufeffFile;Published\r\na.txt;2024-02-01\r\n")
    assert one(tmp_path).published == date(2024, 2, 1)


def test_a_single_file_is_a_corpus(tmp_path):
    write(tmp_path, a__txt=SENTENCE, b__txt="Other.")
    assert [a.article_id for a in read_corpus(tmp_path / "a.txt").articles] == ["a"]


def test_other_files_and_folders_are_named(tmp_path):
    write(tmp_path, a__txt=SENTENCE, photo__png=b"\x89PNG")
    (tmp_path / "old").mkdir()
    messages = read_corpus(tmp_path).messages
    assert any("photo.png: file skipped" in m for m in messages)
    assert any("old: folder skipped" in m for m in messages)


@pytest.mark.parametrize(
    ("content", "text", "warning"),
    [
        (b"The toll \x96 nine \x96 rose.", "The toll – nine – rose.", "Windows-1252"),
        ("Nine “dead” ".encode() + b"\xff.", "Nine “dead” \ufffd.", "1 replaced"),
        ("Nine dead.".encode("utf-16"), "Nine dead.", None),
        (b"Nine\x00dead.", "Nine dead.", "control characters"),
    ],
)
def test_bytes_that_are_not_utf_8(content, text, warning):
    decoded = decode(content)
    assert decoded.text == text
    assert (not decoded.warnings) if warning is None else warning in decoded.warnings[0]


def test_bad_files_warn_and_leave_the_others_unharmed(tmp_path):
    write(
        tmp_path,
        bytes__txt=b"Nine \xe2\x80\x94 \xff\xfe dead.",
        empty__txt=b"",
        good__txt=SENTENCE,
        rows__jsonl='{"id": "good", "text": "Again."}\nnot json\n[1]\n{"id": "d", "text": "x", '
        '"published": "31 Feb"}\n{"id": "s", "text": "lone \\ud800 half"}\n',
        manifest__csv="file,published\ngood.txt,2024-13-40\nmissing.txt,2024-01-01\n",
    )
    corpus = read_corpus(tmp_path)
    found = {a.article_id: a for a in corpus.articles}
    assert set(found) == {"bytes", "empty", "good", "good-2", "d", "s"}
    assert "undecodable" in found["bytes"].warnings[0]
    assert found["empty"].warnings == ("empty: no text; put the article there, or take it out",)
    assert "bad date '2024-13-40'" in found["good"].warnings[0]
    assert (
        found["good-2"]
        .warnings[0]
        .startswith(
            "duplicate id 'good' (rows.jsonl:1; first used in good.txt): this article is 'good-2'"
        )
    )
    assert "bad date '31 Feb'" in found["d"].warnings[0] and found["d"].published is None
    assert found["s"].text == "lone \ufffd half"
    text = "\n".join(corpus.messages)
    for words in ("'missing.txt': row not used", "rows.jsonl:2: not JSON", "rows.jsonl:3: no obj"):
        assert words in text


@pytest.mark.parametrize("name", ["missing", "."])
def test_a_corpus_without_articles_is_an_error(tmp_path, name):
    with pytest.raises(CorpusError, match="no such folder|no article found"):
        read_corpus(tmp_path / name)


def test_broken_front_matter_is_kept_as_text(tmp_path):
    article = one(write(tmp_path, a__md="---\ntitle: [unclosed\n---\nText."))
    assert "front matter" in article.warnings[0] and article.text.startswith("---")


def test_copies_are_marked_not_dropped(tmp_path):
    story = " ".join(f"On day {n} the elders of village {n} met at well {n}." for n in range(40))
    reprint = story.upper()
    near = story.replace("well 7.", "the well.") + " (Reporting by a desk)"
    other = " ".join(
        f"The border stayed shut on day {n} of the talks at the pass." for n in range(30)
    )
    corpus = read_corpus(write(tmp_path, a__txt=story, b__txt=reprint, c__txt=near, d__txt=other))
    assert [a.duplicate_of for a in corpus.articles] == [None, "a", "a", None]


def test_a_copy_with_its_end_cut_is_a_copy_and_a_brief_in_a_round_up_is_none(tmp_path):
    words = [f"word{n} of the long report that an agency sent" for n in range(12)]
    whole, cut = ". ".join(words), ". ".join(words[:8])
    brief = ". ".join(words[:4])
    round_up = brief + ". " + ". ".join(f"item{n} from elsewhere in the land" for n in range(40))
    corpus = read_corpus(
        write(tmp_path, a__txt=whole, b__txt=f"(Agency) {cut}", c__txt=round_up, d__txt=brief)
    )
    assert [a.duplicate_of for a in corpus.articles] == [None, "a", None, None]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-12-30", date(2024, 12, 30)),
        ("Mon, 30 Dec 2024 10:00:00 +0000", date(2024, 12, 30)),
        ("", None),
        (None, None),
    ],
)
def test_days(words, day):
    assert parse_day(words) == day


@pytest.mark.parametrize("words", ["2024-12", "30/12/2024", "yesterday", "2023-02-29"])
def test_what_is_no_full_date_is_refused(words):
    with pytest.raises(ValueError, match="bad date"):
        parse_day(words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They spoke of talks or noise or noise or noise or noise or noise or noise.", "debris"),
        (SENTENCE * 3 + " The delegation will", "truncated"),
        ("حملے میں بارہ افراد ہلاک ہوئے اور بیس زخمی ہوئے", "Latin script"),
    ],
)
def test_damage_is_named(text, words):
    assert any(words in note for note in distrust(text))


def test_a_clean_text_gives_no_warning():
    assert distrust(SENTENCE + " Nobody was hurt, and the road opened again in the morning.") == ()
