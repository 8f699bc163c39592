import { html, nothing, type TemplateResult } from 'lit'
import { backButton } from './back-button.ts'
import type { ScheduleView } from './schedule-view.ts'

/** The way back to the calendar, and the question. */
export const panelHead = (view: ScheduleView, heading: string, hint: unknown = nothing): TemplateResult =>
  html`<div class="tight">
    ${backButton(view)}
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${view.host.headingLevel}>${heading}</h2>
    ${hint === nothing ? nothing : html`<p class="muted num">${hint}</p>`}
  </div>`
