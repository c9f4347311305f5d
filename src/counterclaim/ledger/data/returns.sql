-- SQLite drops no constraint: the table is made anew without that of one row for each id.
CREATE TABLE reports_anew (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document TEXT NOT NULL,
  revision INTEGER NOT NULL,
  edit TEXT NOT NULL CHECK (edit IN ('first', 'words', 'trivial')),
  title TEXT,
  outlet TEXT,
  published TEXT,
  url TEXT,
  path TEXT,
  language TEXT,
  raw_sha256 TEXT,
  text_sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  generation INTEGER NOT NULL REFERENCES generations (id),
  superseded INTEGER REFERENCES generations (id),
  forgotten TEXT,
  UNIQUE (document, revision)
) STRICT;

INSERT INTO reports_anew SELECT * FROM reports;

DROP TABLE reports;

ALTER TABLE reports_anew RENAME TO reports;

CREATE INDEX reports_id ON reports (id);

CREATE INDEX reports_published ON reports (published);

CREATE TRIGGER reports_found AFTER INSERT ON reports BEGIN
  INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;

CREATE TRIGGER reports_found_no_more AFTER UPDATE OF title, text ON reports BEGIN
  INSERT INTO search (search, rowid, title, text) VALUES ('delete', old.key, old.title, old.text);
  INSERT INTO search (rowid, title, text) VALUES (new.key, new.title, new.text);
END;
