import type { TemplateResult } from 'lit'
import type { Appointment, CancellationReason, VisitClient } from '@visitkit/sdk'
import type { CancelFlow } from '../time-choice/cancel-flow.ts'
import type { AnswerFlow } from './answer-flow.ts'
import { answerPanel } from './answer-panel.ts'
import type { AwayFlow } from './away-flow.ts'
import { awayPanel } from './away-panel.ts'
import { cancelPanel } from './cancel-panel.ts'
import type { HoursFlow } from './hours-flow.ts'
import { hoursPanel } from './hours-panel.ts'
import { chooseNewTime, confirmNewTime } from './move-panel.ts'
import type { ScheduleView, Step } from './schedule-view.ts'

interface StepOptions {
  readonly step: Step
  /** The appointment of the step. */
  readonly one: Appointment | null
  readonly name: string | undefined
  readonly cancel: CancelFlow<CancellationReason>
  readonly answer: AnswerFlow
  readonly away: AwayFlow
  readonly hours: HoursFlow
  readonly choose: () => void
  readonly move: () => Promise<void>
  readonly cancelNow: () => Promise<void>
  readonly sendAnswer: () => Promise<void>
  readonly saveAway: () => Promise<void>
  readonly saveHours: () => Promise<void>
  readonly client: () => VisitClient | null
  readonly practitionerId: () => string | undefined
  /** Something was done that leaves the person on the step. */
  readonly done: (text: string) => void
}

/** What is shown in place of the calendar; null for the calendar. */
export const stepPanel = (view: ScheduleView, options: StepOptions): TemplateResult | null => {
  const { step, one, name, away, hours, client, practitionerId } = options
  const more = (flow: AwayFlow | HoursFlow) => (): void => {
    const now = client()
    if (now) void flow.affected.more(now)
  }
  switch (step) {
    case 'calendar':
      return null
    case 'time':
      return one && chooseNewTime(view, one, options.choose)
    case 'confirm':
      return one && confirmNewTime(view, one, () => void options.move())
    case 'cancel':
      return one && cancelPanel(view, one, options.cancel, () => void options.cancelNow())
    case 'answer':
      return one && answerPanel(view, one, options.answer, () => void options.sendAnswer())
    case 'away':
      return awayPanel(view, away, {
        name,
        preview: () => {
          const [now, id] = [client(), practitionerId()]
          if (now && id) void away.preview(now, id)
        },
        more: more(away),
        save: () => void options.saveAway(),
      })
    case 'hours':
      return hoursPanel(view, hours, {
        name,
        save: () => void options.saveHours(),
        more: more(hours),
        removeTimeOff: ({ id }) => {
          const now = client()
          if (now) void hours.removeTimeOff(now, id).then((left) => left && options.done(view.t('removedTimeOff')))
        },
      })
  }
}
