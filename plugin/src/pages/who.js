import { html } from "lit";

/** @import { Who } from "../generated/contract.ts" */

/** A link to the page of somebody in a report. */
export const personLink = (/** @type {Who} */ { uid, name }) => html`<a href="#/people/${encodeURIComponent(uid)}"><bdi>${name}</bdi></a>`;

/** Several as an unordered list in one line. */
export const personList = (/** @type {Who[]} */ people) => html`<ul class="names">${people.map((person) => html`<li>${personLink(person)}</li>`)}</ul>`;
