#!/usr/bin/env python3
"""Who says so, in a year of news: articles, sources and quotes of WARC files as tables of Parquet.

  spark-submit --files .build/release/sutra Sources/Spark/sutra_news.py --warc 'PATH/*.warc.gz' --out OUT
  spark-submit Sources/Spark/sutra_news.py --sutra .build/release/sutra --warc 'PATH/*.warc.gz' --out OUT

Each WARC file is one task: the binary reads it as a stream and writes a line of JSON for each article. The paths have to be
there on every worker. OUT then holds the tables `articles`, `sources`, `quotes` and `failures`; two questions are answered
from them on standard output (--no-questions leaves that out).

Needs PySpark 3.5 and Java 17. The types of all columns stand in analysis.schema.json.
"""
import argparse
import glob
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession, functions as F
from pyspark.sql.types import StructType

HERE = os.path.dirname(os.path.abspath(__file__))
# What --files calls the binary.
BINARY = "sutra"
FAILURE = "struct<stream:string,place:string,id:string,reason:string>"


def binary(name):
    """The program on this worker, which may be executed."""
    path = SparkFiles.get(name)
    if not os.access(path, os.X_OK):
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
    return path


def analyse(files, name):
    """The lines of some files, by the binary of a name: (file, what kind of line, the line)."""
    for file in files:
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as failures:
            command = [binary(name), "analyze", "--from", "warc", "--jobs", "1", "--failures", failures.name, file]
            with tempfile.TemporaryFile() as complaints:
                with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=complaints) as process:
                    for line in process.stdout:
                        yield file, "article", line.decode("utf-8")
                # 1: some records could not be read, which stands in the table of failures.
                if process.returncode not in (0, 1):
                    complaints.seek(0)
                    told = complaints.read()[-2000:].decode("utf-8", "replace").strip()
                    raise RuntimeError(f"{file}: exit status {process.returncode}: {told}")
            for line in open(failures.name, encoding="utf-8"):
                yield file, "failure", line


def tables(spark, lines, schema):
    """The tables of some lines, by their names."""
    articles = (lines.where("kind = 'article'")
                .select("file", F.from_json("line", schema, {"mode": "FAILFAST"}).alias("a")).select("file", "a.*"))
    month = F.substring(F.coalesce("published", "carried.fetched"), 1, 7)
    outlet = F.coalesce("site", F.regexp_extract("url", "^https?://(?:www\\.)?([^/:]+)", 1))
    articles = articles.withColumn("month", month).withColumn("outlet", outlet)
    own = [F.col("file"), F.col("id").alias("article"), F.col("url"), F.col("outlet"), F.col("month"), F.col("language")]

    def words(span):
        # Spans count code points, as Spark's substring does.
        return F.expr(f"substring(text, {span}[0] + 1, {span}[1] - {span}[0])")

    quotes = (articles.select(*own, "text", F.explode("quotes").alias("q"))
              .select("file", "article", "url", "outlet", "month", "language", "q.*", words("q.content").alias("words"))
              .withColumn("speaker_name", F.col("speaker.name")))
    sources = (articles.select(*own, F.explode("sources").alias("s"))
               .select("file", "article", "url", "outlet", "month", "language", "s.*"))
    failures = (lines.where("kind = 'failure'")
                .select("file", F.from_json("line", FAILURE).alias("f")).select("file", "f.*"))
    return {"articles": articles.drop("quotes", "sources"), "sources": sources, "quotes": quotes, "failures": failures}


QUESTIONS = {
    "Quotes a month of the person who is quoted most": """
        SELECT speaker_name, month, count(*) AS quotes FROM quotes
        WHERE speaker_name = (SELECT speaker_name FROM quotes WHERE speaker_name IS NOT NULL AND speaker.kind = 'named'
                              GROUP BY speaker_name ORDER BY count(*) DESC, speaker_name LIMIT 1)
        GROUP BY speaker_name, month ORDER BY month""",
    "The share of anonymous sources by outlet": """
        SELECT outlet, count(*) AS sources, round(avg(CASE WHEN kind = 'anonymous' THEN 1 ELSE 0 END), 3) AS anonymous
        FROM sources GROUP BY outlet ORDER BY anonymous DESC, outlet LIMIT 20""",
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--warc", required=True, help="the WARC files, as a pattern in quotation marks")
    parser.add_argument("--out", required=True, help="the folder of the tables, which must not be there yet")
    parser.add_argument("--sutra", help="the binary, where --files has not named it")
    parser.add_argument("--no-questions", action="store_true")
    arguments = parser.parse_args()
    files = sorted(os.path.abspath(path) for path in glob.glob(arguments.warc))
    if not files:
        sys.exit(f"sutra_news.py: no file is called {arguments.warc}; check the pattern")
    spark = SparkSession.builder.appName("sutra").getOrCreate()
    name = BINARY
    if arguments.sutra:
        name = os.path.basename(arguments.sutra)
        spark.sparkContext.addFile(os.path.abspath(arguments.sutra))
    elif not os.path.exists(SparkFiles.get(name)):
        sys.exit("sutra_news.py: the binary is not there; ship it with --files .build/release/sutra, or name it with --sutra")
    with open(os.path.join(HERE, "analysis.schema.json"), encoding="utf-8") as text:
        schema = StructType.fromJson(json.load(text))
    # The articles are analysed once; the tables are made of what that has left. A task that dies is done
    # again as a whole, and only what it has finished is kept.
    lines = os.path.join(arguments.out, "_lines")
    (spark.sparkContext.parallelize(files, len(files)).mapPartitions(lambda some: analyse(some, name))
     .toDF("file string, kind string, line string").write.parquet(lines))
    for name, table in tables(spark, spark.read.parquet(lines), schema).items():
        path = os.path.join(arguments.out, name)
        table.write.parquet(path)
        spark.read.parquet(path).createOrReplaceTempView(name)
    if "://" not in arguments.out:
        shutil.rmtree(lines)
    if not arguments.no_questions:
        for question, query in QUESTIONS.items():
            print(f"\n{question}:")
            spark.sql(query).show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
