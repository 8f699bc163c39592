import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { visitText } from '../time-choice/visit-text.ts'
import type { AppointmentsView } from './appointments-view.ts'

/** `Video visit, 30 minutes, New concern` */
export const appointmentText = ({ time }: AppointmentsView, one: Appointment): string =>
  visitText(time, {
    modality: one.modality,
    minutes: (Date.parse(one.end) - Date.parse(one.start)) / 60_000,
    name: one.visitTypeName,
  })

/** "For Noor Example", for a person who acts for others. */
export const forPatient = ({ time, nameOf }: AppointmentsView, one: Appointment): unknown => {
  const name = nameOf(one)
  return name === undefined ? nothing : html`<p><b>${time.t('forName', { name })}</b></p>`
}

/** Whether the clinic can still hold the visit as it was booked. */
export const isSupported = ({ support }: Appointment): boolean => support.status === 'supported'

/** One decision with its name. */
export const fact = (name: string, value: unknown): TemplateResult =>
  html`<div class="fact">
    <dt class="small muted">${name}</dt>
    <dd class="num">${value}</dd>
  </div>`
