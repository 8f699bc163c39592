import { html, nothing } from 'lit'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import type { Problem } from '../core/problem.ts'
import { isLostTime } from './is-lost-time.ts'
import { nearestTimes } from './nearest-times.ts'
import type { TimeView } from './time-view.ts'

const expired: Problem = { code: 'hold_expired', status: 0, errors: [] }
/** Codes after which another time or practitioner can be chosen. */
const elsewhere: ReadonlySet<string> = new Set(['not_licensed', 'age_out_of_range'])

/** On the last step, when the hold is over or was refused: hold the time again, or choose another. */
export const confirmProblem = (view: TimeView, refusal: Problem | undefined, chooseTime: () => void): unknown => {
  const { choice, host, t } = view
  const { hold } = choice
  const problem = refusal ?? hold.problem ?? (hold.isActive ? null : expired)
  if (!problem) return nothing
  if (hold.isActive && !isLostTime(problem) && !elsewhere.has(problem.code))
    return problemView(host, problem, { texts: t })
  const start = hold.hold?.start
  const actions = html`${
      problem.code === 'hold_expired' && start
        ? html`<button class="btn primary" type="button" @click=${() => void holdAgain(view, start)}>
            ${t('holdAgain')}
          </button>`
        : nothing
    }
    ${nearestTimes(view, problem, '#heading')}
    <button class="btn" type="button" @click=${chooseTime}>${t('tryAnother')}</button>`
  return problemView(host, problem, { texts: t, actions })
}

const holdAgain = async ({ choice, host }: TimeView, start: string): Promise<void> => {
  if (await choice.choose(start)) await moveFocus(host, '#heading')
}
