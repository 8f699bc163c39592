import { describe, expect, it } from 'vitest'
import { isSamePatient } from '../../messages/model/is-same-patient.ts'
import { subjectOf, type Parties } from './compose-script.ts'
import type { Pharmacy, Prescription } from './prescription.ts'

const prescription = {
  createdAt: new Date('2026-11-25T15:00:00Z'),
  signedAt: null,
  quantity: 30,
  content: {
    medication: { name: 'sample 10 MG Oral Tablet', rxcui: '314076', quantityUnit: { code: 'C48542' }, doseForms: [] },
    directions: { dose: 1, doseUnit: 'tablet', route: 'oral', frequency: 'daily' },
    directionsText: [],
  },
} as unknown as Prescription

const subject = (patient: object, practitioner: object = {}) =>
  subjectOf(
    prescription,
    {} as Pharmacy,
    {
      patient: { birthDate: '1984-06-15', call: { rule: 'recorded' }, ofRecord: {}, ...patient },
      practitioner: { displayName: 'Dr. Casey Example', licenses: [], zone: 'America/New_York', ...practitioner },
      practice: { name: 'Lakeside Sample Clinic', contact: { phone: '614-555-0101' } },
      visit: null,
      state: 'OH',
    } as unknown as Parties,
  )

describe('a prescription names', () => {
  it.each([
    [{ given: 'Pat', family: '' }, { lastName: 'Pat' }],
    [
      { given: 'Zoë', family: 'Núñez' },
      { lastName: 'Núñez', firstName: 'Zoë' },
    ],
    [
      { given: 'Pat', middle: ['Lee', 'Ann'], family: 'Sample', suffix: 'Jr' },
      { lastName: 'Sample', firstName: 'Pat', middleName: 'Lee Ann', suffix: 'Jr' },
    ],
    [
      { given: '小龙', family: '李' },
      { lastName: 'Li', firstName: 'Xiaolong' },
    ],
  ])('the patient %j', (name, sent) => {
    const { patient } = subject({ name })
    expect(patient.name).toEqual(sent)
    // What the pharmacy repeats is the same patient.
    expect(isSamePatient(patient, { name, birthDate: '1984-06-15' })).toBe(true)
  })

  it('the prescriber by the recorded parts, else by those of the display name', () => {
    const patient = { name: { given: 'Pat', family: 'Sample' } }
    expect(subject(patient).prescriber.name).toEqual({ lastName: 'Example', firstName: 'Casey' })
    expect(subject(patient, { name: { given: 'Maria', family: 'de la Cruz' } }).prescriber.name).toEqual({
      lastName: 'de la Cruz',
      firstName: 'Maria',
    })
  })
})
