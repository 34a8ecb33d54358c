#include "CLoading.h"
#include "CSQLite.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

// The headers say what the functions take; the library itself is found when it is wanted.
#define FUNCTIONS(use)          \
  use(sqlite3_config)           \
  use(sqlite3_open_v2)          \
  use(sqlite3_close_v2)         \
  use(sqlite3_exec)             \
  use(sqlite3_errmsg)           \
  use(sqlite3_errcode)          \
  use(sqlite3_busy_timeout)     \
  use(sqlite3_changes)          \
  use(sqlite3_last_insert_rowid)\
  use(sqlite3_prepare_v2)       \
  use(sqlite3_finalize)         \
  use(sqlite3_bind_int64)       \
  use(sqlite3_bind_text)        \
  use(sqlite3_bind_null)        \
  use(sqlite3_step)             \
  use(sqlite3_reset)            \
  use(sqlite3_column_type)      \
  use(sqlite3_column_int64)     \
  use(sqlite3_column_text)      \
  use(sqlite3_column_bytes)

#define DECLARE(name) __typeof__(name) *name;
static struct { FUNCTIONS(DECLARE) } lib;
#undef DECLARE

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char trouble[256];

static void load(void) {
#define ENTRY(name) {(void **)&lib.name, #name},
  SUTRA_LOAD("libsqlite3.so.0", trouble, sizeof trouble, FUNCTIONS(ENTRY));
#undef ENTRY
  // Nobody asks how much memory it has; counting that takes a lock for each piece.
  if (!trouble[0]) lib.sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

const char *sutra_sqlite_load(void) {
  pthread_once(&once, load);
  return trouble[0] ? trouble : NULL;
}

struct sutra_database {
  sqlite3 *file;
  bool failed;
};

sutra_database *sutra_database_open(const char *path, int patience) {
  if (sutra_sqlite_load()) return NULL;
  sutra_database *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  database->failed = lib.sqlite3_open_v2(path, &database->file, flags, NULL) != SQLITE_OK;
  if (database->file) lib.sqlite3_busy_timeout(database->file, patience);
  return database;
}

bool sutra_database_failed(const sutra_database *database) { return database->failed; }

void sutra_database_close(sutra_database *database) {
  lib.sqlite3_close_v2(database->file);
  free(database);
}

bool sutra_database_run(sutra_database *database, const char *sql) {
  return lib.sqlite3_exec(database->file, sql, NULL, NULL, NULL) == SQLITE_OK;
}

const char *sutra_database_message(const sutra_database *database) {
  return database->file ? lib.sqlite3_errmsg(database->file) : "out of memory";
}

static int code(const sutra_database *database) {
  return database->file ? lib.sqlite3_errcode(database->file) & 0xff : SQLITE_NOMEM;
}

bool sutra_database_is_busy(const sutra_database *database) {
  int found = code(database);
  return found == SQLITE_BUSY || found == SQLITE_LOCKED;
}

bool sutra_database_is_damaged(const sutra_database *database) {
  int found = code(database);
  return found == SQLITE_CORRUPT || found == SQLITE_NOTADB;
}

int64_t sutra_database_changes(const sutra_database *database) {
  return lib.sqlite3_changes(database->file);
}

int64_t sutra_database_last_row(const sutra_database *database) {
  return lib.sqlite3_last_insert_rowid(database->file);
}

static sqlite3_stmt *inner(sutra_statement *statement) { return (sqlite3_stmt *)statement; }

sutra_statement *sutra_statement_new(sutra_database *database, const char *sql) {
  sqlite3_stmt *statement = NULL;
  if (lib.sqlite3_prepare_v2(database->file, sql, -1, &statement, NULL) != SQLITE_OK) return NULL;
  return (sutra_statement *)statement;
}

void sutra_statement_free(sutra_statement *statement) { lib.sqlite3_finalize(inner(statement)); }

void sutra_statement_set_number(sutra_statement *statement, int place, int64_t value) {
  lib.sqlite3_bind_int64(inner(statement), place, value);
}

void sutra_statement_set_text(
    sutra_statement *statement, int place, const uint8_t *bytes, size_t count) {
  // An empty text is not nothing.
  lib.sqlite3_bind_text(
      inner(statement), place, bytes ? (const char *)bytes : "", (int)count, SQLITE_TRANSIENT);
}

void sutra_statement_lend_text(
    sutra_statement *statement, int place, const uint8_t *bytes, size_t count) {
  lib.sqlite3_bind_text(
      inner(statement), place, bytes ? (const char *)bytes : "", (int)count, SQLITE_STATIC);
}

void sutra_statement_set_nothing(sutra_statement *statement, int place) {
  lib.sqlite3_bind_null(inner(statement), place);
}

int sutra_statement_step(sutra_statement *statement) {
  switch (lib.sqlite3_step(inner(statement))) {
    case SQLITE_ROW: return 1;
    case SQLITE_DONE: return 0;
    default: return -1;
  }
}

void sutra_statement_reset(sutra_statement *statement) { lib.sqlite3_reset(inner(statement)); }

bool sutra_statement_is_nothing(sutra_statement *statement, int column) {
  return lib.sqlite3_column_type(inner(statement), column) == SQLITE_NULL;
}

int64_t sutra_statement_number(sutra_statement *statement, int column) {
  return lib.sqlite3_column_int64(inner(statement), column);
}

const uint8_t *sutra_statement_text(sutra_statement *statement, int column, size_t *count) {
  const uint8_t *text = lib.sqlite3_column_text(inner(statement), column);
  *count = (size_t)lib.sqlite3_column_bytes(inner(statement), column);
  return text;
}

bool sutra_statement_each(
    sutra_statement *statement, int numbers, void *context,
    void (*take)(void *context, const int64_t *numbers, const uint8_t *text, size_t count)) {
  int64_t found[16];
  if (numbers > 16) return false;
  while (true) {
    int step = sutra_statement_step(statement);
    if (step <= 0) return step == 0;
    for (int column = 0; column < numbers; column++)
      found[column] = lib.sqlite3_column_int64(inner(statement), column);
    size_t count;
    const uint8_t *text = sutra_statement_text(statement, numbers, &count);
    take(context, found, text, count);
  }
}
