import { html, type TemplateResult } from 'lit'

/** Shown while the visits are read. */
export const visitSkeleton = (loading: string): TemplateResult =>
  html`<div class="stack" aria-busy="true">
    <p class="visually-hidden" role="status">${loading}</p>
    <span class="skeleton title half"></span>
    <div class="card list">
      ${[1, 2].map(
        () =>
          html`<div class="stack">
            <span class="skeleton half"></span><span class="skeleton short"></span>
            <span class="skeleton target"></span>
          </div>`,
      )}
    </div>
  </div>`
