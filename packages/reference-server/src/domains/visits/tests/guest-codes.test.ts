import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { guestVerbs } from './guest-verbs.testing.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

const unknown = '7K3M9-QXT4W-ZR8NB-H2CVD'

describe.each(domainEngines)('the code of a guest on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { waiting } = roomVerbs(() => hospital)
  const { invite, redeem, pageOf } = guestVerbs(() => hospital)
  const codeOf = ({ status, body }: Awaited<ReturnType<typeof redeem>>) => [status, body.code]

  it('works once, however it is typed', async () => {
    const { visit, patientClient } = await waiting()
    const { secret } = await invite(patientClient, visit.appointmentId)
    const session = await redeem(` ${secret.toLowerCase().replaceAll('-', ' ')} `)
    expect(session.status, JSON.stringify(session.body)).toBe(200)
    expect(codeOf(await redeem(secret))).toEqual([409, 'invitation_used'])
    // The first guest keeps the session.
    expect((await pageOf(session).get('/v1/guest-visit')).status).toBe(200)
  })

  it('gives one session to two who use it at once', async () => {
    const { visit, patientClient } = await waiting()
    const { secret } = await invite(patientClient, visit.appointmentId)
    const answers = await Promise.all([redeem(secret, 'One'), redeem(secret, 'Two'), redeem(secret, 'Three')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  it('is refused when it is unknown, withdrawn or incomplete, and each fault is named', async () => {
    const { visit, patientClient } = await waiting()
    const { id, secret } = await invite(patientClient, visit.appointmentId)
    expect(codeOf(await redeem(unknown))).toEqual([404, 'unknown_invitation'])
    const short = await redeem(secret.slice(0, 12))
    expect([short.status, short.body.errors[0].pointer]).toEqual([400, '/invitation'])
    const nameless = await redeem(secret, '')
    expect([nameless.status, nameless.body.errors[0].pointer]).toEqual([400, '/guest_name'])
    expect((await patientClient.post(`/v1/guests/${id}/remove`)).body).toMatchObject({ status: 'withdrawn' })
    expect(codeOf(await redeem(secret))).toEqual([410, 'invitation_revoked'])
  })

  it('is not a code of another organization', async () => {
    const other = withVisitVerbs(await createTestHospital({ engine }))
    try {
      const theirs = await roomVerbs(() => other).waiting()
      const { secret } = await invite(theirs.patientClient, theirs.visit.appointmentId)
      expect(codeOf(await redeem(secret))).toEqual([404, 'unknown_invitation'])
      expect((await guestVerbs(() => other).redeem(secret)).status).toBe(200)
    } finally {
      await other.stop()
    }
  })

  it('works shortly before the visit and until it is long over, and is not used by an attempt', async () => {
    const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
    const appointment = await hospital.book(patient, practitioner, { inMinutes: 300 })
    const { secret, opensAt, expiresAt } = await invite(await hospital.signIn(patient), appointment.id)
    expect(codeOf(await redeem(secret))).toEqual([409, 'invitation_not_open'])
    hospital.moveTo(opensAt)
    const early = await redeem(secret)
    expect(early.status, JSON.stringify(early.body)).toBe(200)
    expect((await pageOf(early).get('/v1/guest-visit')).body).toMatchObject({ visitId: null, visitStatus: null })

    const late = await invite(await hospital.signIn(patient), appointment.id)
    hospital.moveTo(expiresAt)
    expect(codeOf(await redeem(late.secret))).toEqual([410, 'invitation_expired'])
    const { items } = (await (await hospital.signIn(patient)).get(`/v1/appointments/${appointment.id}/guests`)).body
    expect(items.map(({ status }: { status: string }) => status)).toEqual(['waiting', 'expired'])
  })

  it('follows a moved appointment, and ends with a cancelled one', async () => {
    const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
    const appointment = await hospital.book(patient, practitioner, { inMinutes: 1500 })
    const client = await hospital.signIn(patient)
    const { id, secret, opensAt } = await invite(client, appointment.id)
    const start = new Date(Date.parse(appointment.start) + 3_600_000).toISOString()
    const held = await client.post('/v1/holds', {
      visitTypeId: appointment.visitTypeId,
      start,
      practitionerId: practitioner.practitionerId,
      patientId: patient.personId,
    })
    const moved = await client.post(`/v1/appointments/${appointment.id}/reschedule`, { holdId: held.body.id })
    expect(moved.status, JSON.stringify(moved.body)).toBe(200)
    await hospital.settle()
    const listed = async () => (await client.get(`/v1/appointments/${appointment.id}/guests`)).body.items
    expect(await listed()).toMatchObject([{ id, opensAt: new Date(Date.parse(opensAt) + 3_600_000).toISOString() }])
    const cancelled = await client.post(`/v1/appointments/${appointment.id}/cancel`, { reason: 'no-longer-needed' })
    expect(cancelled.status, JSON.stringify(cancelled.body)).toBe(200)
    await hospital.settle()
    expect(await listed()).toMatchObject([{ id, status: 'ended' }])
    expect(codeOf(await redeem(secret))).toEqual([410, 'invitation_expired'])
  })

  it('leaves a refused attempt in the patient’s list of accesses', async () => {
    const { visit, patient, patientClient } = await waiting()
    const { secret } = await invite(patientClient, visit.appointmentId)
    await redeem(secret)
    await redeem(secret)
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/accesses?limit=50`)).body
    const tries = items.filter(({ actor }: { actor: { kind: string } }) => actor.kind === 'guest')
    expect(tries.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['refused', 'done'])
  })
})

describe('guessing codes', () => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine: 'pglite', overrides: { limitsRates: true } }))
  })
  afterAll(() => hospital.stop())

  it('is slowed down at the address that does it, and a right code is accepted all the same', async () => {
    const { waiting } = roomVerbs(() => hospital)
    const { invite, redeem } = guestVerbs(() => hospital)
    const { visit, patientClient } = await waiting()
    const { secret } = await invite(patientClient, visit.appointmentId)
    const statuses: number[] = []
    for (let at = 0; at < 25; at += 1) statuses.push((await redeem(unknown)).status)
    expect(new Set(statuses.slice(0, 10))).toEqual(new Set([404]))
    expect(statuses.at(-1)).toBe(429)
    expect((await redeem(secret)).status).toBe(200)
  })
})
