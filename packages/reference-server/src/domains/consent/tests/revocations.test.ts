import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { grantProxy } from '../../directory/index.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { verifyEvidence } from '../index.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { consentVerbs, type ConsentVerbs } from './consent-world.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('revoking consent on %s', (engine) => {
  let hospital: TestHospital
  let verbs: ConsentVerbs
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    verbs = consentVerbs(hospital)
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    patient = await insertPatientDirectly(hospital)
    self = await hospital.as('patient', { personId: patient.id })
  })

  const decide = (purpose = 'recording', given: object = {}, by = self, id = patient.id) =>
    verbs.decide(by, id, purpose, given)
  const standing = () => verbs.standing(self.caller, patient.id, 'recording')
  const requirement = (query?: string) => verbs.requirement(self, patient.id, query)

  it('takes effect at once, sends an event, and keeps the history', async () => {
    const { body } = await decide()
    hospital.clock.advance({ seconds: 5 })
    const revoked = await self.post(`/v1/consents/${body.id}/revoke`)
    expect(revoked.body).toEqual({ ...body, status: 'revoked', revokedAt: hospital.clock.now().toISOString() })
    expect(await eventsOf(hospital, 'consent.consent-revoked')).toContainEqual({
      patientId: patient.id,
      purpose: 'recording',
      consentId: body.id,
    })
    expect(await standing()).toEqual({ status: 'required', reason: 'revoked', consentId: body.id })
    expect(await requirement()).toMatchObject({ status: 'required', reason: 'revoked' })
    expect((await self.get(`/v1/patients/${patient.id}/consents`)).body.items).toEqual([revoked.body])
    expect(verifyEvidence((await self.get(`/v1/consents/${body.id}/evidence`)).body)).toBe(true)
  })

  it('is refused for a consent that is revoked, was never given or was decided again', async () => {
    const first = await decide()
    await decide()
    expect((await self.post(`/v1/consents/${first.body.id}/revoke`)).body.code).toBe('consent_superseded')
    const declined = await decide('recording', { decision: 'declined', signature: undefined })
    expect((await self.post(`/v1/consents/${declined.body.id}/revoke`)).body.code).toBe('not_granted')
    const last = await decide()
    await self.post(`/v1/consents/${last.body.id}/revoke`)
    expect((await self.post(`/v1/consents/${last.body.id}/revoke`)).body.code).toBe('already_revoked')
  })

  it('twice at the same time happens once', async () => {
    const { body } = await decide()
    const both = await Promise.all([1, 2].map(() => self.post(`/v1/consents/${body.id}/revoke`)))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    const emitted = (await eventsOf(hospital, 'consent.consent-revoked')).filter(
      ({ consentId }) => consentId === body.id,
    )
    expect(emitted).toHaveLength(1)
  })

  it('is for the patient and who may act in visits; staff record a spoken no, which says who recorded it', async () => {
    const { body } = await decide()
    for (const role of ['front-desk', 'nurse', 'practitioner', 'administrator', 'privacy-officer'] as const) {
      const staff = await hospital.as(role)
      expect((await staff.post(`/v1/consents/${body.id}/revoke`)).body.code, role).toBe('forbidden')
    }
    const asProxy = async (scope: Schemas['ProxyScope'][]) => {
      const { id } = await hospital.keep('directory', (context) =>
        grantProxy(context, patient.id, {
          ...{ displayName: 'Alex Proxysample', relationship: 'spouse', scope, from: '2026-01-01' },
          identity: { issuer: 'https://id.example', subject: newId() },
        }),
      )
      return hospital.as('proxy', { personId: id, patientIds: [patient.id] })
    }
    const refused = await (await asProxy(['record'])).post(`/v1/consents/${body.id}/revoke`)
    expect(refused.body.code).toBe('outside_proxy_scope')
    expect((await (await asProxy(['visit'])).post(`/v1/consents/${body.id}/revoke`)).status).toBe(200)
  })

  it('is refused for other people', async () => {
    const { body } = await decide()
    const other = await hospital.as('patient', { personId: (await insertPatientDirectly(hospital)).id })
    expect((await other.post(`/v1/consents/${body.id}/revoke`)).status).toBe(404)
    expect((await other.get(`/v1/consents/${body.id}/evidence`)).status).toBe(404)
    const stranger = await hospital.as('nurse', { organizationId: newId() })
    expect((await stranger.get(`/v1/consents/${body.id}/evidence`)).status).toBe(404)
    expect((await (await hospital.as('front-desk')).get('/v1/consents/nonsense/evidence')).status).toBe(404)
  })
})
