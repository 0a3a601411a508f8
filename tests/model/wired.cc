#include "tests/model/wired.h"

#include <stdexcept>

namespace goodturn::model {

Wired::Wired(const std::string& url, Holds holds, Life life) : life_(std::move(life)) {
  source_.emplace(impatient_settings(), url, "alice", "secret", [this] { return life_.killed(); });
  sync::Collection collection;
  collection.url = url;
  collection.holds.cards = holds == Holds::cards;
  collection.holds.events = collection.holds.tasks = collection.holds.journals = holds == Holds::calendar;
  auto opened = source_->open(collection);
  if (!opened) throw std::runtime_error(describe(opened.error()));
  inner_ = std::move(*opened);
}

Wired::~Wired() {
  inner_.reset();
  source_.reset();
  life_.left();
}

}  // namespace goodturn::model
