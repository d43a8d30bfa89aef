"""The baseline of standards.rs: DuckDB judges and adds up the same figures on its own file.

load: makes the file from the CSV that the bench wrote; answer: prints the sums, then its own time.
"""

import sys
import time

import duckdb

step, folder = sys.argv[1:]
FILE = f"{folder}/nation.duckdb"

# The strongest form of the data that the task allows: numbers for every name, no text in the large table.
LOAD = """
CREATE TEMP TABLE named AS SELECT DISTINCT set, code,
  dense_rank() OVER (ORDER BY set, code)::SMALLINT AS line FROM read_csv('{folder}/lines.csv',
    types = {{'code': 'VARCHAR', 'criterion': 'VARCHAR', 'province': 'VARCHAR'}});
CREATE TABLE lines AS SELECT line, set, criterion, kind, compare, province::TINYINT AS province,
  year::SMALLINT AS year, threshold::BIGINT AS threshold FROM read_csv('{folder}/lines.csv',
    types = {{'code': 'VARCHAR', 'criterion': 'VARCHAR', 'province': 'VARCHAR'}})
  JOIN named USING (set, code);
CREATE TABLE figures AS SELECT line, dense_rank() OVER (ORDER BY v.set, unit)::INTEGER AS unit,
  province::TINYINT AS province, year::SMALLINT AS year, yes, amount, part, whole, judged
FROM read_csv('{folder}/values.csv', columns = {{'set': 'VARCHAR', 'unit': 'VARCHAR',
    'province': 'VARCHAR', 'year': 'SMALLINT', 'code': 'VARCHAR', 'yes': 'BOOLEAN',
    'amount': 'BIGINT', 'part': 'BIGINT', 'whole': 'BIGINT', 'judged': 'BOOLEAN'}}) v
  JOIN named USING (set, code) ORDER BY unit, year, line;
"""

JUDGED = """
CREATE TEMP TABLE named AS SELECT DISTINCT line, set, criterion,
  dense_rank() OVER (ORDER BY set, criterion)::SMALLINT AS of FROM lines;
CREATE TEMP TABLE asked AS SELECT l.line, of, kind, compare, province, year, threshold
FROM lines l JOIN named USING (line);
CREATE TEMP VIEW judged AS
SELECT v.unit, v.province, v.year, l.of,
  CASE
    WHEN l.kind = 'yes_no' THEN v.yes
    WHEN l.threshold IS NULL THEN v.judged
    WHEN l.compare = 'at_least' THEN coalesce(v.amount >= l.threshold,
      v.part * 100000 >= v.whole * l.threshold)
    WHEN l.compare = 'at_most' THEN coalesce(v.amount <= l.threshold,
      v.part * 100000 <= v.whole * l.threshold)
    ELSE coalesce(v.amount = l.threshold, v.part * 100000 = v.whole * l.threshold)
  END AS met
FROM figures v JOIN asked l USING (line, province, year)
"""

ANSWER = """
WITH size AS (
  SELECT of, any_value(set) AS set, count(*) AS lines FROM named GROUP BY of
), whole AS (
  SELECT set, count(*) AS criteria, sum(lines) AS lines FROM size GROUP BY set
), criterion AS (
  SELECT unit, province, year, of, count(*) AS n,
    count(*) FILTER (met) AS met, count(*) FILTER (NOT met) AS not_met
  FROM judged GROUP BY ALL
), unit AS (
  SELECT s.set, unit, province, year, count(*) FILTER (c.met = s.lines) AS criteria_met,
    sum(c.n) AS n, sum(c.met) AS met, sum(c.not_met) AS not_met
  FROM criterion c JOIN size s USING (of) GROUP BY ALL
)
SELECT u.set, format('{:02d}', province), year, count(*),
  count(*) FILTER (criteria_met = w.criteria),
  sum(criteria_met), sum(met), sum(not_met), sum(n - met - not_met), sum(w.lines - n)
FROM unit u JOIN whole w USING (set)
GROUP BY u.set, province, year ORDER BY u.set DESC, province, year
"""

if step == "load":
    with duckdb.connect(FILE) as base:
        base.execute(LOAD.format(folder=folder))
else:
    began = time.perf_counter()
    with duckdb.connect(FILE, read_only=True) as base:
        base.execute(JUDGED)
        rows = base.execute(ANSWER).fetchall()
    spent = time.perf_counter() - began
    for row in rows:
        print(*row)
    print("query", spent)
