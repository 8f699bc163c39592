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
  }, 60_000)
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
      email: address('own'),
    })
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
