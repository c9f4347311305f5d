CREATE VIEW words_of_claims AS
SELECT claims.key, claims.reading,
  coalesce(actors.name || ' ' || actors.names, '')
    || CASE WHEN claims.narrator THEN ' ' || coalesce(reports.outlet, '') ELSE '' END AS claimant,
  coalesce((SELECT group_concat('|' || name || '|' || coalesce(country, '') || '|', '') FROM (
    SELECT name, country FROM facets WHERE facets.claim = claims.key AND kind = 'place' ORDER BY number)), '') AS place,
  claims.text
FROM claims JOIN readings ON readings.key = claims.reading JOIN reports ON reports.key = readings.report
LEFT JOIN actors ON actors.key = claims.claimant;

CREATE VIRTUAL TABLE claim_words USING fts5 (
  claimant, place, text, content="words_of_claims", content_rowid="key", tokenize="trigram");

INSERT INTO claim_words (claim_words) VALUES ('rebuild');

CREATE VIEW words_of_disputes AS
SELECT disputes.key,
  disputes.question || coalesce((SELECT group_concat(text, '|') FROM (
    SELECT '|' || claims.text AS text FROM positions
    JOIN position_claims ON position_claims.position = positions.key JOIN claims ON claims.key = position_claims.claim
    WHERE positions.dispute = disputes.key ORDER BY positions.number, position_claims.number)), '') AS text
FROM disputes;

CREATE VIRTUAL TABLE dispute_words USING fts5 (
  text, content="words_of_disputes", content_rowid="key", tokenize="trigram");

INSERT INTO dispute_words (dispute_words) VALUES ('rebuild');

CREATE INDEX disputes_kind ON disputes (kind, until) WHERE superseded IS NULL;
