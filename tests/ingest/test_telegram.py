"""Telegram exports: one chat, all chats, and text in pieces."""

from __future__ import annotations

from pathlib import Path

from tests.ingest.giving import read, written

MESSAGES = [
    {"id": 1, "type": "service", "date": "2026-03-04T10:00:00", "action": "create_channel", "text": "He said so."},
    {"id": 2, "type": "message", "date": "2026-03-04T11:30:00", "date_unixtime": "1772616600", "from": "Orlisk now",
     "text": ["Mayor: ", {"type": "bold", "text": "nine people"}, " were killed. ",
              {"type": "link", "text": "t.example"}]},
    {"id": 3, "type": "message", "date": "2026-03-04T11:31:00", "text": "", "photo": "photos/1.jpg"},
    {"id": 4, "type": "message", "date": "2026-03-04T11:32:00", "text": "The army denied it."},
    {"id": 5, "type": "message", "date_unixtime": "99999999999", "text": "🔥"},
    {"id": 6, "type": "message", "date_unixtime": "4099999999", "text": "It was said."},
]  # fmt: skip


def test_messages_with_words_are_reports(tmp_path: Path) -> None:
    chat = {"name": "Orlisk now", "type": "public_channel", "id": 1, "messages": MESSAGES}
    file = written(tmp_path, "result.json", chat)
    came = read(file)
    assert [(report.text, report.published) for report in came.reports] == [
        ("Mayor: nine people were killed. t.example", "2026-03-04T09:30:00+00:00"),
        ("The army denied it.", "2026-03-04T11:32:00"),
        ("It was said.", None),
    ]
    assert {report.outlet for report in came.reports} == {"Orlisk now"}
    assert came.reports[1].path == f"{file}, message 4"
    assert len(came.notes) == 1
    assert came.errors == []


def test_an_export_of_all_chats_names_each(tmp_path: Path) -> None:
    chats = [{"name": name, "type": "public_channel", "id": 1, "messages": MESSAGES[3:4]} for name in ("A", "B", None)]
    export = {
        "about": "x",
        "personal_information": {"name": "nobody"},
        "contacts": {"list": []},
        "chats": {"about": "y", "list": chats},
    }
    came = read(written(tmp_path, "result.json", export))
    assert [report.outlet for report in came.reports] == ["A", "B", None]


def test_an_export_without_messages_is_said(tmp_path: Path) -> None:
    came = read(written(tmp_path, "result.json", {"chats": {"list": []}}))
    assert came.errors == [f"{tmp_path}/result.json: has no messages in it"]


def test_an_export_that_is_cut_short_is_read_up_to_there(tmp_path: Path) -> None:
    chat = written(tmp_path, "result.json", {"name": "A", "type": "x", "id": 1, "messages": MESSAGES})
    came = read(written(tmp_path, "cut.json", chat.read_bytes()[:-60]))
    assert len(came.reports) == 2
    assert came.errors == [f"{tmp_path}/cut.json: is not valid JSON (parse error: premature EOF)"]
