import type { Appointment, CancellationReason, VisitType } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { RowActions } from '../core/row-actions.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { GuestsOfList } from '../guests/guests-of-list.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import type { WaitlistPart } from '../waitlist/waitlist-part.ts'
import type { AppointmentList } from './appointment-list.ts'
import type { appointmentsEn } from './appointments.en.ts'
import type { MoveFlow } from '../time-choice/move-flow.ts'

/** The reasons that a patient can give. */
export type PatientReason = Exclude<CancellationReason, 'practitioner-unavailable'>

/** What is shown. */
export type Step = 'list' | 'time' | 'confirm' | 'moved' | 'cancel' | 'cancelled'

/** The data with which each step is rendered. */
export interface AppointmentsView {
  readonly host: VisitElement & { readonly clinicAddress: string | undefined; readonly mapUrl: string | undefined }
  readonly t: Translate<typeof appointmentsEn>
  readonly time: TimeView
  readonly flow: MoveFlow
  readonly list: AppointmentList
  /** By id; retired ones too. Empty if they could not be read. */
  readonly types: ReadonlyMap<string, VisitType>
  /** Null if they could not be loaded. */
  readonly details: {
    of(view: AppointmentsView, one: Appointment): unknown
    readonly interpreter: { shownAt(one: Appointment): string }
    readonly captioner: { shownAt(one: Appointment): string }
  } | null
  /** Null until it is loaded. */
  readonly waitlist: WaitlistPart | null
  /** Calendar files. */
  readonly files: RowActions
  /** The patient's name, for a person who acts for others. */
  readonly nameOf: (appointment: Appointment) => string | undefined
  readonly goTo: (step: Step, appointment?: Appointment) => void
  /** Null for those who may not invite guests. */
  readonly guests: GuestsOfList | null
  readonly saveCalendar: (appointment: Appointment) => void
}
