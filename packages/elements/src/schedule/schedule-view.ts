import type { TemplateResult } from 'lit'
import type { Appointment, Me, VisitClient } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { Schedule } from './read-schedule.ts'
import type { scheduleEn } from './schedule.en.ts'

/** What can be shown in place of the calendar. `panels.ts` loads each. */
export type PanelName = 'move' | 'cancel' | 'answer' | 'away' | 'hours' | 'new-visit'

/** What a panel is opened for. */
export interface PanelTarget {
  readonly appointment?: Appointment
  /** The start to which it was dragged. */
  readonly start?: string
}

/** The data with which the calendar and each panel are rendered, and what they ask of the element. */
export interface ScheduleView {
  readonly host: VisitElement
  readonly t: Translate<typeof scheduleEn>
  readonly client: () => VisitClient | null
  /** What is read of the practitioner. */
  readonly schedule: () => Schedule | undefined
  readonly practitionerId: () => string | undefined
  /** Name of the practitioner, unless it is the person. */
  readonly name: () => string | undefined
  readonly may: (permission: Me['permissions'][number]) => boolean
  readonly open: (panel: PanelName, target?: PanelTarget) => void
  /** Back to the calendar. */
  readonly close: () => void
  /** Back to the calendar, which says what was done, and shows the visit if one is given. */
  readonly finish: (done: string, shown?: Appointment) => void
  /** Something was done that leaves the person on the panel. */
  readonly done: (done: string) => void
}

/** One thing to do, in place of the calendar. Made once, opened many times. */
export interface Panel {
  /** @param signal - Aborted when the panel is closed, or the element is disconnected. */
  open(target: PanelTarget, signal: AbortSignal): void
  render(): TemplateResult
  /** The schedule was read again. */
  follow?(schedule: Schedule): void
  /** Forgets what it shows, and releases what it holds. */
  close(): void
}
