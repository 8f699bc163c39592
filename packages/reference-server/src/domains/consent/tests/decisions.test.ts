import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { deploymentSigner } from '../../../platform/audit/deployment-signer.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { grantProxy } from '../../directory/index.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { verifyEvidence } from '../index.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { consentVerbs, type ConsentVerbs } from './consent-world.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('a decision on %s', (engine) => {
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

  const current = (purpose: string, language?: string) => verbs.current(purpose, language)
  const decide = (purpose = 'recording', given: object = {}, by = self, id = patient.id) =>
    verbs.decide(by, id, purpose, given)
  const standing = () => verbs.standing(self.caller, patient.id, 'recording')
  const requirement = (query?: string) => verbs.requirement(self, patient.id, query)

  it('is stored with evidence that anyone can verify', async () => {
    expect(await requirement()).toMatchObject({
      status: 'required',
      reason: 'first-time',
      document: { language: 'en' },
    })
    const { status, body } = await decide()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      patientId: patient.id,
      purpose: 'recording',
      decision: 'granted',
      status: 'active',
      decidedAt: '2026-11-25T15:00:00.000Z',
      decidedByKind: 'patient',
      signedName: 'Pat Canarysigned',
    })
    expect(await requirement()).toMatchObject({ status: 'granted', consentId: body.id })
    expect(await standing()).toEqual({ status: 'granted', consentId: body.id })

    // The key that signs checkpoints of the ledger.
    const { keyId, publicKey } = await (await deploymentSigner(hospital.keyFolder)).sign(Buffer.of())
    const evidence = (await self.get(`/v1/consents/${body.id}/evidence`)).body
    expect(evidence).toMatchObject({
      consentId: body.id,
      patientId: patient.id,
      keyId,
      publicKey: Buffer.from(publicKey).toString('base64url'),
    })
    expect(verifyEvidence(evidence)).toBe(true)
    expect(verifyEvidence({ ...evidence, statement: evidence.statement.replace('Canarysigned', 'Canarysigneb') })).toBe(
      false,
    )
    const document = await current('recording')
    expect(JSON.parse(evidence.statement)).toMatchObject({
      consentId: body.id,
      organizationId: hospital.organizationId,
      patientId: patient.id,
      document: { id: document.id, version: 1, language: 'en', contentHash: document.contentHash },
      decision: 'granted',
      sectionsSeen: document.sections.map(({ id }) => id),
      signature: { kind: 'typed', name: 'Pat Canarysigned' },
      decidedBy: { kind: 'patient', id: patient.id, relationship: null },
      decidedAt: '2026-11-25T15:00:00.000Z',
      zone: 'America/New_York',
      session: {
        id: self.session.id,
        clientId: hospital.portal.clientId,
        origin: hospital.portal.origin,
        authenticatedAt: '2026-11-25T15:00:00.000Z',
        methods: ['hwk', 'user'],
        contextClass: null,
      },
    })
    expect((await hospital.accessRows({ patientId: patient.id })).map(({ operation }) => operation)).toEqual([
      'listConsentRequirements',
      'decideConsent',
      'listConsentRequirements',
      'getConsentEvidence',
    ])
  })

  it('notifies the patient’s own pages, with ids only', async () => {
    const { body } = await decide()
    await hospital.settle()
    expect(await eventsOf(hospital, 'consent.consent-decided')).toContainEqual({
      patientId: patient.id,
      purpose: 'recording',
      consentId: body.id,
      decision: 'granted',
      before: null,
    })
    const emitted = JSON.stringify(hospital.live.delivered)
    expect(emitted).toContain(body.id)
    expect(emitted).toContain(`patient:${patient.id}`)
    expect(emitted).not.toContain('Canarysigned')
  })

  it('gets the first response when it is sent twice', async () => {
    const body = verbs.decisionOn(await current('recording'))
    const send = () => self.post(`/v1/patients/${patient.id}/consents`, body, { idempotencyKey: `twice-${patient.id}` })
    const [first, second] = [await send(), await send()]
    expect(second.body).toEqual(first.body)
    expect((await self.get(`/v1/patients/${patient.id}/consents`)).body.items).toHaveLength(1)
  })

  it.each([
    ['document_changed', 409, { contentHash: '0'.repeat(64) }],
    ['document_changed', 409, { language: 'vi' }],
    ['not_found', 404, { version: 7 }],
    ['not_found', 404, { documentId: newId() }],
    ['not_found', 404, { documentId: 'nonsense' }],
    ['sections_not_read', 422, { sectionsSeen: ['what-and-why'] }],
    ['signature_missing', 422, { signature: undefined }],
    ['signature_missing', 422, { signature: { kind: 'attested', name: 'Someone Else' } }],
  ])('is refused with %s', async (code, status, given) => {
    const refused = await decide('recording', given)
    expect([refused.status, refused.body.code]).toEqual([status, code])
    expect(await requirement()).toMatchObject({ reason: 'first-time' })
  })

  it('on an English text is refused with the hash of the Spanish one', async () => {
    const { contentHash } = await current('recording', 'es')
    expect((await decide('recording', { contentHash })).body.code).toBe('document_changed')
    expect((await decide('recording', { contentHash, language: 'es' })).body).toMatchObject({
      language: 'es',
      status: 'active',
    })
  })

  it('to decline needs no signature and can be changed later', async () => {
    const declined = await decide('recording', { decision: 'declined', signature: undefined, sectionsSeen: [] })
    expect(declined.body).toMatchObject({ decision: 'declined', status: 'declined' })
    expect(declined.body.signedName).toBeUndefined()
    expect(await requirement()).toMatchObject({ status: 'declined', reason: 'previously-declined' })
    await decide()
    expect(await requirement()).toMatchObject({ status: 'granted' })
    const { body } = await self.get(`/v1/patients/${patient.id}/consents`)
    expect(body.items.map(({ status }: Schemas['Consent']) => status)).toEqual(['active', 'superseded'])
  })

  it('to decline after a grant revokes the consent and notifies a live visit', async () => {
    const granted = await decide()
    await decide('recording', { decision: 'declined', signature: undefined, sectionsSeen: [] })
    expect(await eventsOf(hospital, 'consent.consent-revoked')).toContainEqual({
      patientId: patient.id,
      purpose: 'recording',
      consentId: granted.body.id,
    })
    expect(await standing()).toMatchObject({ status: 'declined' })
  })

  it('for another person or in another organization is refused as if they did not exist', async () => {
    const other = await insertPatientDirectly(hospital)
    expect((await decide('recording', {}, self, other.id)).status).toBe(404)
    expect((await self.get(`/v1/patients/${other.id}/consents`)).status).toBe(404)
    expect((await self.get(`/v1/patients/${other.id}/consent-requirements?purposes=recording`)).status).toBe(404)
    const elsewhere = await insertPatientDirectly(hospital, {}, newId())
    const nurse = await hospital.as('nurse')
    for (const id of [elsewhere.id, newId(), 'nonsense']) {
      expect((await nurse.get(`/v1/patients/${id}/consents`)).status, id).toBe(404)
      expect(
        (await nurse.get(`/v1/patients/${id}/consent-requirements?purposes=recording&language=en`)).status,
        id,
      ).toBe(404)
    }
  })

  it('of a proxy records the relationship, and needs a right that covers visits', async () => {
    const grant = (scope: Schemas['ProxyScope'][], relationship: 'spouse' | 'parent' = 'spouse') =>
      hospital.keep('directory', (context) =>
        grantProxy(context, patient.id, {
          displayName: 'Alex Proxysample',
          relationship,
          scope,
          from: '2026-01-01',
          identity: { issuer: 'https://id.example', subject: newId() },
        }),
      )
    const allowed = await grant(['visit'])
    const proxy = await hospital.as('proxy', { personId: allowed.id, patientIds: [patient.id] })
    const { body } = await decide('recording', { signature: { kind: 'typed', name: 'Alex Proxysample' } }, proxy)
    expect(body).toMatchObject({ decidedByKind: 'proxy', signedName: 'Alex Proxysample' })
    const evidence = (await self.get(`/v1/consents/${body.id}/evidence`)).body
    expect(JSON.parse(evidence.statement).decidedBy).toEqual({
      kind: 'proxy',
      id: allowed.id,
      relationship: 'spouse',
    })

    const scheduler = await grant(['schedule', 'record'])
    const narrow = await hospital.as('proxy', { personId: scheduler.id, patientIds: [patient.id] })
    expect((await decide('recording', {}, narrow)).body.code).toBe('outside_proxy_scope')
    expect((await narrow.post(`/v1/consents/${body.id}/revoke`)).body.code).toBe('outside_proxy_scope')
  })

  it('is listed page by page, newest first', async () => {
    for (let count = 0; count < 3; count += 1) await decide()
    const first = (await self.get(`/v1/patients/${patient.id}/consents?limit=2`)).body
    const second = (await self.get(`/v1/patients/${patient.id}/consents?limit=2&cursor=${first.nextCursor}`)).body
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
    const ids = [...first.items, ...second.items].map(({ id }: Schemas['Consent']) => id)
    expect(ids).toEqual(ids.toSorted().reverse())
  })

  it('stores the signed name encrypted only', async () => {
    await decide()
    const owner = hospital.platform.database.owner()
    const dumps = await Promise.all(
      ['consent.consents', 'consent.texts', 'platform.outbox', 'platform.replays', 'audit.accesses'].map(
        async (name) => {
          const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} as t`.execute(owner)
          return rows.map(({ row }) => row).join('\n')
        },
      ),
    )
    const dump = dumps.join('\n')
    expect(dump).toContain(patient.id)
    expect(dump).not.toContain('Canarysigned')
    expect(dump).not.toContain(Buffer.from('Canarysigned').toString('hex'))
  })
})
