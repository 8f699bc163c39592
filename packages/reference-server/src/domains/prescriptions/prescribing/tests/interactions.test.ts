import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../../../platform/code-sets/code-set-files.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { importIngredients } from '../../../../vendors/drug-checks/knowledge/import-ingredients.ts'
import { importInteractions } from '../../../../vendors/drug-checks/knowledge/import-interactions.ts'
import {
  interactionHeading,
  newFolder,
  pairRow,
  rxNorm,
  write,
} from '../../../../vendors/drug-checks/knowledge/knowledge-files.testing.ts'
import { loadDrugChecks } from '../../../../vendors/drug-checks/load-drug-checks.ts'
import { startPractice, written, type TestPractice } from '../../tests/practice.testing.ts'

const [amoxicillin, lisinopril] = ['308191', '314076']

/* The pairs of the table are fictional: they say nothing about these medicines. */
describe.each(domainEngines)('an interaction of an imported table, on %s', (engine) => {
  let practice: TestPractice
  let folder: string
  beforeAll(async () => {
    ;[practice, folder] = await Promise.all([startPractice(engine), newFolder()])
    const release = { effectiveFrom: '2026-11-02', source: 'Fixture' }
    await importIngredients({
      from: await rxNorm(folder),
      to: codeSetPath(folder, 'drug-ingredients', release.effectiveFrom),
      ...release,
    })
    await write(folder, {
      'pairs.csv': [interactionHeading, pairRow('class,J01CA', 'ingredient,29046', 'major')].join('\n'),
    })
    await importInteractions({
      from: join(folder, 'pairs.csv'),
      to: codeSetPath(folder, 'drug-interactions', release.effectiveFrom),
      ...{ ...release, isDemonstration: false },
    })
    practice.checking.current = await loadDrugChecks(folder, 'none', practice.clock.now())
  })
  afterAll(async () => {
    await practice.stop()
    await rm(folder, { recursive: true })
  })

  const source = {
    ...{ covers: 'interactions', name: 'Fictional table', version: '7', release: '2026-11-02' },
    isDemonstration: false,
  }

  it.each([
    ['a class', amoxicillin, lisinopril],
    ['an ingredient', lisinopril, amoxicillin],
  ])('is an alert next to what was prescribed here, for the side that is %s', async (_, rxcui, taken) => {
    const unit = (code: string) => (code === amoxicillin ? 'capsule' : 'tablet')
    const order = (code: string) =>
      written({ rxcui: code, directions: { ...written().directions, doseUnit: unit(code) } })
    const at = await practice.signed(order(taken))
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    const draft = await answered(at.prescriber.client.post(path, order(rxcui)), 201)
    expect(draft.alerts).toMatchObject([
      { kind: 'interaction', severity: 'high', text: [{ text: 'Fictional: something happens.' }], source },
    ])
    const signing = await at.prescriber.client.post(`/v1/prescriptions/${draft.id}/sign`, { version: draft.version })
    expect(signing.body).toMatchObject({ code: 'alerts_open', errors: [{ code: 'interaction' }] })
  })

  it('is an alert next to what was prescribed elsewhere', async () => {
    const patient = await practice.addPatient()
    const { client } = await practice.addPractitioner()
    const check = async () =>
      (await answered(client.post(`/v1/patients/${patient.id}/prescription-checks`, { rxcui: amoxicillin }), 200))
        .alerts
    const medication = { name: 'lisinopril' }
    const path = `/v1/patients/${patient.id}/reported-medications`
    await answered(patient.client.post(path, { medication }), 201)
    expect(await check()).toMatchObject([{ kind: 'interaction', with: 'lisinopril', source }])
  })
})
