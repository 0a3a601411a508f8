#include "tests/faults/watched_disk.h"

#include <new>

namespace goodturn::tests {
namespace {

/// The file of the system's disk follows this in memory.
struct WatchedFile : sqlite3_file {
  WatchedDisk* disk;
  std::string* path;

  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

WatchedFile& watched(sqlite3_file* file) { return *static_cast<WatchedFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return watched(file).below(); }
sqlite3_vfs* system_disk() { return sqlite3_vfs_find("unix"); }
WatchedDisk& disk_of(sqlite3_vfs* disk) { return *static_cast<WatchedDisk*>(disk->pAppData); }

int ask(sqlite3_file* file, Call call, sqlite3_int64 at, std::string_view bytes = {}) {
  return watched(file).disk->ask({call, *watched(file).path, at, bytes});
}

int close(sqlite3_file* file) {
  const int code = below(file)->pMethods->xClose(below(file));
  delete watched(file).path;
  return code;
}

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 at) {
  if (const int code = ask(file, Call::read, at); code != SQLITE_OK) return code;
  return below(file)->pMethods->xRead(below(file), into, amount, at);
}

int write(sqlite3_file* file, const void* from, int amount, sqlite3_int64 at) {
  const std::string_view bytes(static_cast<const char*>(from), static_cast<std::size_t>(amount));
  if (const int code = ask(file, Call::write, at, bytes); code != SQLITE_OK) return code;
  return below(file)->pMethods->xWrite(below(file), from, amount, at);
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  if (const int code = ask(file, Call::truncate, size); code != SQLITE_OK) return code;
  return below(file)->pMethods->xTruncate(below(file), size);
}

int sync(sqlite3_file* file, int flags) {
  if (const int code = ask(file, Call::sync, 0); code != SQLITE_OK) return code;
  return below(file)->pMethods->xSync(below(file), flags);
}

constexpr sqlite3_io_methods methods = {
    2,
    close,
    read,
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return below(f)->pMethods->xFileSize(below(f), size); },
    [](sqlite3_file* f, int level) { return below(f)->pMethods->xLock(below(f), level); },
    [](sqlite3_file* f, int level) { return below(f)->pMethods->xUnlock(below(f), level); },
    [](sqlite3_file* f, int* held) { return below(f)->pMethods->xCheckReservedLock(below(f), held); },
    [](sqlite3_file* f, int operation, void* argument) {
      return below(f)->pMethods->xFileControl(below(f), operation, argument);
    },
    [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); },
    // No promise about power cuts: SQLite must not rely on whole or ordered writes.
    [](sqlite3_file*) { return 0; },
    [](sqlite3_file* f, int region, int size, int extend, void volatile** at) {
      return below(f)->pMethods->xShmMap(below(f), region, size, extend, at);
    },
    [](sqlite3_file* f, int at, int count, int flags) {
      return below(f)->pMethods->xShmLock(below(f), at, count, flags);
    },
    [](sqlite3_file* f) { below(f)->pMethods->xShmBarrier(below(f)); },
    [](sqlite3_file* f, int remove) { return below(f)->pMethods->xShmUnmap(below(f), remove); },
    nullptr,
    nullptr,
};

int open(sqlite3_vfs* disk, sqlite3_filename name, sqlite3_file* opened, int flags, int* got) {
  WatchedDisk& observer = disk_of(disk);
  const std::string path = name == nullptr ? "" : name;
  if (const int code = observer.ask({Call::open, path, 0, {}}); code != SQLITE_OK) return code;
  auto* file = new (opened) WatchedFile{};
  const int code = system_disk()->xOpen(system_disk(), name, file->below(), flags, got);
  if (code != SQLITE_OK) return code;
  file->disk = &observer;
  file->path = new std::string(path);
  file->pMethods = &methods;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* disk, const char* name, int durable) {
  if (const int code = disk_of(disk).ask({Call::remove, name, 0, {}}); code != SQLITE_OK) return code;
  return system_disk()->xDelete(system_disk(), name, durable);
}

}  // namespace

WatchedDisk::WatchedDisk()
    : name_("watched-" + std::to_string(reinterpret_cast<std::uintptr_t>(this))), disk_(*system_disk()) {
  disk_.iVersion = 2;
  disk_.szOsFile += static_cast<int>(sizeof(WatchedFile));
  disk_.pNext = nullptr;
  disk_.zName = name_.c_str();
  disk_.pAppData = this;
  disk_.xOpen = open;
  disk_.xDelete = remove;
  sqlite3_vfs_register(&disk_, 0);
}

WatchedDisk::~WatchedDisk() { sqlite3_vfs_unregister(&disk_); }

}  // namespace goodturn::tests
