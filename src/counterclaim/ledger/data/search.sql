CREATE VIRTUAL TABLE search USING fts5 (title, text, content="reports", content_rowid="key");

CREATE TRIGGER reports_found AFTER INSERT ON reports BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE TRIGGER reports_found_no_more AFTER UPDATE OF title, text ON reports BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
