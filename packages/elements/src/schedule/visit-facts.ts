import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { localized } from '../core/format.ts'
import { guestsOfButton } from '../guests/guests-of-button.ts'
import { consentChip, consentHint } from './missing-consents.ts'
import type { ScheduleView } from './schedule-view.ts'

/** The name of the patient, or a neutral word for who may not read it. */
export const patientOf = ({ t }: Pick<ScheduleView, 't'>, { patient }: Pick<Appointment, 'patient'>): string =>
  patient?.displayName ?? t('patient')

/** `9:00 AM to 9:30 AM` */
export const timesOf = ({ host, t }: ScheduleView, { start, end }: Pick<Appointment, 'start' | 'end'>): string =>
  t('fromTo', { from: host.format.time(start), to: host.format.time(end) })

/** `Video visit, New concern` */
export const visitOf = ({ host, t }: ScheduleView, one: Appointment): string =>
  host.format.list([t(`modality_${one.modality}`), localized(one.visitTypeName, host.language.tag)])

/** `with Dr. Lee, Room 2, 3 of 8 seats taken`, when it is known. */
export const aboutVisit = ({ host, extras }: ScheduleView, one: Appointment): TemplateResult | typeof nothing => {
  const about = extras()?.about(one) ?? []
  return about.length > 0 ? html`<span class="small num"><bdi>${host.format.list(about)}</bdi></span>` : nothing
}

/** That a minor consented without a parent: staff do not speak of it with others. */
export const aloneChip = (
  { t }: Pick<ScheduleView, 't'>,
  { consentedByMinor }: Pick<Appointment, 'consentedByMinor'>,
): TemplateResult | typeof nothing =>
  consentedByMinor === true ? html`<span class="chip warn">${t('consentedByMinor')}</span>` : nothing

/** The state of an appointment, and why it needs another time. */
export const statusChips = (view: ScheduleView, one: Appointment): TemplateResult => {
  const { host, t } = view
  const { status, support } = one
  const tone = { booked: 'none', completed: 'ok', 'no-show': 'warn', cancelled: 'none' }[status as 'booked'] ?? ''
  const why = host.format.list(support.reasons.map((reason) => t(`support_${reason}`)))
  return html`<span class="chips">
      <span class="chip ${tone}">${t(`status_${status}`)}</span>
      ${support.status === 'unsupported' ? html`<span class="chip bad">${t('needsTime', { why })}</span>` : nothing}
      ${aloneChip(view, one)} ${consentChip(view, one)}
    </span>
    ${consentHint(view, one)}`
}

const withRoom: ReadonlySet<Appointment['status']> = new Set(['booked', 'checked-in', 'in-progress'])

/** There is a room to which a guest can come. */
const mayInvite = ({ may }: ScheduleView, { status, modality }: Appointment): boolean =>
  may('guest:manage') && modality !== 'in-person' && withRoom.has(status)

/** For the front desk: a patient on the phone may decide. A practitioner has it in the queue, where a consent is missing. */
const mayRecordSpoken = ({ may, isOwn }: ScheduleView, { status, modality, requiredConsents }: Appointment): boolean =>
  may('consent:decide') && !isOwn() && modality !== 'in-person' && requiredConsents.length > 0 && withRoom.has(status)

/** Records what the patient says of the consents, invites a guest, moves or cancels a visit that has not begun, or answers a request. */
export const visitActions = (view: ScheduleView, one: Appointment): TemplateResult | typeof nothing => {
  const { host, t, may, open } = view
  const of = { name: patientOf(view, one), time: host.format.moment(one.start) }
  if (may('appointment:decide') && one.status === 'requested')
    return html`<span class="row actions">
      <button
        class="btn small primary"
        type="button"
        aria-label=${t('answerOf', of)}
        @click=${() => open('answer', { appointment: one })}
      >
        ${t('answer')}
      </button>
    </span>`
  const invite = mayInvite(view, one)
    ? guestsOfButton(
        view.guests,
        { appointmentId: one.id, about: t('visitOf', of) },
        { label: t('guests'), name: t('guestsOf', of) },
      )
    : nothing
  const spoken = mayRecordSpoken(view, one)
    ? html`<button
        class="btn small"
        type="button"
        aria-label=${t('spokenOf', of)}
        @click=${() => open('spoken', { appointment: one })}
      >
        ${t('spoken')}
      </button>`
    : nothing
  if (!may('appointment:book') || one.status !== 'booked')
    return invite === nothing && spoken === nothing
      ? nothing
      : html`<span class="row actions">${invite} ${spoken}</span>`
  return html`<span class="row actions">
    ${invite} ${spoken}
    <button
      class="btn small"
      type="button"
      aria-label=${t('moveOf', of)}
      @click=${() => open('move', { appointment: one })}
    >
      ${t('move')}
    </button>
    <button
      class="btn small"
      type="button"
      aria-label=${t('cancelOf', of)}
      @click=${() => open('cancel', { appointment: one })}
    >
      ${t('cancel')}
    </button>
  </span>`
}

/** One decision with its name. */
export const fact = (name: string, value: unknown): TemplateResult =>
  html`<div class="fact">
    <dt class="small muted">${name}</dt>
    <dd class="num"><bdi>${value}</bdi></dd>
  </div>`
