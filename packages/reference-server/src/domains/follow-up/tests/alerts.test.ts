import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { PlatformVault } from '../../../platform/vault/create-vault.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody } from '../../visits/tests/hospital.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

/** What a screen of the clinic has to show within. Milliseconds. */
const within = 2000
const swelling = [{ linkId: 'swelling-breath', values: [{ boolean: true }] }]
const selfHarm = [{ linkId: '44260-8', values: [{ code: 'LA6569-3' }] }]

describe.each(domainEngines)('alerts, on %s', (engine) => {
  let ward: FollowUpHospital
  const sockets: WebSocket[] = []
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.terminate()
  })
  afterAll(() => ward.stop())

  /** An appointment whose patient has given an emergency answer. */
  const emergency = async ({
    type = 'dermatology-visit',
    code = 'skin-check',
    answers = swelling as object[],
  } = {}) => {
    const patientId = await ward.addPatient({ phone: '+15555550123' })
    const appointment = await ward.book(patientId, type)
    const patient = await ward.asPatient(patientId)
    const form = `/v1/appointments/${appointment.id}/intake/${code}`
    const save = async (given: object[], version: number) => {
      await answered(patient.put(form, { answers: given, version }), 200)
      await ward.settle()
    }
    await save(answers, 0)
    const state = async () => (await answered(patient.get(`/v1/appointments/${appointment.id}/alerts`), 200)).items
    return { patientId, patient, appointment, form, save, state }
  }
  const alertsOf = async (client: SignedInClient, patientId: string) =>
    (await answered(client.get(`/v1/alerts?patientId=${patientId}`), 200)).items
  const laterBy = (minutes: number): Date => new Date(ward.clock.now().getTime() + minutes * 60_000)
  const tasksOf = async (patientId: string) =>
    (await answered((await ward.asDoctor()).get(`/v1/tasks?patientId=${patientId}`), 200)).items

  /** Resolves with the milliseconds until the stream of this person receives an alert about the patient. */
  const listen = async (client: SignedInClient) => {
    const { ticket, path } = await answered(client.post('/v1/live/tickets'), 201)
    const origin = ward.portal.origin
    const socket = new WebSocket(`${ward.url.replace('http', 'ws')}${path}`, ['visitkit.v1', `ticket.${ticket}`], {
      origin,
    })
    sockets.push(socket)
    const heard: { readonly patientId: string; readonly at: number }[] = []
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { type: string; ids?: { patientId: string } }
      if (message.type === 'alert.changed' && message.ids)
        heard.push({ patientId: message.ids.patientId, at: Date.now() })
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    return async (patientId: string, since: number) => {
      await expect.poll(() => heard.map((each) => each.patientId), { timeout: within }).toContain(patientId)
      return (heard.find((each) => each.patientId === patientId)?.at ?? Infinity) - since
    }
  }

  it('reach the doctor, a nurse, the front desk and the patient’s page within two seconds, over real sockets', async () => {
    const patientId = await ward.addPatient()
    const appointment = await ward.book(patientId, 'dermatology-visit')
    const patient = await ward.asPatient(patientId)
    const people = [await ward.asDoctor(), await ward.as('nurse'), await ward.as('front-desk'), patient]
    const streams = await Promise.all(people.map(listen))
    const biller = await listen(await ward.as('biller'))
    const since = Date.now()
    await answered(
      patient.put(`/v1/appointments/${appointment.id}/intake/skin-check`, { answers: swelling, version: 0 }),
      200,
    )
    await ward.settle()
    for (const heard of streams) expect(await heard(patientId, since)).toBeLessThan(within)
    await expect(biller(patientId, since)).rejects.toThrow()
  })

  it('are raised once for each code of an appointment', async () => {
    const { patientId, save } = await emergency()
    await save([{ linkId: 'swelling-breath', values: [{ boolean: false }] }], 1)
    await save(swelling, 2)
    const doctor = await ward.asDoctor()
    expect(await alertsOf(doctor, patientId)).toHaveLength(1)
    expect(await tasksOf(patientId)).toEqual([])
  })

  it('say who, where and how to call, and what was answered only to treating roles', async () => {
    const { patientId, patient, appointment, form } = await emergency()
    const [doctor, nurse, desk] = [await ward.asDoctor(), await ward.as('nurse'), await ward.as('front-desk')]
    for (const client of [doctor, nurse]) {
      const [alert] = await alertsOf(client, patientId)
      expect(alert).toMatchObject({
        appointmentId: appointment.id,
        patient: { id: patientId },
        code: 'severe-allergic-reaction',
        status: 'raised',
        call: { rule: 'recorded', phone: '+15555550123' },
        answers: [{ values: [{ boolean: true }] }],
      })
      expect(alert.visitId).toBeUndefined()
    }
    const [seen] = await alertsOf(desk, patientId)
    expect(seen).toMatchObject({
      patient: { id: patientId },
      code: 'severe-allergic-reaction',
      call: { rule: 'recorded', phone: '+15555550123' },
    })
    for (const property of ['answers', 'guidance']) expect(seen).not.toHaveProperty(property)
    expect((await (await ward.as('biller')).get('/v1/alerts')).status).toBe(403)
    const complete = [
      ...swelling,
      { linkId: 'kind', values: [{ code: 'rash' }] },
      { linkId: 'where', values: [{ code: 'face' }] },
    ]
    await answered(patient.post(`${form}/submit`, { answers: complete, version: 1 }), 200)
    ward.moveTo(appointment.checkInFrom)
    const visit = await ward.checkIn(appointment)
    const [present] = await alertsOf(await ward.as('front-desk'), patientId)
    const { location, callbackPhone } = checkInBody()
    expect(present).toMatchObject({
      visitId: visit.id,
      call: { rule: 'visit', phone: callbackPhone },
      location: { line1: location.line1, city: location.city, stated: true },
    })
  })

  it('have the state that is true: shown once a screen shows it, acknowledged once a person has acknowledged it', async () => {
    const { patientId, state } = await emergency()
    expect(await state()).toMatchObject([{ status: 'raised' }])
    const nurse = await ward.as('nurse')
    const [{ id }] = await alertsOf(nurse, patientId)
    expect(await state()).toMatchObject([{ status: 'raised' }])
    await answered(nurse.post(`/v1/alerts/${id}/shown`), 200)
    const [shown] = await state()
    expect(shown).toMatchObject({ status: 'shown', version: 2 })
    expect(shown.acknowledgedBy).toBeUndefined()
    await answered((await ward.asDoctor()).post(`/v1/alerts/${id}/shown`), 200)
    expect((await state())[0].version).toBe(2)
    const doctor = await ward.asDoctor()
    await answered(doctor.post(`/v1/alerts/${id}/acknowledge`), 200)
    expect(await state()).toMatchObject([
      { status: 'acknowledged', acknowledgedBy: { memberId: ward.doctor.memberId, displayName: 'Dr. Casey Example' } },
    ])
    const stranger = await ward.asPatient(await ward.addPatient())
    const [{ appointmentId }] = await state()
    expect((await stranger.get(`/v1/appointments/${appointmentId}/alerts`)).status).toBe(404)
  })

  it('are acknowledged by one: repeating it changes nothing, and the next one reads by whom', async () => {
    const { patientId } = await emergency()
    const [doctor, desk] = [await ward.asDoctor(), await ward.as('front-desk')]
    const [{ id }] = await alertsOf(desk, patientId)
    const path = `/v1/alerts/${id}/acknowledge`
    const first = await answered(doctor.post(path), 200)
    expect(await answered(doctor.post(path), 200)).toEqual(first)
    expect(await answered(desk.post(path), 409)).toMatchObject({
      code: 'alert_acknowledged',
      detail: expect.stringContaining('Dr. Casey Example'),
    })
    const raced = await emergency()
    const [other] = await alertsOf(desk, raced.patientId)
    const results = await Promise.all(
      [doctor, desk].map(async (client) => (await client.post(`/v1/alerts/${other.id}/acknowledge`)).status),
    )
    expect(results.toSorted()).toEqual([200, 409])
  })

  it('that no one acknowledges escalate to all practitioners, as an urgent task that ends with the acknowledgment', async () => {
    const { patientId } = await emergency()
    const raisedAt = ward.clock.now()
    const job = () => ward.runJob('follow_up.escalate-alerts')
    ward.moveTo(laterBy(4))
    await job()
    expect(await tasksOf(patientId)).toEqual([])
    ward.moveTo(new Date(raisedAt.getTime() + 5 * 60_000))
    await job()
    await job()
    expect(await tasksOf(patientId)).toMatchObject([
      { kind: 'intake-alert', priority: 'urgent', assigneeRole: 'practitioner', status: 'open' },
    ])
    const doctor = await ward.asDoctor()
    const [alert] = await alertsOf(doctor, patientId)
    expect(alert).toMatchObject({ status: 'raised', escalatedAt: ward.clock.now().toISOString() })
    const escalations = (await eventsOf(ward, 'follow_up.alert-changed')).filter(
      (data) => data['alertId'] === alert.id && data['escalated'] === true,
    )
    expect(escalations).toHaveLength(1)
    await answered(doctor.post(`/v1/alerts/${alert.id}/acknowledge`), 200)
    expect(await tasksOf(patientId)).toEqual([])
  })

  it('that are acknowledged in time never escalate', async () => {
    const { patientId } = await emergency()
    const doctor = await ward.asDoctor()
    const [{ id }] = await alertsOf(doctor, patientId)
    await answered(doctor.post(`/v1/alerts/${id}/acknowledge`), 200)
    ward.moveTo(laterBy(60))
    await ward.runJob('follow_up.escalate-alerts')
    expect(await tasksOf(patientId)).toEqual([])
  })

  it('of an erased patient are left out, and neither hide nor delay those of others', async () => {
    const erased = await emergency()
    const { vault, database } = ward.platform
    await (vault as PlatformVault).erase(database.owner(), ward.organizationId, erased.patientId)
    const { patientId } = await emergency()
    for (const client of [await ward.asDoctor(), await ward.as('front-desk')]) {
      const { items } = await answered(client.get('/v1/alerts'), 200)
      const listed = items.map((alert: { patientId: string }) => alert.patientId)
      expect(listed).toContain(patientId)
      expect(listed).not.toContain(erased.patientId)
    }
    ward.moveTo(laterBy(5))
    await ward.runJob('follow_up.escalate-alerts')
    expect(await tasksOf(patientId)).toMatchObject([{ kind: 'intake-alert', priority: 'urgent' }])
  })

  it('and tasks of an erased patient are left out of the list of tasks', async () => {
    const [erased, other] = [await ward.addPatient(), await ward.addPatient()]
    const doctor = await ward.asDoctor()
    const task = { title: 'Call about the result', priority: 'routine', assigneeId: ward.doctor.memberId }
    for (const patientId of [erased, other]) await answered(doctor.post(`/v1/patients/${patientId}/tasks`, task), 201)
    const { vault, database } = ward.platform
    await (vault as PlatformVault).erase(database.owner(), ward.organizationId, erased)
    const { items } = await answered(doctor.get('/v1/tasks'), 200)
    const listed = items.map(({ patientId }: { patientId: string }) => patientId)
    expect(listed).toContain(other)
    expect(listed).not.toContain(erased)
  })

  it('follow the specialty: its guidance, and its minutes', async () => {
    const { patientId } = await emergency({ type: 'behavioral-health-session', code: 'phq-9', answers: selfHarm })
    const [alert] = await alertsOf(await ward.asDoctor(), patientId)
    expect(alert).toMatchObject({ code: 'self-harm-thoughts', guidance: expect.stringContaining('crisis plan') })
    ward.moveTo(laterBy(14))
    await ward.runJob('follow_up.escalate-alerts')
    expect(await tasksOf(patientId)).toEqual([])
    ward.moveTo(laterBy(1))
    await ward.runJob('follow_up.escalate-alerts')
    expect(await tasksOf(patientId)).toHaveLength(1)
    for (const data of await eventsOf(ward, 'follow_up.alert-changed'))
      expect(JSON.stringify(data)).not.toMatch(/harm|crisis|allergic/)
  })
})
