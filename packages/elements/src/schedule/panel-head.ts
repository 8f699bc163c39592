import { html, nothing, type TemplateResult } from 'lit'
import { iconBack } from '../core/icons.ts'
import type { ScheduleView } from './schedule-view.ts'

/** The way back to the calendar, and the question. */
export const panelHead = ({ host, t, goTo }: ScheduleView, heading: string, hint: unknown = nothing): TemplateResult =>
  html`<div class="tight">
    <div>
      <button class="btn quiet small start" type="button" @click=${() => goTo('calendar')}>
        ${iconBack} ${t('back')}
      </button>
    </div>
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${heading}</h2>
    ${hint === nothing ? nothing : html`<p class="muted num">${hint}</p>`}
  </div>`
