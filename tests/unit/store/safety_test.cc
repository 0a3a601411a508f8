// What must not happen: lost rows, readable files, touched databases of others.
#include <SQLiteCpp/Database.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

#include "adapters/store/backups.h"
#include "adapters/store/migrate.h"
#include "adapters/store/migrations.h"
#include "tests/unit/store/sample.h"

using namespace goodturn;
using namespace sample;
using store::SqliteStore;

namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

/// Writes items one by one and acknowledges each on `pipe`, until it is killed.
[[noreturn]] void write_until_killed(const std::filesystem::path& file, int pipe, int first) {
  auto store = SqliteStore::open(file);
  if (!store) _exit(2);
  const auto id = (*store)->put_collection(collection("local:book"));
  for (int number = first;; ++number) {
    const sync::Item card = item(*id, std::to_string(number), std::string(500, 'x'));
    const auto put = (*store)->transact([&]() -> Result<void> {
      if (auto done = (*store)->put_item(card); !done) return done;
      return (*store)->put_base(base(card, "\"1\""));
    });
    if (!put || ::write(pipe, &number, sizeof number) != sizeof number) _exit(3);
  }
}

/// Lets a child write for a while, kills it, and returns the last number it acknowledged (or `first` - 1).
int last_acknowledged(const std::filesystem::path& file, int first, int microseconds) {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    close(ends[0]);
    write_until_killed(file, ends[1], first);
  }
  close(ends[1]);
  usleep(static_cast<useconds_t>(microseconds));
  kill(child, SIGKILL);
  int last = first - 1;
  for (int number = 0; read(ends[0], &number, sizeof number) == sizeof number;) last = number;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  CHECK(WIFSIGNALED(status));
  return last;
}

}  // namespace

TEST_CASE("fifty kills lose no acknowledged row and leave a sound file") {
  std::mt19937 random(std::random_device{}());
  Folder folder;
  int last = 0;
  for (int round = 0; round < 50; ++round) {
    last =
        std::max(last, last_acknowledged(folder.file(), last + 1, 2000 + static_cast<int>(random() % 60000)));
    auto store = open(folder);
    must(store->check());
    const auto collections = must(store->collections());
    if (last == 0) continue;
    REQUIRE(collections.size() == 1);
    const auto marks = must(store->base_marks(collections[0].id));
    // At most one row more than acknowledged per kill, and never a base without its item.
    CHECK(marks.size() >= static_cast<std::size_t>(last));
    for (const auto& mark : marks) REQUIRE(mark.local_same);
    last = static_cast<int>(marks.size());
  }
  std::cout << "rows after fifty kills: " << last << "\n";
  CHECK(last > 0);
}

TEST_CASE("files are for the owner alone under any umask") {
  Folder folder;
  const mode_t before = umask(022);
  auto store = open(folder);
  must(store->set_setting("key", "value"));
  must(store->backup_to(folder.path() / "copy.db"));
  umask(before);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    INFO(entry.path());
    CHECK(mode_of(entry.path()) == 0600);
  }
  store.reset();
  chmod(folder.file().c_str(), 0644);
  store = open(folder);
  CHECK(mode_of(folder.file()) == 0600);
  CHECK(must(must(SqliteStore::open(folder.path() / "copy.db"))->setting("key")) == "value");
}

TEST_CASE("a folder that others may write to, a link and a missing folder are refused") {
  Folder folder;
  for (const mode_t mode : {0770, 0702}) {
    chmod(folder.path().c_str(), mode);
    CHECK(SqliteStore::open(folder.file()).error().kind == ErrorKind::suspicious);
    CHECK_FALSE(std::filesystem::exists(folder.file()));
  }
  chmod(folder.path().c_str(), 0700);
  open(folder).reset();
  std::filesystem::create_symlink(folder.file(), folder.path() / "link.db");
  CHECK(SqliteStore::open(folder.path() / "link.db").error().kind == ErrorKind::suspicious);
  CHECK(SqliteStore::open(folder.path() / "none" / "a.db").error().kind == ErrorKind::storage);
  CHECK(SqliteStore::open_reader(folder.path() / "none.db").error().kind == ErrorKind::not_found);
}

TEST_CASE("a link above the folder is no obstacle") {
  Folder folder;
  const auto real = folder.path() / "real";
  std::filesystem::create_directories(real / "home");
  chmod((real / "home").c_str(), 0700);
  std::filesystem::create_directory_symlink(real, folder.path() / "link");
  const auto file = folder.path() / "link" / "home" / "a.db";
  {
    auto store = must(SqliteStore::open(file));
    must(store->set_setting("key", "value"));
    must(store->backup_to(folder.path() / "link" / "home" / "copy.db"));
  }
  CHECK(must(must(SqliteStore::open_reader(file))->setting("key")) == "value");
  CHECK(must(must(SqliteStore::open(real / "home" / "copy.db"))->setting("key")) == "value");
}

TEST_CASE("a database of a newer version or of another program is refused untouched") {
  Folder folder;
  open(folder).reset();
  const bool newer = GENERATE(true, false);
  {
    store::Connection connection(folder.file(), store::Access::write);
    connection.database().exec(newer ? "PRAGMA user_version = 99"
                                     : "PRAGMA application_id = 1; PRAGMA user_version = 0");
  }
  const auto before = hash_of(bytes_of(folder.file()));
  const auto kind = newer ? ErrorKind::invalid : ErrorKind::suspicious;
  CHECK(SqliteStore::open(folder.file()).error().kind == kind);
  CHECK(SqliteStore::open_reader(folder.file()).error().kind == kind);
  CHECK(hash_of(bytes_of(folder.file())) == before);
}

TEST_CASE("a damaged file is reported and not overwritten") {
  Folder folder;
  {
    auto store = open(folder);
    const auto id = must(store->put_collection(collection("local:book")));
    for (int number = 0; number < 200; ++number)
      must(store->put_item(item(id, std::to_string(number), std::string(900, 'x'))));
  }
  const std::string sound = bytes_of(folder.file());
  std::string damaged =
      GENERATE(std::string("not a database at all, but long enough to look like one ....."), std::string());
  if (damaged.empty()) {
    damaged = sound;
    // Every page but the first and its schema is overwritten.
    for (std::size_t at = 8192; at < damaged.size(); ++at) damaged[at] = static_cast<char>(at * 31);
  }
  write(folder.file(), damaged);
  auto opened = SqliteStore::open(folder.file());
  Result<void> used;
  if (!opened)
    used = fail(opened.error());
  else
    used = (*opened)->check();
  REQUIRE_FALSE(used);
  CHECK(used.error().kind == ErrorKind::storage);
  INFO(used.error().what);
  CHECK(used.error().what.find("damaged") != std::string::npos);
  if (opened) opened->reset();
  CHECK(bytes_of(folder.file()) == damaged);
}

TEST_CASE("a migration that fails leaves the version before and a checked copy") {
  Folder folder;
  {
    auto store = open(folder);
    must(store->set_setting("key", "value"));
  }
  std::vector<store::Migration> steps(store::migrations.begin(), store::migrations.end());
  const auto version = static_cast<int>(steps.size());
  steps.push_back({"next_good", "CREATE TABLE extra (a INTEGER) STRICT"});
  steps.push_back({"next_bad", "CREATE TABLE half (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1)"});
  {
    store::Connection connection(folder.file(), store::Access::write);
    CHECK_FALSE(store::migrate(connection, steps));
    CHECK(connection.database().execAndGet("PRAGMA user_version").getInt() == version + 1);
    CHECK(connection.database().tableExists("extra"));
    CHECK_FALSE(connection.database().tableExists("half"));
    steps.pop_back();
    must(store::migrate(connection, steps));
  }
  const auto copies = store::backups_of(folder.file());
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].occasion == "before-" + std::to_string(version + 2));
  CHECK(mode_of(copies[0].file) == 0600);
  CHECK(must(must(SqliteStore::open(copies[0].file))->setting("key")) == "value");
}

TEST_CASE("a second opener sees what was committed and waits for its turn") {
  Folder folder;
  auto first = open(folder);
  auto second = open(folder);
  auto reader = must(SqliteStore::open_reader(folder.file()));
  must(first->set_setting("key", "1"));
  CHECK(must(second->setting("key")) == "1");
  must(second->set_setting("key", "2"));
  CHECK(must(reader->setting("key")) == "2");
  must(reader->transact([&]() -> Result<void> {
    CHECK(must(reader->setting("key")) == "2");
    must(first->set_setting("key", "3"));
    CHECK(must(reader->setting("key")) == "2");
    return {};
  }));
  CHECK(must(reader->setting("key")) == "3");
  CHECK(reader->set_setting("key", "4").error().kind == ErrorKind::storage);
}

TEST_CASE("a full disk is an error, leaves no half step, and works again afterwards") {
  Folder folder;
  auto store = open(folder);
  const auto id = must(store->put_collection(collection("local:book")));
  must(store->set_setting("key", "before"));
  rlimit old{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &old) == 0);
  const auto ignored = signal(SIGXFSZ, SIG_IGN);
  rlimit small = old;
  small.rlim_cur = 600000;
  REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
  const auto full = store->transact([&]() -> Result<void> {
    if (auto put = store->set_setting("key", "lost"); !put) return put;
    for (int number = 0; number < 20; ++number)
      if (auto put = store->put_item(item(id, std::to_string(number), std::string(100000, 'x'))); !put)
        return put;
    return {};
  });
  setrlimit(RLIMIT_FSIZE, &old);
  signal(SIGXFSZ, ignored);
  REQUIRE_FALSE(full);
  CHECK(full.error().kind == ErrorKind::storage);
  CHECK(must(store->setting("key")) == "before");
  CHECK(must(store->base_marks(id)).empty());
  must(store->put_item(item(id, "after", "text")));
  must(store->check());
}
