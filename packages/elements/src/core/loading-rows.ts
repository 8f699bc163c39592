import { html, type TemplateResult } from 'lit'

/** Placeholders for a heading and its rows while they load. The text is read out. */
export const loadingRows = (text: string, look = 'part'): TemplateResult =>
  html`<div class=${look} aria-busy="true">
    <p class="visually-hidden" role="status">${text}</p>
    <span class="skeleton title half"></span>
    ${[1, 2, 3].map(() => html`<span class="skeleton target"></span>`)}
  </div>`
