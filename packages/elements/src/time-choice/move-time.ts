import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { problemView } from '../core/problem-view.ts'
import type { ProblemTexts } from '../core/problem-text.ts'
import { chooseTime } from './choose-time.ts'
import type { MoveFlow } from './move-flow.ts'
import type { MovePlace } from './move-place.ts'
import type { TimeView } from './time-view.ts'

interface ChooseOptions {
  /** The question, and which visit moves. */
  readonly head: unknown
  /** Label of the choice of a practitioner. */
  readonly who: string
  readonly one: Appointment
  /** Of the patient; undefined for the patient. */
  readonly name: string | undefined
  readonly texts: ProblemTexts
  readonly again: () => void
  readonly next: () => void
  /** Shown below the times. */
  readonly below?: unknown
}

/** The free times of a visit that moves, with the same practitioner chosen. */
export const chooseMoveTime = (
  time: TimeView,
  flow: MoveFlow,
  { head, who, one, name, texts, again, next, below = nothing }: ChooseOptions,
): TemplateResult => {
  const { choice, host } = time
  const { type, place } = flow
  const { practitionerId } = choice
  // Who did the visit so far has no times here if they have no license in the state.
  const practitioners = [
    ...(practitionerId === one.practitioner.id && !choice.practitioner ? [one.practitioner] : []),
    ...choice.practitioners,
  ]
  const hasOthers = practitioners.length > 1
  const choose = async (state: string): Promise<void> => {
    if (place.value) place.value.chosen = state
    choice.hold.release()
    if (await choice.reload()) await choice.showDay(one.start)
  }
  const withWhom = html`${head} ${place.value?.field(type.value, one, { name, choose: (state) => void choose(state) })}
  ${hasOthers ? practitionerChoice(time, who, practitioners) : nothing}`
  const { now } = place
  const problem = type.problem ?? (now.state === 'failed' ? now.problem : undefined)
  if (problem) return html`<div class="stack">${withWhom} ${problemView(host, problem, { texts, retry: again })}</div>`
  return chooseTime(time, {
    ...{ head: withWhom, next, below },
    elsewhere: practitionerId !== null && hasOthers ? () => choice.choosePractitioner(null) : undefined,
  })
}

const practitionerChoice = (
  { choice, t }: TimeView,
  who: string,
  practitioners: readonly Appointment['practitioner'][],
): TemplateResult => {
  const { practitionerId } = choice
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

/** The old time of a visit that moves, the new one while it is held, and where the patient will be. */
export const moveTimes = (
  { host, choice }: TimeView,
  { type, place }: MoveFlow,
  one: Appointment,
  timeWith: (values: { readonly time: string; readonly name: string }) => string,
): {
  readonly oldTime: string
  readonly newTime: string | null
  readonly where: ReturnType<MovePlace['fact']>
} => {
  const { hold } = choice.hold
  const moment = ({ start, practitioner }: Pick<Appointment, 'start' | 'practitioner'>): string =>
    timeWith({ time: host.format.moment(start), name: practitioner.displayName })
  return {
    oldTime: moment(one),
    newTime: hold && moment(hold),
    where: place.value?.fact(type.value, one, hold) ?? null,
  }
}
