import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantProxy } from '../domains/directory/index.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'

type Schemas = components['schemas']

describe('a visit that a minor may have without a parent', () => {
  let ward: FollowUpHospital & TestHospital<'mail'>
  let patientId: string
  let typeId: string
  const address = (of: string): string => `${of}@sensitive.example`
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine: 'pglite', partners: ['mail'] }))
    const type = ward.types.get('behavioral-health-session')
    typeId = type?.id ?? ''
    const change = { ages: null, licenseRequired: false, questionnaires: [], version: type?.version }
    await answered((await ward.as('administrator')).patch(`/v1/visit-types/${typeId}`, change), 200)
    patientId = await ward.addPatient({
      birthDate: '2011-06-15',
      state: 'CA',
      zone: 'America/Los_Angeles',
      email: address('minor'),
    })
  })
  afterAll(() => ward?.stop())

  const booked = async (
    by: SignedInClient,
    start: number,
  ): Promise<{ status: number; body: Schemas['Appointment'] }> => {
    const { practitionerId } = ward.doctor
    const from = ward.clock.now().getTime() + start * 3_600_000
    const query = new URLSearchParams({
      visitTypeId: typeId,
      practitionerId,
      patientId,
      from: new Date(from).toISOString(),
      to: new Date(from + 86_400_000).toISOString(),
    })
    const { items } = await answered(by.get(`/v1/slots?${query}`), 200)
    const hold = await answered(
      by.post('/v1/holds', { visitTypeId: typeId, start: items[0].start, practitionerId, patientId }),
      201,
    )
    return by.post('/v1/appointments', { holdId: hold.id, patientId })
  }
  const idsSeenBy = async (by: SignedInClient): Promise<readonly string[]> =>
    (await answered(by.get(`/v1/appointments?patientId=${patientId}`), 200)).items.map(({ id }: { id: string }) => id)
  const all = ['schedule', 'visit', 'record'] as const
  /** Null: to the address of the record. */
  const writeAddress = async (by: SignedInClient, of: string, email: string | null): Promise<void> => {
    const path = `/v1/patients/${of}/communication-preferences`
    const { language, version } = await answered(by.get(path), 200)
    const body = { channel: 'email', ...(email !== null && { email }), language, quietHours: null, muted: [], version }
    await answered(by.put(path, body), 200)
  }

  it('is seen by the minor who booked it, and by a parent whom the minor lets see it', async () => {
    const patient = await ward.asPatient(patientId)
    const { body: own } = await booked(patient, 24)
    expect(own).toMatchObject({ sensitivity: 'mental-health', consentedByMinor: true })
    expect(await idsSeenBy(patient)).toEqual([own.id])
    expect(await idsSeenBy(await ward.asProxy(patientId, [...all]))).toEqual([])
    expect(await idsSeenBy(await ward.asProxy(patientId, [...all, 'sensitive']))).toEqual([own.id])
  })

  it('is announced to no parent, but to the minor, until a parent may see it', async () => {
    const patient = await ward.addPatient({
      birthDate: '2011-06-15',
      email: address('clinic'),
    })
    await writeAddress(await ward.asPatient(patient), patient, address('own'))
    const grant = (scope: Schemas['ProxyScope'][], email: string) =>
      ward.keep('directory', (context) =>
        grantProxy(context, patient, {
          displayName: 'Robin Sample',
          relationship: 'parent',
          scope,
          from: '2026-01-01',
          email,
          identity: { issuer: 'https://login.lakeside.example', subject: newId() },
        }),
      )
    await grant([...all], address('parent'))
    const appointment = await ward.book(patient, 'substance-use-counseling')
    const announce = async (): Promise<void> => {
      const about = { patientId: patient, kind: 'no-show', audience: 'proxies', subjectId: appointment.id } as const
      await ward.emit('follow_up.outreach-requested', about)
      await ward.runJob('messaging.transmit')
    }
    const received = () => {
      const { inbox } = ward.partners.mail
      return ['own', 'parent', 'confidant'].map((of) => inbox.filter(({ to }) => to === address(of)).length)
    }
    // The booking itself is announced to the patient.
    await ward.runJob('messaging.transmit')
    const before = received()
    await announce()
    expect(received().map((count, at) => count - (before[at] ?? 0))).toEqual([1, 0, 0])
    await grant([...all, 'sensitive'], address('confidant'))
    await announce()
    expect(received().map((count, at) => count - (before[at] ?? 0))).toEqual([1, 0, 1])
  })

  it('is announced to no address that a parent or the clinic wrote, only to one that the minor wrote', async () => {
    const patient = await ward.addPatient({ birthDate: '2011-06-15', email: address('registered') })
    const [self, parent] = [await ward.asPatient(patient), await ward.asProxy(patient, [...all])]
    const secret = await ward.book(patient, 'substance-use-counseling')
    const ordinary = await ward.book(patient, 'behavioral-health-session', 3_000)
    const inbox = () => ward.partners.mail.inbox.map(({ to }) => to)
    const announce = async ({ id }: { readonly id: string }): Promise<readonly string[]> => {
      await ward.runJob('messaging.transmit')
      const before = inbox().length
      const about = { patientId: patient, kind: 'no-show', audience: 'patient', subjectId: id } as const
      await ward.emit('follow_up.outreach-requested', about)
      await ward.runJob('messaging.transmit')
      return inbox().slice(before)
    }
    const deliveries = async (by: SignedInClient): Promise<readonly Schemas['Delivery'][]> =>
      (await answered(by.get(`/v1/patients/${patient}/deliveries?limit=100`), 200)).items
    const about = (list: readonly Schemas['Delivery'][], { id }: { readonly id: string }) =>
      list.filter(({ subject }) => subject.id === id)

    expect(await announce(secret)).toEqual([])
    expect(await announce(ordinary)).toEqual([address('registered')])
    // Reminders are due later.
    const decided = about(await deliveries(self), secret).filter(({ status }) => status !== 'queued')
    expect(new Set(decided.map(({ status, reason }) => `${status} ${reason}`))).toEqual(
      new Set(['suppressed not-own-address']),
    )
    expect(about(await deliveries(parent), secret)).toEqual([])
    expect(about(await deliveries(parent), ordinary).length).toBeGreaterThan(0)

    await writeAddress(parent, patient, address('redirected'))
    expect(await announce(secret)).toEqual([])
    expect(await announce(ordinary)).toEqual([address('redirected')])
    // Saving other choices with the parent's address does not make it the minor's.
    await writeAddress(self, patient, address('redirected'))
    expect(await announce(secret)).toEqual([])
    await writeAddress(self, patient, address('mine'))
    expect(await announce(secret)).toEqual([address('mine')])
    await writeAddress(parent, patient, address('mine'))
    expect(await announce(secret)).toEqual([address('mine')])

    // The same for the address of the record.
    const change = async (by: SignedInClient, email: string) => {
      const { version } = await answered(self.get(`/v1/patients/${patient}`), 200)
      await answered(by.patch(`/v1/patients/${patient}`, { email, version }), 200)
    }
    await writeAddress(self, patient, null)
    expect(await announce(secret)).toEqual([])
    await change(self, address('own-record'))
    expect(await announce(secret)).toEqual([address('own-record')])
    await change(parent, address('redirected-record'))
    expect(await announce(secret)).toEqual([])
    expect(await announce(ordinary)).toEqual([address('redirected-record')])
    expect(about(await deliveries(parent), secret)).toEqual([])
  })

  it('is waited for by the minor without a parent who learns of it', async () => {
    const [patient, parent] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    const wait = { patientId, visitTypeId: typeId, from: '2026-12-07', to: '2026-12-11' }
    const { id } = await answered(patient.post('/v1/waitlist', wait), 201)
    const idsFor = async (by: SignedInClient): Promise<readonly string[]> =>
      (await answered(by.get(`/v1/waitlist?patientId=${patientId}`), 200)).items.map((each: { id: string }) => each.id)
    expect(await idsFor(patient)).toEqual([id])
    expect(await idsFor(parent)).toEqual([])
    await answered(patient.delete(`/v1/waitlist/${id}`), 204)
    const { id: theirs } = await answered(parent.post('/v1/waitlist', wait), 201)
    expect(await idsFor(parent)).toEqual([theirs])
    await answered(parent.delete(`/v1/waitlist/${theirs}`), 204)
  })

  it('is theirs alone if staff accept the time that they waited for', async () => {
    // Times are offered by day, on the clock of the patient.
    ward.moveTo('2026-11-25T19:00:00Z')
    const [patient, parent] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    const wait = { patientId, visitTypeId: typeId, from: '2026-12-14', to: '2026-12-18' }
    const { id } = await answered(patient.post('/v1/waitlist', wait), 201)
    await ward.runJob('scheduling.refill-waitlist')
    const accepted = await answered((await ward.as('front-desk')).post(`/v1/waitlist/${id}/accept`), 200)
    expect(accepted).toMatchObject({ status: 'booked', consentedByMinor: true })
    expect(await idsSeenBy(patient)).toContain(accepted.id)
    expect(await idsSeenBy(parent)).not.toContain(accepted.id)
    expect((await parent.get(`/v1/appointments/${accepted.id}`)).status).toBe(404)
  })

  it('is an ordinary visit if a parent books it, who then sees it', async () => {
    const parent = await ward.asProxy(patientId, [...all])
    const { body: theirs } = await booked(parent, 48)
    expect(theirs.consentedByMinor).toBeUndefined()
    expect(await idsSeenBy(parent)).toEqual([theirs.id])
  })

  it('is not booked by a proxy who could not see it afterwards', async () => {
    const { version } = (await answered((await ward.as('administrator')).get('/v1/visit-types'), 200)).items.find(
      ({ id }: { id: string }) => id === typeId,
    )
    const change = { sensitivity: 'substance-use', version }
    await answered((await ward.as('administrator')).patch(`/v1/visit-types/${typeId}`, change), 200)
    const { status, body } = await booked(await ward.asProxy(patientId, [...all]), 72)
    expect([status, (body as unknown as { code: string }).code]).toEqual([403, 'outside_proxy_scope'])
    const confidant = await ward.asProxy(patientId, [...all, 'sensitive'])
    expect((await booked(confidant, 96)).status).toBe(201)
  })

  it('is not offered without a time, where everyone would see who waits', async () => {
    const onDemand = [...ward.types.values()].find((each) => each.onDemand === true)
    const change = { sensitivity: 'substance-use', version: onDemand?.version }
    const { status, body } = await (await ward.as('administrator')).patch(`/v1/visit-types/${onDemand?.id}`, change)
    expect([status, body.errors[0]]).toMatchObject([400, { pointer: '/sensitivity', code: 'contradictory' }])
  })
})
