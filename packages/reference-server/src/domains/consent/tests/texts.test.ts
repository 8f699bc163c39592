import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { consentVerbs, starter, type ConsentVerbs } from './consent-world.testing.ts'

type Schemas = components['schemas']
type Document = Schemas['ConsentDocument']

describe.each(domainEngines)('consent texts on %s', (engine) => {
  let hospital: TestHospital
  let verbs: ConsentVerbs
  let admin: SignedInClient
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    verbs = consentVerbs(hospital)
    admin = await hospital.as('administrator')
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
    const stranger = await hospital.as('administrator', { organizationId: newId() })
    expect((await stranger.get('/v1/consent-documents')).body.items).toEqual([])
    expect((await stranger.get(`/v1/consent-documents/${id}`)).status).toBe(404)
    const next = { ...starter('recording', 'en'), documentId: id }
    expect((await stranger.post('/v1/consent-documents', next)).status).toBe(404)
  })

  it('are not published without a required clause, and each missing one is named', async () => {
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

  it('are translated once, section for section, from the newest version and with a named reviewer', async () => {
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
    expect(await publish({ reviewedBy: ' ' })).toBe('invalid_request')
    expect(await publish({ reviewedBy: 'Q', translationOf: 2 })).toBe('version_conflict')
    expect(await publish({ reviewedBy: 'Q', sections: translation.sections.toReversed() })).toBe('translation_mismatch')
    expect(await publish({ reviewedBy: 'Q', documentId: undefined })).toBe('invalid_request')
    expect(await publish({ reviewedBy: 'Q' })).toBeUndefined()
    expect(await publish({ reviewedBy: 'Q' })).toBe('version_conflict')
  })

  it('are published only by administrators and privacy officers', async () => {
    for (const role of ['practitioner', 'nurse', 'front-desk', 'patient', 'auditor']) {
      expect(
        (await (await hospital.as(role)).post('/v1/consent-documents', starter('recording', 'en'))).status,
        role,
      ).toBe(403)
    }
  })

  it('cannot be changed by the domain itself once they are published', async () => {
    await expect(
      hospital.keep('consent', ({ tx }) => sql`update consent.texts set title = 'other'`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      hospital.keep('consent', ({ tx }) => sql`delete from consent.consents`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      hospital.keep('consent', ({ tx }) => sql`update consent.consents set decision = 'granted'`.execute(tx)),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('to decide on are in the patient’s own language unless another is requested', async () => {
    const spanish = await insertPatientDirectly(hospital, { language: 'es' })
    const by = await hospital.as('patient', { personId: spanish.id })
    const language = async (query: string) =>
      (await by.get(`/v1/patients/${spanish.id}/consent-requirements?purposes=recording${query}`)).body.items[0]
        .document.language
    expect(await language('')).toBe('es')
    expect(await language('&language=en')).toBe('en')
  })

  it('that do not exist yet cannot be agreed to, and never count as agreed', async () => {
    const { status, body } = await self.get(
      `/v1/patients/${patient.id}/consent-requirements?purposes=recording,ai-scribe`,
    )
    expect([status, body.code]).toEqual([409, 'consent_document_missing'])
    expect(await verbs.standing(self.caller, patient.id, 'ai-scribe')).toEqual({
      status: 'required',
      reason: 'first-time',
    })
  })

  it('with a minor edit keep earlier decisions, and with a material change require new ones', async () => {
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
    expect(await requirement()).toMatchObject({ status: 'required', reason: 'new-version', document: { version: 3 } })
    expect((await self.get(`/v1/patients/${patient.id}/consents`)).body.items[0]).toMatchObject({
      id: body.id,
      status: 'superseded',
    })
    expect((await decide()).body).toMatchObject({ documentVersion: 3, status: 'active' })
  })

  it('get one next version when two people publish it at the same time', async () => {
    const { id } = await current('telehealth-treatment')
    const next = { ...starter('telehealth-treatment', 'en'), documentId: id }
    const both = await Promise.all(
      ['One', 'Two'].map((title) => admin.post('/v1/consent-documents', { ...next, title })),
    )
    const versions = both.map(({ status, body }) => (status === 201 ? body.version : body.code))
    // Sequential publishing is valid too: then there are two versions, and never two texts of one version.
    expect(versions).toContain(2)
    expect(['version_conflict', 3]).toContain(versions.find((version) => version !== 2))
  })
})
