import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { systemRequestContext } from '../../../platform/system/system-request-context.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { keepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { runForOrganization } from '../../../platform/system/run-for-organization.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { EventData, EventType, NewEvent } from '../../../platform/contracts/event.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { deleteOldHolds } from '../bookings/jobs/delete-old-holds.ts'
import { markMissedAppointments } from '../bookings/jobs/mark-missed-appointments.ts'
import { loadSchedulingPolicy } from '../kernel/packs/load-policy.ts'
import { tablesOf } from '../kernel/store/tables.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { checkInBody, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { bookVerb } from './book-verb.testing.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())

const typeId = (code: string): string => hospital.types.get(code)!.id
const book = bookVerb(() => hospital)
const readingOf = (now = hospital.clock.now()): ReadContext => {
  const { organizationId, platform } = hospital
  const db = platform.database.reader({ domain: 'visits', organizationId })
  return { ...systemRequestContext('test', organizationId, now), vault: platform.vault, db }
}

describe('events of other domains', () => {
  const deliver = <Type extends EventType>(type: Type, given: Partial<EventData[Type]>) =>
    hospital.keep('scheduling', ({ emit }) => emit(sampleEvent(type, given) as NewEvent))

  test('the visit updates its appointment, whatever the order of its events', async () => {
    const { id: practitionerId } = await hospital.addPractitioner({ specialties: ['primary-care'] })
    const { patient, appointmentId } = await book('2026-11-28T16:00:00Z', 'primary-care-follow-up', practitionerId)
    await withVisitVerbs(hospital).grant({ role: 'patient', personId: patient.id, patientIds: [patient.id] })
    hospital.clock.set('2026-11-28T15:30:00Z')
    const client = await hospital.as('patient', { personId: patient.id })
    const path = `/v1/appointments/${appointmentId}`
    const status = async () => (await client.get(path)).body.status
    const { id: visitId } = await answered(client.post(`${path}/check-in`, checkInBody('NY')), 201)
    await hospital.settle()
    expect(await status()).toBe('checked-in')
    await deliver('visits.ended', { appointmentId, visitId })
    await deliver('visits.started', { appointmentId, visitId })
    await hospital.settle()
    expect(await status()).toBe('completed')
    const cancel = await client.post(`${path}/cancel`, { reason: 'other' })
    expect(cancel.body.code).toBe('not_changeable')
    hospital.clock.set(hospitalOpensAt)
  })

  test('a revoked consent flags the appointments that need it, and only those', async () => {
    const { patient, client, appointmentId } = await book('2026-11-29T16:00:00Z')
    await hospital.settle()
    const before = hospital.live.delivered.length
    const changed = () => hospital.live.delivered.slice(before).filter(({ type }) => type === 'appointment.changed')
    await deliver('consent.consent-revoked', { patientId: patient.id, purpose: 'recording' })
    await hospital.settle()
    expect(changed()).toEqual([])
    await deliver('consent.consent-revoked', { patientId: patient.id, purpose: 'telehealth-treatment' })
    await hospital.settle()
    expect(changed()).toMatchObject([{ ids: { appointmentId } }])
    expect((await client.get(`/v1/appointments/${appointmentId}`)).body.status).toBe('booked')
  })

  test('a consent that is refused, or granted after it was refused, updates the appointments to come that need it', async () => {
    const { patient, appointmentId, practitionerId } = await book('2026-11-29T18:00:00Z')
    await hospital.settle()
    const updatesOf = async (data: Partial<EventData['consent.consent-decided']>) => {
      const before = hospital.live.delivered.length
      await deliver('consent.consent-decided', { patientId: patient.id, purpose: 'telehealth-treatment', ...data })
      await hospital.settle()
      return hospital.live.delivered.slice(before).filter(({ type }) => type === 'appointment.changed')
    }
    const update = {
      ids: { appointmentId, patientId: patient.id, practitionerId },
      audience: [`patient:${patient.id}`, `practitioner:${practitionerId}`, 'role:front-desk'],
    }
    expect(await updatesOf({ decision: 'granted', before: null }), 'what every patient does').toEqual([])
    expect(await updatesOf({ decision: 'granted', before: 'granted' })).toEqual([])
    expect(await updatesOf({ decision: 'granted', before: 'revoked' })).toMatchObject([update])
    expect(await updatesOf({ decision: 'granted', before: 'declined' })).toMatchObject([update])
    expect(await updatesOf({ decision: 'declined', before: null })).toMatchObject([update])
    expect(await updatesOf({ decision: 'declined', before: 'revoked' })).toEqual([])
    expect(await updatesOf({ decision: 'declined', before: 'granted' }), 'revoked is an event by itself').toEqual([])
    expect(await updatesOf({ decision: 'granted', before: 'revoked', purpose: 'recording' })).toEqual([])
  })

  test('the clinic sees which appointments to come lack a consent that the patient revoked, until they agree again', async () => {
    const { patient, appointmentId } = await book('2026-11-29T17:00:00Z')
    const own = { role: 'patient', personId: patient.id, patientIds: [patient.id] } as const
    const path = `/v1/appointments/${appointmentId}`
    const refused = async (by: SignedInClient) => (await answered(by.get(path), 200)).refusedConsents
    const desk = await hospital.as('front-desk')
    expect(await refused(desk), 'never asked').toBeUndefined()
    const id = await withVisitVerbs(hospital).grant(own)
    expect(await refused(desk)).toBeUndefined()
    const self = await hospital.as('patient', { personId: patient.id })
    await answered(self.post(`/v1/consents/${id}/revoke`), 200)
    await hospital.settle()
    expect(await refused(desk)).toEqual(['telehealth-treatment'])
    const list = `/v1/appointments?patientId=${patient.id}`
    expect((await answered(desk.get(list), 200)).items).toMatchObject([{ refusedConsents: ['telehealth-treatment'] }])
    // Not to the patient, who is asked; not once the visit was to begin.
    expect(await refused(self)).toBeUndefined()
    hospital.clock.set('2026-11-29T17:00:00Z')
    expect(await refused(await hospital.as('front-desk'))).toBeUndefined()
    hospital.clock.set(hospitalOpensAt)
    await hospital.settle()
    const received = listenLive(hospital, await hospital.as('front-desk'))
    await withVisitVerbs(hospital).grant(own)
    await hospital.settle()
    expect(received).toMatchObject([{ type: 'appointment.changed', ids: { appointmentId } }])
    expect(await refused(await hospital.as('front-desk'))).toBeUndefined()
  })
})

describe('for other domains', () => {
  test('a booking notifies the patient, the practitioner and the desk, with ids only', async () => {
    await hospital.settle()
    const before = hospital.live.delivered.length
    const { patient, practitionerId, appointmentId } = await book('2026-11-30T16:00:00Z')
    await hospital.settle()
    const emitted = hospital.live.delivered.slice(before)
    expect(emitted.find(({ type }) => type === 'appointment.changed')).toMatchObject({
      ids: { appointmentId, patientId: patient.id, practitionerId },
      audience: [`patient:${patient.id}`, `practitioner:${practitionerId}`, 'role:front-desk'],
    })
  })

  test('other domains read the facts of an appointment and its type, within the caller’s access', async () => {
    const { appointmentId, patient, practitionerId } = await book('2026-12-01T16:00:00Z')
    const known = await hospital.provides.scheduling.appointment(readingOf(), appointmentId)
    expect(known).toMatchObject({
      patientId: patient.id,
      practitionerId,
      type: { code: 'cardiology-follow-up' },
      checkInFrom: new Date('2026-12-01T15:30:00Z'),
    })
    const filter = { practitionerId, from: new Date('2026-12-01T00:00:00Z'), to: new Date('2026-12-02T00:00:00Z') }
    expect((await hospital.provides.scheduling.appointments(readingOf(), filter)).map(({ id }) => id)).toEqual([
      appointmentId,
    ])
    const context = readingOf()
    const stranger = { ...context, access: createAccess({ ...context.caller, patientIds: [newId()] }, 'own') }
    await expect(hospital.provides.scheduling.appointment(stranger, appointmentId)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await hospital.provides.scheduling.visitType(context, known.visitTypeId)).minutes).toBe(20)
  })
})

describe('jobs', () => {
  const organizations = async () => [hospital.organizationId]
  const run = () => runForOrganization(hospital.platform.unitOfWork, 'scheduling')

  test('an appointment whose patient never came is missed, a quarter of an hour after its end', async () => {
    const { client, appointmentId } = await book('2026-11-25T20:00:00Z')
    const keep = keepForOrganization(hospital.platform.unitOfWork, 'scheduling')
    const job = markMissedAppointments(organizations, hospital.platform.database, keep, await loadSchedulingPolicy())
    const status = async () => (await client.get(`/v1/appointments/${appointmentId}`)).body.status
    await job.run(new Date('2026-11-25T20:34:59Z'))
    expect(await status()).toBe('booked')
    await job.run(new Date('2026-11-25T20:35:00Z'))
    expect(await status()).toBe('no-show')
  })

  test('expired holds are released, and deleted a day later; appointments keep their time', async () => {
    const { practitionerId, client, patient } = await book('2026-12-02T16:00:00Z')
    const wish = { visitTypeId: typeId('cardiology-follow-up'), practitionerId, patientId: patient.id }
    await client.post('/v1/holds', { ...wish, start: '2026-12-02T18:00:00Z' })
    const rows = () =>
      hospital.keep('scheduling', ({ tx }) =>
        tablesOf(tx)
          .selectFrom('scheduling.busy')
          .select(['active', 'expires_at'])
          .where('practitioner_id', '=', practitionerId)
          .orderBy('id')
          .execute(),
      )
    const job = deleteOldHolds(organizations, run())
    const runOut = new Date(Date.parse(hospitalOpensAt) + 5 * 60_000)
    await job.run(new Date(runOut.getTime() - 1))
    expect((await rows()).map(({ active }) => active)).toEqual([true, true])
    await job.run(runOut)
    expect((await rows()).map(({ active }) => active)).toEqual([true, false])
    await job.run(new Date(runOut.getTime() + 24 * 3_600_000))
    expect(await rows()).toEqual([{ active: true, expires_at: null }])
  })
})
