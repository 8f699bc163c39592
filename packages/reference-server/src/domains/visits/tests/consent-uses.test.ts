import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, sampleLicense, type Person, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'

/* In Arizona once is enough, so that one consent serves several visits. */
describe.each(domainEngines)('what a consent was used for on %s', (engine) => {
  let hospital: VisitHospital
  let patient: Person
  let practitioner: Person
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())

  const people = async () => {
    patient = await hospital.addPatient()
    practitioner = await hospital.addPractitioner([sampleLicense('OH'), sampleLicense('AZ')])
  }
  const checkedIn = async () => {
    const { id, checkInFrom } = await hospital.book(patient, practitioner)
    hospital.moveTo(checkInFrom)
    const client = await hospital.signIn(patient)
    return answered(client.post(`/v1/appointments/${id}/check-in`, checkInBody('AZ')), 201)
  }
  const act = async (visitId: string, verb: string, body?: object) =>
    (await hospital.signIn(practitioner)).post(`/v1/visits/${visitId}/${verb}`, body)
  const usesOf = async (consentId: string, person: Person = patient, query = '') =>
    (await hospital.signIn(person)).get(`/v1/patients/${patient.personId}/consents/${consentId}/uses${query}`)

  const stepsOf = async (id: string) =>
    (await usesOf(id)).body.items.flatMap(({ uses }: { uses: { step: string }[] }) => uses.map(({ step }) => step))

  it('is in the ledger with each check-in, admission and seat that it permitted, and with nothing else', async () => {
    await people()
    const consentId = await hospital.grant(patient)
    const visit = await checkedIn()
    expect((await act(visit.id, 'admit')).status).toBe(200)
    expect((await act(visit.id, 'seats')).status).toBe(201)
    expect((await act(visit.id, 'end', { outcome: 'completed' })).status).toBe(200)
    const rows = await hospital.accessRows({ patientId: patient.personId })
    const permitted = rows.filter(({ consents }) => consents === consentId).map(({ operation }) => operation)
    expect(permitted).toEqual(['checkIn', 'admitPatient', 'takeSeat'])
    expect(rows.filter(({ consents }) => consents !== null)).toHaveLength(3)
  })

  it('is each check-in and admission that relied on it, the newest visit first, and stays after it is revoked', async () => {
    await people()
    const consentId = await hospital.grant(patient)
    expect((await usesOf(consentId)).body).toMatchObject({ items: [], nextCursor: null })
    const first = await checkedIn()
    expect((await act(first.id, 'admit')).status).toBe(200)
    expect((await act(first.id, 'end', { outcome: 'completed' })).status).toBe(200)
    const second = await checkedIn()
    const client = await hospital.signIn(patient)
    expect((await client.post(`/v1/consents/${consentId}/revoke`)).status).toBe(200)

    const { status, body } = await usesOf(consentId)
    expect([status, body.patientId, body.consentId]).toEqual([200, patient.personId, consentId])
    const steps = body.items.map(
      ({ visitId, uses }: { visitId: string; uses: { step: string; purpose: string }[] }) => [
        visitId,
        uses.map(({ step, purpose }) => `${step} ${purpose}`),
      ],
    )
    expect(steps).toEqual([
      [second.id, ['check-in telehealth-treatment']],
      [first.id, ['check-in telehealth-treatment', 'admission telehealth-treatment']],
    ])
    expect(body.items[0]).toMatchObject({
      appointmentId: second.appointmentId,
      practitioner: { displayName: 'Dr. Casey Example' },
      visitTypeName: expect.arrayContaining([expect.objectContaining({ language: 'en' })]),
    })
  })

  it('is the consent that counted then: one that was given later was not used', async () => {
    await people()
    const before = await hospital.grant(patient)
    const visit = await checkedIn()
    const after = await hospital.grant(patient)
    expect((await act(visit.id, 'admit')).status).toBe(200)
    expect(await stepsOf(before)).toEqual(['check-in'])
    expect(await stepsOf(after)).toEqual(['admission'])
  })

  it('is a seat with a consent that was given after the admission, once: in a visit that stopped, and in another state', async () => {
    await people()
    const first = await hospital.grant(patient)
    const visit = await checkedIn()
    expect((await act(visit.id, 'admit')).status).toBe(200)
    const client = await hospital.signIn(patient)
    const seats = async () => {
      for (const taken of [await act(visit.id, 'seats'), await client.post(`/v1/visits/${visit.id}/seats`)])
        expect(taken.status, JSON.stringify(taken.body)).toBe(201)
    }
    await seats()
    expect((await client.post(`/v1/consents/${first}/revoke`)).status).toBe(200)
    await hospital.settle()
    const again = await hospital.grant(patient)
    await hospital.settle()
    expect(await stepsOf(again)).toEqual([])
    await seats()
    expect(await stepsOf(first)).toEqual(['check-in', 'admission'])
    expect(await stepsOf(again)).toEqual(['seat'])
    // In Ohio the law asks at each visit.
    expect((await client.put(`/v1/visits/${visit.id}/location`, checkInBody('OH'))).status).toBe(200)
    const there = await hospital.grant(patient, 'telehealth-treatment', visit.appointmentId)
    await seats()
    expect(await stepsOf(there)).toEqual(['seat'])
    expect((await act(visit.id, 'end', { outcome: 'completed' })).status).toBe(200)
    expect(await stepsOf(there)).toEqual(['seat'])
  })

  it('comes in pages', async () => {
    await people()
    const consentId = await hospital.grant(patient)
    const visits = []
    for (let count = 0; count < 2; count++) {
      const visit = await checkedIn()
      visits.unshift(visit.id)
      await act(visit.id, 'end', { outcome: 'patient-left' })
    }
    const page = (await usesOf(consentId, patient, '?limit=1')).body
    const next = (await usesOf(consentId, patient, `?limit=1&cursor=${page.nextCursor}`)).body
    expect([...page.items, ...next.items].map(({ visitId }) => visitId)).toEqual(visits)
    expect(next.nextCursor).toBeNull()
  })

  it('is read by those who treat the patient, by no one else, and each read is recorded, also of an empty list', async () => {
    await people()
    const consentId = await hospital.grant(patient)
    const visit = await checkedIn()
    const unused = await hospital.grant(patient, 'recording')
    expect((await usesOf(unused, practitioner)).body.items).toEqual([])
    const accesses = await (await hospital.signIn(patient)).get(`/v1/patients/${patient.personId}/accesses?limit=100`)
    expect(accesses.body.items).toContainEqual(
      expect.objectContaining({
        action: 'search',
        entity: 'Visit',
        actor: expect.objectContaining({ kind: 'member' }),
      }),
    )
    expect((await usesOf(consentId, practitioner)).body.items).toMatchObject([{ visitId: visit.id }])
    const other = await hospital.addPatient()
    expect((await usesOf(consentId, other)).status).toBe(404)
    // An id of another patient finds nothing.
    const own = await (await hospital.signIn(other)).get(`/v1/patients/${other.personId}/consents/${consentId}/uses`)
    expect(own.body).toMatchObject({ items: [] })
  })
})
