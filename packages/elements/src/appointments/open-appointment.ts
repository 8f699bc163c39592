import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, SupportReason } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { face } from '../core/face.ts'
import { iconCalendar } from '../core/icons.ts'
import { phoneLink } from '../core/phone-link.ts'
import { guestsOfButton } from '../guests/guests-of-button.ts'
import { appointmentText, forPatient, isSupported } from './appointment-facts.ts'
import type { AppointmentsView } from './appointments-view.ts'

/** An upcoming visit: when, with whom, what kind, and what can be done. The next one is larger. */
export const openAppointment = (view: AppointmentsView, one: Appointment, isNext: boolean): TemplateResult => {
  const { host, t, files } = view
  const { start, practitioner, status } = one
  const day = html`<time class="num" datetime=${start}
    >${host.format.list([host.format.day(start), host.format.time(start)])}</time
  >`
  const problem = files.rowProblem?.id === one.id ? files.rowProblem.view : nothing
  return html`<li class=${isNext ? 'stack next' : 'stack'}>
    <div class="row top">
      ${isNext ? face(host, practitioner) : nothing}
      <div class="tight grow">
        ${status === 'booked' ? nothing : html`<p><span class="chip">${t(`status_${status}`)}</span></p>`}
        <h4 class="when" aria-level=${host.headingLevel + 2}>${day}</h4>
        ${forPatient(view, one)}
        <p><b>${practitioner.displayName}</b></p>
        <p class="small muted">${appointmentText(view, one)}</p>
        ${view.details?.of(view, one) ?? nothing}
      </div>
    </div>
    ${unsupported(view, one)} ${changes(view, one)} ${problem}
    <div class="row wrap">${buttons(view, one)}</div>
  </li>`
}

const mayChange = ({ status, changeableUntil }: Appointment): boolean =>
  status === 'booked' && Date.parse(changeableUntil) >= Date.now()

/** A time that the clinic agreed on with the patient is moved by the clinic. */
const mayMove = ({ types }: AppointmentsView, one: Appointment): boolean =>
  mayChange(one) && (types.get(one.visitTypeId)?.bookingMode ?? 'instant') === 'instant'

/** A request can be withdrawn until it is answered. */
const mayCancel = (one: Appointment): boolean => one.status === 'requested' || mayChange(one)

const isCheckInOpen = ({ checkInFrom }: Appointment): boolean => Date.parse(checkInFrom) <= Date.now()

/** The visit cannot take place as booked, and what to do. */
const unsupported = (view: AppointmentsView, one: Appointment): unknown => {
  const { t } = view
  if (one.status !== 'booked' || isSupported(one)) return nothing
  const { reasons } = one.support
  // At another time the patient is not of another age.
  if (reasons.includes('age')) return html`<p class="banner warn">${t('unsupportedAge')}</p>`
  const why = reasons.every(isOfNeeds)
    ? t('unsupportedNeeds')
    : t('unsupported', { name: one.practitioner.displayName })
  return html`<div class="banner warn">
    <p>${why} ${mayMove(view, one) ? t('chooseAnother') : nothing}</p>
  </div>`
}

const isOfNeeds = (reason: SupportReason): boolean =>
  reason === 'resource-unavailable' || reason === 'participant-unavailable'

/** What a visit of the list shows. */
export const shownOf = (view: AppointmentsView, one: Appointment): readonly unknown[] => {
  const { host, types, list, details, files, nameOf, guests } = view
  const { clinicPhone, clinicPlace, clinicAddress, mapUrl } = host
  const now = [
    mayChange(one),
    isCheckInOpen(one),
    nameOf(one),
    details?.interpreter.shownAt(one),
    details?.captioner.shownAt(one),
    files.rowProblem?.id === one.id && files.rowProblem.view,
  ]
  return [host.format, one, types, list, details, guests, clinicPhone, clinicPlace, clinicAddress, mapUrl, ...now]
}

/** Until when it can be changed, or whom to call. */
const changes = (view: AppointmentsView, one: Appointment): unknown => {
  const { host, t } = view
  if (one.status === 'requested' && one.answerBy)
    return html`<p class="small num">${t('answerBy', { until: host.format.moment(one.answerBy) })}</p>`
  if (one.status !== 'booked') return nothing
  const isCheckInShown = !isCheckInOpen(one) && isSupported(one)
  return html`<div class="tight small num">
    ${isCheckInShown ? html`<p>${t('checkInFrom', { time: host.format.moment(one.checkInFrom) })}</p>` : nothing}
    <p>${howToChange(view, one)}</p>
  </div>`
}

const howToChange = (view: AppointmentsView, one: Appointment): unknown => {
  const { host, t } = view
  const until = host.format.moment(one.changeableUntil)
  const phone = host.clinicPhone && phoneLink(host.clinicPhone)
  if (mayMove(view, one)) return t('canChange', { until })
  if (mayChange(one))
    return html`${t('canCancel', { until })} ${phone ? t.rich('callToMove', { phone }) : t('callClinicToMove')}`
  return html`${t('couldChange', { until })} ${phone ? t.rich('callToChange', { phone }) : t('callClinic')}`
}

const buttons = (view: AppointmentsView, one: Appointment): unknown => {
  const { host, t, goTo, saveCalendar } = view
  const time = host.format.moment(one.start)
  const button = (text: string, act: () => void, more = '', icon: unknown = nothing): TemplateResult =>
    html`<button class="btn ${more}" type="button" aria-label=${t('ofVisit', { action: text, time })} @click=${act}>
      ${icon} ${text}
    </button>`
  const open = (): void =>
    void emit(host, 'visit-appointment-open', { appointmentId: one.id, patientId: one.patientId })
  const toOpen = opening(view, one, (text, more) => button(text, open, more))
  const change = html`${
    mayMove(view, one) ? button(t('changeTime'), () => goTo('time', one), isSupported(one) ? '' : 'primary') : nothing
  }
  ${mayCancel(one) ? button(t('cancel'), () => goTo('cancel', one)) : nothing}`
  // A time that no longer works: another one comes first.
  return html`${isSupported(one) ? html`${toOpen} ${change}` : html`${change} ${toOpen}`} ${invite(view, one)}
  ${one.status === 'booked' ? button(t('calendar'), () => saveCalendar(one), '', iconCalendar) : nothing}`
}

const withRoom: ReadonlySet<Appointment['status']> = new Set(['booked', 'checked-in', 'in-progress'])

/** A member of the family, for example, when there is a room to which they can come. */
const invite = ({ host, t, guests, nameOf }: AppointmentsView, one: Appointment): unknown => {
  if (!guests || one.modality === 'in-person' || !withRoom.has(one.status) || !isSupported(one)) return nothing
  const time = host.format.moment(one.start)
  const about = host.format.list([nameOf(one), one.practitioner.displayName, time].filter((part) => part !== undefined))
  const label = t('guests')
  return guestsOfButton(
    guests,
    { appointmentId: one.id, about },
    { label, name: t('ofVisit', { action: label, time }), more: '' },
  )
}

/** What comes next: prepare, check in, wait, or join. */
const opening = (
  { t }: AppointmentsView,
  one: Appointment,
  button: (text: string, more: string) => TemplateResult,
): unknown => {
  if (one.status === 'requested') return nothing
  if (one.status === 'in-progress') return button(t('join'), 'primary')
  if (one.status === 'checked-in') return button(t('toWaitingRoom'), 'primary')
  if (isCheckInOpen(one)) return button(t('checkIn'), isSupported(one) ? 'primary' : '')
  if (!isSupported(one)) return nothing
  return one.requiredConsents.length + one.questionnaires.length > 0 ? button(t('getReady'), 'primary') : nothing
}
