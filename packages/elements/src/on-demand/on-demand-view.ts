import type { BookingView } from '../booking/booking-view.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { OnDemandForm } from './on-demand-form.ts'
import type { onDemandEn } from './on-demand.en.ts'
import type { WaitingLine } from './waiting-line.ts'

/** The data with which the line is rendered, and what a person does there. */
export interface OnDemandView {
  readonly host: VisitElement
  readonly t: Translate<typeof onDemandEn>
  readonly line: WaitingLine
  /** Of the region of the clinic. */
  readonly emergencyNumber: string | undefined
  readonly form: OnDemandForm
  /** What is decided for the person: the only patient, the only visit, the state where they live. */
  prepare(view: BookingView): OnDemandForm
  change(more: Partial<OnDemandForm>): void
  open(): void
  /** Back to the booking. */
  close(): void
  ask(): Promise<void>
  leave(): Promise<void>
}
