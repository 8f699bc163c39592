import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grantProxy } from '../domains/directory/index.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { TestResponse } from '../platform/http/tests/http-client.testing.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { listenLive } from '../test-kit/listen-live.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'

type Schemas = components['schemas']

/** 45 CFR 164.502(g)(3): the minor calls the clinic, or stands at the desk. */
describe('a visit that staff book for a minor, who says that they consent to it alone', () => {
  let ward: FollowUpHospital & TestHospital<'mail'>
  let typeId: string
  let desk: SignedInClient
  const all = ['schedule', 'visit', 'record'] as const
  const alone = { minorConsentsAlone: true }
  /** One hour after another, so that no two visits of these tests meet. */
  let hour = 24

  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine: 'pglite', partners: ['mail'] }))
    const type = ward.types.get('behavioral-health-session')
    typeId = type?.id ?? ''
    const change = { ages: null, licenseRequired: false, questionnaires: [], version: type?.version }
    await answered((await ward.as('administrator')).patch(`/v1/visit-types/${typeId}`, change), 200)
    desk = await ward.as('front-desk')
  })
  afterAll(() => ward?.stop())

  const minor = (more: Partial<Schemas['CreatePatient']> = {}): Promise<string> =>
    ward.addPatient({ birthDate: '2011-06-15', state: 'CA', zone: 'America/Los_Angeles', ...more })
  const freeStart = async (patientId: string, visitTypeId = typeId): Promise<string> => {
    hour += 24
    const from = ward.clock.now().getTime() + hour * 3_600_000
    const query = new URLSearchParams({
      ...{ visitTypeId, practitionerId: ward.doctor.practitionerId, patientId },
      ...{ from: new Date(from).toISOString(), to: new Date(from + 4 * 86_400_000).toISOString() },
    })
    return (await answered(desk.get(`/v1/slots?${query}`), 200)).items[0].start
  }
  const held = async (by: SignedInClient, patientId: string, more: object = {}): Promise<string> => {
    const { practitionerId } = ward.doctor
    const wish = { visitTypeId: typeId, practitionerId, patientId, ...more }
    const start = await freeStart(patientId, wish.visitTypeId)
    return (await answered(by.post('/v1/holds', { ...wish, start }), 201)).id
  }
  const booked = async (
    patientId: string,
    said: object = {},
    more: object = {},
    by: SignedInClient = desk,
  ): Promise<TestResponse> =>
    by.post('/v1/appointments', { holdId: await held(by, patientId, more), patientId, ...said })
  const idsSeenBy = async (by: SignedInClient, patientId: string): Promise<readonly string[]> =>
    (await answered(by.get(`/v1/appointments?patientId=${patientId}`), 200)).items.map(({ id }: { id: string }) => id)
  const waitedFor = async (by: SignedInClient, patientId: string): Promise<readonly string[]> =>
    (await answered(by.get(`/v1/waitlist?patientId=${patientId}`), 200)).items.map(({ id }: { id: string }) => id)

  it('is seen by the minor and the clinician; for a parent it is in no list, no live message and no access', async () => {
    const patientId = await minor()
    const [self, parent] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    const confidant = await ward.asProxy(patientId, [...all, 'sensitive'])
    const [heardBySelf, heardByParent] = [listenLive(ward, self), listenLive(ward, parent)]
    const bookedBy = async (by: SignedInClient): Promise<readonly string[]> =>
      (await answered(by.get(`/v1/patients/${patientId}/accesses?limit=100`), 200)).items
        .filter(({ action }: { action: string }) => action === 'create')
        .map(({ action, entity }: { action: string; entity: string }) => `${action} ${entity}`)
        .toSorted()
    const usual = await answered(booked(patientId), 201)
    expect(usual.consentedByMinor).toBeUndefined()
    expect(await bookedBy(parent)).toEqual(['create Appointment', 'create Hold'])
    const secret = await answered(booked(patientId, alone), 201)
    expect(secret).toMatchObject({ status: 'booked', sensitivity: 'mental-health', consentedByMinor: true })
    await ward.settle()

    const doctor = await ward.asDoctor()
    for (const by of [self, confidant, doctor]) {
      expect(await answered(by.get(`/v1/appointments/${secret.id}`), 200)).toMatchObject({ consentedByMinor: true })
      expect((await idsSeenBy(by, patientId)).toSorted()).toEqual([secret.id, usual.id].toSorted())
    }
    expect(await idsSeenBy(parent, patientId)).toEqual([usual.id])
    expect((await parent.get(`/v1/appointments/${secret.id}`)).status).toBe(404)

    expect(JSON.stringify(heardBySelf)).toContain(secret.id)
    expect(JSON.stringify(heardByParent)).toContain(usual.id)
    expect(JSON.stringify(heardByParent)).not.toContain(secret.id)

    expect(await bookedBy(self)).toEqual(['create Appointment', 'create Appointment', 'create Hold', 'create Hold'])
    expect(await bookedBy(parent)).toEqual([])
  })

  it('is announced to no parent, and to the minor only at an address that they wrote', async () => {
    // In California, by a clock on which it is no quiet hour.
    const patientId = await minor({ email: 'registered@alone.example', zone: 'America/New_York' })
    const [self, parent] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    await ward.keep('directory', (context) =>
      grantProxy(context, patientId, {
        ...{ displayName: 'Robin Sample', relationship: 'parent', scope: [...all], from: '2026-01-01' },
        email: 'parent@alone.example',
        identity: { issuer: 'https://login.lakeside.example', subject: newId() },
      }),
    )
    const announced = async (said: object): Promise<readonly string[]> => {
      await ward.runJob('messaging.transmit')
      const before = ward.partners.mail.inbox.length
      const { id } = await answered(booked(patientId, said), 201)
      await ward.settle()
      for (const audience of ['patient', 'proxies'] as const)
        await ward.emit('follow_up.outreach-requested', { patientId, kind: 'no-show', audience, subjectId: id })
      await ward.runJob('messaging.transmit')
      return [...new Set(ward.partners.mail.inbox.slice(before).map(({ to }) => to))].toSorted()
    }
    expect(await announced({})).toEqual(['parent@alone.example', 'registered@alone.example'])
    expect(await announced(alone)).toEqual([])
    const path = `/v1/patients/${patientId}/communication-preferences`
    const { language, version } = await answered(self.get(path), 200)
    const own = { channel: 'email', email: 'own@alone.example', language, quietHours: null, muted: [], version }
    await answered(self.put(path, own), 200)
    expect(await announced(alone)).toEqual(['own@alone.example'])
    const deliveries = async (by: SignedInClient): Promise<string> =>
      JSON.stringify(await answered(by.get(`/v1/patients/${patientId}/deliveries?limit=100`), 200))
    for (const id of await idsSeenBy(self, patientId)) {
      const { consentedByMinor } = await answered(self.get(`/v1/appointments/${id}`), 200)
      expect((await deliveries(parent)).includes(id)).toBe(consentedByMinor !== true)
    }
  })

  it.each([
    ['the law of the state does not allow it', 'The law of the state', { state: 'OH' }],
    ['the minor is too young', 'The law of the state', { birthDate: '2015-06-15' }],
    ['the patient is an adult', 'The patient is not a minor', { birthDate: '2001-06-15' }],
  ])('is not booked if %s, and the time can be booked for all to see', async (_, why, change) => {
    const patientId = await minor(change)
    const holdId = await held(desk, patientId)
    const refused = await desk.post('/v1/appointments', { holdId, patientId, ...alone })
    expect([refused.status, refused.body]).toMatchObject([
      409,
      {
        code: 'minor_consent_not_allowed',
        detail: expect.stringContaining(why),
        errors: [{ pointer: '/minorConsentsAlone', message: expect.stringMatching(/^Must be left out/) }],
      },
    ])
    expect(await idsSeenBy(await ward.asPatient(patientId), patientId)).toEqual([])
    const { id } = await answered(desk.post('/v1/appointments', { holdId, patientId }), 201)
    expect(await idsSeenBy(await ward.asProxy(patientId, [...all]), patientId)).toEqual([id])
  })

  it('is judged by the state where the minor will be, not by where they live', async () => {
    const [resident, visitor] = [await minor(), await minor({ state: 'OH' })]
    expect((await booked(resident, alone, { state: 'OH' })).status).toBe(409)
    expect((await booked(visitor, alone, { state: 'CA' })).body).toMatchObject({ consentedByMinor: true })
  })

  it('is not booked as such if its type is about nothing sensitive', async () => {
    const patientId = await minor()
    const type = ward.types.get('primary-care-follow-up')
    const change = { ages: null, version: type?.version }
    await answered((await ward.as('administrator')).patch(`/v1/visit-types/${type?.id}`, change), 200)
    const wait = { patientId, visitTypeId: type?.id, from: '2026-12-07', to: '2026-12-11', state: 'OH' }
    const { status, body } = await desk.post('/v1/waitlist', { ...wait, ...alone })
    expect([status, body.code]).toEqual([409, 'minor_consent_not_allowed'])
    expect(body.detail).toContain('choose another type of visit')
    await answered(desk.post('/v1/waitlist', wait), 201)
  })

  it('is said by staff alone: not by the minor, who books it themselves, and never by a proxy', async () => {
    const patientId = await minor()
    const self = await ward.asPatient(patientId)
    const proxies = [
      await ward.asProxy(patientId, [...all]),
      await ward.asProxy(patientId, [...all, 'sensitive']),
    ] as const
    const series = { visitTypeId: typeId, patientId, practitionerId: ward.doctor.practitionerId }
    const wait = { patientId, visitTypeId: typeId, from: '2026-12-07', to: '2026-12-11' }
    for (const by of [self, ...proxies]) {
      const starts = [await freeStart(patientId)]
      for (const refused of [
        await booked(patientId, alone, {}, by),
        await by.post('/v1/appointment-series', { ...series, starts, ...alone }),
        await by.post('/v1/waitlist', { ...wait, ...alone }),
      ])
        expect([refused.status, refused.body.errors]).toMatchObject([
          400,
          [{ pointer: '/minorConsentsAlone', code: 'staff_only' }],
        ])
    }
    expect([await idsSeenBy(self, patientId), await waitedFor(self, patientId)]).toEqual([[], []])
    expect((await booked(patientId, { minorConsentsAlone: false }, {}, self)).body.consentedByMinor).toBe(true)
  })

  it('stays theirs alone when staff move it', async () => {
    const patientId = await minor()
    const { id: appointmentId } = await answered(booked(patientId, alone), 201)
    const holdId = await held(desk, patientId, { appointmentId })
    const moved = await answered(desk.post(`/v1/appointments/${appointmentId}/reschedule`, { holdId }), 200)
    expect(moved).toMatchObject({ id: appointmentId, consentedByMinor: true })
    expect(await idsSeenBy(await ward.asProxy(patientId, [...all]), patientId)).toEqual([])
  })

  it('is theirs alone each time that it repeats, or none is booked', async () => {
    const [patientId, other] = [await minor(), await minor({ state: 'OH' })]
    const starts = [await freeStart(patientId), await freeStart(patientId)]
    const series = (of: string) => ({
      ...{ visitTypeId: typeId, patientId: of, practitionerId: ward.doctor.practitionerId, starts },
      ...alone,
    })
    const refused = await desk.post('/v1/appointment-series', series(other))
    expect([refused.status, refused.body.code]).toEqual([409, 'minor_consent_not_allowed'])
    expect(await idsSeenBy(await ward.asPatient(other), other)).toEqual([])
    const { appointments } = await answered(desk.post('/v1/appointment-series', series(patientId)), 201)
    expect(appointments.map((one: Schemas['Appointment']) => one.consentedByMinor)).toEqual([true, true])
    expect(await idsSeenBy(await ward.asPatient(patientId), patientId)).toHaveLength(2)
    expect(await idsSeenBy(await ward.asProxy(patientId, [...all]), patientId)).toEqual([])
  })

  it('is waited for without a parent who learns of it, and theirs alone when a time is found', async () => {
    const [patientId, other] = [await minor(), await minor({ state: 'OH' })]
    const [self, parent] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    const heard = listenLive(ward, parent)
    const wait = { visitTypeId: typeId, from: '2026-12-14', to: '2026-12-18', ...alone }
    const refused = await desk.post('/v1/waitlist', { ...wait, patientId: other })
    expect([refused.status, refused.body.code]).toEqual([409, 'minor_consent_not_allowed'])
    const entry = await answered(desk.post('/v1/waitlist', { ...wait, patientId }), 201)
    expect(entry).toMatchObject({ consentedByMinor: true })
    expect([await waitedFor(self, patientId), await waitedFor(parent, patientId)]).toEqual([[entry.id], []])
    // Times are offered by day, on the clock of the patient.
    ward.moveTo('2026-11-25T19:00:00Z')
    await ward.runJob('scheduling.refill-waitlist')
    const accepted = await answered((await ward.as('front-desk')).post(`/v1/waitlist/${entry.id}/accept`), 200)
    expect(accepted).toMatchObject({ status: 'booked', consentedByMinor: true })
    await ward.settle()
    const [selfNow, parentNow] = [await ward.asPatient(patientId), await ward.asProxy(patientId, [...all])]
    expect(await idsSeenBy(selfNow, patientId)).toEqual([accepted.id])
    expect(await idsSeenBy(parentNow, patientId)).toEqual([])
    for (const id of [entry.id, accepted.id]) expect(JSON.stringify(heard)).not.toContain(id)
  })

  it('does not become theirs alone by waiting for an earlier time', async () => {
    desk = await ward.as('front-desk')
    const patientId = await minor()
    const { id: appointmentId } = await answered(booked(patientId), 201)
    const wait = { patientId, visitTypeId: typeId, from: '2026-12-07', to: '2026-12-11', appointmentId, ...alone }
    const { status, body } = await desk.post('/v1/waitlist', wait)
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/minorConsentsAlone', code: 'contradictory' }]])
  })
})
