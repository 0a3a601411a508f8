/**
 * A class whose instances have `Fields` as well: those that Lit makes of `static properties`. Declared as class fields they
 * would hide Lit's accessors.
 */
// Of a class to be mixed in TypeScript wants exactly these parameters.
export type With<Base extends abstract new (...args: any[]) => object, Fields> = Base & (new (...args: any[]) => Fields);

/** A member that load() reads before anything draws it: render() asks whether it is there, what render() calls need not. */
export type Loaded<Value> = Value;
