import type { TestBody } from '../../../platform/http/tests/http-client.testing.ts'
import { checkInBody, type Person, type VisitHospital } from './hospital.testing.ts'

/** Patients who wait for a practitioner. The hospital is started later, so it is passed as a function. */
export const waitingLine = (hospital: () => VisitHospital) => {
  const queueOf = async (practitioner: Person) =>
    (await hospital().signIn(practitioner)).get(`/v1/practitioners/${practitioner.practitionerId}/queue`)
  const positionOf = async (patient: Person, { id }: { id: string }) =>
    (await hospital().signIn(patient)).get(`/v1/visits/${id}/queue-position`)
  /** Patients with appointments half an hour apart, who check in in reverse order. */
  const line = async (practitioner: Person, count: number) => {
    const patients = await Promise.all(Array.from({ length: count }, () => hospital().addPatient()))
    const appointments = []
    for (const [at, patient] of patients.entries()) {
      await hospital().grant(patient)
      appointments.push(await hospital().book(patient, practitioner, { inMinutes: 90 + at * 30 }))
    }
    hospital().moveTo(appointments.at(-1)!.checkInFrom)
    const visits: TestBody[] = []
    for (let at = count - 1; at >= 0; at -= 1) {
      const client = await hospital().signIn(patients[at]!)
      visits.unshift((await client.post(`/v1/appointments/${appointments[at]!.id}/check-in`, checkInBody())).body)
    }
    return { patients, appointments, visits }
  }

  return { queueOf, positionOf, line }
}
