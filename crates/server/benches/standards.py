"""The baseline of standards.rs: DuckDB judges and adds up the same figures on its own file.

load: makes the file from the CSV that the bench wrote; answer: prints the sums, then its own time.
"""

import sys
import time

import duckdb

step, folder = sys.argv[1:]
FILE = f"{folder}/nation.duckdb"

JUDGED = """
CREATE TEMP VIEW judged AS
SELECT v.set, v.unit, v.province, v.year, l.criterion,
  CASE
    WHEN l.kind = 'yes_no' THEN v.yes
    WHEN l.threshold IS NULL THEN v.judged
    WHEN l.compare = 'at_least' THEN coalesce(v.amount >= l.threshold,
      v.part * 100000 >= v.whole * l.threshold)
    WHEN l.compare = 'at_most' THEN coalesce(v.amount <= l.threshold,
      v.part * 100000 <= v.whole * l.threshold)
    ELSE coalesce(v.amount = l.threshold, v.part * 100000 = v.whole * l.threshold)
  END AS met
FROM figures v JOIN lines l USING (set, code, province, year)
"""

ANSWER = """
WITH size AS (
  SELECT set, criterion, count(DISTINCT code) AS lines FROM lines GROUP BY ALL
), whole AS (
  SELECT set, count(*) AS criteria, sum(lines) AS lines FROM size GROUP BY set
), criterion AS (
  SELECT set, unit, province, year, criterion, count(*) AS n,
    count(*) FILTER (met) AS met, count(*) FILTER (NOT met) AS not_met
  FROM judged GROUP BY ALL
), unit AS (
  SELECT c.set, unit, province, year, count(*) FILTER (c.met = s.lines) AS criteria_met,
    sum(c.n) AS n, sum(c.met) AS met, sum(c.not_met) AS not_met
  FROM criterion c JOIN size s USING (set, criterion) GROUP BY ALL
)
SELECT u.set, province, year, count(*), count(*) FILTER (criteria_met = w.criteria),
  sum(criteria_met), sum(met), sum(not_met), sum(n - met - not_met), sum(w.lines - n)
FROM unit u JOIN whole w USING (set)
GROUP BY u.set, province, year ORDER BY u.set DESC, province, year
"""

if step == "load":
    with duckdb.connect(FILE) as base:
        base.execute(f"""CREATE TABLE figures AS SELECT * FROM read_csv('{folder}/values.csv',
            columns = {{'set': 'VARCHAR', 'unit': 'VARCHAR', 'province': 'VARCHAR', 'year': 'SMALLINT',
            'code': 'VARCHAR', 'yes': 'BOOLEAN', 'amount': 'BIGINT', 'part': 'BIGINT',
            'whole': 'BIGINT', 'judged': 'BOOLEAN'}})""")
        base.execute(f"""CREATE TABLE lines AS SELECT * FROM read_csv('{folder}/lines.csv',
            columns = {{'set': 'VARCHAR', 'code': 'VARCHAR', 'criterion': 'VARCHAR', 'kind': 'VARCHAR',
            'compare': 'VARCHAR', 'province': 'VARCHAR', 'year': 'SMALLINT', 'threshold': 'BIGINT'}})""")
else:
    began = time.perf_counter()
    with duckdb.connect(FILE, read_only=True) as base:
        base.execute(JUDGED)
        rows = base.execute(ANSWER).fetchall()
    spent = time.perf_counter() - began
    for row in rows:
        print(*row)
    print("query", spent)
