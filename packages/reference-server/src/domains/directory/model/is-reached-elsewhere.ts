import { howToReach } from './how-to-reach.ts'
import type { Patient } from './patient.ts'

type Reached = Pick<Patient, 'email' | 'phone' | 'address' | 'contact' | 'zone'>

const textOf = (address: Patient['address']): string | undefined =>
  address && JSON.stringify(Object.entries(address).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** Everything by which the patient is reached; undefined where there is nothing yet. */
const placesOf = (patient: Reached): readonly (string | undefined)[] => {
  const { call, letters } = howToReach(patient)
  return [
    patient.email,
    patient.phone,
    textOf(patient.address),
    call.rule === 'none' ? 'none' : call.phone,
    letters.rule === 'none' ? 'none' : textOf(letters.address),
  ]
}

/** Whether what went to one place goes to another one, or to none. Where nothing was known before, nothing is sent elsewhere. */
export const isReachedElsewhere = (after: Reached, before: Reached): boolean => {
  const places = placesOf(after)
  return placesOf(before).some((place, at) => place !== undefined && place !== places[at])
}
