"""What parcels are called in plain words, and which hub they belong to."""

import re
from dataclasses import dataclass

import pytest

from neuroviz.atlas import load_atlas
from neuroviz.domain import Library, hub_parcel, hubs_of, plain_name, plain_names
from neuroviz.domain.regions import stem

NOWHERE = (float("nan"),) * 3


@dataclass
class Parcel:
    name: str
    name17: str = ""
    hemisphere: str = "left"
    network7: str = "Default"
    network17: str = ""
    centroid_mni: tuple[float, float, float] = NOWHERE


@pytest.fixture(scope="module")
def library():
    return Library.load()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("17Networks_LH_DefaultA_PFCm_1", "DefaultA_PFCm"),
        ("7Networks_RH_Vis_12", "Vis"),
        ("DefaultC_Rsp_2", "DefaultC_Rsp"),
        ("7Networks_3", ""),
        ("", ""),
    ],
)
def test_stem(name, expected):
    assert stem(name) == expected


@pytest.mark.parametrize(
    ("parcel", "name"),
    [
        (
            Parcel("7Networks_LH_Default_PFC_3", "17Networks_LH_DefaultA_PFCm_1"),
            "Left medial prefrontal cortex",
        ),
        (Parcel("7Networks_LH_Default_PFC_3"), "Left prefrontal cortex"),
        (Parcel("7Networks_7", hemisphere="both"), "Default mode network"),
        (Parcel("17Networks_1", hemisphere="both", network17="VisCent"), "Central visual network"),
        (Parcel("vmPFC 13", hemisphere="right"), "Right ventromedial prefrontal cortex"),
        (Parcel("mPFC 4", hemisphere="both"), "Medial prefrontal cortex"),
        (Parcel("ROI 74"), "Left point 74"),
        (Parcel("7Networks_LH_Default_Xyz_1"), "7Networks_LH_Default_Xyz_1"),
    ],
)
def test_plain_name(parcel, name, library):
    assert plain_name(parcel, library) == name


def test_numbers_only_where_needed(library):
    twice = [Parcel(f"7Networks_LH_Vis_{i}", f"17Networks_LH_VisCent_ExStr_{i}") for i in (1, 2)]
    once = Parcel("7Networks_LH_Default_PFC_3", "17Networks_LH_DefaultA_PFCm_1")
    names = plain_names([twice[0], once, twice[1]], library)
    assert names == (
        "Left extrastriate visual cortex 1",
        "Left medial prefrontal cortex",
        "Left extrastriate visual cortex 2",
    )


@pytest.mark.parametrize(
    "atlas",
    ["schaefer-100", "schaefer-200", "schaefer-400", "yeo-7", "yeo-17", "dosenbach-default", "power-default"],
)
def test_names_of_a_whole_atlas(atlas, library):
    names = plain_names(load_atlas(atlas).parcels, library)
    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= 60
    for name in names:
        assert re.fullmatch(r"[A-Z][a-z]+[a-z/(), -]*( network)?( [ABC])?( \([a-z ]+\))?( \d+)?", name), name


@pytest.mark.parametrize("size", [100, 200, 400])
def test_hubs_on_the_cortex(size, library):
    parcels = load_atlas(f"schaefer-{size}").parcels
    found = {hub.id: [hub_parcel(hub, parcels, side) for side in ("left", "right")] for hub in library.hubs}
    for hub in (
        "anterior-mpfc",
        "dmpfc",
        "pcc",
        "precuneus",
        "angular-gyrus",
        "lateral-temporal",
        "retrosplenial",
    ):
        left, right = found[hub]
        assert left is not None
        assert right is not None
        assert (left.hemisphere, right.hemisphere) == ("left", "right")
    assert found["hippocampal-formation"] == [None, None]
    if size == 100:
        assert [p.index for p in found["pcc"] if p] == [50, 100]
        assert [p.index for p in found["retrosplenial"] if p] == [49, 99]


def test_a_published_point_belongs_to_its_hub(library):
    point = Parcel("ROI 88", centroid_mni=(-7.0, -55.0, 27.0))
    assert [hub.id for hub in hubs_of(point, library)] == ["pcc"]


def test_the_junction_is_told_from_the_temporal_lobe(library):
    junction = Parcel("7Networks_LH_Default_Par_1", "17Networks_LH_TempPar_1")
    temporal = Parcel("7Networks_RH_Default_Temp_2", "17Networks_RH_TempPar_1", "right")
    salience = Parcel("7Networks_RH_SalVentAttn_TempOccPar_1", "17Networks_RH_TempPar_3", "right")
    assert [[h.id for h in hubs_of(p, library)] for p in (junction, temporal, salience)] == [
        ["tpj"],
        ["lateral-temporal"],
        [],
    ]
