import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { completeTerms, signPartTwo, termsOf } from '../../../tests/part-two.testing.ts'
import { insertPatientDirectly } from '../../directory/tests/lakeside.testing.ts'
import { verifyEvidence } from '../index.ts'
import { consentVerbs, starter } from './consent-world.testing.ts'

type Schemas = components['schemas']

describe('the consent to share substance use records', () => {
  let hospital: TestHospital
  let patientId: string
  let self: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine: 'pglite' })
  })
  afterAll(() => hospital?.stop())
  beforeEach(async () => {
    patientId = (await insertPatientDirectly(hospital)).id
    self = await hospital.as('patient', { personId: patientId })
  })
  const sign = (given: object = {}, by = self) => signPartTwo(by, patientId, 'part-two-disclosure', given)
  const consents = async (): Promise<readonly Schemas['Consent'][]> =>
    (await answered(self.get(`/v1/patients/${patientId}/consents`), 200)).items

  /** 42 CFR 2.31(a): each element, what it is when it lacks, and where the refusal points. */
  it.each([
    ['the name of the patient', { patientName: undefined }, 'consent_element_missing', '/partTwo/patientName'],
    ['who may disclose', { discloser: undefined }, 'consent_element_missing', '/partTwo/discloser'],
    ['which information', { information: [] }, 'consent_element_missing', '/partTwo/information'],
    ['the recipients', { recipients: [] }, 'consent_element_missing', '/partTwo/recipients'],
    ['the purpose', { purposes: undefined }, 'consent_element_missing', '/partTwo/purposes'],
    ['when it ends', { expiration: undefined }, 'consent_element_missing', '/partTwo/expiration'],
    ['the day on which it ends', { expiration: { kind: 'date' } }, 'consent_element_missing', '/partTwo/expiration'],
  ])('is not signed without %s, and says what is missing', async (_, without, code, pointer) => {
    const { status, body } = await sign({ partTwo: { ...completeTerms, ...without } })
    expect([status, body.code]).toEqual([422, code])
    expect(body.errors).toEqual([
      expect.objectContaining({ pointer, message: expect.stringContaining('42 CFR 2.31(a)') }),
    ])
    expect(await consents()).toEqual([])
  })

  it.each([
    ['a signature', { signature: undefined }, 'signature_missing'],
    [
      'the right to revoke, the way records are passed on, and what a refusal means',
      { sectionsSeen: [] },
      'sections_not_read',
    ],
    ['any of it', { partTwo: undefined }, 'consent_element_missing'],
  ])('is not signed without %s', async (_, without, code) => {
    const { status, body } = await sign(without)
    expect([status, body.code]).toEqual([422, code])
    expect(await consents()).toEqual([])
  })

  it.each(['right-to-revoke', 'redisclosure', 'refusal-consequence'])(
    'has no text that does not state %s',
    async (clause) => {
      const administrator = await hospital.as('administrator')
      const text = starter('part-two-disclosure', 'en')
      const { body } = await administrator.post('/v1/consent-documents', {
        ...text,
        documentId: (await consentVerbs(hospital).current('part-two-disclosure')).id,
        sections: text.sections.filter(({ id }) => id !== clause),
      })
      expect(body.code).toBe('clause_missing')
    },
  )

  it.each([
    ['counseling notes', { information: ['visits', 'counseling-notes'] }, '/partTwo/information/1'],
    ['a legal proceeding', { purposes: ['treatment', 'legal-proceeding'] }, '/partTwo/purposes/1'],
  ])('is never combined with one for %s, which has its own', async (_, more, pointer) => {
    const { status, body } = await sign({ partTwo: { ...completeTerms, ...more } })
    expect([status, body.code, body.errors?.[0].pointer]).toEqual([422, 'consent_combined', pointer])
    for (const purpose of ['part-two-counseling-notes', 'part-two-proceedings'] as const)
      expect(await answered(signPartTwo(self, patientId, purpose), 201)).toMatchObject({
        purpose,
        partTwo: { information: termsOf[purpose].information, purposes: termsOf[purpose].purposes },
      })
  })

  it('is signed by the person in writing, and not attested by staff', async () => {
    const desk = await hospital.as('front-desk')
    const { body } = await sign({ signature: { kind: 'attested', name: 'Robin Sample' } }, desk)
    expect(body.code).toBe('written_signature_required')
  })

  it('has each element as data, in a copy that proves what was signed, until it is revoked', async () => {
    const { id } = await answered(sign({ partTwo: { ...completeTerms, namedRecipients: ['Dr. Example'] } }), 201)
    const [signed] = await consents()
    expect(signed).toMatchObject({
      ...{ status: 'active', signedName: 'Robin Sample', decidedAt: expect.any(String) },
      partTwo: {
        ...completeTerms,
        namedRecipients: ['Dr. Example'],
        rightToRevoke: expect.stringContaining('take back this consent'),
        redisclosure: expect.stringContaining('HIPAA'),
        refusal: expect.stringContaining('We still see you'),
      },
    })
    const evidence: Schemas['ConsentEvidence'] = await answered(self.get(`/v1/consents/${id}/evidence`), 200)
    expect(verifyEvidence(evidence)).toBe(true)
    expect(JSON.parse(evidence.statement).partTwo).toEqual(signed?.partTwo)
    await answered(self.post(`/v1/consents/${id}/revoke`), 200)
    expect((await consents())[0]?.status).toBe('revoked')
  })

  it('is shown in English, Spanish and Arabic', async () => {
    for (const language of ['en', 'es', 'ar'])
      for (const purpose of Object.keys(termsOf))
        expect((await consentVerbs(hospital).current(purpose, language)).language).toBe(language)
  })

  it('states nothing for another purpose', async () => {
    const { body } = await consentVerbs(hospital).decide(self, patientId, 'recording', { partTwo: completeTerms })
    expect([body.code, body.errors[0].pointer]).toEqual(['invalid_request', '/partTwo'])
  })
})
