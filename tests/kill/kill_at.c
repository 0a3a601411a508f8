/* Preloaded into the program under test: counts the calls by which it changes files or speaks with a server, and
   ends the program with SIGKILL before the n-th of them is carried out, as if the power of the process went there.
   KILL_AT=n says which; KILL_COUNT=FILE makes a program that ends by itself write its number of calls there. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static atomic_long calls;
static long kill_at;

__attribute__((constructor)) static void start(void) {
  const char *at = getenv("KILL_AT");
  kill_at = at ? atol(at) : 0;
}

__attribute__((destructor)) static void end(void) {
  const char *name = getenv("KILL_COUNT");
  FILE *file = name ? fopen(name, "w") : NULL;
  if (file) {
    fprintf(file, "%ld\n", atomic_load(&calls));
    fclose(file);
  }
}

static void count(void) {
  if (atomic_fetch_add(&calls, 1) + 1 == kill_at) kill(getpid(), SIGKILL);
}

/* Defines a function of the C library that counts before it calls the real one. */
#define COUNTED(type, name, parameters, arguments)                     \
  type name parameters {                                               \
    static type(*real) parameters;                                     \
    if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name);     \
    count();                                                           \
    return real arguments;                                             \
  }

COUNTED(ssize_t, pwrite, (int file, const void *bytes, size_t size, off_t at), (file, bytes, size, at))
COUNTED(ssize_t, pwrite64, (int file, const void *bytes, size_t size, off64_t at), (file, bytes, size, at))
COUNTED(int, fsync, (int file), (file))
COUNTED(int, fdatasync, (int file), (file))
COUNTED(int, ftruncate, (int file, off_t size), (file, size))
COUNTED(int, ftruncate64, (int file, off64_t size), (file, size))
COUNTED(int, rename, (const char *from, const char *to), (from, to))
COUNTED(int, unlink, (const char *path), (path))
COUNTED(int, remove, (const char *path), (path))
COUNTED(int, mkdir, (const char *path, mode_t mode), (path, mode))
COUNTED(ssize_t, send, (int socket, const void *bytes, size_t size, int flags), (socket, bytes, size, flags))
COUNTED(ssize_t, recv, (int socket, void *bytes, size_t size, int flags), (socket, bytes, size, flags))
