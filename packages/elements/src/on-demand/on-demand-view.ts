import type { OnDemandRequest } from '@visitkit/sdk'
import type { BookingView } from '../booking/booking-view.ts'
import type { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { OnDemandForm } from './on-demand-form.ts'
import type { onDemandEn } from './on-demand.en.ts'
import type { WaitingPlace } from './waiting-place.ts'

/** The data with which the line is rendered, and what a person does there. */
export interface OnDemandView {
  readonly host: VisitElement
  readonly t: Translate<typeof onDemandEn>
  readonly asking: Loader<OnDemandRequest>
  readonly places: readonly WaitingPlace[]
  /** Of the region of the clinic. */
  readonly emergencyNumber: string | undefined
  readonly form: OnDemandForm
  /** What is decided for the person: the only patient, the only visit, the state where they live. */
  prepare(view: BookingView): OnDemandForm
  change(more: Partial<OnDemandForm>): void
  /** For the text area of the reason: keeps it until the request is sent. */
  keepReason(): unknown
  /** Whether the patient has a place already. */
  waits(patientId: string): boolean
  /** The patient of a place. */
  nameOf(place: WaitingPlace): string
  open(): void
  /** Back from the form. */
  close(): void
  ask(): Promise<void>
  askAnother(): void
  askAgain(place: WaitingPlace): Promise<void>
  leave(place: WaitingPlace): Promise<void>
  remove(place: WaitingPlace): void
  goToVisit(place: WaitingPlace): void
}
