import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

const secret = 'of-the-relay-7c1e'
const relayUrl = 'turn:relay.example:3478?transport=udp'

const network = {
  cause: 'udp-blocked',
  ...{ stun: 'no-answer', relayUdp: 'no-answer', relayTcp: 'reached', relayTls: 'not-configured' },
  path: 'relay',
  ...{ lostPermille: 12, jitterMs: 8, roundTripMs: 140, kilobitsPerSecond: 2400 },
  errorCodes: [701],
  tookMs: 10_400,
}
const check = { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'fair', supported: true }

describe('the measured connection of a visit', () => {
  let hospital: VisitHospital
  beforeAll(async () => {
    const environment = {
      VISITKIT_STUN_URLS: 'stun:relay.example:3478',
      VISITKIT_TURN_URLS: relayUrl,
      VISITKIT_TURN_SECRET: secret,
    }
    hospital = withVisitVerbs(await createTestHospital({ engine: 'pglite', environment }))
  })
  afterAll(() => hospital.stop())
  const { waiting, admitted } = roomVerbs(() => hospital)

  it('is measured with a password of the relay for minutes, which no one else’s is, before there is a seat', async () => {
    const { path, visit, patient, patientClient } = await waiting()
    const { status, body } = await patientClient.get(`${path}/network-test`)
    expect(status, JSON.stringify(body)).toBe(200)
    const expires = Math.floor(hospital.clock.now().getTime() / 1000) + 5 * 60
    const [stun, { username, credential, ...relay }] = body.iceServers
    expect([stun, relay]).toEqual([{ urls: ['stun:relay.example:3478'] }, { urls: [relayUrl] }])
    expect(body).toMatchObject({ visitId: visit.id, patientId: patient.personId })
    expect(username).toMatch(new RegExp(`^${expires}:`))
    expect(username).not.toContain(patient.personId)
    expect(credential).toBe(createHmac('sha1', secret).update(username).digest('base64'))
    const again = await patientClient.get(`${path}/network-test`)
    expect(again.body.iceServers[1].username).not.toBe(username)
  })

  it('has the same relay in the call', async () => {
    const { path, patientClient } = await admitted()
    const { body } = await patientClient.post(`${path}/seats`)
    expect(body.iceServers.map(({ urls }: { urls: string[] }) => urls)).toEqual([
      ['stun:relay.example:3478'],
      [relayUrl],
    ])
  })

  it('gives no relay to strangers, or after the visit', async () => {
    const { path, patientClient, doctorClient } = await admitted()
    const stranger = await hospital.signIn(await hospital.addPatient())
    expect((await stranger.get(`${path}/network-test`)).status).toBe(404)
    await doctorClient.post(`${path}/end`, { outcome: 'completed' })
    const late = await patientClient.get(`${path}/network-test`)
    expect([late.status, late.body.code]).toEqual([409, 'visit_ended'])
  })

  it('is kept with the visit, for the clinician to read', async () => {
    const { path, patientClient, doctorClient } = await waiting()
    const kept = await patientClient.put(`${path}/device-check`, { ...check, network })
    expect(kept.status, JSON.stringify(kept.body)).toBe(200)
    expect((await doctorClient.get(path)).body.deviceCheck).toEqual({ ...check, network })
  })

  it.each([
    ['an address', { address: '203.0.113.7' }],
    ['a candidate', { errorCodes: ['candidate:1 1 udp 1 203.0.113.7'] }],
    ['a code out of bounds', { errorCodes: [1] }],
    ['more lost than sent', { lostPermille: 1001 }],
    ['an unknown cause', { cause: 'the moon' }],
  ])('takes only bounded numbers and codes: not %s', async (_, more) => {
    const { path, patientClient } = await waiting()
    const refused = await patientClient.put(`${path}/device-check`, { ...check, network: { ...network, ...more } })
    expect(refused.status).toBe(400)
    expect(refused.body.errors[0].pointer).toContain(`/network/${Object.keys(more)[0]}`)
  })
})
