import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { consentVerbs, starter, type ConsentVerbs } from './consent-world.testing.ts'

describe.each(domainEngines)('the consent in effect at a past instant on %s', (engine) => {
  let hospital: TestHospital
  let verbs: ConsentVerbs
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    verbs = consentVerbs(hospital)
  })
  afterAll(() => hospital.stop())

  const now = () => hospital.clock.now()
  const later = (minutes: number) => {
    hospital.clock.advance({ seconds: minutes * 60 })
    return now()
  }

  it('lasts from the decision until it was revoked, whatever was decided since', async () => {
    const { id } = await insertPatientDirectly(hospital)
    const self = await hospital.as('patient', { personId: id })
    const before = now()
    later(1)
    const { body: consent } = await verbs.decide(self, id, 'recording')
    const during = later(1)
    later(1)
    await self.post(`/v1/consents/${consent.id}/revoke`)
    const after = now()
    const at = (instant: Date) => verbs.inForceAt(self.caller, id, 'recording', instant)
    expect(await at(before)).toBeNull()
    expect(await at(during)).toMatchObject({ consentId: consent.id, documentVersion: 1 })
    expect(await at(after)).toBeNull()
    later(1)
    await verbs.decide(self, id, 'recording', { decision: 'declined', signature: undefined })
    expect(await at(during)).toMatchObject({ consentId: consent.id })
    expect(await at(later(1))).toBeNull()
    expect(await verbs.inForceAt(self.caller, id, 'telehealth-treatment', during)).toBeNull()
  })

  it('ends when a text with a material change was published', async () => {
    const { id } = await insertPatientDirectly(hospital)
    const self = await hospital.as('patient', { personId: id })
    await verbs.decide(self, id, 'telehealth-treatment')
    const during = now()
    later(1)
    const { id: documentId } = await verbs.current('telehealth-treatment')
    const administrator = await hospital.as('administrator')
    const published = await administrator.post('/v1/consent-documents', {
      ...starter('telehealth-treatment', 'en'),
      documentId,
    })
    expect(published.status).toBe(201)
    const at = (instant: Date) => verbs.inForceAt(self.caller, id, 'telehealth-treatment', instant)
    expect(await at(during)).not.toBeNull()
    expect(await at(later(1))).toBeNull()
  })
})
