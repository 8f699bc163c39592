import { expect } from 'vitest'
import type { SchedulingHospital } from './clinic.testing.ts'

/** Books for a new patient, as the patient does. The hospital is started later, so it is passed as a function. */
export const bookVerb =
  (hospital: () => SchedulingHospital) =>
  async (start: string, code = 'cardiology-follow-up', practitionerId?: string) => {
    const practitioner = practitionerId ?? (await hospital().addPractitioner()).id
    const { client, patient } = await hospital().addPatient()
    const held = await client.post('/v1/holds', {
      visitTypeId: hospital().types.get(code)?.id,
      start,
      practitionerId: practitioner,
      patientId: patient.id,
    })
    const booked = await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id })
    expect(booked.status, JSON.stringify([held.body, booked.body])).toBe(201)
    return { client, patient, practitionerId: practitioner, appointmentId: booked.body.id as string }
  }
