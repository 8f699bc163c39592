import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import type { Schedule } from './read-schedule.ts'
import type { ScheduleView } from './schedule-view.ts'

export const lacksConsent = ({ refusedConsents = [] }: Pick<Appointment, 'refusedConsents'>): boolean =>
  refusedConsents.length > 0

/** That the patient has said no to a consent that the visit needs. */
export const consentChip = ({ t }: Pick<ScheduleView, 't'>, one: Appointment): TemplateResult | typeof nothing =>
  lacksConsent(one) ? html`<span class="chip bad">${t('consentMissing')}</span>` : nothing

/** What to do about it. */
export const consentHint = ({ t }: Pick<ScheduleView, 't'>, one: Appointment): TemplateResult | typeof nothing =>
  lacksConsent(one) ? html`<span class="small">${t('consentMissingText')}</span>` : nothing

const known = new WeakMap<Schedule, Schedule>()

/** The schedule with only the visits that lack a consent. Made once for each, because what is shown of a schedule is kept by it. */
export const onlyLacking = (schedule: Schedule): Schedule => {
  const found = known.get(schedule)
  if (found) return found
  const made = { ...schedule, appointments: schedule.appointments.filter(lacksConsent) }
  known.set(schedule, made)
  return made
}

/** Shows only these, where there are any. */
export const consentFilter = (
  { t }: Pick<ScheduleView, 't'>,
  { appointments }: Schedule,
  isOn: boolean,
  choose: (isOn: boolean) => void,
): TemplateResult | typeof nothing => {
  const count = appointments.filter(lacksConsent).length
  if (count === 0 && !isOn) return nothing
  return html`<label class="choice plain">
    <input
      id="only-lacking"
      type="checkbox"
      .checked=${isOn}
      @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)}
    />
    <span>${t('onlyConsentMissing', { count })}</span>
  </label>`
}
