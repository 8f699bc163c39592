import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { IntakeAlert, QueueEntry } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'
import type { Translate } from '../core/localize.ts'
import { guestsOfButton } from '../guests/guests-of-button.ts'
import type { GuestsOfList } from '../guests/guests-of-list.ts'
import type { SpokenDecisionPart } from '../spoken-decision/spoken-decision-part.ts'
import type { queueEn } from './queue.en.ts'
import type { EmergencyAdmissionPart } from './emergency-admission-part.ts'
import { readinessChips } from './readiness.ts'

export type QueueTranslate = Translate<typeof queueEn>

export interface QueueTableView {
  readonly t: QueueTranslate
  readonly format: Formatter
  readonly entries: readonly QueueEntry[]
  /** Milliseconds since 1970. */
  readonly now: number
  readonly isNew: (entry: QueueEntry) => boolean
  /** The visit with an admission in progress. */
  readonly admitting: string | null
  /** The visit whose admission failed, and its problem. */
  readonly rowProblem: { readonly visitId: string; readonly view: TemplateResult } | null
  /** Null for those who may not invite guests. */
  readonly guests: GuestsOfList | null
  /** Null for those who may not admit in an emergency. */
  readonly emergency: EmergencyAdmissionPart | null
  /** Null for those who may not record what a patient says about a consent. */
  readonly spoken: SpokenDecisionPart | null
  readonly onAdmit: (entry: QueueEntry) => void
  readonly onOpen: (entry: QueueEntry) => void
}

/** Whole minutes from an RFC 3339 instant to now. */
export const minutesSince = (instant: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 60_000))

/** The text of an intake alert. */
export const alertText = (t: QueueTranslate, alert: IntakeAlert): string => t(`alert_${alert}`)

export const alertChips = (t: QueueTranslate, alerts: readonly IntakeAlert[]): TemplateResult[] =>
  alerts.map((code) => html`<span class="chip bad">${alertText(t, code)}</span>`)

const chips = ({ t }: QueueTableView, entry: QueueEntry): TemplateResult =>
  html`<div class="chips">
    ${alertChips(t, entry.alerts)}
    ${
      entry.status === 'waiting'
        ? readinessChips(entry).map(({ tone, key }) => html`<span class="chip ${tone}">${t(key)}</span>`)
        : html`<span class="chip">${t(entry.status === 'in-progress' ? 'inRoom' : 'admitted')}</span>`
    }
  </div>`

/** One button for the whole stay, so that it keeps the focus when "Admit" becomes "Open room". */
const action = (view: QueueTableView, entry: QueueEntry, isFirst: boolean): TemplateResult => {
  const { t, admitting } = view
  const { displayName: name } = entry.patient
  const waits = entry.status === 'waiting'
  const busy = admitting === entry.visitId
  const words = waits
    ? busy
      ? [t('admitting'), t('admittingName', { name })]
      : [t('admit'), t('admitName', { name })]
    : [t('open'), t('openName', { name })]
  return html`<button
    class="btn small ${waits ? 'admit' : 'open'} ${isFirst ? 'primary' : ''}"
    type="button"
    aria-label=${words[1]}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${() => (waits ? view.onAdmit(entry) : view.onOpen(entry))}
  >
    ${words[0]}
  </button>`
}

/** Before the visit: in its room the room has them. */
export const guestsOf = (
  { t, format, guests }: Pick<QueueTableView, 't' | 'format' | 'guests'>,
  { appointmentId, start, name }: { readonly appointmentId: string; readonly start: string; readonly name: string },
): TemplateResult | typeof nothing =>
  guests === null
    ? nothing
    : guestsOfButton(
        guests,
        { appointmentId, about: t('visitOf', { name, time: format.moment(start) }) },
        { label: t('guests'), name: t('guestsOf', { name }) },
      )

/** Of a patient without the consent: what they say of it, and while they wait, how they are admitted in an emergency. */
const withoutConsent = ({ spoken, emergency }: QueueTableView, entry: QueueEntry): unknown => {
  if (entry.readiness.consent === 'done') return nothing
  const visit = { appointmentId: entry.appointmentId, name: entry.patient.displayName }
  return [
    spoken?.button(visit),
    entry.status === 'waiting' ? emergency?.button({ ...visit, isCheckedIn: true }) : nothing,
  ]
}

const visitOfEntry = ({ appointmentId, appointmentStart: start, patient: { displayName: name } }: QueueEntry) => ({
  ...{ appointmentId, start, name },
})

/** Age, location, interpreter, and whether they are present. */
const patientDetails = ({ t, format }: QueueTableView, { patient, present, status }: QueueEntry): string => {
  const { interpreterLanguage: language } = patient
  return [
    t('age', { count: patient.age }) + format.comma + patient.state,
    ...(language ? [t('interpreter', { language: format.languageName(language) })] : []),
    ...(present || status !== 'waiting' ? [] : [t('away')]),
  ].join('. ')
}

/** What the patient wrote at booking. */
export const reasonText = (
  { t }: Pick<QueueTableView, 't'>,
  reason: string | undefined,
): TemplateResult | typeof nothing =>
  reason === undefined
    ? nothing
    : html`<span class="small muted"
        ><br /><span class="visually-hidden">${t('reason')}</span> <span dir="auto">${reason}</span></span
      >`

const row = (view: QueueTableView, entry: QueueEntry, isFirst: boolean): TemplateResult => {
  const { t, format, now, rowProblem } = view
  return html`<tr role="row" class=${isFirst ? 'next' : ''}>
      <th role="rowheader" scope="row" class="who">
        <b>${entry.patient.displayName}</b>${
          view.isNew(entry) ? html`<span class="chip">${t('justArrived')}</span>` : nothing
        }
        <span class="small muted"><br />${patientDetails(view, entry)}</span>
      </th>
      <td role="cell" class="num">${t('minutes', { minutes: minutesSince(entry.waitingSince, now) })}</td>
      <td role="cell">${localized(entry.visitTypeName, format.tag)}${reasonText(view, entry.reason)}</td>
      <td role="cell">${chips(view, entry)}</td>
      <td role="cell">
        <span class="acts"
          >${action(view, entry, isFirst)} ${guestsOf(view, visitOfEntry(entry))} ${withoutConsent(view, entry)}</span
        >
      </td>
    </tr>
    ${
      rowProblem?.visitId === entry.visitId
        ? html`<tr role="row" class="row-problem">
            <td role="cell" colspan="5">${rowProblem.view}</td>
          </tr>`
        : nothing
    }`
}

const shownIn = (view: QueueTableView, entry: QueueEntry, isFirst: boolean): readonly unknown[] => {
  const { format, now, isNew, admitting, rowProblem } = view
  const { visitId, waitingSince } = entry
  const about = [minutesSince(waitingSince, now), isNew(entry), admitting === visitId]
  return [
    format,
    entry,
    isFirst,
    view.guests,
    view.emergency,
    view.spoken,
    ...about,
    rowProblem?.visitId === visitId && rowProblem.view,
  ]
}

/** The waiting patients. Roles are explicit, because a table that is displayed as cards loses its roles in some browsers. */
export const queueTable = (view: QueueTableView): TemplateResult => {
  const { t, entries } = view
  const first = entries.find(({ status }) => status === 'waiting')
  const column = (name: unknown): TemplateResult => html`<th role="columnheader" scope="col">${name}</th>`
  return html`<table part="table" role="table" aria-labelledby="heading">
    <thead role="rowgroup">
      <tr role="row">
        ${column(t('columnPatient'))}${column(t('columnWaiting'))}${column(t('columnFor'))}${column(t('columnReady'))}
        ${column(html`<span class="visually-hidden">${t('columnAction')}</span>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${repeat(
        entries,
        ({ visitId }) => visitId,
        (entry) => keptRow(shownIn(view, entry, entry === first), () => row(view, entry, entry === first)),
      )}
    </tbody>
  </table>`
}
