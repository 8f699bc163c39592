import { expect } from 'vitest'
import type { Person, VisitHospital } from './hospital.testing.ts'

/** A visit in each state of its room. The hospital is started later, so it is passed as a function. */
export const roomVerbs = (hospital: () => VisitHospital) => {
  /** A patient in the waiting room, and both people signed in. */
  const waiting = async (practitioner?: Person) => {
    const people = {
      patient: await hospital().addPatient(),
      practitioner: practitioner ?? (await hospital().addPractitioner()),
    }
    const visit = await hospital().checkedIn(people.patient, people.practitioner)
    const [patient, doctor] = [await hospital().signIn(people.patient), await hospital().signIn(people.practitioner)]
    return { ...people, visit, path: `/v1/visits/${visit.id}`, patientClient: patient, doctorClient: doctor }
  }
  const admitted = async (practitioner?: Person) => {
    const room = await waiting(practitioner)
    const { status, body } = await room.doctorClient.post(`${room.path}/admit`)
    expect(status, JSON.stringify(body)).toBe(200)
    return room
  }
  const bothIn = async () => {
    const room = await admitted()
    const doctorSeat = (await room.doctorClient.post(`${room.path}/seats`)).body
    const patientSeat = (await room.patientClient.post(`${room.path}/seats`)).body
    return { ...room, doctorSeat, patientSeat }
  }

  return { waiting, admitted, bothIn }
}
