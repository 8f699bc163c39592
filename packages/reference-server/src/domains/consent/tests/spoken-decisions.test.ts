import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { grantProxy } from '../../directory/index.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { verifyEvidence } from '../index.ts'
import { consentVerbs, type ConsentVerbs } from './consent-world.testing.ts'

type Schemas = components['schemas']

/* The pack has no row of Ohio, so a yes is in writing there. In Arizona a spoken one is enough. */
describe.each(domainEngines)('a spoken decision on %s', (engine) => {
  let hospital: TestHospital
  let verbs: ConsentVerbs
  let nurse: SignedInClient
  let desk: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    verbs = consentVerbs(hospital)
    nurse = await hospital.as('nurse')
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())

  const treatment = 'telehealth-treatment'
  const patientOf = (state: string): Promise<Schemas['Patient']> => insertPatientDirectly(hospital, { state })
  const said = (spoken: object = {}, given: object = {}) => ({
    signature: { kind: 'attested', name: 'Robin Example' },
    spoken: { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true, ...spoken },
    ...given,
  })
  const codeOf = async (...asked: Parameters<ConsentVerbs['decide']>) => (await verbs.decide(...asked)).body.code

  it('is recorded by staff, with who attests it, as what, when, which text, and how it was said', async () => {
    const { id } = await patientOf('AZ')
    const { status, body } = await verbs.decide(nurse, id, treatment, said())
    expect(status, JSON.stringify(body)).toBe(201)
    const spoken = { saidBy: 'patient', channel: 'phone', role: 'nurse' }
    expect(body).toMatchObject({ decidedByKind: 'member', status: 'active', signedName: 'Robin Example', spoken })
    const evidence = (await nurse.get(`/v1/consents/${body.id}/evidence`)).body
    expect(verifyEvidence(evidence)).toBe(true)
    const document = await verbs.current(treatment)
    expect(JSON.parse(evidence.statement)).toMatchObject({
      format: 'visitkit.consent-statement/5',
      document: { version: document.version, language: 'en', contentHash: document.contentHash },
      signature: { kind: 'attested', name: 'Robin Example' },
      spoken: {
        ...{ saidBy: 'patient', proxyId: null, channel: 'phone', state: 'AZ', textRead: true },
        attestedAs: 'nurse',
      },
      decidedBy: { kind: 'member', id: nurse.caller.personId },
      decidedAt: '2026-11-25T15:00:00.000Z',
      lawSources: [expect.stringContaining('A.R.S. 36-3602'), expect.anything()],
    })
    expect(await verbs.standing(nurse.caller, id, treatment)).toMatchObject({ status: 'granted' })
  })

  it('is read by the patient with the role of who recorded it, and can be revoked by them', async () => {
    const { id } = await patientOf('AZ')
    const recorded = (await verbs.decide(desk, id, treatment, said({ channel: 'in-person' }))).body
    const self = await hospital.as('patient', { personId: id })
    const [read] = (await self.get(`/v1/patients/${id}/consents`)).body.items
    expect(read).toMatchObject({
      ...{ id: recorded.id, decidedByKind: 'member', decidedAt: '2026-11-25T15:00:00.000Z' },
      spoken: { saidBy: 'patient', channel: 'in-person', role: 'front-desk' },
    })
    const rows = await hospital.accessRows({ patientId: id })
    expect(rows.find(({ operation }) => operation === 'decideConsent')).toMatchObject({ actorRole: 'front-desk' })
    expect((await self.post(`/v1/consents/${read.id}/revoke`)).body).toMatchObject({ status: 'revoked' })
    expect(await verbs.standing(self.caller, id, treatment)).toMatchObject({ status: 'required', reason: 'revoked' })
  })

  it.each([
    ['the home state', 'OH', 'AZ'],
    ['where the patient is now', 'AZ', 'OH'],
    ['both', 'OH', 'AL'],
  ])('is no yes where the law of %s wants it in writing', async (_, home, now) => {
    const { id } = await patientOf(home)
    const { status, body } = await verbs.decide(nurse, id, treatment, said({ state: now }))
    expect([status, body.code]).toEqual([409, 'written_signature_required'])
    expect(body.detail).toContain('signs it in the portal')
    expect(await verbs.standing(nurse.caller, id, treatment)).toMatchObject({ reason: 'first-time' })
  })

  it('is no yes to sharing substance use records, in any state', async () => {
    const { id } = await patientOf('AZ')
    const partTwo = {
      ...{ patientName: 'Robin Sample', discloser: 'Lakeside Health', information: ['visits'] },
      ...{ recipients: ['pharmacies'], namedRecipients: ['Sample Clinic'], purposes: ['treatment'] },
      expiration: { kind: 'none' },
    }
    expect(await codeOf(nurse, id, 'part-two-disclosure', said({}, { partTwo }))).toBe('written_signature_required')
  })

  it('is a no everywhere, also before the text was read, and takes a consent back', async () => {
    const { id } = await patientOf('AZ')
    const granted = (await verbs.decide(nurse, id, treatment, said())).body
    const no = { decision: 'declined', sectionsSeen: [] }
    const { status, body } = await verbs.decide(nurse, id, treatment, said({ state: 'OH', textRead: false }, no))
    expect([status, body.status]).toEqual([201, 'declined'])
    expect(await verbs.standing(nurse.caller, id, treatment)).toMatchObject({ status: 'declined' })
    expect(await eventsOf(hospital, 'consent.consent-revoked')).toContainEqual(
      expect.objectContaining({ patientId: id, consentId: granted.id }),
    )
  })

  it.each([
    ['sections_not_read', said({ textRead: false })],
    ['sections_not_read', said({}, { sectionsSeen: [] })],
    ['signature_missing', said({}, { spoken: undefined })],
    ['signature_missing', said({}, { signature: { kind: 'typed', name: 'Robin Example' } })],
    ['signature_missing', said({}, { decision: 'declined', signature: undefined })],
    ['invalid_request', said({ saidBy: 'proxy' })],
    ['invalid_request', said({ proxyId: '01900000-0000-7000-8000-000000000001' })],
    ['document_changed', said({}, { contentHash: '0'.repeat(64) })],
  ])('is refused with %s, and nothing is recorded', async (code, given) => {
    const { id } = await patientOf('AZ')
    expect(await codeOf(nurse, id, treatment, given)).toBe(code)
    expect(await verbs.standing(nurse.caller, id, treatment)).toMatchObject({ reason: 'first-time' })
  })

  it('is attested by no one but staff who may', async () => {
    const { id } = await patientOf('AZ')
    const self = await hospital.as('patient', { personId: id })
    expect(await codeOf(self, id, treatment, said())).toBe('invalid_request')
    expect(await codeOf(self, id, treatment, said({}, { spoken: undefined }))).toBe('signature_missing')
    for (const role of ['biller', 'administrator', 'privacy-officer'] as const)
      expect(await codeOf(await hospital.as(role), id, treatment, said()), role).toBe('forbidden')
  })

  it('of a proxy counts while their right is in effect and covers visits', async () => {
    const { id } = await patientOf('AZ')
    const right = (scope: Schemas['ProxyScope'][]) =>
      hospital.keep('directory', (context) =>
        grantProxy(context, id, {
          ...{ displayName: 'Alex Proxysample', relationship: 'spouse', from: '2026-01-01', scope },
          identity: { issuer: 'https://id.example', subject: newId() },
        }),
      )
    const narrow = await right(['schedule', 'record'])
    const allowed = await right(['visit'])
    const by = (proxyId: string) => said({ saidBy: 'proxy', proxyId })
    const other = await patientOf('AZ')
    expect(await codeOf(nurse, id, treatment, by(narrow.id))).toBe('invalid_request')
    expect(await codeOf(nurse, other.id, treatment, by(allowed.id))).toBe('invalid_request')
    const { body } = await verbs.decide(nurse, id, treatment, by(allowed.id))
    expect(body).toMatchObject({ status: 'active', spoken: { saidBy: 'proxy' } })
  })

  it('staff read before whether it is enough, by the home state and where the patient is; no one else does', async () => {
    const formOf = async (by: SignedInClient, patientId: string, more = '', purpose = treatment) =>
      (await verbs.requirement(by, patientId, `purposes=${purpose}${more}`)).form
    const [arizonan, ohioan] = [await patientOf('AZ'), await patientOf('OH')]
    expect(await formOf(nurse, arizonan.id)).toBe('verbal-documented')
    expect(await formOf(nurse, arizonan.id, '&state=CA&language=es')).toBe('verbal-documented')
    expect(await formOf(nurse, arizonan.id, '&state=OH')).toBe('written')
    expect(await formOf(nurse, ohioan.id, '&state=AZ')).toBe('written')
    expect(await formOf(nurse, ohioan.id, '', 'recording')).toBe('verbal-documented')
    expect(await formOf(nurse, arizonan.id, '', 'part-two-disclosure')).toBe('written')
    const self = await hospital.as('patient', { personId: arizonan.id })
    expect(await formOf(self, arizonan.id)).toBeUndefined()
  })
})
