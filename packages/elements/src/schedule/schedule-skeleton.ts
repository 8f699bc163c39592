import { html, type TemplateResult } from 'lit'

/** As high as a few visits. */
export const scheduleSkeleton = (words: string): TemplateResult =>
  html`<div class="card pad stack" aria-busy="true">
    <p class="visually-hidden" role="status">${words}</p>
    <span class="skeleton title half"></span>
    ${[1, 2, 3, 4].map(() => html`<span class="skeleton target"></span>`)}
  </div>`
