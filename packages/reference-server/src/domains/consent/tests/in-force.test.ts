import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { havePatient } from '../../directory/tests/testing.ts'
import { startConsentWorld, starter, type ConsentWorld } from './testing.ts'

describe.each(['pglite', 'postgres'] as const)('a consent of the past on %s', (engine) => {
  let world: ConsentWorld
  beforeAll(async () => {
    world = await startConsentWorld(engine)
  })
  afterAll(() => world.server.stop())

  const now = () => world.server.clock.now()
  const later = (minutes: number) => {
    world.server.clock.advance({ seconds: minutes * 60 })
    return now()
  }

  it('held from the decision until it was taken back, whatever was decided since', async () => {
    const { id } = await havePatient(world.server)
    const self = await world.server.as('patient', { personId: id })
    const before = now()
    later(1)
    const { body: consent } = await world.decide(self, id, 'recording')
    const during = later(1)
    later(1)
    await self.post(`/v1/consents/${consent.id}/revoke`)
    const after = now()
    const at = (instant: Date) => world.inForceAt(self.caller, id, 'recording', instant)
    expect(await at(before)).toBeNull()
    expect(await at(during)).toMatchObject({ consentId: consent.id, documentVersion: 1 })
    expect(await at(after)).toBeNull()
    later(1)
    await world.decide(self, id, 'recording', { decision: 'declined', signature: undefined })
    expect(await at(during)).toMatchObject({ consentId: consent.id })
    expect(await at(later(1))).toBeNull()
    expect(await world.inForceAt(self.caller, id, 'telehealth-treatment', during)).toBeNull()
  })

  it('ended when a text that differs in something material was published', async () => {
    const { id } = await havePatient(world.server)
    const self = await world.server.as('patient', { personId: id })
    await world.decide(self, id, 'telehealth-treatment')
    const during = now()
    later(1)
    const { id: documentId } = await world.current('telehealth-treatment')
    const administrator = await world.server.as('administrator')
    const published = await administrator.post('/v1/consent-documents', {
      ...starter('telehealth-treatment', 'en'),
      documentId,
    })
    expect(published.status).toBe(201)
    const at = (instant: Date) => world.inForceAt(self.caller, id, 'telehealth-treatment', instant)
    expect(await at(during)).not.toBeNull()
    expect(await at(later(1))).toBeNull()
  })
})
