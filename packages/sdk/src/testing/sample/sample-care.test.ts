import { expect, test } from 'vitest'
import { createSampleWorld } from './create-sample-world.ts'

const now = '2026-11-23T15:00:00Z'
const inVisit = () => {
  const world = createSampleWorld({ stage: 'in-visit', now })
  return {
    world,
    clinician: world.client('practitioner'),
    patientId: world.ids.patientId,
    visitId: world.ids.visitId ?? '',
  }
}

test('a note goes from the intake’s answers to a signature, and after that only gets addenda', async () => {
  const { clinician, visitId } = inVisit()
  const opened = await clinician.notes.open(visitId)
  expect(opened).toMatchObject({
    status: 'draft',
    prefilled: ['subjective'],
    missing: ['assessment', 'plan'],
    missingParts: ['diagnoses'],
  })
  await expect(clinician.notes.sign(opened.id, { version: opened.version })).rejects.toMatchObject({
    code: 'note_incomplete',
  })
  const body = {
    sections: [
      { code: 'subjective', text: 'A sample reason' },
      { code: 'assessment', text: 'A sample' },
      { code: 'plan', text: 'A sample' },
    ],
    diagnoses: [{ code: 'I10' }],
    vitals: [],
    services: [],
  }
  const saved = await clinician.notes.save(opened.id, { ...body, version: opened.version })
  expect(saved.diagnoses).toEqual([{ code: 'I10', display: 'Essential (primary) hypertension' }])
  await expect(clinician.notes.save(opened.id, { ...body, version: opened.version })).rejects.toMatchObject({
    code: 'version_conflict',
  })
  await clinician.notes.sign(opened.id, { version: saved.version })
  await expect(clinician.notes.save(opened.id, { ...body, version: saved.version + 1 })).rejects.toMatchObject({
    code: 'note_signed',
  })
  expect(await clinician.notes.addend(opened.id, { text: 'More' })).toMatchObject({ status: 'addended' })
})

test('a prescription with an alert is signed only with a reason, and the patient does not see drafts', async () => {
  const { world, clinician, patientId } = inVisit()
  const body = {
    rxcui: '308191',
    directions: { dose: 1, doseUnit: 'capsule', route: 'oral', timing: { timesPerDay: 3 }, days: 7 } as const,
    quantity: 21,
    daysSupply: 7,
    refills: 0,
    substitutionAllowed: true,
  }
  const draft = await clinician.prescriptions.write(patientId, { ...body, acknowledgments: [] })
  expect(draft.alerts.map(({ kind }) => kind)).toEqual(['allergy'])
  await expect(clinician.prescriptions.sign(draft.id, { version: draft.version })).rejects.toMatchObject({
    code: 'alerts_open',
  })
  const seen = () => world.client().prescriptions.ofPatient(patientId).toArray()
  expect((await seen()).some(({ id }) => id === draft.id)).toBe(false)
  const acknowledgments = [{ alertId: draft.alerts[0]?.id ?? '', reason: 'A sample reason' }]
  const changed = await clinician.prescriptions.change(draft.id, { ...body, acknowledgments, version: draft.version })
  expect((await clinician.prescriptions.sign(draft.id, { version: changed.version })).status).toBe('sending')
  expect((await seen()).some(({ id }) => id === draft.id)).toBe(true)
})

test('the patient sees a result after its release', async () => {
  const { world, clinician, patientId } = inVisit()
  const [first] = await clinician.labs.waiting().toArray()
  if (!first) throw new Error('Nothing waits')
  expect(first.critical?.notified).toMatchObject([{ role: 'practitioner' }])
  expect(first.critical?.acknowledgedAt).toBeUndefined()
  const seen = async () => (await world.client().labs.resultsOfPatient(patientId).toArray()).map(({ id }) => id)
  expect(await seen()).not.toContain(first.id)
  await clinician.labs.review(first.id, { version: first.version, release: true })
  expect(await seen()).toContain(first.id)
  expect(await clinician.labs.waiting().toArray()).toEqual([])
})

test('worlds share no state', async () => {
  const [one, other] = [inVisit(), inVisit()]
  await one.clinician.allergies.add(one.patientId, { substance: { name: 'Peanuts' }, severity: 'mild' })
  expect((await other.clinician.allergies.ofPatient(other.patientId)).items).toHaveLength(1)
})

test('a favorite is saved under a unique name, replaced by its version, and removed', async () => {
  const { clinician } = inVisit()
  const [first] = (await clinician.favorites.list()).items
  expect(first).toMatchObject({ name: 'Blood pressure, first step', version: 1 })
  const body = {
    rxcui: '861007',
    directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 2 } } as const,
    quantity: 60,
    daysSupply: 30,
    refills: 3,
    substitutionAllowed: true,
  }
  const created = await clinician.favorites.create({ ...body, name: 'Diabetes, first step' })
  await expect(clinician.favorites.create({ ...body, name: ' diabetes, first step' })).rejects.toMatchObject({
    code: 'favorite_name_taken',
  })
  await expect(clinician.favorites.create({ ...body, name: 'Sleep', rxcui: '854873' })).rejects.toMatchObject({
    code: 'controlled_substance',
  })
  const renamed = await clinician.favorites.replace(created.id, { ...body, name: 'Diabetes', version: 1 })
  expect(renamed).toMatchObject({ id: created.id, name: 'Diabetes', version: 2 })
  await expect(clinician.favorites.replace(created.id, { ...body, name: 'Other', version: 1 })).rejects.toMatchObject({
    code: 'version_conflict',
  })
  await clinician.favorites.remove(created.id)
  expect((await clinician.favorites.list()).items.map(({ name }) => name)).not.toContain('Diabetes')
})
