import { html, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { face } from '../core/face.ts'
import { practitionerText } from './practitioner-text.ts'
import type { TimeView } from './time-view.ts'

/** @param state - The patient's state. */
export const practitionerCard = (
  view: Pick<TimeView, 'host' | 't'>,
  one: PractitionerSummary,
  state?: string,
): TemplateResult =>
  html`<div class="card pad row">
    ${face(view.host, one)}
    <div class="tight">
      <p><b>${one.displayName}</b></p>
      <p class="small muted">${practitionerText(view, one, state)}</p>
    </div>
  </div>`
