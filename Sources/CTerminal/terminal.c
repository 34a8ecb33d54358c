#define _GNU_SOURCE
#include "CTerminal.h"

#include <malloc.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

long long sutra_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int sutra_terminal_size(int file, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int sutra_cell_size(int file, int *width, int *height) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  if (size.ws_xpixel < size.ws_col || size.ws_ypixel < size.ws_row) return -1;
  *width = size.ws_xpixel / size.ws_col;
  *height = size.ws_ypixel / size.ws_row;
  return 0;
}

int sutra_is_local(const char *path) {
  // NFS, SMB, CIFS, SMB2, FUSE, 9P, AFS, Ceph, Coda.
  static const unsigned remote[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x65735546,
                                    0x01021997, 0x5346414F, 0x00C36400, 0x73757245};
  struct statfs system;
  if (statfs(path, &system) != 0) return 0;
  for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
    if ((unsigned)system.f_type == remote[i]) return 0;
  return 1;
}

void sutra_return_large_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  // What one article leaves free the next one takes again: given back and asked for anew it is cleared each time.
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
}

int sutra_write_all(int file) { return syncfs(file); }
