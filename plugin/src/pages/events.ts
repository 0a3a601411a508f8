// Events as the pages' templates hear them: the element that has the listener is known.

/** Of a field: typed in, chosen, ticked. */
export type FieldEvent = Event & { target: HTMLInputElement };

/** Of a form, sent; its fields stand by their names in `elements`. */
export type FormEvent = Event & { target: HTMLFormElement & { elements: Record<string, HTMLInputElement> } };

/** Of an element of ours, that tells `Detail`. */
export type Told<Detail> = CustomEvent<Detail>;
