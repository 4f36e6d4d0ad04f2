import json

import pytest

from bench.scores import of_all, of_question, percentile
from bench.search import main, scored


def test_the_first_place_is_a_success_and_a_lower_one_a_part_of_it():
    assert of_question({"a": 1}, ["a", "b"]) == {"success@1": 1.0, "mrr@10": 1.0, "ndcg@10": 1.0, "empty": 0.0}
    assert of_question({"a": 1}, ["b", "b", "a"])["mrr@10"] == 0.5
    assert of_question({"a": 1}, [str(number) for number in range(10)] + ["a"])["mrr@10"] == 0.0


def test_higher_grades_first_gain_more():
    relevant = {"a": 3, "b": 1}
    assert of_question(relevant, ["a", "b"])["ndcg@10"] == 1.0
    assert of_question(relevant, ["b", "a"])["ndcg@10"] == pytest.approx(0.797, abs=0.001)


def test_an_empty_answer_is_counted_and_scores_nothing():
    assert of_all([of_question({"a": 1}, []), of_question({"a": 1}, ["a"])]) == {
        "success@1": 0.5, "mrr@10": 0.5, "ndcg@10": 0.5, "empty": 0.5,
    }  # fmt: skip


def test_percentiles_are_of_what_was_measured():
    assert percentile(range(1, 101), 0.95) == 96
    assert percentile([], 0.5) == 0.0


def test_a_question_that_the_run_leaves_out_scores_nothing(tmp_path):
    questions, run = tmp_path / "questions.jsonl", tmp_path / "run.jsonl"
    questions.write_text("".join(json.dumps({"qid": q, "query": "x", "relevant": {"a": 1}}) + "\n" for q in "12"))
    run.write_text(json.dumps({"qid": "1", "ranked": ["a"], "ms": 2.5}) + "\n")

    assert scored(questions, run) == {
        "questions": 2, "success@1": 0.5, "mrr@10": 0.5, "ndcg@10": 0.5, "empty": 0.5, "p50_ms": 2.5, "p95_ms": 2.5,
    }  # fmt: skip


def test_missing_data_is_said_with_the_place_it_was_looked_for(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
