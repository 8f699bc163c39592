import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '../../../platform/documents/read-pdf.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'
import { written } from '../../prescriptions/tests/practice.testing.ts'

interface Recipient {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly state: string
  readonly lastSentOn?: string
}

describe.each(domainEngines)('who was sent what is corrected, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine, partners: ['pharmacy', 'laboratory'] }))
  })
  afterAll(() => ward.stop())

  const pathOf = (patientId: string): string => `/v1/patients/${patientId}/privacy-requests`
  const officer = (): Promise<SignedInClient> => ward.as('privacy-officer')
  const hospitalDay = async (): Promise<string> => {
    const { zone } = await answered((await officer()).get('/v1/organization'), 200)
    return ward.clock.now().toLocaleDateString('sv', { timeZone: zone })
  }

  /** With what a prescription and an order need. */
  const added = (): Promise<string> =>
    ward.addPatient({
      phone: '614-555-0142',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    })

  /** A visit with a prescription that is at the pharmacy and an order that is at the laboratory. */
  const treated = async (patientId: string): Promise<string> => {
    const visitId = await ward.visited(patientId)
    const doctor = await ward.asDoctor()
    const own = `/v1/patients/${patientId}`
    await answered(doctor.put(`${own}/allergies/none-known`), 200)
    const medicine = written({ visitId, pharmacyId: '9900005' })
    const prescribed = await answered(doctor.post(`${own}/prescriptions`, medicine), 201)
    await answered(doctor.post(`/v1/prescriptions/${prescribed.id}/sign`, { version: prescribed.version }), 200)
    const tests = [{ code: 'K', answers: [] }]
    await answered(
      doctor.post(`${own}/lab-orders`, { tests, diagnosisCodes: ['I10'], priority: 'routine', visitId }),
      201,
    )
    await ward.runJob('labs.transmit')
    await ward.runJob('prescriptions.transmit')
    await ward.settle()
    return visitId
  }

  /** A correction of the note of a visit, which was accepted. */
  const corrected = async (patientId: string, visitId: string) => {
    const note = await ward.sign(visitId)
    const patient = await ward.asPatient(patientId)
    const asked = { kind: 'correction', what: 'It says that I smoke.', visitId }
    const request = await answered(patient.post(pathOf(patientId), asked), 201)
    ward.moveTo(new Date(ward.clock.now().getTime() + 60_000))
    await ward.addend(note, 'canary-addendum')
    const decision = { decision: 'accepted', text: 'Corrected in the note.', version: 1 }
    return answered((await officer()).post(`/v1/privacy-requests/${request.id}/decision`, decision), 200)
  }

  it('are listed with the accepted correction of a note: those that were sent something of its visit', async () => {
    const patientId = await added()
    const visitId = await treated(patientId)
    const { recipients } = await corrected(patientId, visitId)
    expect(recipients.map(({ kind, state }: Recipient) => [kind, state]).toSorted()).toEqual([
      ['laboratory', 'asking'],
      ['pharmacy', 'asking'],
    ])
    for (const { name, lastSentOn } of recipients) {
      expect(name).toMatch(/\w{4}/)
      expect(lastSentOn).toBe(await hospitalDay())
    }
    const { items } = await answered((await ward.asPatient(patientId)).get(pathOf(patientId)), 200)
    expect(items[0].recipients).toEqual(recipients)
    // Who treats the patient reads the request, and not to whom it is passed on.
    const { items: read } = await answered((await ward.asDoctor()).get(pathOf(patientId)), 200)
    expect(read[0].status).toBe('accepted')
    expect(read[0].recipients).toBeUndefined()
  })

  it('are not those of another visit; of another part of the record they are all, with those that staff recorded', async () => {
    const patientId = await added()
    await treated(patientId)
    const other = await ward.visited(patientId)
    expect((await corrected(patientId, other)).recipients).toEqual([])
    const client = await officer()
    const recorded = { patientId, on: await hospitalDay(), what: 'The note', recipient: { name: 'County Court' } }
    await answered(client.post('/v1/disclosures', { ...recorded, purpose: 'court' }), 201)
    const secret = { ...recorded, recipient: { name: 'Police' }, purpose: 'law-enforcement' }
    const suspension = { until: await hospitalDay(), statement: 'oral', official: 'Officer Sample' }
    await answered(client.post('/v1/disclosures', { ...secret, suspension }), 201)
    await answered(
      client.post('/v1/disclosures', { ...recorded, recipient: { name: 'The patient' }, purpose: 'to-patient' }),
      201,
    )
    const patient = await ward.asPatient(patientId)
    const asked = await answered(patient.post(pathOf(patientId), { kind: 'correction', what: 'My address' }), 201)
    const denial = { decision: 'denied', ground: 'accurate-and-complete', text: 'It is right.', version: 1 }
    const denied = await answered(client.post(`/v1/privacy-requests/${asked.id}/decision`, denial), 200)
    expect(denied.recipients, 'a denial alone changes nothing').toBeUndefined()
    const said = await answered(
      patient.post(`/v1/privacy-requests/${asked.id}/disagreement`, { text: 'It is not.', version: 2 }),
      200,
    )
    expect(
      (said.recipients ?? []).map(({ kind, name }: Recipient) => (kind === 'named' ? name : kind)).toSorted(),
    ).toEqual(['County Court', 'laboratory', 'pharmacy'])
  })

  it('are notified only if the patient agrees, and the patient names others', async () => {
    const patientId = await added()
    const { id, recipients, version } = await corrected(patientId, await treated(patientId))
    const pharmacy = recipients.find(({ kind }: Recipient) => kind === 'pharmacy')
    const laboratory = recipients.find(({ kind }: Recipient) => kind === 'laboratory')
    const client = await officer()
    const waiting = async (): Promise<string[]> =>
      (await answered(client.get('/v1/privacy-requests?waitsFor=notification&limit=100'), 200)).items.map(
        (one: { id: string }) => one.id,
      )
    const record = (recipientId: string, body: object) =>
      client.post(`/v1/privacy-requests/${id}/recipients/${recipientId}/notification`, body)
    const letter = (recipientId: string) => client.fetch(`/v1/privacy-requests/${id}/recipients/${recipientId}/letter`)
    const on = await hospitalDay()
    const sent = { outcome: 'notified', on, channel: 'mail', version }
    expect(await waiting(), 'the patient has not chosen yet').toContain(id)
    expect((await record(pharmacy.id, sent)).body.code, 'nobody agreed yet').toBe('nothing_to_notify')

    const patient = await ward.asPatient(patientId)
    const choose = (body: object) => patient.post(`/v1/privacy-requests/${id}/recipients`, body)
    const others = [{ name: 'Dr. Example', address: '5 Example Street' }]
    expect((await choose({ notify: [crypto.randomUUID()], others: [], version })).status).toBe(404)
    const chosen = await answered(choose({ notify: [pharmacy.id], others, version }), 200)
    expect(chosen.recipients.map(({ name, state }: Recipient) => [name, state])).toEqual([
      ...recipients.map(({ name, kind }: Recipient) => [name, kind === 'pharmacy' ? 'to-notify' : 'declined']),
      ['Dr. Example', 'to-notify'],
    ])
    expect(await waiting()).toContain(id)
    for (const act of [await record(laboratory.id, { ...sent, version: 3 })])
      expect(act.body.code, 'the patient does not want it').toBe('nothing_to_notify')
    expect((await letter(laboratory.id)).status).toBe(409)

    const { text } = await readPdf(new Uint8Array(await (await letter(pharmacy.id)).arrayBuffer()))
    for (const part of ['It says that I smoke.', 'canary-addendum', 'Corrected in the note.', pharmacy.name])
      expect(text).toContain(part)

    const doctor = chosen.recipients.at(-1)
    const earlier = { ...sent, on: '2020-01-01', version: 3 }
    expect((await record(pharmacy.id, earlier)).body).toMatchObject({ code: 'day_refused' })
    const failed = { ...sent, outcome: 'not-possible', channel: 'telephone', version: 3 }
    expect((await record(doctor.id, failed)).body.code).toBe('reason_missing')
    await answered(record(doctor.id, { ...failed, note: 'The number is out of use.' }), 200)
    expect(await waiting()).toContain(id)
    await answered(record(pharmacy.id, { ...sent, version: 4 }), 200)
    expect(await waiting(), 'no one is left').not.toContain(id)
    expect((await record(pharmacy.id, { ...sent, version: 5 })).body.code, 'once').toBe('nothing_to_notify')

    const { items } = await answered((await ward.asPatient(patientId)).get(pathOf(patientId)), 200)
    const states = items[0].recipients.map(({ name, state, notification }: Recipient & { notification?: object }) => ({
      ...{ name, state, notification },
    }))
    expect(states).toContainEqual({
      name: pharmacy.name,
      state: 'notified',
      notification: { on, channel: 'mail', by: null },
    })
    expect(states).toContainEqual(
      expect.objectContaining({
        state: 'not-possible',
        notification: expect.objectContaining({ note: 'The number is out of use.' }),
      }),
    )
    // Who was notified stays so when the patient chooses again.
    const again = await answered(choose({ notify: [], others: [], version: 5 }), 200)
    expect(again.recipients.map(({ state }: Recipient) => state).toSorted()).toEqual([
      'declined',
      'not-possible',
      'notified',
    ])
  })

  it('are chosen by no other patient, and shown to no one who may not answer', async () => {
    const patientId = await ward.addPatient()
    const { id } = await corrected(patientId, await ward.visited(patientId))
    const stranger = await ward.asPatient(await ward.addPatient())
    const choice = { notify: [], others: [{ name: 'Me' }], version: 2 }
    expect((await stranger.post(`/v1/privacy-requests/${id}/recipients`, choice)).status).toBe(404)
    for (const role of ['practitioner', 'front-desk', 'biller'])
      expect((await (await ward.as(role)).get('/v1/privacy-requests?waitsFor=notification')).status, role).toBe(403)
  })
})
