import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMember, addPractitioner } from '../domains/directory/index.ts'
import { sampleLicense } from '../domains/directory/tests/lakeside.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { written } from '../domains/prescriptions/tests/practice.testing.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'
import { signPartTwo } from './part-two.testing.ts'

type Schemas = components['schemas']

let ward: FollowUpHospital & TestHospital<'laboratory' | 'pharmacy'>
let doctor: SignedInClient
beforeAll(async () => {
  ward = await withFollowUpVerbs(await createTestHospital({ engine: 'pglite', partners: ['pharmacy', 'laboratory'] }))
  const type = ward.types.get('primary-care-visit')
  const change = { sensitivity: 'substance-use', questionnaires: [], version: type?.version }
  await answered((await ward.as('administrator')).patch(`/v1/visit-types/${type?.id}`, change), 200)
}, 300_000)
afterAll(() => ward?.stop())

interface Seen {
  readonly patientId: string
  readonly visitId: string
  readonly self: SignedInClient
}

/** A visit about substance use; a `primary-care-follow-up` is about something else. */
const seen = async (visitType = 'primary-care-visit', patient?: Seen): Promise<Seen> => {
  const address = { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' }
  const name = { given: 'Robin', family: 'Sample' }
  const patientId = patient?.patientId ?? (await ward.addPatient({ name, phone: '614-555-0142', address }))
  const visitId = await ward.visited(patientId, visitType)
  doctor = await ward.asDoctor()
  return { patientId, visitId, self: await ward.asPatient(patientId) }
}
const agree = async ({ self, patientId }: Seen, purpose: Parameters<typeof signPartTwo>[2]): Promise<string> =>
  (await answered(signPartTwo(self, patientId, purpose), 201)).id
const revoke = ({ self }: Seen, consentId: string) => answered(self.post(`/v1/consents/${consentId}/revoke`), 200)

const placeOrder = ({ patientId }: Seen, more: object = {}, by = doctor) =>
  by.post(`/v1/patients/${patientId}/lab-orders`, {
    ...{ tests: [{ code: 'K', answers: [] }], diagnosisCodes: ['I10'], priority: 'routine', selfPay: true, ...more },
  })
const prescribe = async ({ patientId }: Seen, more: object = {}, by = doctor): Promise<Schemas['Prescription']> => {
  const draft = { ...written({ pharmacyId: '9900005' }), ...more }
  return reasoned(await answered(by.post(`/v1/patients/${patientId}/prescriptions`, draft), 201), draft, by)
}
const reasoned = ({ id, version, alerts }: Schemas['Prescription'], draft: object, by = doctor) => {
  const acknowledgments = alerts.map(({ id: alertId }) => ({ alertId, reason: 'Sample reason.' }))
  return answered(by.put(`/v1/prescriptions/${id}`, { ...draft, acknowledgments, version }), 200)
}
const renew = async ({ id }: Schemas['Prescription']): Promise<Schemas['Prescription']> =>
  reasoned(await answered(doctor.post(`/v1/prescriptions/${id}/renew`), 201), written({ pharmacyId: '9900005' }))
const sign = ({ id, version }: Schemas['Prescription'], by = doctor) =>
  by.post(`/v1/prescriptions/${id}/sign`, { version })

const transmit = async (): Promise<void> => {
  for (const job of ['labs.transmit', 'prescriptions.transmit']) await ward.runJob(job)
}
const arrived = () => ({
  order: ward.partners.laboratory.messages.at(-1),
  note: ward.partners.pharmacy.network().received.at(-1)?.text.note,
  count: ward.partners.laboratory.messages.length + ward.partners.pharmacy.network().received.length,
})

describe('between visits, what the practitioner of a visit about substance use sends without naming a visit', () => {
  it('is neither ordered nor prescribed without the consent, and goes with the notice', async () => {
    const visit = await seen()
    const draft = await prescribe(visit)
    const { count } = arrived()
    for (const asked of [() => placeOrder(visit), () => sign(draft)]) {
      const { status, body } = await asked()
      expect([status, body.code]).toEqual([409, 'part_two_consent_missing'])
    }
    await transmit()
    expect(arrived().count).toBe(count)
    await agree(visit, 'part-two-disclosure')
    const order = await answered(placeOrder(visit), 201)
    const prescription = await answered(sign(draft), 200)
    expect([order.visitId, prescription.visitId]).toEqual([undefined, undefined])
    await transmit()
    expect(arrived().order).toMatch(/\rNTE\|1\|P\|This record which has been disclosed to you is protected/)
    expect(arrived().note).toContain('42 CFR part 2 prohibits unauthorized use or disclosure of these records.')
  })

  it('does not exist for a proxy, nor for staff who may not read such a visit', async () => {
    const visit = await seen()
    await agree(visit, 'part-two-disclosure')
    const prescription = await answered(sign(await prescribe(visit)), 200)
    const order = await answered(placeOrder(visit), 201)
    const others = [await ward.asProxy(visit.patientId, ['schedule', 'visit', 'record']), await ward.as('nurse')]
    const listed = async (by: SignedInClient) =>
      JSON.stringify([
        (await answered(by.get(`/v1/patients/${visit.patientId}/prescriptions`), 200)).items,
        (await answered(by.get(`/v1/patients/${visit.patientId}/lab-orders`), 200)).items,
      ])
    for (const other of others) {
      expect(await listed(other)).not.toContain(prescription.id)
      expect(await listed(other)).not.toContain(order.id)
    }
    expect(await listed(visit.self)).toContain(prescription.id)
    expect(await listed(visit.self)).toContain(order.id)
  })

  it('is sent as before if it names a visit about something else', async () => {
    const visit = await seen()
    const { visitId } = await seen('primary-care-follow-up', visit)
    await answered(placeOrder(visit, { visitId }), 201)
    await answered(sign(await prescribe(visit, { visitId })), 200)
    await transmit()
    expect(JSON.stringify(arrived())).not.toContain('42 CFR part 2')
  })

  it('is sent as before by a practitioner who held no such visit', async () => {
    const visit = await seen()
    const subject = newId()
    const member = await ward.keep('directory', (context) =>
      addMember(context, {
        displayName: 'Dr. Other Example',
        roles: ['practitioner'],
        identity: { issuer: 'https://login.lakeside.example', subject },
      }),
    )
    const practitioner = await ward.keep('directory', (context) =>
      addPractitioner(context, {
        ...{ memberId: member.id, displayName: 'Dr. Other Example', title: [{ language: 'en', text: 'Physician' }] },
        ...{ specialties: ['primary-care'], languages: ['en'], zone: 'America/New_York', npi: '1245319599' },
        licenses: [sampleLicense({ expiresOn: '2028-12-31' })],
      }),
    )
    const other = await ward.as('practitioner', { personId: member.id, practitionerId: practitioner.id })
    await answered(placeOrder(visit, {}, other), 201)
    await answered(sign(await prescribe(visit, {}, other), other), 200)
    await transmit()
    expect(JSON.stringify(arrived())).not.toContain('42 CFR part 2')
  })

  it('is what it renews: of a visit about substance use, or of another', async () => {
    const visit = await seen()
    const consentId = await agree(visit, 'part-two-disclosure')
    const first = await answered(sign(await prescribe(visit, { visitId: visit.visitId })), 200)
    const { visitId } = await seen('primary-care-follow-up', visit)
    const other = await answered(sign(await prescribe(visit, { visitId })), 200)
    await transmit()
    await revoke({ ...visit, self: await ward.asPatient(visit.patientId) }, consentId)
    expect((await sign(await renew(first))).body.code).toBe('part_two_consent_missing')
    await answered(sign(await renew(other)), 200)
  })
})

describe('a visit about substance use has counseling notes', () => {
  const text = 'Spoke of the lantern in the harbour.'
  const pathOf = ({ visitId }: Seen) => `/v1/visits/${visitId}/psychotherapy-note`
  const save = (visit: Seen) => doctor.put(pathOf(visit), { text, version: 0 })
  const read = (visit: Seen): Promise<Schemas['PsychotherapyNote']> => answered(doctor.get(pathOf(visit)), 200)

  it('of a kind of their own, in each specialty, which only the counselor reads', async () => {
    const visit = await seen()
    const open = () => answered(doctor.post(`/v1/visits/${visit.visitId}/note`), 200)
    expect(await open()).toMatchObject({ psychotherapyNotes: true, ownNotes: 'substance-use-counseling' })
    expect(await answered(save(visit), 200)).toMatchObject({ kind: 'substance-use-counseling', version: 1 })
    expect(await read(visit)).toMatchObject({ kind: 'substance-use-counseling', text })
    for (const role of ['nurse', 'front-desk', 'biller', 'privacy-officer', 'administrator'] as const)
      expect((await (await ward.as(role)).get(pathOf(visit))).status).toBe(403)
    expect((await visit.self.get(pathOf(visit))).status).toBe(403)
    const listed = await answered(doctor.get(`/v1/patients/${visit.patientId}/notes`), 200)
    expect(JSON.stringify([listed, await open()])).not.toContain('lantern')
  })

  it('that no other consent covers; the author reads which one does, and the notice that goes with a copy', async () => {
    const visit = await seen()
    await answered(save(visit), 200)
    await agree(visit, 'part-two-disclosure')
    expect((await read(visit)).consent).toBeUndefined()
    const consentId = await agree(visit, 'part-two-counseling-notes')
    const { consent } = await read(visit)
    expect(consent).toMatchObject({ consentId, notice: expect.stringContaining('Federal confidentiality rules') })
    expect(consent?.scope).toContain(`consent ${consentId}`)
    expect(consent?.scope).toContain('It covers: counseling notes.')
    await revoke(visit, consentId)
    expect((await read(visit)).consent).toBeUndefined()
  })

  it('and a visit about something else has none', async () => {
    const visit = await seen('primary-care-follow-up')
    const note = await answered(doctor.post(`/v1/visits/${visit.visitId}/note`), 200)
    expect([note.psychotherapyNotes, note.ownNotes]).toEqual([false, undefined])
    expect((await save(visit)).status).toBe(404)
  })
})
