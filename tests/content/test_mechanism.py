"""The mechanism is told as the dossier tells it: 31 steps in order, and at each stop what its table says is up."""

import pytest

from neuroviz.domain import Library
from neuroviz.domain.scenes import as_data
from neuroviz.scenes.values import amount
from neuroviz.ui.scene_files import steps_file, values_at


@pytest.fixture(scope="module")
def library():
    return Library.load()


def there(library, scene, part, stop, shape):
    """How many of a shape of a part are drawn at a stop."""
    values = values_at(library.scenes[scene], library, stop)
    drawn = next(p for p in as_data(library.scenes[scene])["parts"] if p["id"] == part)["draw"]
    return sum(d["shape"] == shape and amount(d["show"], values) > 0.5 for d in drawn)


def test_there_are_31_steps_in_the_order_of_time(library):
    steps = steps_file(library, str)["main"]
    assert len(steps) == 31
    assert [len(g.steps) for g in library.cascade.groups] == [4, 6, 8, 6, 4, 3]


def test_the_interneuron_falls_before_the_pyramidal_cell_rises(library):
    at = {s.id: k for k, s in enumerate(library.cascade.steps)}
    assert at["i-quiet"] < at["p-fires"] < at["surge"] < at["ampa"] < at["calcium"]
    steps = steps_file(library, str)["main"]
    assert steps[at["i-quiet"]]["t"] < steps[at["p-fires"]]["t"]


def test_activity_comes_before_spines(library):
    at = {s.id: k for k, s in enumerate(library.cascade.steps)}
    assert at["order"] < at["new-spines"]


# stop: mTORC1 lit, AMPA receptors drawn, new spines on the branch
TABLE = {
    "before": (False, 3, 0),
    "0min": (False, 3, 0),
    "40min": (True, 3, 0),
    "2h": (False, 3, 0),
    "4h": (False, 5, 0),
    "24h": (False, 6, 2),
    "3d": (False, 6, 2),
    "7d": (False, 3, 1),
    "14d": (False, 3, 1),
}


@pytest.mark.parametrize("stop", TABLE)
def test_each_stop_shows_what_the_table_of_stops_says_is_up(library, stop):
    lit, receptors, spines = TABLE[stop]
    values = values_at(library.scenes["synapse"], library, stop)
    glow = next(p for p in as_data(library.scenes["synapse"])["parts"] if p["id"] == "mtorc1")["draw"][0]
    assert (amount(glow["show"], values) > 0.5) is lit
    assert there(library, "synapse", "ampa", stop, "ampa-shut") == receptors
    assert there(library, "synapse", "branch", stop, "spine-new") == spines


def test_calcium_and_bdnf_are_out_during_the_infusion_only(library):
    for stop, out in (("before", 0), ("40min", 1), ("2h", 0), ("4h", 0), ("24h", 0)):
        assert there(library, "synapse", "ca-channel", stop, "vgcc-open") == out
        assert there(library, "synapse", "bdnf", stop, "fused-bdnf") == out
        assert there(library, "synapse", "trkb", stop, "trkb-active") == out


def test_magnesium_stays_in_the_nmda_channels_of_the_spine(library):
    for stop in TABLE:
        assert there(library, "synapse", "nmda2a", stop, "nmda2a-mg") == 2
        assert there(library, "synapse", "nmda2b", stop, "nmda2b-mg") == 1


def test_the_head_of_the_spine_does_not_grow(library):
    spine = library.scenes["synapse"].part("spine")
    assert not any(d.show for d in spine.draw)


def test_what_is_indirect_in_people_is_marked_so(library):
    """Steps 14 to 17 of the dossier are drawn hollow in the mode of people."""
    assert [s.people for s in library.cascade.steps[13:17]] == ["indirect"] * 4
    synapse = library.scenes["synapse"]
    for part in ("vesicles", "ampa", "ca-channel", "bdnf", "trkb"):
        assert synapse.part(part).people == "indirect"


def test_the_mismatch_stands_on_one_picture(library):
    step = next(s for s in library.cascade.steps if s.id == "new-spines")
    assert {"branch", "sv2a"} <= set(step.synapse.parts)
    assert {"tuft", "people-sv2a"} <= set(step.circuit.parts)
    assert library.scenes["synapse"].part("sv2a").when == ("24h",)


def test_every_track_has_its_case_and_steps(library):
    assert [t.id for t in library.cascade.tracks] == list("abcdefgh")
    for track in library.cascade.tracks:
        assert track.supports
        assert track.against or track.open
        assert len(track.steps) >= 2
    assert [t.id for t in library.cascade.tracks if t.meets] == ["a", "b", "c"]


def test_every_stop_of_the_clock_has_its_words(library):
    for name in ("circuit", "synapse"):
        assert list(library.scenes[name].moments) == [s.id for s in library.clock.stops]
