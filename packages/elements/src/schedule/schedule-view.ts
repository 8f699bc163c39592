import type { Appointment } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { MoveFlow } from '../time-choice/move-flow.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import type { scheduleEn } from './schedule.en.ts'

/** What is shown. */
export type Step = 'calendar' | 'time' | 'confirm' | 'cancel' | 'answer' | 'away' | 'hours'

/** The data with which each step is rendered. */
export interface ScheduleView {
  readonly host: VisitElement
  readonly t: Translate<typeof scheduleEn>
  readonly time: TimeView
  readonly flow: MoveFlow
  /** May move and cancel visits. */
  readonly mayBook: boolean
  /** May answer requests. */
  readonly mayDecide: boolean
  /** May change hours and time off. */
  readonly mayManage: boolean
  readonly goTo: (step: Step, appointment?: Appointment) => void
}
