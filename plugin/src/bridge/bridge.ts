// What the bridge takes and answers: the operations of schemas/openapi.json as calls, see connectBridge in client.js.
import type {
  AskItem, CommunityItem, EntryItem, GoalItem, IntroductionItem, operations, PairItem, PromiseItem, QuestionItem, RoleTermItem, ScriptItem, VenueItem,
} from "../generated/contract.ts";

type Params<Operation> = Operation extends { parameters: infer P }
  ? (P extends { path: infer Path } ? Path : unknown) & (P extends { query?: infer Query } ? ([Query] extends [undefined] ? unknown : Partial<NonNullable<Query>>) : unknown)
  : unknown;
type Body<Operation> = Operation extends { requestBody: { content: { "application/json": infer B } } } ? B : undefined;
type Answer<Operation> = Operation extends { responses: infer R }
  ? { [Status in keyof R]: Status extends 200 | 201 | 202 ? (R[Status] extends { content: { "application/json": infer A } } ? A : never) : never }[keyof R]
  : never;
type Options = { signal?: AbortSignal };

/** {} may be left out where nothing is asked for, so may a body that an operation does not have. */
type Call<Operation> = Body<Operation> extends undefined
  ? Record<never, never> extends Params<Operation>
    ? (values?: Params<Operation>, body?: undefined, options?: Options) => Promise<Answer<Operation>>
    : (values: Params<Operation>, body?: undefined, options?: Options) => Promise<Answer<Operation>>
  : (values: Params<Operation>, body: Body<Operation>, options?: Options) => Promise<Answer<Operation>>;

/** Items of the journal by their kind, which the contract's answers leave open. */
export type Journal = {
  ask: AskItem;
  promise: PromiseItem;
  entry: EntryItem;
  introduction: IntroductionItem;
  goal: GoalItem;
  script: ScriptItem;
  community: CommunityItem;
  question: QuestionItem;
  venue: VenueItem;
  "role-term": RoleTermItem;
  pair: PairItem;
};

export type Bridge = { [Name in Exclude<keyof operations, "streamEvents" | "listJournal" | "getFromJournal">]: Call<operations[Name]> } & {
  base: string;
  streamEvents(options?: Options): AsyncGenerator<{ event: string; data: string }, void>;
  listJournal<Kind extends keyof Journal>(values: { kind: Kind } & Omit<Params<operations["listJournal"]>, "kind">): Promise<{ items: Journal[Kind][] }>;
  getFromJournal<Kind extends keyof Journal>(values: { kind: Kind; id: string }): Promise<{ item: Journal[Kind] }>;
};
