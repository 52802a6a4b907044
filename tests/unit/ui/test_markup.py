"""Markup escapes everything that is not markup."""

from __future__ import annotations

from neuroviz.ui.markup import Markup, el, join


def test_text_and_attributes_are_escaped() -> None:
    assert el("p", "<b>&", title='"x"') == '<p title="&quot;x&quot;">&lt;b&gt;&amp;</p>'


def test_markup_is_kept_and_lists_are_flattened() -> None:
    assert join([el("i"), ["a", None, [Markup("<br>")]]]) == "<i></i>a<br>"


def test_attribute_names() -> None:
    assert (
        el("input", class_="a", data_key="r", hidden=True, disabled=False, value=None) == '<input class="a" data-key="r" hidden>'
    )
