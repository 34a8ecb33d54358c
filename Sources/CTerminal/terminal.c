#include <malloc.h>
#include "CTerminal.h"

#include <sys/ioctl.h>

int sutra_terminal_size(int file, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(file, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

void sutra_return_large_memory(void) { mallopt(M_MMAP_THRESHOLD, 1 << 20); }
