// What people call the items of a plan, for a dry run.
#pragma once

#include "core/sync/plan.h"
#include "helper/sync/survey.h"

namespace goodturn::helper {

/// The titles (title_of) of the items in `plan`: from the text here, the agreed one where it is deleted here,
/// else the server's. Texts that neither are here nor came with the listing are fetched, 500 at most, so that
/// the dry run of a first sync does not take as long as the sync; further items have no title. An item that
/// the server does not give has none either. Errors: the store's or the server's.
[[nodiscard]] Result<sync::Titles> titles_for(World& world, RemoteCollection& remote,
                                              sync::CollectionId collection, const sync::Plan& plan,
                                              Survey& survey);

}  // namespace goodturn::helper
