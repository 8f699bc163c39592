import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../platform/database/new-id.ts'
import { readPolicies } from '../../platform/http/read-policies.ts'
import { startTestServer, type SignedInClient, type TestServer } from '../../platform/http/testing.ts'
import { grantProxy } from '../directory/index.ts'
import { directoryFor, eventsOf, foundLakeside, havePatient } from '../directory/testing.ts'
import { loadConsentPack, publishStarterTexts, verifyEvidence, type ConsentProvides } from './index.ts'
import { consentFor, testSigner } from './testing.ts'

type Schemas = components['schemas']
type Document = Schemas['ConsentDocument']
const pack = await loadConsentPack()
const starter = (purpose: string, language: string) => {
  const found = pack.starterTexts.find((text) => text.purpose === purpose && text.language === language)
  if (!found) throw new Error(`No ${language} text for ${purpose}.`)
  return { ...found, sections: [...found.sections], material: true }
}

describe.each(['pglite', 'postgres'] as const)('consent on %s', (engine) => {
  const signer = testSigner()
  let server: TestServer
  let provides: ConsentProvides
  let admin: SignedInClient
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    const { permissions } = readPolicies()
    const roles = {
      ...permissions.roles,
      nurse: { ...permissions.roles['nurse'], 'consent:decide': 'organization' as const },
    }
    server = await startTestServer({
      engine,
      now: '2026-11-25T15:00:00Z',
      policies: { permissions: { ...permissions, roles } },
      modules: (platform) => {
        const directory = directoryFor(platform)
        const consent = consentFor(platform, directory.provides, signer)
        provides = consent.provides
        return [directory, consent]
      },
    })
    await foundLakeside(server)
    await server.keep('consent', (keeping) =>
      publishStarterTexts(keeping, pack, { reviewedBy: 'Quinn Reviewer (sample)' }),
    )
    admin = await server.as('administrator')
  })
  afterAll(() => server.stop())
  beforeEach(async () => {
    patient = await havePatient(server)
    self = await server.as('patient', { personId: patient.id })
  })

  const current = async (purpose: string, language = 'en'): Promise<Document> =>
    (await self.get(`/v1/consent-documents?purpose=${purpose}&language=${language}`)).body.items[0]
  const decisionOn = (document: Document, given: object = {}) => ({
    documentId: document.id,
    version: document.version,
    language: document.language,
    contentHash: document.contentHash,
    sectionsSeen: document.sections.map(({ id }) => id),
    decision: 'granted',
    signature: { kind: 'typed', name: 'Pat Canarysigned' },
    zone: 'America/New_York',
    ...given,
  })
  const decide = async (purpose = 'recording', given: object = {}, by = self, id = patient.id) =>
    by.post(`/v1/patients/${id}/consents`, decisionOn(await current(purpose), given))
  const standing = async (purpose: 'recording' | 'telehealth-treatment' = 'recording') =>
    (await provides.current({ ...reading(), caller: self.caller }, patient.id, [purpose])).get(purpose)
  const reading = () => ({ now: server.clock.now() }) as never as Parameters<ConsentProvides['current']>[0]
  const requirement = async (query = 'purposes=recording', by = self) => {
    const { status, body } = await by.get(`/v1/patients/${patient.id}/consent-requirements?${query}`)
    expect(status, JSON.stringify(body)).toBe(200)
    return body.items[0]
  }

  describe('texts', () => {
    it('are shown in every language in which they are published, with the reviewer of a translation', async () => {
      const { body } = await self.get('/v1/consent-documents')
      const shown = body.items.map(({ purpose, language, version, status, reviewedBy }: Document) => [
        purpose,
        language,
        version,
        status,
        reviewedBy,
      ])
      expect(shown).toEqual(
        expect.arrayContaining([
          ['telehealth-treatment', 'en', 1, 'published', undefined],
          ['telehealth-treatment', 'es', 1, 'published', 'Quinn Reviewer (sample)'],
        ]),
      )
      const { id } = await current('recording')
      expect((await self.get(`/v1/consent-documents/${id}?language=es-MX`)).body.language).toBe('es')
      expect((await self.get(`/v1/consent-documents/${id}?language=vi`)).body.language).toBe('en')
      expect((await self.get(`/v1/consent-documents/${id}?version=9`)).status).toBe(404)
    })

    it('are paged', async () => {
      const first = await self.get('/v1/consent-documents?limit=1')
      const second = await self.get(`/v1/consent-documents?limit=1&cursor=${first.body.nextCursor}`)
      expect(second.body.items).toHaveLength(1)
      expect(second.body.items[0]).not.toEqual(first.body.items[0])
    })

    it('of another organization do not exist', async () => {
      const { id } = await current('recording')
      const stranger = await server.as('administrator', { organizationId: newId() })
      expect((await stranger.get('/v1/consent-documents')).body.items).toEqual([])
      expect((await stranger.get(`/v1/consent-documents/${id}`)).status).toBe(404)
      const next = { ...starter('recording', 'en'), documentId: id }
      expect((await stranger.post('/v1/consent-documents', next)).status).toBe(404)
    })

    it('are not published while a clause is missing, and each missing one is named', async () => {
      const text = starter('recording', 'en')
      const missing = ['indicator', 'stop-any-time']
      const { status, body } = await admin.post('/v1/consent-documents', {
        ...text,
        documentId: (await current('recording')).id,
        sections: text.sections.filter(({ id }) => !missing.includes(id)),
      })
      expect([status, body.code]).toEqual([422, 'clause_missing'])
      expect(body.errors).toHaveLength(2)
      for (const [index, id] of missing.entries()) expect(body.errors[index].message).toContain(id)
      expect((await current('recording')).version).toBe(1)
    })

    it('are one document per purpose', async () => {
      expect((await admin.post('/v1/consent-documents', starter('recording', 'en'))).body.code).toBe('document_exists')
      const { id } = await current('recording')
      const wrong = { ...starter('telehealth-treatment', 'en'), documentId: id }
      expect((await admin.post('/v1/consent-documents', wrong)).status).toBe(422)
    })

    it('are translated only with a reviewer, from the newest version, section for section, once', async () => {
      const { id } = await current('telehealth-treatment')
      const translation = {
        ...starter('telehealth-treatment', 'es'),
        language: 'es-PR',
        documentId: id,
        translationOf: 1,
      }
      const publish = async (given: object) =>
        (await admin.post('/v1/consent-documents', { ...translation, ...given })).body.code
      expect(await publish({})).toBe('translation_unreviewed')
      expect(await publish({ reviewedBy: ' ' })).toBe('translation_unreviewed')
      expect(await publish({ reviewedBy: 'Q', translationOf: 2 })).toBe('version_conflict')
      expect(await publish({ reviewedBy: 'Q', sections: translation.sections.toReversed() })).toBe(
        'translation_mismatch',
      )
      expect(await publish({ reviewedBy: 'Q', documentId: undefined })).toBe('invalid_request')
      expect(await publish({ reviewedBy: 'Q' })).toBeUndefined()
      expect(await publish({ reviewedBy: 'Q' })).toBe('version_conflict')
    })

    it('are published by administrators and privacy officers alone', async () => {
      for (const role of ['practitioner', 'nurse', 'front-desk', 'patient', 'auditor']) {
        expect(
          (await (await server.as(role)).post('/v1/consent-documents', starter('recording', 'en'))).status,
          role,
        ).toBe(403)
      }
    })

    it('cannot be changed by the domain itself once they are published', async () => {
      await expect(
        server.keep('consent', ({ tx }) => sql`update consent.texts set title = 'other'`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        server.keep('consent', ({ tx }) => sql`delete from consent.consents`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
      await expect(
        server.keep('consent', ({ tx }) => sql`update consent.consents set decision = 'granted'`.execute(tx)),
      ).rejects.toMatchObject({ code: '42501' })
    })
  })

  describe('a decision', () => {
    it('is kept with its evidence, which anyone can verify', async () => {
      expect(await requirement()).toMatchObject({
        status: 'needed',
        because: 'first-time',
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

      const evidence = (await self.get(`/v1/consents/${body.id}/evidence`)).body
      expect(evidence).toMatchObject({
        consentId: body.id,
        patientId: patient.id,
        keyId: 'test-key',
        publicKey: signer.publicKey,
      })
      expect(verifyEvidence(evidence)).toBe(true)
      expect(
        verifyEvidence({ ...evidence, statement: evidence.statement.replace('Canarysigned', 'Canarysigneb') }),
      ).toBe(false)
      const document = await current('recording')
      expect(JSON.parse(evidence.statement)).toMatchObject({
        consentId: body.id,
        organizationId: server.organizationId,
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
          clientId: server.portal.clientId,
          origin: server.portal.origin,
          authenticatedAt: '2026-11-25T15:00:00.000Z',
        },
      })
      expect((await server.accessRows({ patientId: patient.id })).map(({ operation }) => operation)).toEqual([
        'listConsentRequirements',
        'decideConsent',
        'listConsentRequirements',
        'getConsentEvidence',
      ])
    })

    it('is told to the patient’s own pages, by ids alone', async () => {
      const { body } = await decide()
      await server.settle()
      expect(await eventsOf(server, 'consent.consent-decided')).toContainEqual({
        patientId: patient.id,
        purpose: 'recording',
        consentId: body.id,
        decision: 'granted',
      })
      const told = JSON.stringify(server.live.delivered)
      expect(told).toContain(body.id)
      expect(told).toContain(`patient:${patient.id}`)
      expect(told).not.toContain('Canarysigned')
    })

    it('is answered from the first time when it is sent twice', async () => {
      const body = decisionOn(await current('recording'))
      const send = () =>
        self.post(`/v1/patients/${patient.id}/consents`, body, { idempotencyKey: `twice-${patient.id}` })
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
      ['sections_unseen', 422, { sectionsSeen: ['what-and-why'] }],
      ['signature_missing', 422, { signature: undefined }],
      ['signature_missing', 422, { signature: { kind: 'attested', name: 'Someone Else' } }],
    ])('is refused with %s', async (code, status, given) => {
      const refused = await decide('recording', given)
      expect([refused.status, refused.body.code]).toEqual([status, code])
      expect(await requirement()).toMatchObject({ because: 'first-time' })
    })

    it('is not counted on an English text by the hash of the Spanish one', async () => {
      const { contentHash } = await current('recording', 'es')
      expect((await decide('recording', { contentHash })).body.code).toBe('document_changed')
      expect((await decide('recording', { contentHash, language: 'es' })).body).toMatchObject({
        language: 'es',
        status: 'active',
      })
    })

    it('against it is a decision too, needs no signature, and may be changed later', async () => {
      const declined = await decide('recording', { decision: 'declined', signature: undefined, sectionsSeen: [] })
      expect(declined.body).toMatchObject({ decision: 'declined', status: 'declined' })
      expect(declined.body.signedName).toBeUndefined()
      expect(await requirement()).toMatchObject({ status: 'declined', because: 'declined-before' })
      await decide()
      expect(await requirement()).toMatchObject({ status: 'granted' })
      const { body } = await self.get(`/v1/patients/${patient.id}/consents`)
      expect(body.items.map(({ status }: Schemas['Consent']) => status)).toEqual(['active', 'superseded'])
    })

    it('against it after one for it takes the consent back, and a live visit hears so', async () => {
      const granted = await decide()
      await decide('recording', { decision: 'declined', signature: undefined, sectionsSeen: [] })
      expect(await eventsOf(server, 'consent.consent-revoked')).toContainEqual({
        patientId: patient.id,
        purpose: 'recording',
        consentId: granted.body.id,
      })
      expect(await standing()).toMatchObject({ status: 'declined' })
    })

    it('for somebody else or in another organization is refused as if they did not exist', async () => {
      const other = await havePatient(server)
      expect((await decide('recording', {}, self, other.id)).status).toBe(404)
      expect((await self.get(`/v1/patients/${other.id}/consents`)).status).toBe(404)
      expect((await self.get(`/v1/patients/${other.id}/consent-requirements?purposes=recording`)).status).toBe(404)
      const elsewhere = await havePatient(server, {}, newId())
      const nurse = await server.as('nurse')
      for (const id of [elsewhere.id, newId(), 'nonsense']) {
        expect((await nurse.get(`/v1/patients/${id}/consents`)).status, id).toBe(404)
        expect(
          (await nurse.get(`/v1/patients/${id}/consent-requirements?purposes=recording&language=en`)).status,
          id,
        ).toBe(404)
      }
    })

    it('of a proxy says how they are related, and needs a right that covers visits', async () => {
      const grant = (scope: Schemas['ProxyScope'][], relationship: 'spouse' | 'parent' = 'spouse') =>
        server.keep('directory', (keeping) =>
          grantProxy(keeping, patient.id, {
            displayName: 'Alex Proxysample',
            relationship,
            scope,
            from: '2026-01-01',
            identity: { issuer: 'https://id.example', subject: newId() },
          }),
        )
      const allowed = await grant(['visit'])
      const proxy = await server.as('proxy', { personId: allowed.id, patientIds: [patient.id] })
      const { body } = await decide('recording', { signature: { kind: 'typed', name: 'Alex Proxysample' } }, proxy)
      expect(body).toMatchObject({ decidedByKind: 'proxy', signedName: 'Alex Proxysample' })
      const evidence = (await self.get(`/v1/consents/${body.id}/evidence`)).body
      expect(JSON.parse(evidence.statement).decidedBy).toEqual({
        kind: 'proxy',
        id: allowed.id,
        relationship: 'spouse',
      })

      const scheduler = await grant(['schedule', 'record'])
      const narrow = await server.as('proxy', { personId: scheduler.id, patientIds: [patient.id] })
      expect((await decide('recording', {}, narrow)).body.code).toBe('outside_proxy_scope')
      expect((await narrow.post(`/v1/consents/${body.id}/revoke`)).body.code).toBe('outside_proxy_scope')
    })

    it('attested by staff counts where the law takes a spoken one, and nowhere else', async () => {
      const nurse = await server.as('nurse')
      const attested = { signature: { kind: 'attested', name: 'Robin Example' } }
      // Ohio has no row: in writing.
      expect((await decide('telehealth-treatment', attested, nurse)).body.code).toBe('written_signature_needed')
      const arizonan = await havePatient(server, { state: 'AZ' })
      const { body } = await decide('telehealth-treatment', attested, nurse, arizonan.id)
      expect(body).toMatchObject({ decidedByKind: 'member', status: 'active' })
      const { statement } = (await nurse.get(`/v1/consents/${body.id}/evidence`)).body
      expect(JSON.parse(statement).lawSources[0]).toContain('A.R.S. 36-3602')
      expect((await decide('recording', {}, nurse)).body.code).toBe('signature_missing')
    })
  })

  describe('taking a consent back', () => {
    it('acts at once, is told, and leaves the history', async () => {
      const { body } = await decide()
      server.clock.advance({ seconds: 5 })
      const revoked = await self.post(`/v1/consents/${body.id}/revoke`)
      expect(revoked.body).toEqual({ ...body, status: 'revoked', revokedAt: server.clock.now().toISOString() })
      expect(await eventsOf(server, 'consent.consent-revoked')).toContainEqual({
        patientId: patient.id,
        purpose: 'recording',
        consentId: body.id,
      })
      expect(await standing()).toEqual({ status: 'needed', because: 'revoked', consentId: body.id })
      expect(await requirement()).toMatchObject({ status: 'needed', because: 'revoked' })
      expect((await self.get(`/v1/patients/${patient.id}/consents`)).body.items).toEqual([revoked.body])
      expect(verifyEvidence((await self.get(`/v1/consents/${body.id}/evidence`)).body)).toBe(true)
    })

    it('is refused for what is taken back, was never given or was decided again', async () => {
      const first = await decide()
      await decide()
      expect((await self.post(`/v1/consents/${first.body.id}/revoke`)).body.code).toBe('consent_superseded')
      const declined = await decide('recording', { decision: 'declined', signature: undefined })
      expect((await self.post(`/v1/consents/${declined.body.id}/revoke`)).body.code).toBe('not_granted')
      const last = await decide()
      await self.post(`/v1/consents/${last.body.id}/revoke`)
      expect((await self.post(`/v1/consents/${last.body.id}/revoke`)).body.code).toBe('already_revoked')
    })

    it('twice at once happens once', async () => {
      const { body } = await decide()
      const both = await Promise.all([1, 2].map(() => self.post(`/v1/consents/${body.id}/revoke`)))
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
      const told = (await eventsOf(server, 'consent.consent-revoked')).filter(({ consentId }) => consentId === body.id)
      expect(told).toHaveLength(1)
    })

    it('is not for others', async () => {
      const { body } = await decide()
      const other = await server.as('patient', { personId: (await havePatient(server)).id })
      expect((await other.post(`/v1/consents/${body.id}/revoke`)).status).toBe(404)
      expect((await other.get(`/v1/consents/${body.id}/evidence`)).status).toBe(404)
      const stranger = await server.as('nurse', { organizationId: newId() })
      expect((await stranger.get(`/v1/consents/${body.id}/evidence`)).status).toBe(404)
      expect((await (await server.as('front-desk')).get('/v1/consents/nonsense/evidence')).status).toBe(404)
    })
  })

  it('the text to decide on is in the patient’s own language unless another is asked for', async () => {
    const spanish = await havePatient(server, { language: 'es' })
    const by = await server.as('patient', { personId: spanish.id })
    const language = async (query: string) =>
      (await by.get(`/v1/patients/${spanish.id}/consent-requirements?purposes=recording${query}`)).body.items[0]
        .document.language
    expect(await language('')).toBe('es')
    expect(await language('&language=en')).toBe('en')
  })

  it('a purpose without a text cannot be agreed to, and is never taken for granted', async () => {
    const { status, body } = await self.get(
      `/v1/patients/${patient.id}/consent-requirements?purposes=recording,ai-scribe`,
    )
    expect([status, body.code]).toEqual([409, 'consent_document_missing'])
    const standings = await provides.current({ ...reading(), caller: self.caller }, patient.id, ['ai-scribe'])
    expect(standings.get('ai-scribe')).toEqual({ status: 'needed', because: 'first-time' })
  })

  it('decisions are paged newest first', async () => {
    for (let count = 0; count < 3; count += 1) await decide()
    const first = (await self.get(`/v1/patients/${patient.id}/consents?limit=2`)).body
    const second = (await self.get(`/v1/patients/${patient.id}/consents?limit=2&cursor=${first.nextCursor}`)).body
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, null])
    const ids = [...first.items, ...second.items].map(({ id }: Schemas['Consent']) => id)
    expect(ids).toEqual(ids.toSorted().reverse())
  })

  it('the signed name stands in no table, only sealed', async () => {
    await decide()
    const owner = server.platform.database.owner()
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

  it('a minor edit asks nobody again and a material one asks everybody', async () => {
    const { body } = await decide()
    const text = starter('recording', 'en')
    const { id } = await current('recording')
    const publish = async (title: string, material: boolean) =>
      (await admin.post('/v1/consent-documents', { ...text, documentId: id, title, material })).body
    expect(await publish('Your consent to record a visit.', false)).toMatchObject({
      version: 2,
      material: false,
      status: 'published',
    })
    expect(await standing()).toEqual({ status: 'granted', consentId: body.id })
    expect((await decide('recording', { version: 1 })).body.code).toBe('document_changed')
    expect((await self.get(`/v1/consent-documents/${id}?version=1`)).body.status).toBe('superseded')
    // Not translated yet: the Spanish reader gets the current original, not an old translation.
    expect(await requirement('purposes=recording&language=es')).toMatchObject({
      document: { language: 'en', version: 2 },
    })

    expect(await publish('Consent to record a visit', true)).toMatchObject({ version: 3, material: true })
    expect(await requirement()).toMatchObject({ status: 'needed', because: 'new-version', document: { version: 3 } })
    expect((await self.get(`/v1/patients/${patient.id}/consents`)).body.items[0]).toMatchObject({
      id: body.id,
      status: 'superseded',
    })
    expect((await decide()).body).toMatchObject({ documentVersion: 3, status: 'active' })
  })

  it('two who publish the next version at once do not both succeed', async () => {
    const { id } = await current('telehealth-treatment')
    const next = { ...starter('telehealth-treatment', 'en'), documentId: id }
    const both = await Promise.all(
      ['One', 'Two'].map((title) => admin.post('/v1/consent-documents', { ...next, title })),
    )
    const versions = both.map(({ status, body }) => (status === 201 ? body.version : body.code))
    // One after the other is fine too: then there are two versions, and never two texts of one.
    expect([
      [2, 'version_conflict'],
      [2, 3],
    ]).toContainEqual(versions.toSorted())
  })
})
