// What the script does for each step of the guide: {chapter: {step: async (stage) => …}}, in the order of the text.
import { steps as firstRun } from './steps/first_run.mjs';
import { steps as followUps } from './steps/follow_ups.mjs';
import { steps as leaving } from './steps/leaving.mjs';
import { steps as sync } from './steps/sync.mjs';
import { steps as tags } from './steps/tags.mjs';

/** The chapters as they are read and performed, one after the other in the same Thunderbird. */
export const performed = { 'first-run': firstRun, 'follow-ups': followUps, tags, sync, leaving };
