"""The shipped gazetteer: names are found however they are written, and nothing is found for what is no place."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import GazetteerError
from counterclaim.facets.folding import bare, fold, loose, plain
from counterclaim.facets.gazetteer import CLASSES, PATH, Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Saint-Étienne", "st etienne"),
        ("St. Étienne", "st etienne"),
        ("Mount Vernon", "mt vernon"),
        ("Val-d'Or", "val dor"),
        ("Val-d’Or", "val dor"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("Washington, D.C.", "washington dc"),
        ("  New   York ", "new york"),
        ("", ""),
    ],
)
def test_folding_leaves_what_counts(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_transliterations_share_a_loose_key() -> None:
    for one, other in (("khan sheikhoun", "khan shaykhun"), ("deir az zour", "dayr az zawr"), ("al qusair", "qusayr")):
        assert loose(one)[:4] == loose(other)[:4]


def test_region_words_and_articles_come_off() -> None:
    assert plain("rapides parish") == "rapides"
    assert plain("province of aleppo") == "aleppo"
    assert plain("province") == "province"
    assert bare("al bab") == "bab"
    assert bare("bab") == "bab"


@given(st.text())
def test_folding_is_stable(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=60))
def test_looking_up_anything_gives_whole_entries(name: str) -> None:
    for entry in Gazetteer.open().lookup(name):
        assert entry.name
        assert entry.feature_class == CLASSES[entry.kind]
        assert (entry.lat is None) == (entry.lon is None)
        assert entry.lat is None or (-90 <= entry.lat <= 90 and -180 <= (entry.lon or 0) <= 180)


@pytest.mark.parametrize(
    ("name", "geonameid"),
    [
        ("Kyiv", 703448),
        ("Kiev", 703448),
        ("KIEV", 703448),
        ("Khan Sheikhoun", 168325),
        ("Khan Sheikhun", 168325),
        ("Khan Shaykhun", 168325),
        ("Aleppo", 170063),
        ("Syria", 163843),
        ("U.S.", 6252001),
        ("Britain", 2635167),
        ("Rapides Parish", 4338356),
        ("Raqqa", 172955),
        ("al-Raqqa", 172955),
    ],
)
def test_common_spellings_are_found(gazetteer: Gazetteer, name: str, geonameid: int) -> None:
    assert geonameid in {entry.geonameid for entry in gazetteer.lookup(name)}


def test_the_first_name_comes_before_other_names(gazetteer: Gazetteer) -> None:
    first = gazetteer.lookup("Brod")[0]
    assert first.name == "Brod"


def test_a_region_is_told_from_its_town(gazetteer: Gazetteer) -> None:
    kinds = {entry.kind for entry in gazetteer.lookup("Aleppo")}
    assert {"town", "admin1"} <= kinds
    assert {entry.kind for entry in gazetteer.lookup("Aleppo Governorate")} == {"admin1"}


def test_what_is_no_place_is_not_found(gazetteer: Gazetteer) -> None:
    for name in ("Xyzzyqq", "", " ", "-", "\ud800", "Quarterly Report on Nothing"):
        assert gazetteer.lookup(name) == ()


def test_peoples_and_abbreviations_speak_for_their_country_or_state(gazetteer: Gazetteer) -> None:
    def names(word: str) -> set[str]:
        return {gazetteer.entry(row).name for row in gazetteer.context(word)}

    assert names("Syrians") == {"Syria"}
    assert names("Tex.") == {"Texas"}
    assert names("table") == set()


def test_regions_contain_their_towns(gazetteer: Gazetteer) -> None:
    town = next(entry for entry in gazetteer.lookup("Khan Sheikhoun") if entry.kind == "town")
    assert "Syria" in {gazetteer.entry(row).name for row in gazetteer.ancestors(town.row)}


def test_it_is_small_and_says_where_it_comes_from(gazetteer: Gazetteer) -> None:
    assert PATH.stat().st_size < 20_000_000
    assert len(gazetteer) > 200_000
    assert "GeoNames" in gazetteer.attribution
    assert "CC BY 4.0" in gazetteer.attribution


def test_opening_does_not_read_it_all() -> None:
    code = (
        "import resource; from counterclaim.facets.gazetteer import Gazetteer as G; a = resource.getrusage(0).ru_maxrss"
    )
    code += "; G.open().lookup('Paris'); print(resource.getrusage(0).ru_maxrss - a)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 6_000  # kilobytes


def test_a_damaged_file_is_said_so(tmp_path: Path) -> None:
    broken = tmp_path / "gazetteer.bin"
    for content in (b"", b"short", b"x" * 100):
        broken.write_bytes(content)
        with pytest.raises(GazetteerError):
            Gazetteer.open.__wrapped__(broken)
    with pytest.raises(GazetteerError):
        Gazetteer.open(tmp_path / "none.bin")
