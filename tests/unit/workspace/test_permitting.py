"""Who may settle disputes: reviewers, the only person of a project, nobody in one for reading only."""

from __future__ import annotations

import pytest

from annotator.domain.errors import UserError
from annotator.workspace.assigning import add_member
from annotator.workspace.permitting import become_reviewer, refuse_unless_reviewer, reviewers
from annotator.workspace.projects import Project
from annotator.workspace.ruling import resolve


def refusal(project):
    with pytest.raises(UserError) as refused:
        refuse_unless_reviewer(project)
    return refused.value.code, refused.value.message


def test_that_the_only_person_of_a_project_reviews(filled):
    refuse_unless_reviewer(filled)


def test_that_among_several_one_has_to_take_the_role(filled):
    add_member(filled, "binh")
    assert refusal(filled)[0] == "no-reviewer"
    become_reviewer(filled)
    refuse_unless_reviewer(filled)
    assert reviewers(filled) == [filled.author]


def test_that_others_than_reviewers_are_told_whom_to_ask(filled):
    add_member(filled, "binh", "reviewer")
    code, message = refusal(filled)
    assert code == "not-reviewer"
    assert "ask binh" in message


def test_that_a_project_for_reading_only_is_not_reviewed(filled):
    with Project.open(filled.path, author=filled.author) as second:
        assert second.read_only
        assert refusal(second)[0] == "read-only"
        with pytest.raises(UserError):
            become_reviewer(second)


def test_that_a_strategy_settles_nothing_for_others_than_reviewers(filled):
    resolve(filled, "majority")
    add_member(filled, "binh", "reviewer")
    with pytest.raises(UserError) as refused:
        resolve(filled, "majority")
    assert refused.value.code == "not-reviewer"
