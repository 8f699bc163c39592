import type { TemplateResult } from 'lit'
import type { Appointment, Me, VisitClient } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { GuestsOfList } from '../guests/guests-of-list.ts'
import type { MissingCaptionerPart } from '../captioner/missing-captioner.ts'
import type { MissingInterpreterPart } from '../interpreter/missing-interpreter.ts'
import type { Schedule } from './read-schedule.ts'
import type { scheduleEn } from './schedule.en.ts'

/** What can be shown in place of the calendar. `panels.ts` loads each. */
export type PanelName =
  | 'move'
  | 'cancel'
  | 'answer'
  | 'away'
  | 'hours'
  | 'exceptions'
  | 'closures'
  | 'resources'
  | 'waitlist'
  | 'onDemand'
  | 'needsTime'
  | 'downtime'
  | 'newVisit'
  | 'spoken'

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
  /** Whether the person is a practitioner, and reads their own schedule. */
  readonly isOwn: () => boolean
  readonly may: (permission: Me['permissions'][number]) => boolean
  /** Null until it is loaded. */
  readonly extras: () => ScheduleExtras | null
  /** Opens the guests of a visit. */
  readonly guests: GuestsOfList
  /** Why a visit has no interpreter, asked and shown. */
  readonly interpreter: MissingInterpreterPart
  /** Where the captions of a visit come from, asked and shown. */
  readonly captioner: MissingCaptionerPart
  readonly open: (panel: PanelName, target?: PanelTarget) => void
  /** Back to the calendar. */
  readonly close: () => void
  /** What was done last; empty if nothing. */
  readonly said: () => string
  /**
   * Back to the calendar, or to the list of visits from which the panel was opened. It says what was done, and shows a visit
   * if one is given.
   */
  readonly finish: (done: string, shown?: Appointment) => void
  /** Something was done that leaves the person on the panel. */
  readonly done: (done: string) => void
}

/** What the calendar shows a moment after the first render. */
export interface ScheduleExtras {
  /** The ways to the panels of the clinic. */
  render(): unknown
  /** What else is known of a visit, each in some words. */
  about(one: Appointment): readonly string[]
  follow(schedule: Schedule): void
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
