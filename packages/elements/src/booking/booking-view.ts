import type { PatientSummary } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { TimeView } from '../time-choice/time-view.ts'
import type { BookingFlow } from './booking-flow.ts'
import type { bookingEn } from './booking.en.ts'

/** Says where the patient will be, asks it, and says when no one has a license there. */
export interface PlaceView {
  /** Null where it changes nothing. */
  text(view: BookingView): unknown
  /** Among the decisions, with a way to change it. */
  fact(view: BookingView): unknown
  choose(view: BookingView): unknown
  noLicense(view: BookingView): unknown
  /** In place of the choice of a practitioner, of whom there is none. */
  unlicensedStep(view: BookingView): unknown
}

/** The data with which each step is rendered. */
export interface BookingView {
  readonly host: VisitElement
  readonly flow: BookingFlow
  readonly t: Translate<typeof bookingEn>
  readonly time: TimeView
  /** Null while it is not loaded. */
  readonly place: PlaceView | null
}

const patientOf = ({ flow }: BookingView): PatientSummary | undefined =>
  flow.catalog.value?.patients.find(({ id }) => id === flow.patientId)

/** The state where the patient will be. */
export const stateOf = ({ flow }: BookingView): string | undefined => flow.place.state ?? flow.place.home

/** The name of the patient, for a person who acts for others; of all patients of visits in a row. */
export const patientName = (view: BookingView): string | undefined => {
  const { flow, host } = view
  if (!flow.catalog.value?.isForOthers) return undefined
  if (flow.together.length === 0) return patientOf(view)?.displayName
  return host.format.and(flow.together.map((id) => nameOf(view, id)))
}

/** The name of a patient for whom the person acts. */
export const nameOf = ({ flow }: BookingView, patientId: string): string =>
  flow.catalog.value?.patients.find(({ id }) => id === patientId)?.displayName ?? ''
