import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantProxy } from '../domains/directory/index.ts'
import { insertPatientDirectly } from '../domains/directory/tests/lakeside.testing.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'

const home = { line1: '1 Record Street', city: 'Columbus', state: 'OH', postalCode: '43004' }
const elsewhere = { ...home, line1: '9 Other Road' }
const email = 'known@mail.example'
const phone = '+16145550111'

/** Control C09: what sends notices of a patient elsewhere, or opens all charts, needs a recent authentication. */
describe('a change by which a patient is reached elsewhere', () => {
  let hospital: TestHospital
  let patientId: string
  beforeAll(async () => {
    hospital = await createTestHospital({ engine: 'pglite' })
  })
  afterAll(() => hospital.stop())

  /** Signed in six minutes ago. */
  const stale = () => ({ authenticatedAt: new Date(hospital.clock.now().getTime() - 360_000) })
  const register = async (given: object = { email, phone, address: home }): Promise<void> => {
    patientId = (await insertPatientDirectly(hospital, given)).id
  }
  const people = async (): Promise<readonly SignedInClient[]> => {
    const { personId } = await hospital.keep('directory', (context) =>
      grantProxy(context, patientId, {
        ...{ displayName: 'Robin Sample', relationship: 'spouse', scope: ['schedule', 'record'], from: '2026-01-01' },
        identity: { issuer: 'https://login.lakeside.example', subject: newId() },
      }),
    )
    return [
      await hospital.as('patient', { personId: patientId, ...stale() }),
      await hospital.as('proxy', { personId, patientIds: [patientId], ...stale() }),
      await hospital.as('front-desk', stale()),
    ]
  }
  const fresh = () => hospital.as('patient', { personId: patientId })
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }): string | number => body.code ?? status

  const record = async (by: SignedInClient, change: object) => {
    const { version } = await answered(by.get(`/v1/patients/${patientId}`), 200)
    return codeOf(await by.patch(`/v1/patients/${patientId}`, { ...change, version }))
  }
  const preferences = async (by: SignedInClient, change: object) => {
    const path = `/v1/patients/${patientId}/communication-preferences`
    const { channel, email: own, phone: number, language, version } = await answered(by.get(path), 200)
    const kept = { channel, ...(own && { email: own }), ...(number && { phone: number }), language, version }
    return codeOf(await by.put(path, { ...kept, quietHours: null, muted: [], ...change }))
  }
  const contact = async (by: SignedInClient, change: object) => {
    const path = `/v1/patients/${patientId}/contact-choice`
    const { patientId: _, ...kept } = await answered(by.get(path), 200)
    return codeOf(await by.put(path, { ...kept, ...change }))
  }

  it('is refused without a fresh sign-in, for the patient, a proxy and staff, and keeps what was known', async () => {
    await register()
    for (const person of await people()) {
      expect(await record(person, { email: 'other@mail.example' })).toBe('step_up_required')
      expect(await record(person, { phone: '+16145550199' })).toBe('step_up_required')
      expect(await record(person, { address: elsewhere })).toBe('step_up_required')
      expect(await preferences(person, { email: 'other@mail.example' })).toBe('step_up_required')
      expect(await preferences(person, { phone: '+16145550199' })).toBe('step_up_required')
      expect(await preferences(person, { channel: 'sms' })).toBe('step_up_required')
      expect(await preferences(person, { channel: 'none' })).toBe('step_up_required')
      expect(await contact(person, { calls: 'only', callPhone: '+16145550199' })).toBe('step_up_required')
      expect(await contact(person, { calls: 'none' })).toBe('step_up_required')
      expect(await contact(person, { letters: 'only', letterAddress: elsewhere })).toBe('step_up_required')
      expect(await contact(person, { letters: 'none' })).toBe('step_up_required')
    }
    const kept = await answered((await fresh()).get(`/v1/patients/${patientId}`), 200)
    expect(kept).toMatchObject({ email, phone, address: home, version: 1 })
  })

  it('is made with one, and goes back only with one', async () => {
    await register()
    const self = await fresh()
    expect(await record(self, { email: 'other@mail.example', phone: '+16145550199', address: elsewhere })).toBe(200)
    expect(await preferences(self, { channel: 'sms', phone: '+16145550188' })).toBe(200)
    expect(await contact(self, { calls: 'none', letters: 'only', letterAddress: home })).toBe(200)
    const [tired] = await people()
    if (tired === undefined) throw new Error('there is no patient')
    expect(await record(tired, { email })).toBe('step_up_required')
    expect(await preferences(tired, { channel: 'email', phone: undefined })).toBe('step_up_required')
    expect(await contact(tired, { calls: 'only', callPhone: '+16145550177' })).toBe('step_up_required')
    expect(await contact(tired, { letters: 'only', letterAddress: elsewhere })).toBe('step_up_required')
  })

  it('does not concern what says nothing of where, nor the first address', async () => {
    await register()
    const [self] = await people()
    if (self === undefined) throw new Error('there is no patient')
    const { line1, city, state, postalCode } = home
    expect(await record(self, { needsCaptions: true, email, address: { postalCode, state, city, line1 } })).toBe(200)
    expect(await preferences(self, { language: 'es', muted: ['reminder'], email, phone })).toBe(200)
    expect(await contact(self, { addressAs: 'Alex', calls: 'only', callPhone: phone })).toBe(200)
    expect(await contact(self, { callHours: { from: '09:00', to: '17:00' }, leaveMessage: true })).toBe(200)

    await register({})
    const [desk] = (await people()).slice(2)
    if (desk === undefined) throw new Error('there is no front desk')
    expect(await record(desk, { email, phone, address: home })).toBe(200)
    await register({})
    const [other] = await people()
    if (other === undefined) throw new Error('there is no patient')
    expect(await preferences(other, { channel: 'email', email })).toBe(200)
    expect(await contact(other, { calls: 'only', callPhone: phone })).toBe(200)
  })
})

describe('a webhook endpoint', () => {
  it('is not changed without a fresh sign-in, nor are events sent elsewhere, or to no one', async () => {
    const hospital = await createTestHospital({ engine: 'pglite' })
    try {
      const authenticatedAt = new Date(hospital.clock.now().getTime() - 360_000)
      const [tired, fresh] = [
        await hospital.as('administrator', { authenticatedAt }),
        await hospital.as('administrator'),
      ]
      const url = 'http://127.0.0.1:9/security'
      const added = { url, events: ['identity.proofs-refused', 'visits.started'] }
      const { id } = await answered(fresh.post('/v1/webhook-endpoints', added), 201)
      const change = (by: SignedInClient, body: object) =>
        by.patch(`/v1/webhook-endpoints/${id}`, { version: 1, ...body })
      for (const body of [
        { url: 'http://127.0.0.1:9/other' },
        { events: ['visits.started'] },
        { events: ['*'] },
        { status: 'disabled' },
      ]) {
        const refused = await change(tired, body)
        expect([refused.status, refused.body.code, refused.body.signIn]).toEqual([
          401,
          'step_up_required',
          'hardware-key',
        ])
      }
      const { items } = await answered(tired.get('/v1/webhook-endpoints'), 200)
      expect(items).toMatchObject([{ ...added, status: 'active', version: 1 }])
      expect((await change(fresh, { url: 'http://127.0.0.1:9/other' })).status).toBe(200)
    } finally {
      await hospital.stop()
    }
  })
})

describe('opening all charts to all clinicians', () => {
  it('needs a fresh sign-in, and closing them again does not', async () => {
    const hospital = await createTestHospital({ engine: 'pglite', hasCareTeams: true })
    try {
      const authenticatedAt = new Date(hospital.clock.now().getTime() - 360_000)
      const [tired, fresh] = [
        await hospital.as('administrator', { authenticatedAt }),
        await hospital.as('administrator'),
      ]
      const change = async (by: SignedInClient, body: object) => {
        const { version } = await answered(by.get('/v1/organization'), 200)
        return by.patch('/v1/organization', { ...body, version })
      }
      expect(await answered(tired.get('/v1/organization'), 200)).toMatchObject({ chartReach: 'assigned' })
      const refused = await change(tired, { chartReach: 'organization' })
      expect([refused.status, refused.body.code, refused.body.signIn]).toEqual([
        401,
        'step_up_required',
        'hardware-key',
      ])
      expect((await change(tired, { languages: ['en'], chartReach: 'assigned' })).status).toBe(200)
      expect((await change(fresh, { chartReach: 'organization' })).status).toBe(200)
      expect((await change(tired, { languages: ['en', 'es'], chartReach: 'organization' })).status).toBe(200)
      expect((await change(tired, { chartReach: 'assigned' })).status).toBe(200)
    } finally {
      await hospital.stop()
    }
  })
})
