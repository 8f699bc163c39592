import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'

const ibuprofen = '197806'

describe.each(domainEngines)('the checks of a patient who takes what was not prescribed here, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  /** Reports medicines as the patient, and returns the alerts of a prescription of ibuprofen. */
  const alertsWith = async (medicines: readonly { readonly name: string; readonly rxcui?: string }[]) => {
    const patient = await practice.addPatient()
    const { client } = await practice.addPractitioner()
    for (const medication of medicines)
      await answered(patient.client.post(`/v1/patients/${patient.id}/reported-medications`, { medication }), 201)
    const { body } = await client.post(`/v1/patients/${patient.id}/prescription-checks`, { rxcui: ibuprofen })
    return (body.alerts as { kind: string; with?: string }[]).map(({ kind, with: other }) => [kind, other])
  }

  it('find nothing when nothing was reported', async () => {
    expect(await alertsWith([])).toEqual([])
  })

  it.each([
    [
      'a medication by its code',
      { name: 'my blood thinner', rxcui: '855332' },
      'interaction',
      'warfarin sodium 5 MG Oral Tablet',
    ],
    [
      'a medication by its whole name',
      { name: 'Warfarin sodium 5 mg  oral tablet' },
      'interaction',
      'warfarin sodium 5 MG Oral Tablet',
    ],
    ['an ingredient by its name', { name: 'Warfarin' }, 'interaction', 'Warfarin'],
    ['the same ingredient', { name: 'IBUPROFEN' }, 'duplicate', 'IBUPROFEN'],
    ['a medicine of the same class', { name: 'naproxen' }, 'duplicate', 'naproxen'],
    ['words that are the start of a medicine only', { name: 'warf' }, 'check-unavailable', 'warf'],
    [
      'words that contain a medicine',
      { name: 'warfarin and something' },
      'check-unavailable',
      'warfarin and something',
    ],
    ['a medicine that is not in the set', { name: 'Fish oil' }, 'check-unavailable', 'Fish oil'],
    ['a code that is not in the set', { name: 'Ibuprofen', rxcui: '99999999' }, 'check-unavailable', 'Ibuprofen'],
  ])('compare %s', async (_, medication, kind, other) => {
    expect(await alertsWith([medication])).toEqual([[kind, other]])
  })

  it('say of each medicine in words that it is not known', async () => {
    expect(await alertsWith([{ name: 'Fish oil' }, { name: 'St. John’s wort' }])).toEqual([
      ['check-unavailable', 'Fish oil'],
      ['check-unavailable', 'St. John’s wort'],
    ])
  })

  it('no longer compare what was stopped', async () => {
    const patient = await practice.addPatient()
    const { client } = await practice.addPractitioner()
    const path = `/v1/patients/${patient.id}/reported-medications`
    const medication = { name: 'Warfarin' }
    const { id } = await answered(patient.client.post(path, { medication }), 201)
    const check = async () =>
      (await client.post(`/v1/patients/${patient.id}/prescription-checks`, { rxcui: ibuprofen })).body.alerts.length
    expect(await check()).toBe(1)
    await answered(patient.client.put(`${path}/${id}`, { medication, status: 'stopped', version: 1 }), 200)
    expect(await check()).toBe(0)
  })
})
