// A folder of folders of .vcf and .ics files as a source of collections: the vdir storage that
// vdirsyncer and khal use (vdirsyncer manual, "vdir": one item per file, files `displayname` and
// `color`, names ending in .tmp are ignored).
#pragma once

#include <filesystem>
#include <memory>

#include "core/ports.h"

namespace goodturn::vdir {

/// Every sub-folder of `root` that holds .vcf or .ics files or a `displayname`, or is empty, is a
/// collection; `root` itself is one when it holds such files. Collection::url is the absolute folder
/// path, hrefs are file names. Links are not followed. Errors of discover: not_found, storage.
[[nodiscard]] std::unique_ptr<Source> open_folder(std::filesystem::path root);

}  // namespace goodturn::vdir
