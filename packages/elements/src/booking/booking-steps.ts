import type { Appointment, VisitType } from '@visitkit/sdk'
import type { TimeSearch } from '../time-choice/time-choice.ts'
import type { Catalog } from './booking-catalog.ts'
import type { VisitPlace } from './visit-place.ts'

export type Step = 'patient' | 'specialty' | 'visit-type' | 'state' | 'practitioner' | 'time' | 'confirm' | 'booked'

/** What is decided, in this order. */
export const order: readonly Step[] = ['patient', 'specialty', 'visit-type', 'state', 'practitioner', 'time', 'confirm']

export interface FlowListener {
  /** Loads other offers of the first steps with the catalog, so that nothing moves when they arrive. */
  prepare(catalog: Catalog): Promise<void>
  /** Where the patient will be, and what finds out that no one has a license there. */
  placeOf(place: VisitPlace, visitType: VisitType): Pick<TimeSearch, 'state' | 'isUnlicensed'>
  /** The step changed: show its heading. */
  stepChanged(): void
  booked(appointment: Appointment): void
}
