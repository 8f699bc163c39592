import { expect } from 'vitest'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

/** A new patient who is signed in, and the staff who invite. */
export const peopleOf = async (hospital: TestHospital) => {
  const patient = await insertPatientDirectly(hospital)
  const [admin, desk, self] = await Promise.all([
    hospital.as('administrator'),
    hospital.as('front-desk'),
    hospital.as('patient', { personId: patient.id }),
  ])
  return { patient, admin, desk, self }
}

/** The body of a response that must be a success. */
export const ok = async <Body>(response: Promise<{ status: number; body: Body }>): Promise<Body> => {
  const { status, body } = await response
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}
