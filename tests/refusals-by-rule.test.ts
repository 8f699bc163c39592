import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres } from '../scripts/start-postgres.ts'
import { createDatabase } from './create-database.ts'
import { migratedDatabase } from './migrated-database.ts'
import { getPath, expectRefusal, sendRaw, marker, type Refusal } from './hospital/expect-refusal.ts'
import { body, createHospital, type Hospital } from './hospital/create-hospital.ts'
import { startServer, type RunningServer } from './hospital/start-server.ts'
import { bookAppointment, placeHold } from './requests/scheduling.ts'
import { appointmentForCheckIn, checkInBody } from './requests/visits.ts'
import { variants } from './variants.testing.ts'

describe.each(variants(['pglite', 'postgres'] as const))('what a rule refuses (%s)', (engine) => {
  let server: RunningServer
  let hospital: Hospital
  beforeAll(async () => {
    server = await startServer({
      databaseUrl: await migratedDatabase(engine),
    })
  })
  afterAll(() => server?.stop())

  /** Asserts that the ledger has the refusal, without a patient. */
  const expectRecorded = async ({ headers }: Refusal, code: string): Promise<void> => {
    const rows = await server.accessRows(headers.get('x-request-id') ?? '')
    expect(rows.map(({ outcome, refusal, patientId }) => ({ outcome, refusal, patientId }))).toEqual([
      { outcome: 'refused', refusal: code, patientId: null },
    ])
  }

  // The tests advance the clock: a clinic of an earlier test has no sessions and no slots left.
  beforeEach(async () => {
    hospital = await createHospital(server)
  })

  it('an expired hold', async () => {
    const patient = await hospital.person('patient')
    const { id: holdId } = await placeHold(hospital, patient, patient.personId)
    server.clock.advance({ minutes: 5, seconds: 1 })
    const answer = await sendRaw(
      patient,
      'POST',
      '/v1/appointments',
      JSON.stringify({ holdId, patientId: patient.personId, reason: marker }),
    )
    expectRefusal(answer, { status: 409, code: 'hold_expired' })
    await expectRecorded(answer, 'hold_expired')
  })

  it('a slot that another person has', async () => {
    const time = await hospital.time('later')
    const holdRequest = { ...time, visitTypeId: hospital.visitTypeId }
    await body((await hospital.person('patient')).post('/v1/holds', holdRequest))
    const answer = await sendRaw(await hospital.person('patient'), 'POST', '/v1/holds', JSON.stringify(holdRequest))
    expectRefusal(answer, { status: 409, code: 'slot_taken' })
    await expectRecorded(answer, 'slot_taken')
  })

  it('a check-in without the consent that the visit needs, which is named', async () => {
    const patient = await hospital.person('patient')
    const { id } = await bookAppointment(hospital, patient.personId, { when: 'soon' })
    const answer = await sendRaw(patient, 'POST', `/v1/appointments/${id}/check-in`, JSON.stringify(saying(marker)))
    const errors = expectRefusal(answer, { status: 409, code: 'consent_missing' })
    expect(errors).toMatchObject([{ pointer: 'consent:telehealth-treatment', code: 'required' }])
    await expectRecorded(answer, 'consent_missing')
  })

  it('a check-in from a state in which the practitioner has no license', async () => {
    const patient = await hospital.person('patient')
    const { id } = await appointmentForCheckIn(hospital, patient.personId)
    const elsewhere = saying(marker)
    elsewhere.location.state = 'CA'
    const answer = await sendRaw(patient, 'POST', `/v1/appointments/${id}/check-in`, JSON.stringify(elsewhere))
    expectRefusal(answer, { status: 409, code: 'not_licensed' })
    expect(answer.text).not.toMatch(/\bCA\b|California/)
    await expectRecorded(answer, 'not_licensed')
  })

  it('a booking for a patient in a state where no practitioner is licensed', async () => {
    const patient = await hospital.person('patient', { state: 'CA' })
    const answer = await sendRaw(
      patient,
      'POST',
      '/v1/holds',
      JSON.stringify({
        ...(await hospital.time('later')),
        visitTypeId: hospital.visitTypeId,
        patientId: patient.personId,
      }),
    )
    expectRefusal(answer, { status: 409, code: 'not_licensed' })
  })

  it('a page of another portal', async () => {
    const patient = await hospital.person('patient')
    const response = await patient.fetch('/v1/me', { headers: { origin: `https://${marker.toLowerCase()}.example` } })
    const answer = { status: response.status, headers: response.headers, text: await response.text() }
    expectRefusal(answer, { status: 403, code: 'wrong_origin' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    await expectRecorded(answer, 'wrong_origin')
  })

  it('a session after its idle limit', async () => {
    const [patient, clinician] = [await hospital.person('patient'), await hospital.person('practitioner')]
    server.clock.advance({ minutes: 15, seconds: 1 })
    expectRefusal(await getPath(clinician, '/v1/me'), { status: 401, code: 'session_expired' })
    expect((await getPath(patient, '/v1/me')).status).toBe(200)
    server.clock.advance({ minutes: 30, seconds: 1 })
    expectRefusal(await getPath(patient, '/v1/me'), { status: 401, code: 'session_expired' })
  })

  it('a session after its absolute limit, in spite of activity', async () => {
    const patient = await hospital.person('patient')
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      server.clock.advance({ minutes: 20 })
      expect((await patient.post('/v1/session/extend')).status).toBe(200)
    }
    server.clock.advance({ minutes: 20, seconds: 1 })
    expectRefusal(await getPath(patient, '/v1/me'), { status: 401, code: 'session_expired' })
  })

  it('a forged access token', async () => {
    const patient = await hospital.person('patient')
    const response = await patient.fetch('/v1/me', {
      headers: { authorization: `Bearer ${marker}.${marker}.${marker}` },
    })
    expectRefusal(
      { status: response.status, headers: response.headers, text: await response.text() },
      { status: 401, code: 'token_invalid' },
    )
  })
})

describe('when the database is gone', () => {
  it('reports it, reveals nothing, and stays up', async () => {
    const postgres = await startPostgres()
    const database = await createDatabase(postgres.url)
    const server = await startServer({ databaseUrl: database })
    let isUp = true
    try {
      const hospital = await createHospital(server)
      const patient = await hospital.person('patient')
      await body(patient.get(`/v1/patients/${patient.personId}`))
      await postgres.stop()
      isUp = false

      const read = await getPath(patient, `/v1/patients/${patient.personId}`)
      // What is held in memory is not shown either: its access cannot be recorded.
      const { code } = JSON.parse(read.text) as { code: string }
      expect(['database_unavailable', 'audit_unavailable']).toContain(code)
      expectRefusal(read, { status: 503, code })
      expect(Number(read.headers.get('retry-after'))).toBeGreaterThan(0)
      const written = await sendRaw(
        hospital.desk,
        'POST',
        '/v1/patients',
        JSON.stringify({
          name: { given: marker, family: marker },
          birthDate: '1984-06-15',
          state: 'OH',
          language: 'en',
          zone: 'America/New_York',
        }),
      )
      expectRefusal(written, { status: 503, code: 'database_unavailable' })
      const { hostname, port, password, pathname } = new URL(database)
      for (const { text } of [read, written])
        for (const secret of [hostname, port, password, pathname.slice(1), 'ECONNREFUSED'])
          expect(text).not.toContain(secret)

      expect((await fetch(`${server.url}/health/live`)).status).toBe(200)
      expect((await fetch(`${server.url}/health/ready`)).status).toBe(503)
      expect(server.logged.join('\n')).not.toMatch(new RegExp(`${marker}|postgres:postgres`, 'i'))
    } finally {
      await server.stop().catch(() => undefined)
      if (isUp) await postgres.stop()
    }
  })
})

/** A location reported at check-in, with the marker in every text. */
const saying = (text: string) => {
  const patientDetails = checkInBody()
  return {
    ...patientDetails,
    location: { ...patientDetails.location, line1: text, city: text },
    emergencyContact: { name: text, phone: '614-555-0143' },
  }
}
