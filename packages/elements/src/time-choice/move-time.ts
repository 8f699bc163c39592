import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { chooseTime } from './choose-time.ts'
import type { MoveFlow } from './move-flow.ts'
import type { TimeView } from './time-view.ts'

interface ChooseOptions {
  /** The question, and which visit moves. */
  readonly head: unknown
  /** Label of the choice of a practitioner. */
  readonly who: string
  readonly texts: ProblemTexts
  readonly again: () => void
  readonly next: () => void
  /** Shown below the times. */
  readonly below?: unknown
}

/** The free times of a visit that moves, with the same practitioner chosen. */
export const chooseMoveTime = (
  time: TimeView,
  { type }: MoveFlow,
  { head, who, texts, again, next, below = nothing }: ChooseOptions,
): TemplateResult => {
  const { choice, host } = time
  const { practitioners, practitionerId } = choice
  const hasOthers = practitioners.length > 1
  const withWhom = html`${head} ${hasOthers ? practitionerChoice(time, who) : nothing}`
  if (type.problem)
    return html`<div class="stack">${withWhom} ${problemView(host, type.problem, { texts, retry: again })}</div>`
  return chooseTime(time, {
    ...{ head: withWhom, next, below },
    elsewhere: practitionerId !== null && hasOthers ? () => choice.choosePractitioner(null) : undefined,
  })
}

const practitionerChoice = ({ choice, t }: TimeView, who: string): TemplateResult => {
  const { practitioners, practitionerId } = choice
  return html`<div class="field short">
    <label for="who">${who}</label>
    <select
      id="who"
      @change=${({ target }: Event) => choice.choosePractitioner((target as HTMLSelectElement).value || null)}
    >
      ${practitioners.map(
        ({ id, displayName }) => html`<option value=${id} .selected=${id === practitionerId}>${displayName}</option>`,
      )}
      <option value="" .selected=${practitionerId === null}>${t('anyone')}</option>
    </select>
  </div>`
}

/** The old time of a visit that moves, and the new one while it is held. */
export const moveTimes = (
  { host, choice }: TimeView,
  one: Appointment,
  timeWith: (values: { readonly time: string; readonly name: string }) => string,
): { readonly oldTime: string; readonly newTime: string | null } => {
  const { hold } = choice.hold
  const moment = ({ start, practitioner }: Pick<Appointment, 'start' | 'practitioner'>): string =>
    timeWith({ time: host.format.moment(start), name: practitioner.displayName })
  return { oldTime: moment(one), newTime: hold && moment(hold) }
}
