import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHospital, type TestHospital } from '../../../../test-kit/test-hospital.ts'
import { addPractitioner } from '../../../directory/index.ts'
import { insertPatientDirectly, sampleLicense } from '../../../directory/tests/lakeside.testing.ts'
import { loadSpecialtyPacks } from '../../index.ts'

const guide = new URL('../../../../../../../docs/guides/specialty-packs.md', import.meta.url)
const shipped = fileURLToPath(new URL('../../../../../packs/specialty/', import.meta.url))

/** The pack from the guide, unchanged. */
const packOfGuide = (): string => {
  const [, pack] = /```json\n([\s\S]*?)```/.exec(readFileSync(guide, 'utf8')) ?? []
  if (pack === undefined) throw new Error('the guide shows no pack')
  return pack
}

const folder = mkdtempSync(join(tmpdir(), 'packs-'))
let hospital: TestHospital
beforeAll(async () => {
  cpSync(shipped, folder, { recursive: true })
  mkdirSync(join(folder, 'endocrinology'), { recursive: true })
  writeFileSync(join(folder, 'endocrinology', 'pack.json'), packOfGuide())
  const specialties = loadSpecialtyPacks('2026-11-24', pathToFileURL(`${folder}/`))
  hospital = await createTestHospital({ engine: 'pglite', overrides: { packs: { specialties } } })
})
afterAll(async () => {
  await hospital.stop()
  rmSync(folder, { recursive: true })
})

test('a new specialty is listed, found and booked once its folder exists, without a change of code', async () => {
  const { id: patientId } = await insertPatientDirectly(hospital)
  const practitioner = await hospital.keep('directory', (context) =>
    addPractitioner(context, {
      displayName: 'Dr. Robin Example',
      title: [{ language: 'en', text: 'Endocrinologist' }],
      specialties: ['endocrinology'],
      languages: ['en'],
      zone: 'America/New_York',
      licenses: [sampleLicense()],
    }),
  )
  const administrator = await hospital.as('administrator')
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }))
  const rules = { zone: 'America/New_York', weekly, exceptions: [], version: 0 }
  expect((await administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules)).status).toBe(200)

  const patient = await hospital.as('patient', { personId: patientId })
  const { items: specialties } = (await patient.get('/v1/specialties')).body
  expect(specialties).toContainEqual({
    code: 'endocrinology',
    taxonomy: '207RE0101X',
    name: [
      { language: 'en', text: 'Endocrinology' },
      { language: 'es', text: 'Endocrinología' },
    ],
    visitTypeCount: 2,
  })
  const { items: types } = (await patient.get('/v1/visit-types?specialty=endocrinology')).body
  const first = types.find(({ code }: { code: string }) => code === 'endocrinology-visit')
  // Care settings stay in the pack.
  expect(first).not.toHaveProperty('care')

  const query = new URLSearchParams({ visitTypeId: first.id, from: '2026-11-30T00:00:00Z', to: '2026-12-02T00:00:00Z' })
  const [slot] = (await patient.get(`/v1/slots?${query}`)).body.items
  const hold = await patient.post('/v1/holds', {
    visitTypeId: first.id,
    start: slot.start,
    practitionerId: practitioner.id,
    patientId,
  })
  expect(hold.status, JSON.stringify(hold.body)).toBe(201)
  const booked = await patient.post('/v1/appointments', { holdId: hold.body.id, patientId })
  expect(booked.status, JSON.stringify(booked.body)).toBe(201)
  expect(booked.body).toMatchObject({
    specialty: 'endocrinology',
    questionnaires: ['general-check'],
    requiredConsents: ['telehealth-treatment'],
    status: 'booked',
  })
})
