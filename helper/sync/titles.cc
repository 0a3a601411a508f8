#include "helper/sync/titles.h"

#include "helper/history/words.h"

namespace goodturn::helper {
namespace {

constexpr std::size_t most_fetched = 500;

/// The version that the user knows: nullopt for an item that only the server has.
Result<std::optional<std::string>> known_text(World& world, sync::CollectionId collection, const Href& href) {
  const auto item = world.store.item(collection, href);
  if (!item) return fail(item.error());
  if (*item) return (*item)->text;
  const auto base = world.store.base(collection, href);
  if (!base) return fail(base.error());
  return *base ? std::optional((*base)->text) : std::nullopt;
}

/// Gives the hrefs that have no title yet.
Result<std::vector<Href>> add_known(World& world, sync::CollectionId collection, const sync::Plan& plan,
                                    Survey& survey, sync::Titles& titles) {
  const auto lock = world.lock();
  std::vector<Href> untitled;
  for (const sync::Step& step : plan.steps) {
    const auto text = known_text(world, collection, step.href);
    if (!text) return fail(text.error());
    if (*text)
      titles.emplace(step.href, title_of(**text));
    else if (const auto came = survey.take_text(step.href))
      titles.emplace(step.href, title_of(came->text));
    else
      untitled.push_back(step.href);
  }
  return untitled;
}

}  // namespace

Result<sync::Titles> titles_for(World& world, RemoteCollection& remote, sync::CollectionId collection,
                                const sync::Plan& plan, Survey& survey) {
  sync::Titles titles;
  auto untitled = add_known(world, collection, plan, survey, titles);
  if (!untitled) return fail(untitled.error());
  if (untitled->size() > most_fetched) untitled->resize(most_fetched);
  if (untitled->empty()) return titles;
  const auto errors = remote.fetch(*untitled, [&](sync::RemoteItem item) -> Result<void> {
    titles.emplace(item.href, title_of(item.text));
    return {};
  });
  if (!errors) return fail(errors.error());
  return titles;
}

}  // namespace goodturn::helper
