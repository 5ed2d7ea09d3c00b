#pragma once

/// Lets the C library keep up to `kept` freed bytes for the next request, in at most `arenas`
/// arenas; blocks of `mapped` bytes and more still go back to the system at once.
void memory_settings_keep(int kept, int arenas, int mapped);

/// Spares SQLite a lock around each of its allocations, taken only to count them. Nothing asks for
/// the count. Before the first database is opened.
void memory_settings_leave_database_uncounted(void);

/// Gives back to the system what is free now, and the code that nothing but starting has called:
/// it stays in the file, and the system need no longer keep it in memory for this process.
void memory_give_back(void);
