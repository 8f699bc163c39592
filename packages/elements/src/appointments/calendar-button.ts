import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { iconCalendar } from '../core/icons.ts'
import type { AppointmentsView } from './appointments-view.ts'

/** Saves the calendar file of one appointment, after a change of it. */
export const calendarButton = (
  { files, saveCalendar }: AppointmentsView,
  one: Appointment,
  text: string,
): TemplateResult => {
  const busy = files.busy === one.id
  return html`${files.rowProblem?.id === one.id ? files.rowProblem.view : nothing}
    <div>
      <button class="btn" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${() => saveCalendar(one)}>
        ${iconCalendar} ${text}
      </button>
    </div>`
}
