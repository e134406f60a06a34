"""The events in a folder of tables."""

import json

from stories import story, tables, toll

from analysis import open_tables, reconcile, write_tables
from analysis.cli import main
from analysis.tables.schema import breaches


def test_events_are_written_and_opened_again(tmp_path):
    made = reconcile(tables(story("a", {}), story("b", toll("killed", 5))))
    write_tables(made, tmp_path)
    opened = open_tables(tmp_path)
    assert opened.events.to_dict("records") == made.events.to_dict("records")
    assert opened.incidents["event_id"].notna().all()
    assert (tmp_path / "events.csv").read_text().count("\n") == len(made.events) + 1


def test_a_later_run_without_events_leaves_no_old_ones(tmp_path):
    plain = tables(story("a", {}))
    write_tables(reconcile(plain), tmp_path)
    write_tables(plain, tmp_path)
    assert open_tables(tmp_path).events is None
    assert not list(tmp_path.glob("events.*"))


def test_a_broken_event_is_found():
    events = reconcile(tables(story("a", {}))).events
    assert breaches("events", events) == {}
    broken = breaches("events", events.assign(killed_high=1).astype({"killed_high": "Int64"}))
    assert "killed_best <= killed_high" in broken[0] or "killed_low" in broken[0]


def test_the_command_reconciles(tmp_path, capsys):
    words = "QUETTA: A roadside bomb killed six soldiers in Turbat, Balochistan, on 10 May 2023."
    lines = [
        {"id": "one", "published": "2023-05-10", "text": words},
        {"id": "two", "published": "2023-05-11", "text": words},
        {"id": "three", "published": "2023-05-11", "text": "TURBAT: Nobody came to the fair."},
    ]
    articles = tmp_path / "articles.jsonl"
    articles.write_text("\n".join(map(json.dumps, lines)))
    target = tmp_path / "tables"
    assert main(["extract", str(articles), "--output", str(target), "--reconcile"]) == 0
    assert " 1 event ->" in capsys.readouterr().out
    event = open_tables(target).events.iloc[0]
    assert event["article_ids"] == ["one", "two"]
    assert event["tellings"] == 1  # the same text twice
    assert event["killed_best"] == 6
