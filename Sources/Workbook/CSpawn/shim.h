#pragma once
#include <spawn.h>

// glibc has these, but declares them only to programs that ask for all of its extensions, which Swift does not.
#if defined(__GLIBC__) && !defined(__USE_GNU)
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int);
#if !defined(POSIX_SPAWN_SETSID)
#define POSIX_SPAWN_SETSID 0x80
#endif
#endif
