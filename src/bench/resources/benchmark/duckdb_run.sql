-- The work of a run in DuckDB's SQL, written independently of the program's code: from the ledgers
-- to entries, quarantine, cells and placement rates. The benchmark requires the same figures.
--
-- What it does not do: history, other dates than one, files that replace each other, encodings,
-- delimiters and headers that differ, cells in full width, dates in other forms, limits and damage
-- of files, keyed hashes (it has plain SHA-256), constraints, a transaction log, receipts, trend and
-- outcome counts; and it cannot be repeated with another week's files without starting anew.

-- 1. Code lists -----------------------------------------------------------------------------------

-- A code stands for itself, for its name and for each alias; a later row wins.
CREATE TEMP TABLE code_texts AS
WITH lists AS (
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${lists}/code_lists.csv', header = true, all_varchar = true)
), aliases AS (
  SELECT *, row_number() OVER () AS line
  FROM read_csv('${lists}/code_aliases.csv', header = true, all_varchar = true)
), texts AS (
  SELECT list, code AS text, code, line FROM lists
  UNION ALL SELECT list, name, code, 1000000 + line FROM lists
  UNION ALL SELECT list, text, code, 2000000 + line FROM aliases
), coded AS (
  SELECT list, replace(text, ' ', '') AS text, arg_max(code, line) AS code FROM texts GROUP BY ALL
)
SELECT * FROM coded
UNION ALL
SELECT DISTINCT c.list, substr(c.code, 2) AS text, c.code
FROM coded c
WHERE regexp_full_match(c.code, '0\d')
  AND NOT EXISTS (FROM coded o WHERE o.list = c.list AND o.text = substr(c.code, 2));

CREATE TEMP TABLE divisions AS
SELECT code, name FROM read_csv('${lists}/divisions.csv', header = true, all_varchar = true);

-- Divisions and names that are no longer in force; the last line of a code has its last name.
CREATE TEMP TABLE former_divisions AS
SELECT code, name, coalesce(nullif(present_code, ''), code) AS meaning, row_number() OVER () AS line
FROM read_csv('${lists}/divisions_history.csv', header = true, all_varchar = true);

CREATE TEMP TABLE division_names AS
SELECT code, name FROM divisions
UNION ALL
SELECT code, arg_max(name, line) AS name
FROM former_divisions
WHERE code NOT IN (SELECT code FROM divisions)
GROUP BY code;

-- Codes, which stand for themselves, and names with their parents' before them, as far as they name
-- one division: one of today, or else what a former one became.
CREATE TEMP TABLE division_texts AS
WITH named AS (
  SELECT code, name, code AS meaning, 'present' AS era FROM divisions
  UNION ALL SELECT code, name, meaning, 'former' FROM former_divisions
), placed AS (
  SELECT n.*, coalesce(p.name, '') AS province, coalesce(f.name, '') AS prefecture
  FROM named n
  LEFT JOIN division_names p ON p.code = left(n.code, 2) || '0000'
  LEFT JOIN division_names f ON f.code = left(n.code, 4) || '00'
), texts AS (
  SELECT DISTINCT era, meaning, unnest([name, province || name, prefecture || name,
    province || prefecture || name]) AS text
  FROM placed
), clear AS (
  SELECT text, min(meaning) AS code
  FROM texts t
  WHERE era = 'present' OR NOT EXISTS (FROM texts o WHERE o.era = 'present' AND o.text = t.text)
  GROUP BY era, text
  HAVING count(*) = 1
)
SELECT code AS text, code FROM divisions
UNION ALL
SELECT code AS text, arg_max(meaning, line) AS code
FROM former_divisions
WHERE code NOT IN (SELECT code FROM divisions)
GROUP BY code
UNION ALL
SELECT text, code FROM clear WHERE text NOT IN (SELECT code FROM division_names);

CREATE TEMP TABLE universities AS
SELECT code AS university_code, name AS university_name,
  province_code AS university_province_code, prefecture_code AS university_prefecture_code
FROM read_csv('${additions}/universities.csv', header = true, all_varchar = true);

CREATE TEMP TABLE tags AS
SELECT tag, coalesce(implies, '') AS implies, coalesce(composite_of, '') AS composite_of
FROM read_csv('${lists}/hardship_tags.csv', header = true, all_varchar = true);

CREATE TEMP TABLE key_groups AS
SELECT tag, from_year::INT AS from_year, coalesce(to_year::INT, 9999) AS to_year
FROM read_csv('${lists}/key_groups.csv', header = true, all_varchar = true);

-- Names of disciplines and classes.
CREATE TEMP TABLE fields_of_study AS
SELECT catalogue, code, name
FROM read_csv('${lists}/disciplines.csv', header = true, all_varchar = true)
UNION ALL
SELECT catalogue, code, name
FROM read_csv('${lists}/major_classes.csv', header = true, all_varchar = true);

-- 2. Rows -----------------------------------------------------------------------------------------

CREATE MACRO cell(text) AS nullif(trim(text), '');

-- The check character of an ID number (GB 11643) from its first seventeen digits.
CREATE MACRO check_character(n) AS substr('10X98765432', 1 + ((
    n // 10000000000000000 % 10 * 7 + n // 1000000000000000 % 10 * 9
    + n // 100000000000000 % 10 * 10 + n // 10000000000000 % 10 * 5
    + n // 1000000000000 % 10 * 8 + n // 100000000000 % 10 * 4
    + n // 10000000000 % 10 * 2 + n // 1000000000 % 10
    + n // 100000000 % 10 * 6 + n // 10000000 % 10 * 3
    + n // 1000000 % 10 * 7 + n // 100000 % 10 * 9
    + n // 10000 % 10 * 10 + n // 1000 % 10 * 5
    + n // 100 % 10 * 8 + n // 10 % 10 * 4 + n % 10 * 2) % 11)::INT, 1);

CREATE MACRO id_number_state(id) AS CASE
  WHEN id IS NULL THEN 'missing'
  WHEN regexp_full_match(id, '\d(\.\d+)?E\+?1[67]') THEN 'destroyed'
  WHEN NOT regexp_full_match(id, '\d{17}.') OR try_strptime(substr(id, 7, 8), '%Y%m%d') IS NULL
    THEN 'invalid'
  WHEN check_character(TRY_CAST(left(id, 17) AS BIGINT)) <> right(id, 1)
    THEN CASE WHEN right(id, 3) = '000' THEN 'destroyed' ELSE 'invalid' END
  WHEN right(id, 3) = '000' THEN 'rounded'
  ELSE 'valid' END;

-- Every row, trimmed, with its pseudonyms. A row's rowid is its place in the order of the files.
CREATE TEMP TABLE cells AS
WITH trimmed AS (
  SELECT
    filename,
    regexp_extract(filename, '(\d{5})_\d{8}\.csv$', 1) AS university_code,
    cell("学号") AS student_number, cell("姓名") AS name, upper(cell("身份证号")) AS id_number,
    cell("性别") AS gender, cell("民族") AS ethnicity,
    cell("学历代码") AS degree, cell("学历") AS degree_of_text,
    cell("专业代码") AS major_code, cell("专业") AS major_name,
    cell("生源所在地代码") AS origin,
    try_strptime(cell("毕业时间"), '%Y%m%d')::DATE AS graduation_date,
    cell("毕业时间") AS graduation_date_text,
    cell("困难生类别代码") AS hardship_code, cell("困难生类别") AS hardship_text,
    cell("毕业去向代码") AS outcome, cell("毕业去向") AS outcome_of_text,
    cell("单位名称") AS employer,
    hash("学号", "姓名", "身份证号", "性别", "民族", "学历代码", "学历", "专业代码", "专业",
      "生源所在地代码", "毕业时间", "困难生类别代码", "困难生类别", "毕业去向代码", "毕业去向",
      "单位名称") AS row_hash
  FROM ${ledgers}
)
SELECT
  * EXCLUDE (student_number, name, id_number, employer),
  CASE WHEN student_number IS NOT NULL
    THEN left(sha256(university_code || student_number), 32) END AS student_key,
  id_number_state(id_number) AS id_state,
  CASE WHEN id_number_state(id_number) IN ('valid', 'rounded')
    THEN left(sha256(id_number), 32) END AS any_person_id,
  CASE WHEN name IS NULL OR employer IS NULL OR NOT contains(employer, name)
    THEN employer END AS employer,
  year(graduation_date) + CASE WHEN month(graduation_date) >= 9 THEN 1 ELSE 0 END AS graduation_year
FROM trimmed;

-- One row per file. A spreadsheet that rounded the ID numbers of a file rounded all of them.
CREATE TEMP TABLE files AS
SELECT
  filename,
  regexp_extract(filename, '([^/]+)$', 1) AS submission_id,
  strptime(regexp_extract(filename, '_(\d{8})\.csv$', 1), '%Y%m%d')::DATE AS snapshot_date,
  min(rowid) AS first_row,
  count(*) FILTER (id_state IN ('rounded', 'destroyed')) AS rounded,
  rounded >= 3 AND rounded > 0.05 * count(*) FILTER (id_state <> 'missing') AS destroyed
FROM cells
GROUP BY ALL;

-- Rows that cannot be counted rightly. Of several rows of one graduate the last one counts; of rows
-- identical with it the first is kept.
CREATE TEMP TABLE quarantine AS
WITH identified AS (
  SELECT c.rowid AS position, c.filename, c.graduation_year, c.row_hash,
    coalesce(c.student_key, CASE WHEN c.id_state = 'valid' OR NOT f.destroyed
      THEN c.any_person_id END) AS identity
  FROM cells c JOIN files f USING (filename)
), repeated AS (
  SELECT filename, graduation_year, identity
  FROM identified
  WHERE identity IS NOT NULL AND graduation_year IS NOT NULL
  GROUP BY ALL
  HAVING count(*) > 1
), compared AS (
  SELECT i.position, i.row_hash,
    last_value(i.row_hash) OVER same AS last_hash,
    first_value(i.position) OVER (PARTITION BY i.filename, i.graduation_year, i.identity, i.row_hash
      ORDER BY i.position) AS first_position
  FROM identified i SEMI JOIN repeated r USING (filename, graduation_year, identity)
  WINDOW same AS (PARTITION BY i.filename, i.graduation_year, i.identity ORDER BY i.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
)
SELECT position, CASE WHEN identity IS NULL THEN 'no_identity' ELSE 'no_graduation_year' END AS rule_id
FROM identified
WHERE identity IS NULL OR graduation_year IS NULL
UNION ALL
SELECT position, CASE WHEN row_hash <> last_hash THEN 'conflicting_row' ELSE 'duplicate_row' END
FROM compared
WHERE row_hash <> last_hash OR position <> first_position;

-- 3. Entries --------------------------------------------------------------------------------------

-- What each pair of hardship cells says. Pairs that say the same are one hardship set.
CREATE TEMP TABLE hardship AS
WITH pairs AS (
  SELECT DISTINCT hardship_code, hardship_text FROM cells
), masked AS (
  SELECT p.*, coalesce(m.code, t.code) AS mask
  FROM pairs p
  LEFT JOIN code_texts m ON m.list = 'hardship_mask' AND m.text = p.hardship_code
  LEFT JOIN code_texts t ON t.list = 'hardship_mask' AND t.text = p.hardship_text
), words AS (
  SELECT *, unnest(list_filter(
    regexp_split_to_array(concat_ws('、', hardship_code, hardship_text), '[、,;/|+和及]'),
    lambda word: word <> '')) AS word
  FROM masked
), items AS (
  SELECT w.hardship_code, w.hardship_text, list(t.code) AS items
  FROM words w
  LEFT JOIN code_texts t ON t.list = 'hardship_tag' AND t.text = w.word
  GROUP BY ALL
), tagged AS (
  SELECT m.*, i.items,
    list_sort(list_distinct(
      CASE WHEN m.mask IN ('1', '3', '5', '7') THEN ['employment_difficulty'] ELSE [] END
      || CASE WHEN m.mask IN ('2', '3', '6', '7') THEN ['economic_difficulty'] ELSE [] END
      || CASE WHEN m.mask IN ('4', '5', '6', '7') THEN ['disabled'] ELSE [] END
      || list_filter(coalesce(i.items, []), lambda item: item <> 'none'))) AS hardship_tags
  FROM masked m
  LEFT JOIN items i
    ON i.hardship_code IS NOT DISTINCT FROM m.hardship_code
    AND i.hardship_text IS NOT DISTINCT FROM m.hardship_text
), detailed AS (
  SELECT hardship_code, hardship_text, hardship_tags,
    CASE
      WHEN len(list_filter(hardship_tags, lambda tag:
        tag NOT IN ('employment_difficulty', 'economic_difficulty', 'disabled'))) > 0 THEN 'tags'
      WHEN len(hardship_tags) > 0 THEN 'mask'
      WHEN mask = '0' OR list_contains(items, 'none') THEN 'none'
      ELSE 'missing' END AS hardship_detail,
    mask IS NULL AND coalesce(len(items) > list_count(items), false) AS unlisted
  FROM tagged
)
SELECT *, dense_rank() OVER (ORDER BY hardship_tags, hardship_detail) AS hardship_set FROM detailed;

CREATE TEMP TABLE hardship_sets AS
SELECT DISTINCT hardship_set, hardship_tags, hardship_detail FROM hardship;

-- Codes without the marks K and T, and with the leading zero that a spreadsheet dropped.
CREATE MACRO major_digits(text) AS
  regexp_extract(upper(text), '^(\d{4}(?:\d{2}|[ZJ]\d)?|\d{5})[KT]{0,2}$', 1);

CREATE TEMP TABLE entries AS
WITH coded AS (
  SELECT
    f.submission_id, c.rowid - f.first_row + 2 AS row_number, c.university_code, c.graduation_year,
    f.snapshot_date, c.student_key,
    CASE WHEN c.id_state = 'rounded' AND f.destroyed THEN 'destroyed' ELSE c.id_state END AS id_state,
    c.any_person_id,
    CASE gender.code WHEN '1' THEN 'male' WHEN '2' THEN 'female' END AS gender,
    ethnicity.code <> '01' AS ethnic_minority,
    coalesce(degree.code, degree_of_text.code) AS degree_code,
    coalesce(c.degree, c.degree_of_text) AS degree_text,
    CASE
      WHEN degree_code IN ('01', '03') THEN 'doctoral'
      WHEN degree_code IN ('11', '13') THEN 'master'
      WHEN degree_code IN ('25', '26', '31', '33') THEN 'bachelor'
      WHEN degree_code IN ('41', '43', '49', '61') THEN 'associate'
      ELSE 'unknown' END AS degree_level,
    CASE
      WHEN degree_code IN ('03', '13', '26', '33', '43') THEN 'completed'
      WHEN degree_code = '49' THEN 'incomplete'
      WHEN degree_code IS NOT NULL THEN 'graduated' END AS completion,
    nullif(CASE WHEN regexp_full_match(major_digits(c.major_code), '\d{5}')
      THEN '0' || major_digits(c.major_code) ELSE major_digits(c.major_code) END, '') AS major_code,
    CASE WHEN major_digits(c.major_code) <> '' AND NOT regexp_matches(c.major_name, '\d{11}')
      THEN c.major_name END AS major_name,
    coalesce(origin.code, CASE WHEN regexp_full_match(c.origin, '\d{6}') THEN c.origin END)
      AS origin_region_code,
    c.origin IS NOT NULL AND origin.code IS NULL AS origin_unlisted,
    c.graduation_date, c.graduation_date_text,
    h.hardship_set, h.unlisted AS hardship_unlisted,
    coalesce(outcome.code, outcome_of_text.code) AS outcome_code,
    coalesce(c.outcome, c.outcome_of_text) AS outcome_text,
    CASE WHEN coalesce(outcome.code, outcome_of_text.code, '') NOT IN ('75', '76')
      AND NOT regexp_matches(c.employer, '\d{11}') THEN c.employer END AS employer_name
  FROM cells c
  JOIN files f USING (filename)
  JOIN hardship h
    ON h.hardship_code IS NOT DISTINCT FROM c.hardship_code
    AND h.hardship_text IS NOT DISTINCT FROM c.hardship_text
  LEFT JOIN code_texts gender ON gender.list = 'gender' AND gender.text = c.gender
  LEFT JOIN code_texts ethnicity ON ethnicity.list = 'ethnicity' AND ethnicity.text = c.ethnicity
  LEFT JOIN code_texts degree ON degree.list = 'degree' AND degree.text = c.degree
  LEFT JOIN code_texts degree_of_text
    ON degree_of_text.list = 'degree' AND degree_of_text.text = c.degree_of_text
  LEFT JOIN code_texts outcome
    ON outcome.list = 'outcome'
    AND outcome.text = CASE WHEN regexp_full_match(c.outcome, '[1-8]\d{2}')
      THEN left(c.outcome, 2) ELSE c.outcome END
  LEFT JOIN code_texts outcome_of_text
    ON outcome_of_text.list = 'outcome' AND outcome_of_text.text = c.outcome_of_text
  LEFT JOIN division_texts origin ON origin.text = c.origin
  ANTI JOIN quarantine q ON q.position = c.rowid
), catalogued AS (
  SELECT *,
    left(major_code, 2) AS major_prefix,
    CASE
      WHEN degree_level IN ('doctoral', 'master') AND major_prefix BETWEEN '01' AND '14'
        THEN 'graduate'
      WHEN degree_level = 'bachelor' AND major_prefix BETWEEN '01' AND '14' THEN 'undergraduate'
      WHEN degree_level = 'bachelor' AND major_prefix BETWEEN '21' AND '39'
        THEN 'vocational_bachelor'
      WHEN degree_level = 'associate' AND major_prefix BETWEEN '41' AND '50' THEN 'vocational_2021'
      WHEN degree_level = 'associate' AND major_prefix BETWEEN '60' AND '69' THEN 'vocational_2015'
      WHEN degree_level = 'associate' AND major_prefix BETWEEN '51' AND '59'
        THEN CASE WHEN graduation_year >= 2024 THEN 'vocational_2021' ELSE 'vocational_2015' END
      ELSE 'unknown' END AS major_catalogue
  FROM coded
)
SELECT
  submission_id, row_number, university_code, graduation_year, snapshot_date, student_key,
  CASE WHEN id_state IN ('valid', 'rounded') THEN any_person_id END AS person_id,
  gender, ethnic_minority, degree_code, degree_level, completion, major_catalogue, major_code,
  major_name, origin_region_code, graduation_date, hardship_set, outcome_code,
  outcome_code IS DISTINCT FROM '65' AS in_denominator, employer_name,
  list_sort(list_filter([
    CASE WHEN outcome_text IS NULL THEN 'outcome_missing' END,
    CASE WHEN outcome_text IS NOT NULL AND outcome_code IS NULL THEN 'outcome_unlisted' END,
    CASE WHEN degree_text IS NOT NULL AND degree_code IS NULL THEN 'degree_unlisted' END,
    CASE WHEN major_catalogue = 'unknown' THEN 'major_unrecognised' END,
    CASE WHEN origin_unlisted THEN 'origin_unlisted' END,
    CASE WHEN hardship_unlisted THEN 'hardship_unlisted' END,
    CASE WHEN id_state = 'invalid' THEN 'id_number_invalid' END,
    CASE WHEN id_state = 'destroyed' THEN 'id_number_destroyed' END,
    CASE WHEN graduation_date_text IS NOT NULL AND graduation_date IS NULL
      THEN 'graduation_date_unreadable' END
  ], lambda flag: flag IS NOT NULL)) AS flags
FROM catalogued;

COPY (
  SELECT e.* EXCLUDE (hardship_set), s.hardship_tags, s.hardship_detail
  FROM entries e JOIN hardship_sets s USING (hardship_set)
) TO '${output}/entries.parquet' (FORMAT parquet);

COPY (
  SELECT f.submission_id, q.position - f.first_row + 2 AS row_number, q.rule_id
  FROM quarantine q JOIN cells c ON c.rowid = q.position JOIN files f USING (filename)
) TO '${output}/quarantine.parquet' (FORMAT parquet);

-- 4. Cells ----------------------------------------------------------------------------------------

CREATE MACRO discipline_catalogue(catalogue) AS CASE
  WHEN catalogue IN ('undergraduate', 'graduate') THEN 'academic'
  WHEN catalogue IN ('vocational_bachelor', 'vocational_2015', 'vocational_2021') THEN 'vocational'
  ELSE 'unknown' END;

CREATE MACRO discipline_code(catalogue, major) AS coalesce(CASE
  WHEN catalogue IN ('undergraduate', 'graduate', 'vocational_2021') THEN left(major, 2)
  WHEN catalogue = 'vocational_2015' THEN (TRY_CAST(left(major, 2) AS INT) - 10)::VARCHAR
  WHEN catalogue = 'vocational_bachelor' THEN (TRY_CAST(left(major, 2) AS INT) + 20)::VARCHAR
  END, 'unknown');

CREATE TEMP TABLE cells_by_major AS
SELECT
  university_code, graduation_year, snapshot_date, degree_level, hardship_set, major_catalogue,
  coalesce(major_code, 'unknown') AS major_code,
  count(*) FILTER (outcome_code = '10') AS outcome_10,
  count(*) FILTER (outcome_code = '11') AS outcome_11,
  count(*) FILTER (outcome_code = '12') AS outcome_12,
  count(*) FILTER (outcome_code = '27') AS outcome_27,
  count(*) FILTER (outcome_code = '46') AS outcome_46,
  count(*) FILTER (outcome_code = '50') AS outcome_50,
  count(*) FILTER (outcome_code = '51') AS outcome_51,
  count(*) FILTER (outcome_code = '75') AS outcome_75,
  count(*) FILTER (outcome_code = '76') AS outcome_76,
  count(*) FILTER (outcome_code = '80') AS outcome_80,
  count(*) FILTER (outcome_code = '81') AS outcome_81,
  count(*) FILTER (outcome_code = '82') AS outcome_82,
  count(*) FILTER (outcome_code = '85') AS outcome_85,
  count(*) FILTER (outcome_code = '70') AS outcome_70,
  count(*) FILTER (outcome_code = '71') AS outcome_71,
  count(*) FILTER (outcome_code = '72') AS outcome_72,
  count(*) FILTER (outcome_code = '65') AS outcome_65,
  count(*) FILTER (outcome_code IS NULL) AS outcome_unknown
FROM entries
GROUP BY ALL;

CREATE TEMP TABLE cells_by_origin AS
SELECT
  university_code, graduation_year, snapshot_date, degree_level, hardship_set,
  discipline_catalogue(major_catalogue) AS discipline_catalogue,
  discipline_code(major_catalogue, major_code) AS discipline_code,
  coalesce(left(origin_region_code, 4) || '00', '000000') AS origin_prefecture_code,
  count(*) FILTER (outcome_code = '10') AS outcome_10,
  count(*) FILTER (outcome_code = '11') AS outcome_11,
  count(*) FILTER (outcome_code = '12') AS outcome_12,
  count(*) FILTER (outcome_code = '27') AS outcome_27,
  count(*) FILTER (outcome_code = '46') AS outcome_46,
  count(*) FILTER (outcome_code = '50') AS outcome_50,
  count(*) FILTER (outcome_code = '51') AS outcome_51,
  count(*) FILTER (outcome_code = '75') AS outcome_75,
  count(*) FILTER (outcome_code = '76') AS outcome_76,
  count(*) FILTER (outcome_code = '80') AS outcome_80,
  count(*) FILTER (outcome_code = '81') AS outcome_81,
  count(*) FILTER (outcome_code = '82') AS outcome_82,
  count(*) FILTER (outcome_code = '85') AS outcome_85,
  count(*) FILTER (outcome_code = '70') AS outcome_70,
  count(*) FILTER (outcome_code = '71') AS outcome_71,
  count(*) FILTER (outcome_code = '72') AS outcome_72,
  count(*) FILTER (outcome_code = '65') AS outcome_65,
  count(*) FILTER (outcome_code IS NULL) AS outcome_unknown
FROM entries
GROUP BY ALL;

COPY (
  SELECT c.* EXCLUDE (hardship_set), s.hardship_tags, s.hardship_detail
  FROM cells_by_major c JOIN hardship_sets s USING (hardship_set)
) TO '${output}/cells_by_major.parquet' (FORMAT parquet);

COPY (
  SELECT c.* EXCLUDE (hardship_set), s.hardship_tags, s.hardship_detail
  FROM cells_by_origin c JOIN hardship_sets s USING (hardship_set)
) TO '${output}/cells_by_origin.parquet' (FORMAT parquet);

-- 5. Hardship groups ------------------------------------------------------------------------------

-- Which tags make somebody one of a tag: the tag, those that imply it, those that it is made of.
CREATE TEMP TABLE sufficient AS
SELECT tag, tag AS has FROM tags
UNION SELECT implies, tag FROM tags WHERE implies <> ''
UNION SELECT tag, unnest(string_split(composite_of, '|')) FROM tags WHERE composite_of <> '';

CREATE TEMP TABLE hardship_groups AS
WITH having_tag AS (
  SELECT DISTINCT s.hardship_set, f.tag
  FROM (SELECT hardship_set, unnest(hardship_tags) AS has FROM hardship_sets) s
  JOIN sufficient f USING (has)
), years AS (
  SELECT DISTINCT graduation_year FROM entries
), sets AS (
  SELECT s.*, y.graduation_year,
    hardship_tags = ['employment_difficulty'] AS only_employment,
    EXISTS (
      FROM having_tag h JOIN key_groups k USING (tag)
      WHERE h.hardship_set = s.hardship_set
        AND y.graduation_year BETWEEN k.from_year AND k.to_year) AS in_key_group
  FROM hardship_sets s CROSS JOIN years y
)
SELECT hardship_set, graduation_year, unnest(list_filter([
  'all',
  CASE WHEN hardship_detail = 'none' THEN 'none' END,
  CASE WHEN hardship_detail = 'missing' THEN 'unknown' END,
  CASE WHEN only_employment THEN 'employment_difficulty_only' END,
  CASE WHEN len(hardship_tags) > 0 AND NOT only_employment THEN 'any' END,
  CASE WHEN in_key_group THEN 'key_group' END,
  CASE WHEN hardship_detail = 'mask' AND NOT in_key_group THEN 'key_group_unknown' END
], lambda name: name IS NOT NULL)) AS hardship_group
FROM sets
UNION ALL
SELECT h.hardship_set, y.graduation_year, h.tag FROM having_tag h CROSS JOIN years y
UNION ALL
SELECT h.hardship_set, y.graduation_year, 'double_difficulty'
FROM having_tag h CROSS JOIN years y
WHERE h.tag IN ('employment_difficulty', 'economic_difficulty')
GROUP BY ALL
HAVING count(*) = 2;

-- 6. Rates ----------------------------------------------------------------------------------------

-- The counts of figures, from the outcomes of cells. All files are of one date here.
CREATE MACRO stale(as_of, snapshot, graduates) AS
  CASE WHEN as_of - snapshot > 7 THEN graduates ELSE 0 END;

CREATE TEMP TABLE major_cells AS
WITH dated AS (SELECT *, max(snapshot_date) OVER () AS as_of_date FROM cells_by_major)
SELECT
  c.as_of_date, c.snapshot_date, c.graduation_year, c.degree_level, c.university_code,
  coalesce(u.university_province_code, '000000') AS university_province_code,
  coalesce(u.university_prefecture_code, '000000') AS university_prefecture_code,
  discipline_catalogue(c.major_catalogue) AS discipline_catalogue,
  discipline_code(c.major_catalogue, c.major_code) AS discipline_code,
  c.major_catalogue,
  CASE WHEN c.major_catalogue <> 'unknown' AND length(c.major_code) >= 4
    AND c.major_code <> 'unknown' THEN left(c.major_code, 4) ELSE 'unknown' END AS class_code,
  c.major_code, g.hardship_group,
  c.outcome_10 + c.outcome_11 + c.outcome_27 + c.outcome_46 + c.outcome_50 + c.outcome_51 AS contract,
  c.outcome_12 AS other_employment,
  c.outcome_75 AS self_employed,
  c.outcome_76 AS freelance,
  c.outcome_80 + c.outcome_81 + c.outcome_82 AS domestic_study,
  c.outcome_85 AS abroad,
  c.outcome_70 AS awaiting,
  c.outcome_71 + c.outcome_72 AS not_seeking,
  c.outcome_unknown,
  stale(c.as_of_date, c.snapshot_date,
    c.outcome_10 + c.outcome_11 + c.outcome_12 + c.outcome_27 + c.outcome_46 + c.outcome_50 +
    c.outcome_51 + c.outcome_75 + c.outcome_76 + c.outcome_80 + c.outcome_81 + c.outcome_82 +
    c.outcome_85 + c.outcome_70 + c.outcome_71 + c.outcome_72 + c.outcome_unknown) AS stale_graduates
FROM dated c
JOIN hardship_groups g USING (hardship_set, graduation_year)
LEFT JOIN universities u USING (university_code);

CREATE TEMP TABLE origin_cells AS
WITH dated AS (SELECT *, max(snapshot_date) OVER () AS as_of_date FROM cells_by_origin)
SELECT
  c.as_of_date, c.snapshot_date, c.graduation_year, c.degree_level, c.discipline_catalogue,
  c.discipline_code,
  left(c.origin_prefecture_code, 2) || '0000' AS origin_province_code,
  CASE WHEN c.origin_prefecture_code LIKE '%0000' THEN '000000'
    ELSE c.origin_prefecture_code END AS origin_prefecture_code,
  g.hardship_group,
  c.outcome_10 + c.outcome_11 + c.outcome_27 + c.outcome_46 + c.outcome_50 + c.outcome_51 AS contract,
  c.outcome_12 AS other_employment,
  c.outcome_75 AS self_employed,
  c.outcome_76 AS freelance,
  c.outcome_80 + c.outcome_81 + c.outcome_82 AS domestic_study,
  c.outcome_85 AS abroad,
  c.outcome_70 AS awaiting,
  c.outcome_71 + c.outcome_72 AS not_seeking,
  c.outcome_unknown,
  stale(c.as_of_date, c.snapshot_date,
    c.outcome_10 + c.outcome_11 + c.outcome_12 + c.outcome_27 + c.outcome_46 + c.outcome_50 +
    c.outcome_51 + c.outcome_75 + c.outcome_76 + c.outcome_80 + c.outcome_81 + c.outcome_82 +
    c.outcome_85 + c.outcome_70 + c.outcome_71 + c.outcome_72 + c.outcome_unknown) AS stale_graduates
FROM dated c
JOIN hardship_groups g USING (hardship_set, graduation_year);

CREATE TEMP TABLE counts AS
SELECT
  as_of_date, graduation_year,
  CASE grouping(degree_level) WHEN 1 THEN 'all' ELSE degree_level END AS degree_level,
  CASE WHEN grouping(university_province_code) = 0 OR grouping(university_prefecture_code) = 0
    THEN 'university' ELSE 'all' END AS region_role,
  CASE WHEN grouping(university_province_code) = 0 THEN 'province'
    WHEN grouping(university_prefecture_code) = 0 THEN 'prefecture' ELSE 'all' END AS region_level,
  CASE WHEN grouping(university_province_code) = 0 THEN university_province_code
    WHEN grouping(university_prefecture_code) = 0 THEN university_prefecture_code
    ELSE 'all' END AS region_code,
  CASE WHEN grouping(major_code) = 0 THEN 'major'
    WHEN grouping(class_code) = 0 THEN 'class'
    WHEN grouping(discipline_code) = 0 THEN 'discipline' ELSE 'all' END AS major_level,
  CASE WHEN grouping(major_catalogue) = 0 THEN major_catalogue
    WHEN grouping(discipline_code) = 0 THEN discipline_catalogue ELSE 'all' END AS major_catalogue,
  CASE WHEN grouping(major_code) = 0 THEN major_code
    WHEN grouping(class_code) = 0 THEN class_code
    WHEN grouping(discipline_code) = 0 THEN discipline_code ELSE 'all' END AS major_code,
  CASE grouping(university_code) WHEN 1 THEN 'all' ELSE university_code END AS university_code,
  hardship_group,
  sum(contract)::BIGINT AS contract,
  sum(other_employment)::BIGINT AS other_employment,
  sum(self_employed)::BIGINT AS self_employed,
  sum(freelance)::BIGINT AS freelance,
  sum(domestic_study)::BIGINT AS domestic_study,
  sum(abroad)::BIGINT AS abroad,
  sum(awaiting)::BIGINT AS awaiting,
  sum(not_seeking)::BIGINT AS not_seeking,
  sum(outcome_unknown)::BIGINT AS outcome_unknown,
  sum(stale_graduates)::BIGINT AS stale_graduates
FROM major_cells
GROUP BY as_of_date, graduation_year, hardship_group, GROUPING SETS ((), (degree_level)),
  GROUPING SETS (
    (), (university_province_code), (university_prefecture_code), (university_code),
    (discipline_catalogue, discipline_code),
    (discipline_catalogue, discipline_code, university_province_code),
    (discipline_catalogue, discipline_code, university_prefecture_code),
    (discipline_catalogue, discipline_code, university_code),
    (major_catalogue, class_code), (major_catalogue, class_code, university_province_code),
    (major_catalogue, major_code), (major_catalogue, major_code, university_province_code))
UNION ALL
SELECT
  as_of_date, graduation_year,
  CASE grouping(degree_level) WHEN 1 THEN 'all' ELSE degree_level END,
  'all', 'all', 'all',
  CASE grouping(major_code) WHEN 0 THEN 'major' ELSE 'class' END,
  major_catalogue,
  CASE grouping(major_code) WHEN 0 THEN major_code ELSE class_code END,
  university_code, hardship_group,
  sum(contract)::BIGINT AS contract,
  sum(other_employment)::BIGINT AS other_employment,
  sum(self_employed)::BIGINT AS self_employed,
  sum(freelance)::BIGINT AS freelance,
  sum(domestic_study)::BIGINT AS domestic_study,
  sum(abroad)::BIGINT AS abroad,
  sum(awaiting)::BIGINT AS awaiting,
  sum(not_seeking)::BIGINT AS not_seeking,
  sum(outcome_unknown)::BIGINT AS outcome_unknown,
  sum(stale_graduates)::BIGINT AS stale_graduates
FROM major_cells
WHERE hardship_group IN ('all', 'none', 'any', 'key_group')
GROUP BY as_of_date, graduation_year, hardship_group, university_code, major_catalogue,
  GROUPING SETS ((), (degree_level)), GROUPING SETS ((class_code), (major_code))
UNION ALL
SELECT
  as_of_date, graduation_year,
  CASE grouping(degree_level) WHEN 1 THEN 'all' ELSE degree_level END,
  'origin',
  CASE grouping(origin_province_code) WHEN 0 THEN 'province' ELSE 'prefecture' END,
  CASE grouping(origin_province_code) WHEN 0 THEN origin_province_code
    ELSE origin_prefecture_code END,
  CASE grouping(discipline_code) WHEN 0 THEN 'discipline' ELSE 'all' END,
  CASE grouping(discipline_code) WHEN 0 THEN discipline_catalogue ELSE 'all' END,
  CASE grouping(discipline_code) WHEN 0 THEN discipline_code ELSE 'all' END,
  'all', hardship_group,
  sum(contract)::BIGINT AS contract,
  sum(other_employment)::BIGINT AS other_employment,
  sum(self_employed)::BIGINT AS self_employed,
  sum(freelance)::BIGINT AS freelance,
  sum(domestic_study)::BIGINT AS domestic_study,
  sum(abroad)::BIGINT AS abroad,
  sum(awaiting)::BIGINT AS awaiting,
  sum(not_seeking)::BIGINT AS not_seeking,
  sum(outcome_unknown)::BIGINT AS outcome_unknown,
  sum(stale_graduates)::BIGINT AS stale_graduates
FROM origin_cells
GROUP BY as_of_date, graduation_year, hardship_group, GROUPING SETS ((), (degree_level)),
  GROUPING SETS ((origin_province_code), (origin_prefecture_code)),
  GROUPING SETS ((), (discipline_catalogue, discipline_code));

-- Wilson's score interval at 95 %.
CREATE MACRO wilson_half(p, n) AS
  1.959963984540054 * sqrt((p * (1 - p) + 3.8414588206941227 / (4.0 * n)) / n);

CREATE MACRO wilson_low(k, n) AS CASE WHEN k = 0 THEN 0.0::DOUBLE ELSE greatest(0.0::DOUBLE,
  (k / n + 3.8414588206941227 / (2.0 * n) - wilson_half(k / n, n))
  / (1 + 3.8414588206941227 / n)) END;

CREATE MACRO wilson_high(k, n) AS CASE WHEN k = n THEN 1.0::DOUBLE ELSE least(1.0::DOUBLE,
  (k / n + 3.8414588206941227 / (2.0 * n) + wilson_half(k / n, n))
  / (1 + 3.8414588206941227 / n)) END;

-- The name of each major: the one that most rows give it.
CREATE TEMP TABLE majors AS
WITH named AS (
  SELECT major_catalogue, major_code, major_name, count(*) AS row_count
  FROM entries
  WHERE major_code IS NOT NULL AND major_name IS NOT NULL
  GROUP BY ALL
)
SELECT major_catalogue, major_code,
  arg_max(major_name, {'row_count': row_count, 'name': major_name}) AS major_name
FROM named
GROUP BY ALL;

CREATE TEMP TABLE rated AS
WITH totals AS (
  SELECT *,
    contract + other_employment + self_employed + freelance + domestic_study + abroad AS placed,
    placed + awaiting + not_seeking + outcome_unknown AS graduates
  FROM counts
)
SELECT *, placed / graduates AS placement_rate,
  wilson_low(placed, graduates) AS placement_rate_low,
  wilson_high(placed, graduates) AS placement_rate_high
FROM totals
WHERE graduates > 0;

-- The gap to group none of the same cut, which all and none have not, with Newcombe's limits.
COPY (
  WITH reference AS (
    SELECT as_of_date, graduation_year, degree_level, region_role, region_level, region_code,
      major_level, major_catalogue, major_code, university_code,
      placement_rate AS rate, placement_rate_low AS low, placement_rate_high AS high
    FROM rated
    WHERE hardship_group = 'none'
  ), paired AS (
    SELECT r.*,
      CASE WHEN r.hardship_group NOT IN ('all', 'none') THEN n.rate END AS reference_rate,
      n.low AS reference_low, n.high AS reference_high
    FROM rated r
    LEFT JOIN reference n USING (as_of_date, graduation_year, degree_level, region_role,
      region_level, region_code, major_level, major_catalogue, major_code, university_code)
  ), compared AS (
    SELECT *,
      placement_rate - reference_rate AS rate_gap,
      rate_gap - sqrt((placement_rate - placement_rate_low) ** 2
        + (reference_high - reference_rate) ** 2) AS rate_gap_low,
      rate_gap + sqrt((placement_rate_high - placement_rate) ** 2
        + (reference_rate - reference_low) ** 2) AS rate_gap_high
    FROM paired
  )
  SELECT
    c.as_of_date, 'plain' AS as_of_kind, c.graduation_year, c.degree_level, c.region_role,
    c.region_level, c.region_code, d.name AS region_name, c.major_level, c.major_catalogue,
    c.major_code, coalesce(f.name, m.major_name) AS major_name, c.university_code,
    u.university_name, c.hardship_group,
    c.graduates, c.placed, c.contract, c.other_employment, c.self_employed, c.freelance,
    c.domestic_study, c.abroad, c.awaiting, c.not_seeking, c.outcome_unknown, c.placement_rate,
    c.placement_rate_low, c.placement_rate_high, c.reference_rate, c.rate_gap, c.rate_gap_low,
    c.rate_gap_high, c.stale_graduates
  FROM compared c
  LEFT JOIN division_names d ON d.code = c.region_code AND d.code LIKE '%00'
  LEFT JOIN fields_of_study f ON f.catalogue = c.major_catalogue AND f.code = c.major_code
  LEFT JOIN universities u ON u.university_code = c.university_code
  LEFT JOIN majors m ON m.major_catalogue = c.major_catalogue AND m.major_code = c.major_code
) TO '${output}/placement_rates.parquet' (FORMAT parquet);
