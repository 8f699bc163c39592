import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, sampleLicense, type Person, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'

/* The pack has no row of Ohio, so that the strictest rule applies there: consent at each visit. In Arizona once is enough. */
describe.each(domainEngines)('consent at each visit on %s', (engine) => {
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
  /** Books a visit, at the moment when check-in opens. */
  const booked = async () => {
    const appointment = await hospital.book(patient, practitioner)
    hospital.moveTo(appointment.checkInFrom)
    return appointment.id
  }
  const checkIn = async (appointmentId: string, state = 'OH') =>
    (await hospital.signIn(patient)).post(`/v1/appointments/${appointmentId}/check-in`, checkInBody(state))
  const requirement = async (appointmentId: string) => {
    const client = await hospital.signIn(patient)
    const query = `purposes=telehealth-treatment&appointmentId=${appointmentId}`
    return (await client.get(`/v1/patients/${patient.personId}/consent-requirements?${query}`)).body.items[0]
  }
  const end = async (visitId: string) => {
    const client = await hospital.signIn(practitioner)
    expect((await client.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' })).status).toBe(200)
  }

  it('is asked for at the next visit again, with the reason; the consent for one visit does not serve another', async () => {
    await people()
    const first = await booked()
    await hospital.grant(patient, 'telehealth-treatment', first)
    expect(await requirement(first)).toMatchObject({ status: 'granted' })
    const visit = await checkIn(first)
    expect(visit.status, JSON.stringify(visit.body)).toBe(201)
    await end(visit.body.id)

    const second = await booked()
    expect(await requirement(second)).toMatchObject({ status: 'required', reason: 'each-visit' })
    const refused = await checkIn(second)
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_missing'])
    expect(refused.body.errors).toMatchObject([
      { code: 'required', message: expect.stringContaining('The law asks for this consent at each visit.') },
    ])
    await hospital.grant(patient, 'telehealth-treatment', second)
    expect(await requirement(second)).toMatchObject({ status: 'granted' })
    expect((await checkIn(second)).status).toBe(201)
  })

  it('that names no visit serves the next one, and only this', async () => {
    await people()
    await hospital.grant(patient)
    const first = await booked()
    const visit = await checkIn(first)
    expect(visit.status, JSON.stringify(visit.body)).toBe(201)
    await end(visit.body.id)
    const second = await booked()
    expect(await requirement(second)).toMatchObject({ status: 'required', reason: 'each-visit' })
    expect((await checkIn(second)).body.code).toBe('consent_missing')
    await hospital.grant(patient)
    expect((await checkIn(second)).status).toBe(201)
  })

  it('is not needed in a state where once is enough', async () => {
    await people()
    const first = await booked()
    await hospital.grant(patient, 'telehealth-treatment', first)
    const visit = await checkIn(first, 'AZ')
    expect(visit.status, JSON.stringify(visit.body)).toBe(201)
    await end(visit.body.id)
    const second = await booked()
    expect((await checkIn(second, 'AZ')).status).toBe(201)
  })

  it.each([
    ['of the profession whose law asks once', 'physician', 201],
    ['of another profession, of which the law says nothing', 'psychologist', 'consent_missing'],
    ['whose profession is not known', undefined, 'consent_missing'],
  ] as const)('depends on the practitioner: in Alabama with one %s', async (_, profession, expected) => {
    patient = await hospital.addPatient()
    practitioner = await hospital.addPractitioner([sampleLicense('AL'), sampleLicense('OH')], undefined, {
      ...(profession && { profession }),
    })
    const first = await booked()
    await hospital.grant(patient, 'telehealth-treatment', first)
    const visit = await checkIn(first, 'AL')
    expect(visit.status, JSON.stringify(visit.body)).toBe(201)
    await end(visit.body.id)
    const { status, body } = await checkIn(await booked(), 'AL')
    expect(status === 201 ? status : body.code).toBe(expected)
  })

  it('is held against the law of the practitioner who admits, when it is another than the one who was booked', async () => {
    patient = await hospital.addPatient()
    const licenses = [sampleLicense('AL'), sampleLicense('OH')]
    const booking = await hospital.addPractitioner(licenses, undefined, { profession: 'physician' })
    const colleague = await hospital.addPractitioner(licenses, undefined, { profession: 'psychologist' })
    practitioner = booking
    const first = await booked()
    await hospital.grant(patient, 'telehealth-treatment', first)
    await end((await checkIn(first, 'AL')).body.id)
    const visit = (await checkIn(await booked(), 'AL')).body
    expect(visit.status).toBe('waiting')
    const admitted = await (await hospital.signIn(colleague)).post(`/v1/visits/${visit.id}/admit`)
    expect([admitted.status, admitted.body.code]).toEqual([409, 'consent_missing'])
    expect((await (await hospital.signIn(booking)).post(`/v1/visits/${visit.id}/admit`)).status).toBe(200)
  })

  it('is asked for again in another state: before the location is stored, before admission and before a seat', async () => {
    await people()
    await hospital.grant(patient)
    const first = await booked()
    const past = await checkIn(first, 'AZ')
    await end(past.body.id)
    const visit = (await checkIn(await booked(), 'AZ')).body
    const client = await hospital.signIn(patient)
    const location = (state: string) => client.put(`/v1/visits/${visit.id}/location`, checkInBody(state))
    const refused = await location('OH')
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_missing'])
    expect(refused.body.errors).toMatchObject([{ message: expect.stringContaining('at each visit') }])
    // Another address in the same state asks for nothing.
    expect(
      (await client.put(`/v1/visits/${visit.id}/location`, checkInBody('AZ', { callbackPhone: '614-555-0199' })))
        .status,
    ).toBe(200)
    await hospital.grant(patient, 'telehealth-treatment', visit.appointmentId)
    expect((await location('OH')).status).toBe(200)
    const clinician = await hospital.signIn(practitioner)
    expect((await clinician.post(`/v1/visits/${visit.id}/admit`)).status).toBe(200)
    expect((await client.post(`/v1/visits/${visit.id}/seats`)).status).toBe(201)
  })

  it('in a visit the location is stored at once, and no seat is issued until the patient has agreed again', async () => {
    await people()
    await hospital.grant(patient)
    const first = await booked()
    await end((await checkIn(first, 'AZ')).body.id)
    const visit = (await checkIn(await booked(), 'AZ')).body
    const client = await hospital.signIn(patient)
    const clinician = await hospital.signIn(practitioner)
    expect((await clinician.post(`/v1/visits/${visit.id}/admit`)).status).toBe(200)
    for (const person of [clinician, client])
      expect((await person.post(`/v1/visits/${visit.id}/seats`)).status).toBe(201)
    const moved = await client.put(`/v1/visits/${visit.id}/location`, checkInBody('OH'))
    expect([moved.status, moved.body.location.state]).toEqual([200, 'OH'])
    for (const person of [clinician, client]) {
      const refused = await person.post(`/v1/visits/${visit.id}/seats`)
      expect([refused.status, refused.body.code]).toEqual([409, 'consent_missing'])
    }
    await hospital.grant(patient, 'telehealth-treatment', visit.appointmentId)
    for (const person of [clinician, client])
      expect((await person.post(`/v1/visits/${visit.id}/seats`)).status).toBe(201)
  })

  describe('a spoken yes', () => {
    /** Of a patient at home in Arizona, where it is enough; the practitioner may treat in Ohio too, where it is not. */
    const spoken = async () => {
      patient = await hospital.addPatient({ state: 'AZ' })
      practitioner = await hospital.addPractitioner([sampleLicense('OH'), sampleLicense('AZ')])
      const appointmentId = await booked()
      await say(appointmentId)
      return appointmentId
    }
    const say = async (appointmentId: string) => {
      const nurse = await hospital.as('nurse')
      const query = 'purposes=telehealth-treatment&language=en&state=AZ'
      const path = `/v1/patients/${patient.personId}`
      const [{ document }] = (await nurse.get(`${path}/consent-requirements?${query}`)).body.items
      const { id: documentId, version, language, contentHash, sections } = document
      const { status, body } = await nurse.post(`${path}/consents`, {
        ...{ documentId, version, language, contentHash, appointmentId, decision: 'granted', zone: 'America/Phoenix' },
        sectionsSeen: sections.map(({ id }: { id: string }) => id),
        signature: { kind: 'attested', name: 'Pat Sample' },
        spoken: { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true },
      })
      expect(status, JSON.stringify(body)).toBe(201)
    }
    const wanted = async (client: SignedInClient, appointmentId: string, state: string) => {
      const query = `purposes=telehealth-treatment&appointmentId=${appointmentId}&state=${state}`
      return (await client.get(`/v1/patients/${patient.personId}/consent-requirements?${query}`)).body.items[0]
    }
    const refusal = ({ status, body }: Awaited<ReturnType<SignedInClient['get']>>) => [
      status,
      body.code,
      body.errors?.[0]?.message,
    ]
    const mustBeSigned = [
      409,
      'consent_missing',
      'The law where the patient is wants a signature. Have them sign it.',
    ] as const

    it('is not enough at a check-in from a state that wants a signature, says so before, and a signed one is', async () => {
      const appointmentId = await spoken()
      const client = await hospital.signIn(patient)
      expect(await wanted(client, appointmentId, 'AZ')).toMatchObject({ status: 'granted' })
      expect(await wanted(client, appointmentId, 'OH')).toMatchObject({ status: 'required', reason: 'must-be-signed' })
      expect(await wanted(await hospital.as('nurse'), appointmentId, 'OH')).toMatchObject({
        ...{ status: 'required', reason: 'must-be-signed', form: 'written' },
      })
      expect(refusal(await checkIn(appointmentId, 'OH'))).toEqual(mustBeSigned)
      await hospital.grant(patient, 'telehealth-treatment', appointmentId)
      expect(await wanted(client, appointmentId, 'OH')).toMatchObject({ status: 'granted' })
      expect((await checkIn(appointmentId, 'OH')).status).toBe(201)
    })

    it('is enough from the state that accepts it, up to the seat', async () => {
      const visit = await checkIn(await spoken(), 'AZ')
      expect(visit.status, JSON.stringify(visit.body)).toBe(201)
      const clinician = await hospital.signIn(practitioner)
      expect(await readiness(clinician)).toBe('done')
      expect((await clinician.post(`/v1/visits/${visit.body.id}/admit`)).status).toBe(200)
      expect((await clinician.post(`/v1/visits/${visit.body.id}/seats`)).status).toBe(201)
    })

    it('is asked for in writing by a patient who moves: before the location is stored', async () => {
      const visit = (await checkIn(await spoken(), 'AZ')).body
      const client = await hospital.signIn(patient)
      const location = () => client.put(`/v1/visits/${visit.id}/location`, checkInBody('OH'))
      expect(refusal(await location())).toEqual(mustBeSigned)
      await hospital.grant(patient, 'telehealth-treatment', visit.appointmentId)
      expect((await location()).status).toBe(200)
    })

    it('for another state does not go before a signature: not in the queue, at admission or for a seat', async () => {
      const appointmentId = await spoken()
      await hospital.grant(patient, 'telehealth-treatment', appointmentId)
      const visit = (await checkIn(appointmentId, 'OH')).body
      const clinician = await hospital.signIn(practitioner)
      // Staff record a later yes, for a state where the patient is not.
      await say(appointmentId)
      expect(await readiness(clinician)).toBe('open')
      expect(refusal(await clinician.post(`/v1/visits/${visit.id}/admit`))).toEqual(mustBeSigned)
      await hospital.grant(patient, 'telehealth-treatment', appointmentId)
      expect(await readiness(clinician)).toBe('done')
      expect((await clinician.post(`/v1/visits/${visit.id}/admit`)).status).toBe(200)
      await say(appointmentId)
      expect(refusal(await clinician.post(`/v1/visits/${visit.id}/seats`))).toEqual(mustBeSigned)
      await hospital.grant(patient, 'telehealth-treatment', appointmentId)
      expect((await clinician.post(`/v1/visits/${visit.id}/seats`)).status).toBe(201)
    })

    const readiness = async (clinician: SignedInClient) => {
      const { body } = await clinician.get(`/v1/practitioners/${practitioner.practitionerId}/queue`)
      return body.items[0].readiness.consent
    }
  })

  it('keeps the visit with the decision, and in what was signed', async () => {
    await people()
    const appointmentId = await booked()
    const consentId = await hospital.grant(patient, 'telehealth-treatment', appointmentId)
    const client = await hospital.signIn(patient)
    const { items } = (await client.get(`/v1/patients/${patient.personId}/consents`)).body
    expect(items).toMatchObject([{ id: consentId, appointmentId }])
    const { statement } = (await client.get(`/v1/consents/${consentId}/evidence`)).body
    expect(JSON.parse(statement)).toMatchObject({ format: 'visitkit.consent-statement/5', appointmentId })
  })
})
