/** What i18n.getMessage(name, values) answers for the entries of a messages.json; "" for an unknown one. Stands alone, so that it can be handed over to a page. */
export function hostMessage(messages, name, values = []) {
  const { message, placeholders = {} } = messages[name] ?? { message: "" };
  const valueOf = (place) => values[Number(placeholders[place.toLowerCase()].content.slice(1)) - 1] ?? "";
  return message.replace(/\$(\$|(\w+)\$)/g, (_, mark, place) => (place ? valueOf(place) : mark));
}
