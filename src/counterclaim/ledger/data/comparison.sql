ALTER TABLE links ADD COLUMN implied INTEGER NOT NULL DEFAULT 0;

CREATE INDEX generations_work ON generations (work);

CREATE TABLE chapters (
  report INTEGER PRIMARY KEY REFERENCES reports (key),
  place BLOB UNIQUE,
  reading INTEGER REFERENCES readings (key) ON DELETE SET NULL,
  terms BLOB,
  told TEXT,
  work TEXT CHECK (work IN ('index', 'tell'))
) STRICT;

CREATE INDEX chapters_reading ON chapters (reading);

CREATE INDEX chapters_work ON chapters (work, place) WHERE work NOTNULL;

CREATE TABLE terms (
  term INTEGER NOT NULL,
  place BLOB NOT NULL,
  PRIMARY KEY (term, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE ties (
  reading INTEGER NOT NULL REFERENCES readings (key) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  source INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
  source_clause INTEGER NOT NULL,
  target INTEGER NOT NULL REFERENCES claims (key) ON DELETE CASCADE,
  target_clause INTEGER NOT NULL,
  type TEXT,
  kind TEXT NOT NULL,
  score REAL NOT NULL,
  lays_ground INTEGER NOT NULL,
  PRIMARY KEY (reading, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX ties_source ON ties (source);

CREATE INDEX ties_target ON ties (target);

CREATE TABLE touched (
  claim INTEGER PRIMARY KEY REFERENCES claims (key) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER readings_come AFTER INSERT ON readings BEGIN
  INSERT INTO chapters (report, work) VALUES (new.report, 'index') ON CONFLICT (report) DO UPDATE SET work = 'index';
END;

CREATE TRIGGER readings_end AFTER UPDATE OF superseded ON readings BEGIN
  INSERT INTO chapters (report, work) VALUES (new.report, 'index') ON CONFLICT (report) DO UPDATE SET work = 'index';
END;

CREATE TRIGGER origins_come AFTER INSERT ON origins BEGIN
  INSERT INTO chapters (report, work) VALUES (new.report, 'index') ON CONFLICT (report) DO UPDATE SET work = 'index';
END;

CREATE TRIGGER origins_end AFTER UPDATE OF superseded ON origins BEGIN
  INSERT INTO chapters (report, work) VALUES (new.report, 'index') ON CONFLICT (report) DO UPDATE SET work = 'index';
END;

INSERT INTO chapters (report, work) SELECT DISTINCT report, 'index' FROM readings WHERE superseded IS NULL;

INSERT INTO touched (claim) SELECT DISTINCT claim FROM disputes JOIN positions ON positions.dispute = disputes.key
JOIN position_claims ON position_claims.position = positions.key WHERE superseded IS NULL;
