import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { grantProxy, registerIdentity } from '../index.ts'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']
const issuer = 'https://id.example'
const offer = (given: Partial<Schemas['CreateProxy']> = {}): Schemas['CreateProxy'] => ({
  displayName: 'Alex Proxysample',
  relationship: 'spouse',
  scope: ['schedule', 'visit', 'record'],
  from: '2026-01-01',
  ...given,
})

describe.each(domainEngines)('proxies on %s', (engine) => {
  let hospital: TestHospital
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    patient = await insertPatientDirectly(hospital)
    self = await hospital.as('patient', { personId: patient.id })
  })

  const path = (id = patient.id): string => `/v1/patients/${id}/proxies`
  /** A right that its person has accepted. */
  const add = (given: Partial<Schemas['CreateProxy']> & { subject?: string } = {}, id = patient.id) => {
    const { subject = newId(), ...right } = given
    return hospital.keep('directory', (context) =>
      grantProxy(context, id, { ...offer(right), identity: { issuer, subject } }),
    )
  }
  const resolve = (subject: string) =>
    hospital.provides.directory.resolvePerson(hospital.organizationId, issuer, subject, hospital.clock.now())

  it('are offered by the patient, listed and recorded', async () => {
    const given = offer({ to: '2026-12-31', email: 'alex@mail.example', phone: '614-555-0142' })
    const { status, body: proxy } = await self.post(path(), given)
    expect(status).toBe(201)
    const { invitation, ...right } = proxy
    expect(right).toEqual({ ...given, id: proxy.id, patientId: patient.id, status: 'invited' })
    const { secret, ...shown } = invitation
    expect(secret).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/)
    expect(shown).toEqual({
      id: invitation.id,
      kind: 'proxy',
      memberId: null,
      patientId: patient.id,
      proxyId: proxy.id,
      status: 'pending',
      createdAt: '2026-11-25T15:00:00.000Z',
      expiresAt: '2026-12-02T15:00:00.000Z',
    })
    const listed = { ...right, invitation: shown }
    expect((await self.get(path())).body).toEqual({ patientId: patient.id, items: [listed] })
    expect((await hospital.accessRows({ patientId: patient.id })).map(({ operation }) => operation)).toEqual([
      'createProxy',
      'listProxies',
    ])
    expect((await eventsOf(hospital, 'directory.proxy-invited')).at(-1)).toEqual({
      proxyId: proxy.id,
      personId: null,
      patientId: patient.id,
    })
  })

  it('who are only invited are shown to the patient and to staff with the permission, and to no one else', async () => {
    const { body: offered } = await self.post(path(), offer({ displayName: 'Only Invited' }))
    const reader = await add()
    const acting = await hospital.as('proxy', { personId: reader.personId, patientIds: [patient.id] })
    const shownTo = async (client: SignedInClient) =>
      (await client.get(path())).body.items.map(({ id }: { id: string }) => id)
    expect(await shownTo(self)).toEqual([offered.id, reader.id])
    expect(await shownTo(await hospital.as('front-desk'))).toEqual([offered.id, reader.id])
    expect(await shownTo(acting)).toEqual([reader.id])
    expect(JSON.stringify((await acting.get(path())).body)).not.toContain('Only Invited')
    // A person who has not accepted gets no messages.
    const context = {
      caller: self.caller,
      now: hospital.clock.now(),
      vault: hospital.platform.vault,
      access: createAccess(self.caller, 'own'),
    } as unknown as ReadContext
    expect((await hospital.provides.directory.proxiesOf(context, patient.id)).map(({ id }) => id)).toEqual([reader.id])
  })

  it('get messages at the address from the patient or staff, from then on', async () => {
    const { id } = await add({ email: 'alex@mail.example', phone: '614-555-0142' })
    const [proxy] = (await self.get(path())).body.items
    expect(proxy.id).toBe(id)
    const change = (by: SignedInClient, contact: object) => by.patch(`${path()}/${proxy.id}`, contact)
    const { email: _, ...rest } = proxy
    const both = await Promise.all([change(self, { email: null }), change(self, { phone: '614-555-0199' })])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const changed = { ...rest, phone: '614-555-0199' }
    expect((await self.get(path())).body.items).toEqual([changed])
    const desk = await hospital.as('front-desk')
    expect((await change(desk, { email: 'new@mail.example' })).body).toEqual({ ...changed, email: 'new@mail.example' })
    const acting = await hospital.as('proxy', { personId: proxy.id, patientIds: [patient.id] })
    expect((await change(acting, { email: 'mine@mail.example' })).status).toBe(403)
    const other = await insertPatientDirectly(hospital)
    const stranger = await hospital.as('patient', { personId: other.id })
    expect((await stranger.patch(`${path(other.id)}/${proxy.id}`, { email: null })).status).toBe(404)
    const stale = await hospital.as('patient', {
      personId: patient.id,
      authenticatedAt: new Date('2026-11-25T14:00:00Z'),
    })
    expect((await change(stale, { email: null })).body.code).toBe('step_up_required')
    const emitted = await eventsOf(hospital, 'directory.proxy-changed')
    expect(emitted.filter(({ proxyId }) => proxyId === proxy.id)).toHaveLength(3)
    expect(JSON.stringify(emitted)).not.toContain('example')
  })

  it('have the union of their rights, on the days on which these are active', async () => {
    const proxy = await add({ scope: ['schedule'], to: '2026-12-31' })
    const stranger = await insertPatientDirectly(hospital)
    const scopesOf = async ({ caller }: SignedInClient, patientId: string): Promise<string[]> => {
      const scopesFor = await hospital.provides.directory.scopesFor({
        caller,
        now: hospital.clock.now(),
      } as ReadContext)
      return [...scopesFor(patientId)].toSorted()
    }
    const acting = await hospital.as('proxy', { personId: proxy.id, patientIds: [patient.id] })
    expect(await scopesOf(acting, patient.id)).toEqual(['schedule'])
    expect(await scopesOf(acting, stranger.id)).toEqual([])
    expect(await scopesOf(self, patient.id)).toEqual(['record', 'schedule', 'sensitive', 'visit'])
    expect(await scopesOf(self, stranger.id)).toEqual([])
    expect(await scopesOf(await hospital.as('nurse'), stranger.id)).toEqual([
      'record',
      'schedule',
      'sensitive',
      'visit',
    ])
    hospital.clock.set('2027-01-01T12:00:00Z')
    expect(await scopesOf(acting, patient.id)).toEqual([])
    hospital.clock.set('2026-11-25T15:00:00Z')
  })

  it('are offered only by the patient or staff with the permission', async () => {
    const proxy = await add()
    const acting = await hospital.as('proxy', { personId: proxy.id, patientIds: [patient.id] })
    expect((await acting.post(path(), offer())).status).toBe(403)
    // A person who is a patient too has the permission, but only for themselves.
    const parent = await insertPatientDirectly(hospital)
    const both = await hospital.as('patient', { personId: parent.id, patientIds: [parent.id, patient.id] })
    expect((await both.post(path(), offer())).status).toBe(404)
    expect((await both.post(`${path()}/${proxy.id}/end`)).status).toBe(404)
    expect((await (await hospital.as('nurse')).post(path(), offer())).status).toBe(403)
    expect((await (await hospital.as('front-desk')).post(path(), offer())).status).toBe(201)
    const stale = await hospital.as('patient', {
      personId: patient.id,
      authenticatedAt: new Date('2026-11-25T14:00:00Z'),
    })
    expect((await stale.post(path(), offer())).body.code).toBe('step_up_required')
  })

  it('of a minor end by default the day before the 18th birthday, and cannot begin after it', async () => {
    const child = await insertPatientDirectly(hospital, { birthDate: '2010-03-15' })
    const desk = await hospital.as('front-desk')
    expect((await desk.post(path(child.id), offer({ relationship: 'parent' }))).body).toMatchObject({
      to: '2028-03-14',
    })
    const grown = await insertPatientDirectly(hospital, { birthDate: '1990-03-15' })
    const { status, body } = await desk.post(path(grown.id), offer({ relationship: 'parent' }))
    expect([status, body.errors[0].pointer]).toEqual([422, '/from'])
  })

  it('act for several patients as one person, also when they are a patient themselves', async () => {
    const second = await insertPatientDirectly(hospital)
    const first = await add({ subject: 'of-two' })
    await add({ subject: 'of-two' }, second.id)
    expect(await resolve('of-two')).toMatchObject({
      kind: 'proxy',
      personId: first.id,
      patientIds: [patient.id, second.id],
    })

    const parent = await insertPatientDirectly(hospital)
    await hospital.keep('directory', (context) =>
      registerIdentity(context, { issuer, subject: 'parent' }, { kind: 'patient', personId: parent.id }),
    )
    await add({ subject: 'parent' })
    expect(await resolve('parent')).toMatchObject({
      kind: 'patient',
      personId: parent.id,
      patientIds: [parent.id, patient.id],
      roles: ['patient'],
    })
    const { body } = await (
      await hospital.as('patient', { personId: parent.id, patientIds: [parent.id, patient.id] })
    ).get('/v1/me')
    expect(body.patients.map(({ id }: { id: string }) => id)).toEqual([parent.id, patient.id])
  })

  it('read the record only within their scope', async () => {
    const scheduler = await add({ scope: ['schedule'] })
    const acting = await hospital.as('proxy', { personId: scheduler.id, patientIds: [patient.id] })
    for (const refused of [await acting.get(`/v1/patients/${patient.id}`), await acting.get(path())]) {
      expect(refused).toMatchObject({ status: 403, body: { code: 'outside_proxy_scope' } })
    }
    expect((await acting.patch(`/v1/patients/${patient.id}`, { version: 1, phone: '614-555-0100' })).status).toBe(403)
    expect((await acting.get('/v1/me')).body.patients).toMatchObject([{ id: patient.id }])
    const reader = await add({ scope: ['record'] })
    const context = await hospital.as('proxy', { personId: reader.id, patientIds: [patient.id] })
    expect((await context.get(`/v1/patients/${patient.id}`)).status).toBe(200)
  })

  it('cannot read the addresses of others who act for the patient', async () => {
    const addresses = { email: 'one@mail.example', phone: '614-555-0143' }
    const one = await add(addresses)
    const two = await add({ email: 'two@mail.example' })
    const first = await hospital.as('proxy', { personId: one.id, patientIds: [patient.id] })
    const items = (await first.get(path())).body.items
    expect(items[0]).toMatchObject({ id: one.id, ...addresses })
    expect(items[1]).toMatchObject({ id: two.id, displayName: 'Alex Proxysample' })
    expect(items[1]).not.toHaveProperty('email')
    expect((await self.get(path())).body.items[1]).toMatchObject({ email: 'two@mail.example' })
  })

  it('end when the patient ends them, at once and once', async () => {
    await add({ subject: `ended-${engine}` })
    const [proxy] = (await self.get(path())).body.items
    const acting = await hospital.as('proxy', { personId: proxy.id, patientIds: [patient.id] })
    expect((await acting.get(`/v1/patients/${patient.id}`)).status).toBe(200)
    expect((await self.post(`${path()}/${proxy.id}/end`)).body).toEqual({ ...proxy, to: '2026-11-25', status: 'ended' })
    expect((await self.post(`${path()}/${proxy.id}/end`)).body).toEqual({ ...proxy, to: '2026-11-25', status: 'ended' })
    const ended = (await eventsOf(hospital, 'directory.proxy-ended')).filter(({ proxyId }) => proxyId === proxy.id)
    expect(ended).toEqual([{ proxyId: proxy.id, personId: proxy.id, patientId: patient.id }])
    // Identity ends the session itself a moment later; until then it has no access.
    expect((await acting.get(`/v1/patients/${patient.id}`)).status).toBe(404)
    expect((await acting.get('/v1/me')).status).toBe(404)
    expect(await resolve(`ended-${engine}`)).toBeNull()
    expect((await self.get(path())).body.items).toEqual([])
  })

  it('of another patient or organization cannot be ended', async () => {
    const proxy = await add()
    const other = await insertPatientDirectly(hospital)
    expect(
      (await (await hospital.as('patient', { personId: other.id })).post(`${path(other.id)}/${proxy.id}/end`)).status,
    ).toBe(404)
    const stranger = await hospital.as('front-desk', { organizationId: newId() })
    expect((await stranger.post(`${path()}/${proxy.id}/end`)).status).toBe(404)
    expect((await self.get(path())).body.items).toHaveLength(1)
  })

  it("lose access to a child's record at local midnight of the 18th birthday, in the middle of a session", async () => {
    // 18 on 26 November, in Denver: midnight there is 07:00 UTC.
    const child = await insertPatientDirectly(hospital, { birthDate: '2008-11-26', zone: 'America/Denver' })
    const proxy = await add({ relationship: 'parent', subject: `birthday-${engine}` }, child.id)
    expect(proxy.to).toBe('2026-11-25')
    hospital.clock.advance({ hours: 15, minutes: 59, seconds: 59 })
    const parent = await hospital.as('proxy', { personId: proxy.id, patientIds: [child.id] })
    await hospital.runJob('directory.end-lapsed-proxies')
    expect((await parent.get(`/v1/patients/${child.id}`)).status).toBe(200)
    expect(await eventsOf(hospital, 'directory.proxy-ended')).not.toContainEqual(
      expect.objectContaining({ proxyId: proxy.id }),
    )

    hospital.clock.advance({ seconds: 1 })
    expect((await parent.get(`/v1/patients/${child.id}`)).body.code).toBe('not_found')
    expect((await parent.get('/v1/me')).status).toBe(404)
    expect(await resolve(`birthday-${engine}`)).toBeNull()
    await hospital.runJob('directory.end-lapsed-proxies')
    await hospital.runJob('directory.end-lapsed-proxies')
    const emitted = (await eventsOf(hospital, 'directory.proxy-ended')).filter(({ proxyId }) => proxyId === proxy.id)
    expect(emitted).toEqual([{ proxyId: proxy.id, personId: proxy.id, patientId: child.id }])
  })
})
