#include "tests/support/independent_reader.h"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "tests/support/test_folder.h"

namespace goodturn::tests {

Reading read_independently(const std::string& url, const std::vector<std::string>& texts,
                           const std::string& ending) {
  constexpr int skipped = 77;
  const TestFolder folder;
  int count = 0;
  for (const std::string& text : texts)
    std::ofstream(folder.path() / (std::to_string(++count) + "." + ending), std::ios::binary) << text;
  const std::string command = "tests/interop_vdirsyncer/same_as_server.py alice secret '" + url + "' '" +
                              folder.path().string() + "' " + ending;
  const int status = std::system(command.c_str());
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  if (code == skipped) std::cout << "vdirsyncer is not installed: not compared\n";
  return code == 0 ? Reading::equal : code == skipped ? Reading::not_installed : Reading::differs;
}

}  // namespace goodturn::tests
