import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { sampleLicense } from '../../../visits/tests/hospital.testing.ts'
import { addVisitType } from '../../tests/held-visits.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Estimate = components['schemas']['Estimate']

describe.each(domainEngines)('an estimate for a patient without coverage, on %s', (engine) => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital(engine)
  })
  afterAll(() => hospital.stop())

  type Appointment = components['schemas']['Appointment']
  const asPatient = (patientId: string) => hospital.asPatient(patientId)
  let times = 0
  /** A time on this day that no other test has taken. */
  const holdTime = async (
    patientId: string,
    day: string,
    { id: visitTypeId }: Pick<components['schemas']['VisitType'], 'id'>,
    practitionerId = hospital.practitionerId,
  ): Promise<string> => {
    times += 1
    const start = new Date(Date.parse(`${day}T13:00:00Z`) + times * 30 * 60_000).toISOString()
    const patient = await asPatient(patientId)
    return (await answered(patient.post('/v1/holds', { visitTypeId, start, practitionerId, patientId }), 201)).id
  }
  const book = async (
    patientId: string,
    day: string,
    type = hospital.shortVisit as Pick<components['schemas']['VisitType'], 'id'>,
    practitionerId?: string,
  ): Promise<Appointment> => {
    const patient = await asPatient(patientId)
    const holdId = await holdTime(patientId, day, type, practitionerId)
    return answered(patient.post('/v1/appointments', { holdId, patientId }), 201)
  }
  const booked = async (...given: Parameters<typeof book>): Promise<Appointment> => {
    const appointment = await book(...given)
    await hospital.settle()
    return appointment
  }
  const estimates = async (patientId: string): Promise<Estimate[]> =>
    (await hospital.biller.get(`/v1/patients/${patientId}/estimates`)).body.items
  const issue = (estimate: Estimate, more: object = {}) =>
    hospital.biller.post(`/v1/estimates/${estimate.id}/issue`, {
      items: [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, chargeCents: 14_500 }],
      diagnosisCodes: ['I10'],
      version: estimate.version,
      ...more,
    })

  /** Its usual services have a price. */
  const pricedVisit = () => {
    const type = hospital.types.get('primary-care-visit')
    if (!type) throw new Error('The pack has no such visit type.')
    return type
  }
  const move = async ({ id, patientId, visitTypeId }: Appointment, day: string): Promise<void> => {
    const patient = await asPatient(patientId)
    const holdId = await holdTime(patientId, day, { id: visitTypeId })
    await answered(patient.post(`/v1/appointments/${id}/reschedule`, { holdId }), 200)
    await hospital.settle()
  }
  const due = async (): Promise<Estimate[]> => (await hospital.biller.get('/v1/estimates?limit=100')).body.items
  const setPrice = async (change: object, code = 'VISIT30'): Promise<void> => {
    const { items, version } = (await hospital.biller.get('/v1/fee-schedule')).body
    const changed = items.map((fee: { code: string }) => (fee.code === code ? { ...fee, ...change } : fee))
    const response = await hospital.biller.put('/v1/fee-schedule', { items: changed, version })
    expect(response.status, JSON.stringify(response.body)).toBe(200)
    await hospital.settle()
  }

  it('is owed within three business days of booking far ahead, Thanksgiving not counted, and waits on the desk’s list', async () => {
    const patientId = await hospital.addPatient()
    await booked(patientId, '2026-12-15')
    const owed = {
      status: 'due',
      reason: 'scheduled',
      missing: ['no-usual-service'],
      // Monday is over in New York at five in the morning of Tuesday, UTC.
      dueAt: '2026-12-01T05:00:00.000Z',
      serviceOn: '2026-12-15',
    }
    expect(await estimates(patientId)).toMatchObject([owed])
    const near = await hospital.addPatient()
    // Three business days away, with Thanksgiving and a weekend between: due by the end of Wednesday.
    await booked(near, '2026-11-30')
    const list = (await due()).filter((each) => [patientId, near].includes(each.patientId))
    expect(list).toMatchObject([
      { patientId: near, dueAt: '2026-11-26T05:00:00.000Z' },
      { patientId, ...owed },
    ])
    expect((await (await hospital.asPatient(patientId)).get('/v1/estimates')).status).toBe(403)
  })

  it('is with the patient at once where the server knows services, price, provider and place', async () => {
    const patientId = await hospital.addPatient()
    await booked(patientId, '2026-12-15', pricedVisit())
    const [estimate] = await estimates(patientId)
    expect(estimate).toMatchObject({
      status: 'issued',
      issuedBy: 'server',
      reason: 'scheduled',
      issuedAt: '2026-11-24T15:00:00.000Z',
      items: [{ codeSystem: 'local', code: 'VISIT30', units: 1, chargeCents: 12_500 }],
      totalCents: 12_500,
      missing: [],
      validUntil: '2027-12-15',
    })
    const patient = await hospital.asPatient(patientId)
    const printed = await printedText(patient.fetch(`/v1/estimates/${estimate?.id}/pdf`))
    for (const words of ['Good faith estimate', '2026-12-15', 'VISIT30', '$125.00', 'you may dispute the bill'])
      expect(printed).toContain(words)
    expect(printed).toMatch(/Total\s*\$125\.00/)
    expect((await due()).map(({ id }) => id)).not.toContain(estimate?.id)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId: estimate?.appointmentId })
    expect(asked.body.id).toBe(estimate?.id)
  })

  it('is printed in the language of the patient', async () => {
    const patientId = await hospital.addPatient({ language: 'es' })
    await booked(patientId, '2026-12-15', pricedVisit())
    const [estimate] = await estimates(patientId)
    const printed = await printedText((await hospital.asPatient(patientId)).fetch(`/v1/estimates/${estimate?.id}/pdf`))
    for (const words of ['Estimación de buena fe', 'Página 1 de', 'Cargo previsto', 'puede disputar la factura'])
      expect(printed).toContain(words)
    for (const words of ['estimate', 'Patient', 'charge', 'Page']) expect(printed).not.toContain(words)
  })

  it('is made on request even for tomorrow, and without an appointment by a person', async () => {
    const patientId = await hospital.addPatient()
    const { id: appointmentId } = await booked(patientId, '2026-11-25', pricedVisit())
    expect(await estimates(patientId)).toEqual([])
    const patient = await hospital.asPatient(patientId)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId })
    expect(asked.body).toMatchObject({ status: 'issued', reason: 'requested', totalCents: 12_500 })
    const general = await patient.post(`/v1/patients/${patientId}/estimates`, {
      practitionerId: hospital.practitionerId,
    })
    expect(general.body).toMatchObject({
      status: 'due',
      missing: ['no-appointment'],
      dueAt: '2026-12-01T05:00:00.000Z',
    })
  })

  it('is made for an insured patient on request', async () => {
    const patientId = await hospital.addPatient()
    await hospital.insure(patientId)
    const { id: appointmentId } = await booked(patientId, '2026-12-15', pricedVisit())
    expect(await estimates(patientId)).toEqual([])
    const patient = await hospital.asPatient(patientId)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId })
    expect(asked.body).toMatchObject({ status: 'issued', reason: 'requested' })
  })

  it('waits for a person while the practitioner has no NPI or license, and is issued automatically afterwards', async () => {
    const colleague = await hospital.addPractitioner([sampleLicense('OH')], {})
    const patientId = await hospital.addPatient()
    await book(patientId, '2026-12-15', pricedVisit(), colleague.practitionerId)
    await hospital.change(colleague, { licenses: [], affected: 1 })
    await hospital.settle()
    const [owed] = await estimates(patientId)
    expect(owed).toMatchObject({ status: 'due', missing: ['npi-missing', 'state-missing'] })
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toEqual([owed])
    await hospital.change(colleague, { npi: '1234567893', licenses: [sampleLicense('OH')] })
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([
      { id: owed?.id, status: 'issued', issuedBy: 'server', practitioner: { id: colleague.practitionerId } },
    ])
  })

  it('is issued again when the day changes, and replaces the former one', async () => {
    const patientId = await hospital.addPatient()
    const appointment = await booked(patientId, '2026-12-15', pricedVisit())
    await move(appointment, '2026-12-17')
    expect(await estimates(patientId)).toMatchObject([
      { status: 'issued', reason: 'changed', serviceOn: '2026-12-17' },
      { status: 'replaced', reason: 'scheduled', serviceOn: '2026-12-15' },
    ])
  })

  it('is issued again, once, when its price changes', async () => {
    const patientId = await hospital.addPatient()
    await booked(patientId, '2026-12-15', pricedVisit())
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toHaveLength(1)
    await setPrice({ chargeCents: 100 }, 'G2010')
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toHaveLength(1)
    await setPrice({ chargeCents: 13_000 })
    await hospital.runJob('billing.issue-estimates')
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([
      { status: 'issued', reason: 'changed', totalCents: 13_000 },
      { status: 'replaced', totalCents: 12_500 },
    ])
    await setPrice({ chargeCents: 12_500 })
  })

  it('that waited for a price is issued when there is one', async () => {
    const patientId = await hospital.addPatient()
    await booked(patientId, '2026-12-16', await addVisitType(hospital, { code: 'new-visit' }))
    expect(await estimates(patientId)).toMatchObject([{ status: 'due', missing: ['no-usual-service'] }])
    await setPrice({ usualFor: ['new-visit'], from: '2026-12-17' }, 'G2252')
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'due', missing: ['no-price'] }])
    await setPrice({ from: '2026-12-16' }, 'G2252')
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'issued', totalCents: 5_500 }])
  })

  it('is not owed to a patient who is insured on that day, nor for tomorrow without a request', async () => {
    const insured = await hospital.addPatient()
    await hospital.insure(insured)
    await booked(insured, '2026-12-15')
    const soon = await hospital.addPatient()
    const { id: appointmentId } = await booked(soon, '2026-11-25')
    expect([await estimates(insured), await estimates(soon)]).toEqual([[], []])
    const patient = await hospital.asPatient(soon)
    const asked = await patient.post(`/v1/patients/${soon}/estimates`, { appointmentId })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    expect(asked.body).toMatchObject({ reason: 'requested', dueAt: '2026-12-01T05:00:00.000Z' })
    expect((await patient.post(`/v1/patients/${soon}/estimates`, { appointmentId })).body.id).toBe(asked.body.id)
  })

  it('is final when it is issued, can be printed, and is replaced when the day changes', async () => {
    const patientId = await hospital.addPatient()
    const appointment = await booked(patientId, '2026-12-15')
    const [owed] = await estimates(patientId)
    if (!owed) throw new Error('no estimate')
    expect((await hospital.biller.get(`/v1/estimates/${owed.id}/pdf`)).body).toMatchObject({ code: 'not_issued' })
    expect(
      (await issue(owed, { items: [{ codeSystem: 'HCPCS', code: 'Z9999', units: 1, chargeCents: 1 }] })).body.code,
    ).toBe('unknown_code')
    const issued = await issue(owed)
    expect(issued.body).toMatchObject({ status: 'issued', totalCents: 14_500, validUntil: '2027-12-15' })
    expect((await issue(owed)).body.code).toBe('already_issued')
    const patient = await hospital.asPatient(patientId)
    const printed = await printedText(patient.fetch(`/v1/estimates/${owed.id}/pdf`))
    for (const words of ['T1015', '$145.00', 'I10', '2027-12-15', '1234567893']) expect(printed).toContain(words)
    expect(printed).toMatch(/Total\s*\$145\.00/)

    await move(appointment, '2026-12-17')
    const [changed, former] = await estimates(patientId)
    expect([changed, former]).toMatchObject([
      { status: 'due', reason: 'changed', serviceOn: '2026-12-17', missing: ['manual'] },
      { id: owed.id, status: 'issued' },
    ])
    if (changed) await issue(changed)
    expect((await estimates(patientId)).map(({ status }) => status)).toEqual(['issued', 'replaced'])
  })

  it('is no longer owed after the visit is cancelled', async () => {
    const patientId = await hospital.addPatient()
    const { id: appointmentId } = await booked(patientId, '2026-12-15')
    const patient = await asPatient(patientId)
    await answered(patient.post(`/v1/appointments/${appointmentId}/cancel`, { reason: 'no-longer-needed' }), 200)
    await hospital.settle()
    expect(await estimates(patientId)).toMatchObject([{ status: 'replaced' }])
    await hospital.runJob('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'replaced' }])
  })

  it('is not visible to another patient', async () => {
    const patientId = await hospital.addPatient()
    await booked(patientId, '2026-12-15')
    const stranger = await hospital.asPatient(await hospital.addPatient())
    expect((await stranger.get(`/v1/patients/${patientId}/estimates`)).status).toBe(404)
  })
})
