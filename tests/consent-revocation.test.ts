import { WebSocket } from 'ws'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../packages/reference-server/src/platform/database/ids/new-id.ts'
import { partnerStarters } from '../packages/reference-server/src/test-kit/sandbox-partners.ts'
import type { SimulatedDaily } from '../packages/sandbox/src/video/start-video.ts'
import { migratedDatabase } from './migrated-database.ts'
import { body, createHospital, type Hospital, type Person } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { grantConsent } from './requests/consent.ts'
import { addFirstPiece, beginRecording } from './requests/recordings.ts'
import { admittedVisit, takeSeat } from './requests/visits.ts'

/**
 * Control C43: a revoked consent closes the room of a visit in progress, for both people, at every server and at the vendor, and one to
 * recording ends the recording. The bound is part of the control, so these tests measure time.
 */
const boundMs = 2_000

let server: RunningServer
let other: RunningServer
let hospital: Hospital
let daily: SimulatedDaily
const sockets: WebSocket[] = []

beforeAll(async () => {
  const id = newId()
  const { partner, environment: vendor } = await partnerStarters.video({ organizationId: id, clock: () => new Date() })
  daily = partner
  const environment = { ...vendor, VISITKIT_VENDOR_AGREEMENTS: 'daily:us:2026-01-01:' }
  const databaseUrl = await migratedDatabase()
  server = await startServer({ databaseUrl, environment })
  other = await startServer({ databaseUrl, environment, sameDeployment: server })
  hospital = await createHospital(server, id, 'daily')
})
afterAll(async () => {
  for (const socket of sockets) socket.terminate()
  await other?.close()
  await server?.stop()
  await daily?.stop()
})

interface Notice {
  readonly type: string
  readonly ids?: { readonly visitId?: string }
}

/** The notices of a visit that a person gets from the other server. */
const noticesOf = async (person: Person, visitId: string): Promise<() => Promise<boolean>> => {
  const { ticket } = (await person.at(other.url).post('/v1/live/tickets')).body
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/v1/live`, ['visitkit.v1', `ticket.${ticket}`], {
    origin: person.origin ?? '',
  })
  sockets.push(socket)
  const heard: Notice[] = []
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Notice))
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  return async () => heard.some(({ type, ids }) => type === 'visit.changed' && ids?.visitId === visitId)
}

/** A person with a seat in the vendor's room, who follows the visit at the other server. */
const follow = async (person: Person, visitId: string, seatId: string) => {
  const there = person.at(other.url)
  const visit = async () =>
    (await there.get(`/v1/visits/${visitId}`)).body as {
      stoppedFor?: string[]
      participants: { seatId: string; presence: string }[]
    }
  expect(await visit()).not.toHaveProperty('stoppedFor')
  return {
    stream: await noticesOf(person, visitId),
    seat: async () => {
      const { stoppedFor, participants } = await visit()
      return (
        stoppedFor?.includes('telehealth-treatment') === true &&
        participants.find((one) => one.seatId === seatId)?.presence === 'left'
      )
    },
    room: async () =>
      daily.received.some(
        ({ path, body, status }) =>
          path.endsWith('/eject') &&
          status === 200 &&
          ((body as { user_ids?: string[] }).user_ids ?? []).includes(seatId),
      ),
    gate: async () => (await there.post(`/v1/visits/${visitId}/seats`)).body.code === 'consent_missing',
  }
}

type Checks = Readonly<Record<string, Readonly<Record<string, () => Promise<boolean>>>>>

/** Revokes a consent, and expects each check of each person to be true within the bound. */
const revokeWithinBound = async (patient: Person, consentId: string | undefined, ends: Checks): Promise<void> => {
  const began = performance.now()
  expect((await patient.post(`/v1/consents/${consentId}/revoke`)).status).toBe(200)
  const checks = Object.entries(ends).flatMap(([end, channels]) =>
    Object.entries(channels).map(([name, check]) => [`${end} ${name}`, check] as const),
  )
  const times: Record<string, number> = {}
  const limit = began + 20_000
  while (Object.keys(times).length < checks.length && performance.now() < limit) {
    for (const [name, check] of checks)
      if (times[name] === undefined && (await check())) times[name] = Math.round(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(Object.keys(times).toSorted()).toEqual(checks.map(([name]) => name).toSorted())
  expect(Math.max(...Object.values(times)), JSON.stringify(times)).toBeLessThan(boundMs)
}

it('closes the seats of both people within two seconds: live stream, visit, vendor and gate, at another server too', async () => {
  const [patient, doctor] = [await hospital.person('patient'), await hospital.onDuty()]
  const { id: visitId, vendor } = await admittedVisit(hospital, patient)
  expect(vendor).toBe('daily')
  const [theirs, mine] = await Promise.all(
    [patient, doctor].map(async (person) => {
      const { status, body } = await person.post(`/v1/visits/${visitId}/seats`)
      expect(status, JSON.stringify(body)).toBe(201)
      return (body as { id: string }).id
    }),
  )
  const ends = {
    clinician: await follow(doctor, visitId, mine ?? ''),
    patient: await follow(patient, visitId, theirs ?? ''),
  }
  const { items } = (await patient.get(`/v1/patients/${patient.personId}/consents`)).body as {
    items: { id: string; purpose: string; status: string }[]
  }
  const consent = items.find(({ purpose, status }) => purpose === 'telehealth-treatment' && status === 'active')
  await revokeWithinBound(patient, consent?.id, ends)
})

it('ends a recording within two seconds for both people, at another server too', async () => {
  const [patient, doctor] = [await hospital.person('patient'), await hospital.onDuty()]
  const { id: visitId } = await admittedVisit(hospital, patient)
  await takeSeat(patient, visitId)
  const seatsVersion = await beginRecording(hospital, doctor, visitId)
  const consentId = await grantConsent(hospital, patient.personId, 'recording')
  const there = { patient: patient.at(other.url), doctor: doctor.at(other.url) }
  const isRecorded = async (person: Person) =>
    ((await person.get(`/v1/visits/${visitId}`)).body as { recording: boolean }).recording
  const piece = () => addFirstPiece(there.doctor, visitId, seatsVersion)
  expect([await isRecorded(there.patient), (await piece()).ok]).toEqual([false, false])
  await body(patient.post(`/v1/visits/${visitId}/recording-answers`, { agrees: true }))
  expect([await isRecorded(there.patient), await isRecorded(there.doctor)]).toEqual([true, true])
  // This server reads in the outbox that the clinic records calls.
  await expect.poll(async () => (await piece()).ok).toBe(true)
  await revokeWithinBound(patient, consentId, {
    patient: { stream: await noticesOf(patient, visitId), mark: async () => !(await isRecorded(there.patient)) },
    clinician: {
      stream: await noticesOf(doctor, visitId),
      mark: async () => !(await isRecorded(there.doctor)),
      piece: async () => !(await piece()).ok,
    },
  })
})
