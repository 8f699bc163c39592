import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../../test-kit/test-hospital.ts'
import { loadConsentPack } from '../../../consent/index.ts'
import {
  checkInBody,
  sampleLicense,
  withVisitVerbs,
  type VisitHospital,
} from '../../../visits/tests/hospital.testing.ts'
import { insure } from '../../tests/held-visits.testing.ts'
import { setUpSampleBilling } from '../../tests/set-up-sample-billing.testing.ts'

/* In Arizona once is enough, and here one payer wants the consent at each visit. */
const shipped = await loadConsentPack()
const jurisdictions = shipped.jurisdictions.flatMap((row) =>
  row.jurisdiction === 'AZ' ? [row, { ...row, payer: 'medicaid', frequency: 'each-visit' as const }] : [row],
)

describe.each(domainEngines)('the payer of a patient at check-in on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(
      await createTestHospital({ engine, overrides: { packs: { consent: { ...shipped, jurisdictions } } } }),
    )
    await hospital.keep('billing', (context) => setUpSampleBilling(context, '2026-11-25'))
  })
  afterAll(() => hospital.stop())

  it.each([
    ['commercial insurance: only the law that applies to it counts', ['Lakeside Mutual Health'], 201],
    ['the payer whose law is stricter', ['State Family Care'], 'consent_missing'],
    [
      'payers of two kinds: the stricter law counts',
      ['Lakeside Mutual Health', 'State Family Care'],
      'consent_missing',
    ],
    ['no payer that is known: the strictest law counts', [], 'consent_missing'],
  ] as const)('%s: this decides which law counts at check-in', async (_, payers, expected) => {
    const patient = await hospital.addPatient()
    const practitioner = await hospital.addPractitioner([sampleLicense('AZ'), sampleLicense('OH')])
    const biller = await hospital.as('biller')
    for (const [index, name] of payers.entries())
      await insure(biller, patient.personId, name, { order: index + 1, memberNumber: `M${index}12345678` })
    const first = await hospital.book(patient, practitioner)
    await hospital.grant(patient, 'telehealth-treatment', first.id)
    const second = await hospital.book(patient, practitioner, { inMinutes: 300 })
    hospital.moveTo(second.checkInFrom)
    const client = await hospital.signIn(patient)
    const { status, body } = await client.post(`/v1/appointments/${second.id}/check-in`, checkInBody('AZ'))
    expect(status === 201 ? status : body.code).toBe(expected)
  })
})
