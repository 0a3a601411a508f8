#include "adapters/store/checked_disk.h"

#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <vector>

#include "adapters/store/page_sum.h"

namespace goodturn::store {
namespace {

// File-control numbers of our own.
constexpr int ask_for_checksums = 0x67740001;
constexpr int ask_for_failure = 0x67740002;

// The SQLite header: sizes and bytes at fixed places (fileformat2.html, section 1.3).
constexpr int header_size = 100;
constexpr std::size_t page_size_at = 16;
constexpr std::size_t reserved_at = 20;

/// One open database file; the file of the disk below follows it in memory.
struct CheckedFile : sqlite3_file {
  bool checked;
  bool failed;
  std::size_t page_size;  ///< 0: not known yet
  std::vector<std::byte>* page;

  sqlite3_file* below() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

CheckedFile& checked(sqlite3_file* file) { return *static_cast<CheckedFile*>(file); }
sqlite3_file* below(sqlite3_file* file) { return checked(file).below(); }
sqlite3_vfs* below(sqlite3_vfs* disk) { return static_cast<sqlite3_vfs*>(disk->pAppData); }

/// Learns from the first bytes of the file how its pages are made.
void read_header(CheckedFile& file, const std::byte* bytes) {
  const auto size = std::to_integer<std::size_t>(bytes[page_size_at]) << 8 |
                    std::to_integer<std::size_t>(bytes[page_size_at + 1]);
  file.page_size = size == 1 ? 65536 : size;
  file.checked = std::to_integer<std::size_t>(bytes[reserved_at]) == page_sum_size;
  const bool possible = file.page_size >= 512 && (file.page_size & (file.page_size - 1)) == 0;
  if (!possible) file.page_size = 0;
}

bool is_page(const CheckedFile& file, int amount, sqlite3_int64 offset) {
  return file.checked && file.page_size != 0 && static_cast<std::size_t>(amount) == file.page_size &&
         offset % amount == 0;
}

bool matches(const CheckedFile& file, const std::byte* page, sqlite3_int64 offset) {
  std::uint64_t kept = 0;
  const std::size_t size = file.page_size - page_sum_size;
  std::memcpy(&kept, page + size, sizeof kept);
  return kept == page_sum(page, size, static_cast<std::uint64_t>(offset));
}

/// Reads from the disk below and remembers whether it failed.
int read_below(CheckedFile& file, void* into, int amount, sqlite3_int64 offset) {
  const int code = file.below()->pMethods->xRead(file.below(), into, amount, offset);
  file.failed = file.failed || (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ);
  return code;
}

/// A part of a page is good when the page is.
int read_part(CheckedFile& file, void* into, int amount, sqlite3_int64 offset) {
  const auto size = static_cast<sqlite3_int64>(file.page_size);
  const sqlite3_int64 start = offset - offset % size;
  if (offset + amount > start + size) return SQLITE_IOERR_DATA;
  std::vector<std::byte>& page = *file.page;
  page.resize(file.page_size);
  const int code = read_below(file, page.data(), static_cast<int>(size), start);
  if (code != SQLITE_OK) return code == SQLITE_IOERR_SHORT_READ ? SQLITE_IOERR_DATA : code;
  if (!matches(file, page.data(), start)) return SQLITE_IOERR_DATA;
  std::memcpy(into, page.data() + (offset - start), static_cast<std::size_t>(amount));
  return SQLITE_OK;
}

int read(sqlite3_file* opened, void* into, int amount, sqlite3_int64 offset) {
  CheckedFile& file = checked(opened);
  const auto* bytes = static_cast<const std::byte*>(into);
  // The first page is met in parts before its size is known; it is read whole before anything is believed.
  const bool part = file.checked && file.page_size != 0 && offset >= static_cast<int>(file.page_size) &&
                    static_cast<std::size_t>(amount) != file.page_size;
  if (part) return read_part(file, into, amount, offset);
  const int code = read_below(file, into, amount, offset);
  if (code == SQLITE_IOERR_SHORT_READ && offset > 0 && is_page(file, amount, offset))
    return SQLITE_IOERR_DATA;
  if (code != SQLITE_OK) return code;
  if (offset == 0 && amount >= header_size && file.page_size == 0) read_header(file, bytes);
  return is_page(file, amount, offset) && !matches(file, bytes, offset) ? SQLITE_IOERR_DATA : SQLITE_OK;
}

int write(sqlite3_file* opened, const void* from, int amount, sqlite3_int64 offset) {
  CheckedFile& file = checked(opened);
  const auto* bytes = static_cast<const std::byte*>(from);
  // A log is brought into the file in page order: the first page says how the others are made.
  if (offset == 0 && amount >= header_size) read_header(file, bytes);
  // A new file may be written before its first page.
  if (file.checked && file.page_size == 0) file.page_size = static_cast<std::size_t>(amount);
  if (!is_page(file, amount, offset))
    return file.below()->pMethods->xWrite(file.below(), from, amount, offset);
  // The page belongs to SQLite and is not written into.
  std::vector<std::byte>& page = *file.page;
  page.assign(bytes, bytes + amount);
  const std::size_t size = file.page_size - page_sum_size;
  const std::uint64_t sum = page_sum(page.data(), size, static_cast<std::uint64_t>(offset));
  std::memcpy(page.data() + size, &sum, sizeof sum);
  return file.below()->pMethods->xWrite(file.below(), page.data(), amount, offset);
}

int close(sqlite3_file* opened) {
  CheckedFile& file = checked(opened);
  const int code = file.below()->pMethods->xClose(file.below());
  delete file.page;
  return code;
}

int control(sqlite3_file* file, int operation, void* argument) {
  if (operation != ask_for_checksums && operation != ask_for_failure)
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
  *static_cast<bool*>(argument) =
      operation == ask_for_checksums ? checked(file).checked : checked(file).failed;
  return SQLITE_OK;
}

int traits(sqlite3_file* file) {
  constexpr int reads_parts = 0x00008000;  // SQLITE_IOCAP_SUBPAGE_READ of newer versions: we need whole pages
  return below(file)->pMethods->xDeviceCharacteristics(below(file)) & ~reads_parts;
}

// Version 2: without xFetch, so that no page is ever mapped past the check.
constexpr sqlite3_io_methods methods = {
    2,
    close,
    read,
    write,
    [](sqlite3_file* f, sqlite3_int64 size) { return below(f)->pMethods->xTruncate(below(f), size); },
    [](sqlite3_file* f, int flags) { return below(f)->pMethods->xSync(below(f), flags); },
    [](sqlite3_file* f, sqlite3_int64* size) { return below(f)->pMethods->xFileSize(below(f), size); },
    [](sqlite3_file* f, int level) { return below(f)->pMethods->xLock(below(f), level); },
    [](sqlite3_file* f, int level) { return below(f)->pMethods->xUnlock(below(f), level); },
    [](sqlite3_file* f, int* held) { return below(f)->pMethods->xCheckReservedLock(below(f), held); },
    control,
    [](sqlite3_file* f) { return below(f)->pMethods->xSectorSize(below(f)); },
    traits,
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
  sqlite3_vfs* real = below(disk);
  if ((flags & SQLITE_OPEN_MAIN_DB) == 0) return real->xOpen(real, name, opened, flags, got);
  auto* file = new (opened) CheckedFile{};
  const int code = real->xOpen(real, name, file->below(), flags, got);
  if (code != SQLITE_OK) {
    if (file->below()->pMethods != nullptr) file->below()->pMethods->xClose(file->below());
    return code;
  }
  file->pMethods = &methods;
  file->page = new (std::nothrow) std::vector<std::byte>();
  if (file->page == nullptr) return SQLITE_NOMEM;
  sqlite3_int64 size = 0;
  if (const int asked = file->below()->pMethods->xFileSize(file->below(), &size); asked != SQLITE_OK)
    return asked;
  file->checked = size == 0;
  std::byte header[header_size];
  if (size < header_size) return SQLITE_OK;
  const int got_header = file->below()->pMethods->xRead(file->below(), header, header_size, 0);
  if (got_header == SQLITE_OK) read_header(*file, header);
  return got_header;
}

std::unique_ptr<sqlite3_vfs> make_disk(const char* name, sqlite3_vfs* real) {
  auto disk = std::make_unique<sqlite3_vfs>(*real);
  disk->iVersion = 2;
  disk->szOsFile = static_cast<int>(sizeof(CheckedFile)) + real->szOsFile;
  disk->pNext = nullptr;
  disk->zName = name;
  disk->pAppData = real;
  disk->xOpen = open;
  disk->xDelete = [](sqlite3_vfs* d, const char* file, int sync) {
    return below(d)->xDelete(below(d), file, sync);
  };
  disk->xAccess = [](sqlite3_vfs* d, const char* file, int flags, int* answer) {
    return below(d)->xAccess(below(d), file, flags, answer);
  };
  disk->xFullPathname = [](sqlite3_vfs* d, const char* file, int size, char* path) {
    return below(d)->xFullPathname(below(d), file, size, path);
  };
  disk->xRandomness = [](sqlite3_vfs* d, int size, char* bytes) {
    return below(d)->xRandomness(below(d), size, bytes);
  };
  disk->xSleep = [](sqlite3_vfs* d, int microseconds) { return below(d)->xSleep(below(d), microseconds); };
  disk->xGetLastError = [](sqlite3_vfs* d, int size, char* text) {
    return below(d)->xGetLastError(below(d), size, text);
  };
  return disk;
}

bool answer_of(sqlite3* database, int question) {
  bool answer = false;
  return sqlite3_file_control(database, "main", question, &answer) == SQLITE_OK && answer;
}

}  // namespace

std::string checked_disk(const std::string& under) {
  static std::mutex mutex;
  // Never removed: a connection that lives until the program ends may still use it.
  static auto& made = *new std::map<std::string, std::unique_ptr<sqlite3_vfs>>;
  const std::lock_guard guard(mutex);
  // SQLite would count each allocation under a lock; nobody asks it how much it has. Only before its first
  // use.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  const auto [place, fresh] = made.try_emplace("goodturn-checked-" + under);
  if (fresh) {
    sqlite3_vfs* real = sqlite3_vfs_find(under.empty() ? nullptr : under.c_str());
    if (real == nullptr) {
      made.erase(place);
      return under;  // opening will say that there is no such disk
    }
    place->second = make_disk(place->first.c_str(), real);
    sqlite3_vfs_register(place->second.get(), 0);
  }
  return place->first;
}

bool has_checksums(sqlite3* database) { return answer_of(database, ask_for_checksums); }

bool disk_has_failed(sqlite3* database) { return answer_of(database, ask_for_failure); }

void reserve_checksums(sqlite3* database) {
  int bytes = static_cast<int>(page_sum_size);
  sqlite3_file_control(database, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes);
}

}  // namespace goodturn::store
