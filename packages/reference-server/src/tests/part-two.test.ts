import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpSampleBilling } from '../domains/billing/tests/set-up-sample-billing.testing.ts'
import { insure } from '../domains/billing/tests/held-visits.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../domains/follow-up/tests/ward.testing.ts'
import { written } from '../domains/prescriptions/tests/practice.testing.ts'
import type { SignedInClient } from '../platform/http/tests/server.testing.ts'
import { answered } from '../test-kit/answered.ts'
import { createTestHospital, type TestHospital } from '../test-kit/test-hospital.ts'
import { completeTerms, signPartTwo } from './part-two.testing.ts'

type Schemas = components['schemas']

const shortNotice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.'

/** What leaves the organization about visits about substance use, to partners over the network. */
describe('a visit about substance use', () => {
  let ward: FollowUpHospital & TestHospital<'laboratory' | 'pharmacy' | 'clearinghouse'>
  let doctor: SignedInClient
  let biller: SignedInClient
  beforeAll(async () => {
    ward = await withFollowUpVerbs(
      await createTestHospital({ engine: 'pglite', partners: ['pharmacy', 'laboratory', 'clearinghouse'] }),
    )
    await ward.keep('billing', (context) => setUpSampleBilling(context, '2026-11-25'))
    const type = ward.types.get('primary-care-visit')
    const change = { sensitivity: 'substance-use', questionnaires: [], version: type?.version }
    await answered((await ward.as('administrator')).patch(`/v1/visit-types/${type?.id}`, change), 200)
    doctor = await ward.asDoctor()
    biller = await ward.as('biller')
  })
  afterAll(() => ward?.stop())

  interface Seen {
    readonly patientId: string
    readonly visitId: string
    readonly self: SignedInClient
    readonly claimId: string
  }

  const seen = async (visitType = 'primary-care-visit'): Promise<Seen> => {
    biller = await ward.as('biller')
    const patientId = await ward.addPatient({
      name: { given: 'Robin', family: 'Sample' },
      phone: '614-555-0142',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    })
    await insure(biller, patientId, 'Lakeside Mutual Health')
    const visitId = await ward.visited(patientId, visitType)
    await ward.sign(visitId, { services: [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }] })
    doctor = await ward.asDoctor()
    biller = await ward.as('biller')
    const { id: claimId } = await answered(biller.get(`/v1/visits/${visitId}/claim`), 200)
    return { patientId, visitId, self: await ward.asPatient(patientId), claimId }
  }

  const placeOrder = ({ patientId, visitId }: Seen) =>
    doctor.post(`/v1/patients/${patientId}/lab-orders`, {
      ...{ tests: [{ code: 'K', answers: [] }], diagnosisCodes: ['I10'], priority: 'routine', visitId },
    })
  const prescribe = async ({ patientId, visitId }: Seen, more: object = {}): Promise<Schemas['Prescription']> => {
    const draft = { ...written({ visitId, pharmacyId: '9900005' }), ...more }
    const { id, version, alerts } = await answered(doctor.post(`/v1/patients/${patientId}/prescriptions`, draft), 201)
    const acknowledgments = alerts.map(({ id: alertId }: { id: string }) => ({ alertId, reason: 'Sample reason.' }))
    return answered(doctor.put(`/v1/prescriptions/${id}`, { ...draft, acknowledgments, version }), 200)
  }
  const signPrescription = ({ id, version }: Schemas['Prescription']) =>
    doctor.post(`/v1/prescriptions/${id}/sign`, { version })
  const submit = async ({ claimId }: Seen) => {
    const { version } = await answered(biller.get(`/v1/claims/${claimId}`), 200)
    return biller.post(`/v1/claims/${claimId}/submit`, { version })
  }
  const transmit = async (): Promise<void> => {
    for (const job of ['labs.transmit', 'prescriptions.transmit', 'billing.transmit']) await ward.runJob(job)
  }
  const arrived = () => ({
    orders: ward.partners.laboratory.messages.length,
    scripts: ward.partners.pharmacy.network().received.length,
    claims: ward.partners.clearinghouse.received.size,
  })

  it('sends nothing without the consent, and says why to the person who asks for it', async () => {
    const visit = await seen()
    const draft = await prescribe(visit)
    const before = arrived()
    for (const asked of [() => placeOrder(visit), () => signPrescription(draft), () => submit(visit)]) {
      const { status, body } = await asked()
      expect([status, body.code]).toEqual([409, 'part_two_consent_missing'])
      expect(body.detail).toMatch(/Ask the patient to sign it/)
    }
    const form = await biller.get(`/v1/claims/${visit.claimId}/cms-1500`)
    expect([form.status, form.body.code]).toEqual([409, 'part_two_consent_missing'])
    await transmit()
    expect(arrived()).toEqual(before)
    // Nothing is lost: the work waits where it was.
    expect((await answered(doctor.get(`/v1/prescriptions/${draft.id}`), 200)).status).toBe('draft')
    expect((await answered(biller.get(`/v1/claims/${visit.claimId}`), 200)).state).toBe('ready')
  })

  it('sends each message with the notice and what the patient agreed to, and accounts for it with the consent', async () => {
    const visit = await seen()
    const { id: consentId } = await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    await answered(placeOrder(visit), 201)
    await answered(signPrescription(await prescribe(visit)), 200)
    await answered(submit(visit), 200)
    await transmit()
    const order = ward.partners.laboratory.messages.at(-1) ?? ''
    expect(order).toMatch(/\rNTE\|1\|P\|This record which has been disclosed to you is protected by Federal/)
    expect(order).toContain(`The patient signed consent ${consentId} on`)
    const script = ward.partners.pharmacy.network().received.at(-1)
    expect(script?.text.note).toContain(`${shortNotice} Consent of`)
    const claim = [...ward.partners.clearinghouse.received.values()].at(-1)?.content ?? ''
    expect(claim).toContain(`NTE*ADD*${shortNotice.toUpperCase()}~`)
    expect(claim).toMatch(/NTE\*ADD\*CONSENT OF [\d-]+ {2}BILLS AND CLAIMS, PAYMENT\.~/)
    expect(claim).toContain(`PWK*OZ*AA***AC*${consentId.toUpperCase()}~`)
    const boxes: { box: string; value: string }[] = (
      await answered(biller.get(`/v1/claims/${visit.claimId}/cms-1500`), 200)
    ).boxes
    expect(boxes.find(({ box }) => box === '19')?.value).toBe(shortNotice.slice(0, -1))
    // The clearinghouse has read it: the payer's answer arrives.
    await ward.runJob('billing.fetch-mailbox')
    expect((await answered(biller.get(`/v1/claims/${visit.claimId}`), 200)).state).not.toBe('rejected')
    const { items } = await answered(
      visit.self.get(`/v1/patients/${visit.patientId}/disclosure-accounting?everything=true`),
      200,
    )
    const accounted = items
      .filter((line: Schemas['AccountedDisclosure']) => line.consentId !== undefined)
      .map(({ recipientKind, purpose, consentId: of }: Schemas['AccountedDisclosure']) => [recipientKind, purpose, of])
      .toSorted()
    expect(accounted).toEqual([
      ['laboratory', 'treatment', consentId],
      ['payer', 'payment', consentId],
      ['pharmacy', 'treatment', consentId],
    ])
  })

  it('asks a payer nothing about its claim, because the question has no place for the notice, and says so', async () => {
    const visit = await seen()
    await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    await answered(submit(visit), 200)
    await transmit()
    const questions = () =>
      [...ward.partners.clearinghouse.received.values()].filter(({ content }) => content.includes('ST*276*')).length
    const before = questions()
    const asked = await biller.post(`/v1/claims/${visit.claimId}/status-inquiries`)
    expect([asked.status, asked.body.code]).toEqual([409, 'part_two_no_place'])
    // The question of the server, days later, ends in the same place, and the desk says why.
    const today = ward.clock.now()
    ward.moveTo(new Date(today.getTime() + 40 * 86_400_000))
    await ward.runJob('billing.ask-about-claims')
    await transmit()
    biller = await ward.as('biller')
    const { items } = await answered(biller.get(`/v1/claims/${visit.claimId}/status-inquiries`), 200)
    ward.moveTo(today)
    expect(items).toMatchObject([{ askedBy: 'server', state: 'undelivered', code: 'part_two_no_place' }])
    expect(questions()).toBe(before)
    // Of another visit it does.
    const other = await seen('primary-care-follow-up')
    await answered(submit(other), 200)
    await transmit()
    await answered(biller.post(`/v1/claims/${other.claimId}/status-inquiries`), 200)
    await transmit()
    expect(questions()).toBe(before + 1)
  })

  it('sends nothing to whom, for what or about what the patient did not agree', async () => {
    const visit = await seen()
    const refused = async (terms: object) => {
      await answered(
        signPartTwo(visit.self, visit.patientId, 'part-two-disclosure', { partTwo: { ...completeTerms, ...terms } }),
        201,
      )
      return (await placeOrder(visit)).body.code
    }
    expect(await refused({ recipients: ['pharmacies', 'health-plans'] })).toBe('part_two_outside_consent')
    expect(await refused({ purposes: ['payment'] })).toBe('part_two_outside_consent')
    expect(await refused({ information: ['prescriptions'] })).toBe('part_two_outside_consent')
    expect(await refused({})).toBeUndefined()
  })

  it('sends nothing of what waits once the consent is revoked, and says so where it was sent', async () => {
    const visit = await seen()
    await transmit()
    const { id } = await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    const order = await answered(placeOrder(visit), 201)
    const draft = await prescribe(visit)
    await answered(signPrescription(draft), 200)
    await answered(submit(visit), 200)
    await answered(visit.self.post(`/v1/consents/${id}/revoke`), 200)
    const before = arrived()
    await transmit()
    expect(arrived()).toEqual(before)
    expect((await answered(doctor.get(`/v1/lab-orders/${order.id}`), 200)).status).toBe('undelivered')
    const prescription = await answered(doctor.get(`/v1/prescriptions/${draft.id}`), 200)
    expect(JSON.stringify(prescription)).toContain('part_two_consent_missing')
    const claim = await answered(biller.get(`/v1/claims/${visit.claimId}`), 200)
    expect(JSON.stringify(claim)).toContain('part_two_consent_missing')
    const { items } = await answered(
      visit.self.get(`/v1/patients/${visit.patientId}/disclosure-accounting?everything=true`),
      200,
    )
    expect(
      items.filter((line: Schemas['AccountedDisclosure']) => line.content === 'claim' || line.content === 'lab-order'),
    ).toEqual([])
  })

  it('sends nothing after the last day that the patient chose', async () => {
    const visit = await seen()
    const on = ward.clock.now().toISOString().slice(0, 10)
    const expiration = { kind: 'date', on }
    const partTwo = { ...completeTerms, expiration }
    await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure', { partTwo }), 201)
    await answered(placeOrder(visit), 201)
    ward.clock.set(new Date(ward.clock.now().getTime() + 2 * 86_400_000).toISOString())
    doctor = await ward.asDoctor()
    expect((await placeOrder(visit)).body.code).toBe('part_two_consent_missing')
    const self = await ward.asPatient(visit.patientId)
    const { items } = await answered(self.get(`/v1/patients/${visit.patientId}/consents`), 200)
    expect(items[0]).toMatchObject({ purpose: 'part-two-disclosure', status: 'expired', partTwo: { expiration } })
  })

  it('cancels at a pharmacy what it has, also after the consent is revoked', async () => {
    const visit = await seen()
    const { id } = await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    const signed = await answered(signPrescription(await prescribe(visit)), 200)
    await transmit()
    await answered(visit.self.post(`/v1/consents/${id}/revoke`), 200)
    await answered(doctor.post(`/v1/prescriptions/${signed.id}/cancel`, { reason: 'error' }), 200)
    const before = arrived()
    await transmit()
    expect(arrived().scripts).toBe(before.scripts + 1)
    expect(ward.partners.pharmacy.network().received.at(-1)?.text.note).toContain(shortNotice)
  })

  it('refuses a note to the pharmacist that leaves no room for the notice', async () => {
    const visit = await seen()
    await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    const draft = await prescribe(visit, { noteToPharmacist: 'Sample note. '.repeat(16).trim() })
    expect((await signPrescription(draft)).body.code).toBe('part_two_no_room')
  })

  const request = async (visit: Seen, more: object = {}): Promise<Schemas['RecordRequest']> => {
    const officer = await ward.as('privacy-officer')
    const today = new Date(ward.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10)
    const requester = { name: 'A lawyer (sample)' }
    const facts = { receivedOn: today, proceeding: 'civil', basis: 'none', requester, what: 'The whole record.' }
    return answered(officer.post('/v1/record-requests', { patientId: visit.patientId, ...facts, ...more }), 201)
  }

  it.each(['civil', 'criminal', 'administrative', 'legislative'] as const)(
    'is refused to a %s proceeding without the consent to it, or an order of a court with a subpoena',
    async (proceeding) => {
      const visit = await seen()
      // The consent to treatment, payment and operations is none to a proceeding.
      await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
      for (const basis of ['none', 'subpoena', 'court-order'])
        expect(await request(visit, { proceeding, basis })).toMatchObject({
          ...{ decision: 'refused', ground: 'no-consent-or-order', proceeding, basis },
        })
      expect(await request(visit, { proceeding, basis: 'court-order-with-subpoena' })).toMatchObject({
        ...{ decision: 'permitted', ground: 'court-order' },
      })
      const { id: consentId } = await answered(signPartTwo(visit.self, visit.patientId, 'part-two-proceedings'), 201)
      expect(await request(visit, { proceeding })).toMatchObject({
        ...{ decision: 'permitted', ground: 'consent', consentId },
      })
      await answered(visit.self.post(`/v1/consents/${consentId}/revoke`), 200)
      expect((await request(visit, { proceeding })).decision).toBe('refused')
      const officer = await ward.as('privacy-officer')
      const { items } = await answered(officer.get(`/v1/record-requests?patientId=${visit.patientId}`), 200)
      expect(items.map(({ decision }: Schemas['RecordRequest']) => decision)).toEqual([
        ...['refused', 'permitted', 'permitted', 'refused', 'refused', 'refused'],
      ])
    },
  )

  it('decides nothing about the request for a record without such visits', async () => {
    expect(await request(await seen('primary-care-follow-up'))).toMatchObject({
      ...{ decision: 'not-protected', ground: 'no-such-records' },
    })
  })

  it('that is about something else is sent as before', async () => {
    const visit = await seen('primary-care-follow-up')
    await answered(placeOrder(visit), 201)
    await transmit()
    expect(ward.partners.laboratory.messages.at(-1)).not.toContain('42 CFR part 2')
  })

  it('is not shown by its consent to a proxy who may not learn of it', async () => {
    const visit = await seen()
    await answered(signPartTwo(visit.self, visit.patientId, 'part-two-disclosure'), 201)
    const parent = await ward.asProxy(visit.patientId, ['schedule', 'visit', 'record'])
    const { items } = await answered(parent.get(`/v1/patients/${visit.patientId}/consents`), 200)
    expect(JSON.stringify(items)).not.toContain('part-two')
    const asked = await parent.get(`/v1/patients/${visit.patientId}/consent-requirements?purposes=part-two-disclosure`)
    expect(asked.status).toBe(403)
  })
})
