// Calls into a library that may block, with a limit in time.
#pragma once

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <thread>

#include "adapters/secrets/library.h"
#include "core/base/result.h"

namespace goodturn::secrets {

/// Runs `work` on a thread of its own. After `limit` the cancellable is cancelled and the answer is
/// `timeout`; a thread that still hangs then is left alone, so `work` must own everything it uses.
template <class T>
Result<T> bounded(const Library& library, std::chrono::milliseconds limit,
                  std::function<Result<T>(GCancellable*)> work) {
  const std::shared_ptr<GCancellable> cancellable(library.cancellable_new(), library.object_unref);
  std::packaged_task<Result<T>()> task(
      [cancellable, work = std::move(work)] { return work(cancellable.get()); });
  auto answer = task.get_future();
  std::thread(std::move(task)).detach();
  if (answer.wait_for(limit) == std::future_status::ready) return answer.get();
  library.cancellable_cancel(cancellable.get());
  return fail(ErrorKind::timeout,
              "The keyring did not answer in time; unlock it, or start with GOODTURN_SECRETS=file.");
}

}  // namespace goodturn::secrets
