import { html } from "lit";

/** A link to the page of somebody in a report ({uid, name}). */
export const personLink = ({ uid, name }) => html`<a href="#/people/${encodeURIComponent(uid)}"><bdi>${name}</bdi></a>`;

/** Several as an unordered list in one line. */
export const personList = (people) => html`<ul class="names">${people.map((person) => html`<li>${personLink(person)}</li>`)}</ul>`;
