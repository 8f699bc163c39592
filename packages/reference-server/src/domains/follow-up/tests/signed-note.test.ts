import { afterAll, beforeAll, expect, test } from 'vitest'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import type { components } from '@visitkit/contract'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type VisitHospital } from '../../visits/tests/hospital.testing.ts'

type Schemas = components['schemas']

let hospital: VisitHospital
beforeAll(async () => {
  hospital = withVisitVerbs(await createTestHospital({ engine: 'pglite' }))
})
afterAll(() => hospital.stop())

test('the patient reads only the patient sections of the note, once it is signed', async () => {
  const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
  const visit = await hospital.checkedIn(patient, practitioner)
  const doctor = await hospital.signIn(practitioner)
  await answered(doctor.post(`/v1/visits/${visit.id}/admit`), 200)
  await answered(doctor.post(`/v1/visits/${visit.id}/end`, { outcome: 'completed' }), 200)
  await hospital.settle()

  const note: Schemas['Note'] = await answered(doctor.post(`/v1/visits/${visit.id}/note`), 200)
  const textOf = (code: string): string =>
    code === 'instructions' ? 'Walk half an hour a day.' : `For colleagues only: ${code}.`
  const saved: Schemas['Note'] = await answered(
    doctor.put(`/v1/notes/${note.id}`, {
      sections: note.sections.map(({ code }) => ({ code, text: textOf(code) })),
      diagnoses: [{ code: 'I10' }],
      vitals: [],
      services: [{ codeSystem: 'HCPCS', code: 'G2012', units: 1, diagnosisPointers: [1] }],
      version: note.version,
    }),
    200,
  )
  const client = await hospital.signIn(patient)
  const path = `/v1/visits/${visit.id}/summary`
  expect((await client.get(path)).body.code).toBe('not_published')

  const fresh = await hospital.signIn(practitioner)
  await answered(fresh.post(`/v1/notes/${note.id}/sign`, { version: saved.version }), 200)
  await hospital.settle()
  const summary: Schemas['VisitSummary'] = await answered(client.get(path), 200)
  expect(summary.instructions.map(({ text }) => text)).toEqual(['Walk half an hour a day.'])
  expect(summary.diagnoses).toEqual([{ code: 'I10', display: 'High blood pressure' }])
  expect(JSON.stringify(summary)).not.toContain('colleagues')
  expect(summary.nextVisit).toMatchObject({
    visitTypeName: summary.visitTypeName,
    practitionerId: practitioner.practitionerId,
    earliest: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
  })

  const addendum = 'The dose is 5 mg, not 50 mg.'
  await answered((await hospital.signIn(practitioner)).post(`/v1/notes/${note.id}/addenda`, { text: addendum }), 201)
  await hospital.settle()
  const corrected: Schemas['VisitSummary'] = await answered(client.get(path), 200)
  expect(corrected).toMatchObject({
    instructions: summary.instructions,
    corrections: [{ text: addendum, by: expect.any(String) }],
    correctedAt: expect.any(String),
  })
  expect(summary).toMatchObject({ corrections: [] })

  const printed = await printedText(client.fetch(`${path}/pdf`))
  for (const words of ['Walk half an hour a day.', 'High blood pressure (I10)', addendum])
    expect(printed).toContain(words)
  expect(printed.indexOf(addendum)).toBeLessThan(printed.indexOf('Walk half an hour a day.'))
  expect(printed).not.toMatch(/colleagues|G2012/)
})
