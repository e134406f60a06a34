"""Explanations name the numbers, the rules that fired, and why the rest was dropped."""

from analysis.cli import main
from analysis.explain import explain


def test_rule_and_outcome():
    made = explain("At least 46 people were killed.")
    assert made.numbers == ('"At least 46": 46 / 46 / ?, at_least, digits',)
    assert made.fired == ('killed.passive on "killed": "At least 46" → counted',)
    assert made.rows[0].measure == "killed"
    assert made.left_over == ()


def test_dropped_numbers_have_a_reason():
    made = explain("The shelling killed eleven goats on 3 May 2022, 5 km from the town.")
    reasons = dict(line.split(": ", 1) for line in made.left_over)
    assert "goats" in reasons['"eleven"']
    assert reasons['"3"'] == "part of a date"
    assert reasons['"5"'] == "measures something: length"
    assert made.rows == ()


def test_context_names_its_cue():
    made = explain("Officials denied that 40 fighters were killed.")
    assert 'denied ("denied")' in made.fired[0]
    assert made.rows[0].certainty == "denied"


def test_command_prints_it(capsys):
    assert main(["explain", "Two guards were wounded."]) == 0
    shown = capsys.readouterr().out
    assert "Casualty rules that fired" in shown and "injured.passive" in shown
