#ifndef SUTRA_SQLITE_H
#define SUTRA_SQLITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// A database file that is open. It belongs to one thread.
typedef struct sutra_database sutra_database;

/// A statement of SQL that is ready to run.
typedef struct sutra_statement sutra_statement;

/// Loads SQLite unless it is loaded. May be called by any thread.
///
/// Returns NULL where it is there, else what the loader says.
const char *sutra_sqlite_load(void);

/// Opens a file, making it where it is missing. Gives NULL where memory is missing; else
/// `sutra_database_failed` tells whether it is open. Another program may hold it for so many milliseconds.
sutra_database *sutra_database_open(const char *path, int patience);
/// Whether opening it has failed.
bool sutra_database_failed(const sutra_database *);
/// Closes it.
void sutra_database_close(sutra_database *);
/// Runs SQL that gives nothing. Returns whether all went well.
bool sutra_database_run(sutra_database *, const char *sql);
/// What went wrong last.
const char *sutra_database_message(const sutra_database *);
/// Whether that is that another program has held the file for too long.
bool sutra_database_is_busy(const sutra_database *);
/// Whether that is that the file is no database, or damaged.
bool sutra_database_is_damaged(const sutra_database *);
/// Rows that the last statement has changed.
int64_t sutra_database_changes(const sutra_database *);
/// The number of the row that was put in last.
int64_t sutra_database_last_row(const sutra_database *);

/// Makes a statement ready, or gives NULL where it is wrong.
sutra_statement *sutra_statement_new(sutra_database *, const char *sql);
void sutra_statement_free(sutra_statement *);
/// Sets the value of a place, counted from 1.
void sutra_statement_set_number(sutra_statement *, int place, int64_t value);
void sutra_statement_set_text(sutra_statement *, int place, const uint8_t *bytes, size_t count);
/// The same with a text that stays where it is until the statement has run; it must be set anew before it runs again.
void sutra_statement_lend_text(sutra_statement *, int place, const uint8_t *bytes, size_t count);
void sutra_statement_set_nothing(sutra_statement *, int place);
/// Goes on to the next row: 1 where there is one, 0 at the end, -1 where something is wrong.
int sutra_statement_step(sutra_statement *);
/// Makes it ready to run again, its values as they were.
void sutra_statement_reset(sutra_statement *);
/// The value of a column, counted from 0.
bool sutra_statement_is_nothing(sutra_statement *, int column);
int64_t sutra_statement_number(sutra_statement *, int column);
const uint8_t *sutra_statement_text(sutra_statement *, int column, size_t *count);

/// Goes through all rows that are left and calls a function for each, with the numbers of the first
/// columns and the text of the one behind them; quicker than going through them one by one.
///
/// Returns whether all went well.
bool sutra_statement_each(
    sutra_statement *, int numbers, void *context,
    void (*take)(void *context, const int64_t *numbers, const uint8_t *text, size_t count));

#endif
