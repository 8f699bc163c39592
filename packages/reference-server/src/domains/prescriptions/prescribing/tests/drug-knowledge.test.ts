import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeSetPath } from '../../../../platform/code-sets/code-set-files.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { importIngredients } from '../../../../vendors/drug-checks/knowledge/import-ingredients.ts'
import { importLabels } from '../../../../vendors/drug-checks/knowledge/import-labels.ts'
import {
  label,
  labelFile,
  newFolder,
  rxNorm,
  setIds,
  write,
} from '../../../../vendors/drug-checks/knowledge/knowledge-files.testing.ts'
import { loadDrugChecks } from '../../../../vendors/drug-checks/load-drug-checks.ts'
import { startPractice, written, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('a prescription that is checked by an imported release, on %s', (engine) => {
  let practice: TestPractice
  let folder: string
  beforeAll(async () => {
    ;[practice, folder] = await Promise.all([startPractice(engine), newFolder()])
    const effectiveFrom = '2026-11-02'
    await importIngredients({
      from: await rxNorm(folder),
      to: codeSetPath(folder, 'drug-ingredients', effectiveFrom),
      effectiveFrom,
      source: 'RxNorm fixture',
    })
    await importLabels({
      from: await write(`${folder}/openfda`, {
        'drug-label-0001-of-0001.json': labelFile([label(setIds[0], ['308191'])], effectiveFrom),
      }),
      to: codeSetPath(folder, 'drug-labels', effectiveFrom),
      effectiveFrom,
      source: 'openFDA fixture',
    })
    practice.checking.current = await loadDrugChecks(folder, 'none', practice.clock.now())
  })
  afterAll(async () => {
    await practice.stop()
    await rm(folder, { recursive: true })
  })

  const source = { name: 'RxNorm fixture', release: '2026-11-02', isDemonstration: false }
  const check = async (patientId: string, rxcui: string) =>
    answered(
      (await practice.addPractitioner()).client.post(`/v1/patients/${patientId}/prescription-checks`, { rxcui }),
      200,
    )

  it('has the source with each alert, and stores it with the signature', async () => {
    const at = await practice.drafted({ rxcui: '314076' })
    const allergy = { substance: { name: 'ACE inhibitor', rxcui: '3827' }, severity: 'severe' }
    await answered(at.prescriber.client.post(`/v1/patients/${at.patient.id}/allergies`, allergy), 201)
    const body = { ...written({ rxcui: '314076' }), version: at.prescription.version }
    const path = `/v1/prescriptions/${at.prescription.id}`
    const draft = await answered(at.prescriber.client.put(path, body), 200)
    expect(draft.alerts).toMatchObject([{ kind: 'allergy', source: { covers: 'classes', ...source } }])
    const acknowledgments = draft.alerts.map(({ id: alertId }: { readonly id: string }) => ({
      alertId,
      reason: 'Tolerated for years.',
    }))
    const reasoned = await answered(
      at.prescriber.client.put(path, { ...body, acknowledgments, version: draft.version }),
      200,
    )
    await answered(at.prescriber.client.post(`${path}/sign`, { version: reasoned.version }), 200)
    expect((await practice.read(at)).alerts).toMatchObject([{ source: { covers: 'classes', ...source } }])
  })

  it('shows the label, and what it was checked with', async () => {
    const patient = await practice.addPatient()
    expect(await check(patient.id, '308191')).toMatchObject({
      patientId: patient.id,
      alerts: [],
      sources: [
        { covers: 'ingredients', ...source },
        { covers: 'classes', ...source },
      ],
      label: {
        setId: setIds[0],
        url: `https://dailymed.nlm.nih.gov/dailymed/drugInfo.cfm?setid=${setIds[0]}`,
        sections: [{ section: 'boxed-warning' }, { section: 'drug-interactions' }],
        source: { covers: 'labels', name: 'openFDA fixture' },
      },
    })
    expect(await check(patient.id, '314076')).not.toHaveProperty('label')
  })

  it('is checked also if the label cannot be read', async () => {
    const { current } = practice.checking
    practice.checking.current = { ...current, label: () => Promise.reject(new Error('the disk is gone')) }
    try {
      const patient = await practice.addPatient()
      expect(await check(patient.id, '308191')).toMatchObject({ alerts: [], sources: [{}, {}] })
    } finally {
      practice.checking.current = current
    }
  })

  it('needs a reason for what the patient takes, because the release has no interactions', async () => {
    const at = await practice.signed({ rxcui: '314076' })
    expect((await check(at.patient.id, '308191')).alerts).toMatchObject([
      { kind: 'check-unavailable', text: [{ text: expect.stringContaining('lisinopril 10 MG Oral Tablet') }, {}, {}] },
    ])
  })

  it('says that it is a demonstration where nothing is imported', async () => {
    const { current } = practice.checking
    practice.checking.current = await loadDrugChecks(`${folder}/empty`, 'demonstration', practice.clock.now())
    try {
      const patient = await practice.addPatient()
      expect((await check(patient.id, '308191')).sources).toMatchObject([{ covers: 'rules', isDemonstration: true }])
    } finally {
      practice.checking.current = current
    }
  })
})
