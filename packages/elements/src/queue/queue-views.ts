import { html, type TemplateResult } from 'lit'
import type { QueueEntry } from '@visitkit/sdk'
import { shortcutHint } from '../core/shortcut-hint.ts'
import { alertChips, minutesSince, type QueueTranslate } from './queue-table.ts'

interface NextPatientView {
  readonly t: QueueTranslate
  /** The patient who has waited longest. */
  readonly entry: QueueEntry
  readonly busy: boolean
  readonly onAdmit: () => void
}

/** The button that admits the next patient. */
export const nextPatient = ({ t, entry, busy, onAdmit }: NextPatientView): TemplateResult => {
  const name = entry.patient.displayName
  return html`<div class="row wrap">
    <button
      class="btn primary"
      type="button"
      aria-keyshortcuts="n"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${onAdmit}
    >
      ${t(busy ? 'admittingName' : 'nextPatient', { name })}
    </button>
    ${shortcutHint('n')} ${alertChips(t, entry.alerts)}
    <span class="small muted num">${t('minutes', { minutes: minutesSince(entry.waitingSince, Date.now()) })}</span>
  </div>`
}

/** For a reader who has no queue. */
export const noQueue = (t: QueueTranslate): TemplateResult =>
  html`<div class="card pad tight">
    <h2>${t('notPractitionerHeading')}</h2>
    <p class="muted">${t('notPractitionerText')}</p>
  </div>`
