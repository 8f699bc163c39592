import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { printedText } from '../../../../platform/documents/read-pdf.testing.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { addPractitioner } from '../../../directory/index.ts'
import type { BookedAppointment } from '../../ports.ts'
import { startClinic, type TestClinic } from '../../tests/clinic.testing.ts'

type Estimate = components['schemas']['Estimate']

describe.each(['pglite', 'postgres'] as const)('an estimate for somebody without coverage, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  /** Tuesday, two days before Thanksgiving. */
  const booked = async (
    patientId: string,
    start: string,
    { code = 'house-call', practitionerId = clinic.practitioner.id } = {},
  ): Promise<BookedAppointment> => {
    const appointment: BookedAppointment = {
      id: newId(),
      patientId,
      practitionerId,
      start: new Date(start),
      status: 'booked',
      type: {
        code,
        specialty: 'primary-care',
        name: [{ language: 'en', text: 'Primary care visit' }],
      },
    }
    clinic.appointments.set(appointment.id, appointment)
    await clinic.emit('scheduling.appointment-booked', { appointmentId: appointment.id, patientId })
    return appointment
  }
  const estimates = async (patientId: string): Promise<Estimate[]> =>
    (await clinic.biller.get(`/v1/patients/${patientId}/estimates`)).body.items
  const issue = (estimate: Estimate, more: object = {}) =>
    clinic.biller.post(`/v1/estimates/${estimate.id}/issue`, {
      items: [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, chargeCents: 14_500 }],
      diagnosisCodes: ['I10'],
      version: estimate.version,
      ...more,
    })

  const visit = { code: 'primary-care-visit' }
  const move = async (appointment: BookedAppointment, start: string): Promise<void> => {
    clinic.appointments.set(appointment.id, { ...appointment, start: new Date(start) })
    await clinic.emit('scheduling.appointment-rescheduled', {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
    })
  }
  const due = async (): Promise<Estimate[]> => (await clinic.biller.get('/v1/estimates?limit=100')).body.items
  const setPrice = async (change: object, code = 'VISIT30'): Promise<void> => {
    const { items, version } = (await clinic.biller.get('/v1/fee-schedule')).body
    const changed = items.map((fee: { code: string }) => (fee.code === code ? { ...fee, ...change } : fee))
    const response = await clinic.biller.put('/v1/fee-schedule', { items: changed, version })
    expect(response.status, JSON.stringify(response.body)).toBe(200)
    await clinic.server.settle()
  }

  it('is owed within three business days of booking far ahead, Thanksgiving not counted, and waits on the desk’s list', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z')
    const owed = {
      status: 'due',
      reason: 'scheduled',
      missing: ['no-usual-service'],
      // Monday is over in New York at five in the morning of Tuesday, UTC.
      dueAt: '2026-12-01T05:00:00.000Z',
      serviceOn: '2026-12-15',
    }
    expect(await estimates(patientId)).toMatchObject([owed])
    const near = await clinic.addPatient()
    // Three business days away, with Thanksgiving and a weekend between: due by the end of Wednesday.
    await booked(near, '2026-11-30T15:00:00Z')
    const list = (await due()).filter((each) => [patientId, near].includes(each.patientId))
    expect(list).toMatchObject([
      { patientId: near, dueAt: '2026-11-26T05:00:00.000Z' },
      { patientId, ...owed },
    ])
    expect((await (await clinic.asPatient(patientId)).get('/v1/estimates')).status).toBe(403)
  })

  it('is with the patient at once where the server knows services, price, provider and place', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z', visit)
    const [estimate] = await estimates(patientId)
    expect(estimate).toMatchObject({
      status: 'issued',
      issuedBy: 'server',
      reason: 'scheduled',
      issuedAt: '2026-11-24T15:00:00.000Z',
      items: [{ codeSystem: 'house', code: 'VISIT30', units: 1, chargeCents: 12_500 }],
      totalCents: 12_500,
      missing: [],
      validUntil: '2027-12-15',
    })
    const patient = await clinic.asPatient(patientId)
    const printed = await printedText(patient.fetch(`/v1/estimates/${estimate?.id}/pdf`))
    for (const words of ['Good faith estimate', '2026-12-15', 'VISIT30', '$125.00', 'you may dispute the bill'])
      expect(printed).toContain(words)
    expect(printed).toMatch(/Total\s*\$125\.00/)
    expect((await due()).map(({ id }) => id)).not.toContain(estimate?.id)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId: estimate?.appointmentId })
    expect(asked.body.id).toBe(estimate?.id)
  })

  it('is made on request even for tomorrow, and without an appointment by a person', async () => {
    const patientId = await clinic.addPatient()
    const { id: appointmentId } = await booked(patientId, '2026-11-25T15:00:00Z', visit)
    expect(await estimates(patientId)).toEqual([])
    const patient = await clinic.asPatient(patientId)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId })
    expect(asked.body).toMatchObject({ status: 'issued', reason: 'requested', totalCents: 12_500 })
    const general = await patient.post(`/v1/patients/${patientId}/estimates`, {
      practitionerId: clinic.practitioner.id,
    })
    expect(general.body).toMatchObject({
      status: 'due',
      missing: ['no-appointment'],
      dueAt: '2026-12-01T05:00:00.000Z',
    })
  })

  it('is made for somebody insured who means to pay themselves, when they ask', async () => {
    const patientId = await clinic.addPatient()
    await clinic.insure(patientId)
    const { id: appointmentId } = await booked(patientId, '2026-12-15T15:00:00Z', visit)
    expect(await estimates(patientId)).toEqual([])
    const patient = await clinic.asPatient(patientId)
    const asked = await patient.post(`/v1/patients/${patientId}/estimates`, { appointmentId })
    expect(asked.body).toMatchObject({ status: 'issued', reason: 'requested' })
  })

  it('waits for a person while the practitioner has no NPI or license, and is issued by itself once they have', async () => {
    const colleague = await clinic.server.keep('directory', (context) =>
      addPractitioner(context, {
        displayName: 'Dr. Jordan Example',
        title: [{ language: 'en', text: 'Physician' }],
        specialties: ['primary-care'],
        languages: ['en'],
        zone: 'America/New_York',
        licenses: [],
      }),
    )
    const patientId = await clinic.addPatient()
    const appointment = await booked(patientId, '2026-12-15T15:00:00Z', { ...visit, practitionerId: colleague.id })
    const [owed] = await estimates(patientId)
    expect(owed).toMatchObject({ status: 'due', missing: ['npi-missing', 'state-missing'] })
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toEqual([owed])
    // Somebody with a number and a license takes the visit over.
    clinic.appointments.set(appointment.id, { ...appointment, practitionerId: clinic.practitioner.id })
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([
      { id: owed?.id, status: 'issued', issuedBy: 'server', practitioner: { id: clinic.practitioner.id } },
    ])
  })

  it('is issued anew when the day changes, and the former one holds no longer', async () => {
    const patientId = await clinic.addPatient()
    const appointment = await booked(patientId, '2026-12-15T15:00:00Z', visit)
    await move(appointment, '2026-12-17T15:00:00Z')
    expect(await estimates(patientId)).toMatchObject([
      { status: 'issued', reason: 'changed', serviceOn: '2026-12-17' },
      { status: 'replaced', reason: 'scheduled', serviceOn: '2026-12-15' },
    ])
  })

  it('is issued anew when its price changes, and once', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z', visit)
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toHaveLength(1)
    await setPrice({ chargeCents: 100 }, 'G2010')
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toHaveLength(1)
    await setPrice({ chargeCents: 13_000 })
    await clinic.job('billing.issue-estimates')
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([
      { status: 'issued', reason: 'changed', totalCents: 13_000 },
      { status: 'replaced', totalCents: 12_500 },
    ])
    await setPrice({ chargeCents: 12_500 })
  })

  it('that waited for a price is issued once there is one', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-16T15:00:00Z', { code: 'new-visit' })
    expect(await estimates(patientId)).toMatchObject([{ status: 'due', missing: ['no-usual-service'] }])
    await setPrice({ usualFor: ['new-visit'], from: '2026-12-17' }, 'G2252')
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'due', missing: ['no-price'] }])
    await setPrice({ from: '2026-12-16' }, 'G2252')
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'issued', totalCents: 5_500 }])
  })

  it('is not owed to who is insured on the day, nor for tomorrow unless somebody asks', async () => {
    const insured = await clinic.addPatient()
    await clinic.insure(insured)
    await booked(insured, '2026-12-15T15:00:00Z')
    const soon = await clinic.addPatient()
    const { id: appointmentId } = await booked(soon, '2026-11-25T15:00:00Z')
    expect([await estimates(insured), await estimates(soon)]).toEqual([[], []])
    const patient = await clinic.asPatient(soon)
    const asked = await patient.post(`/v1/patients/${soon}/estimates`, { appointmentId })
    expect(asked.status, JSON.stringify(asked.body)).toBe(201)
    expect(asked.body).toMatchObject({ reason: 'requested', dueAt: '2026-12-01T05:00:00.000Z' })
    expect((await patient.post(`/v1/patients/${soon}/estimates`, { appointmentId })).body.id).toBe(asked.body.id)
  })

  it('holds once it is issued, can be printed, and is replaced when the day changes', async () => {
    const patientId = await clinic.addPatient()
    const appointment = await booked(patientId, '2026-12-15T15:00:00Z')
    const [owed] = await estimates(patientId)
    if (!owed) throw new Error('no estimate')
    expect((await clinic.biller.get(`/v1/estimates/${owed.id}/pdf`)).body).toMatchObject({ code: 'not_issued' })
    expect(
      (await issue(owed, { items: [{ codeSystem: 'HCPCS', code: 'Z9999', units: 1, chargeCents: 1 }] })).body.code,
    ).toBe('unknown_code')
    const issued = await issue(owed)
    expect(issued.body).toMatchObject({ status: 'issued', totalCents: 14_500, validUntil: '2027-12-15' })
    expect((await issue(owed)).body.code).toBe('already_issued')
    const patient = await clinic.asPatient(patientId)
    const printed = await printedText(patient.fetch(`/v1/estimates/${owed.id}/pdf`))
    for (const words of ['T1015', '$145.00', 'I10', '2027-12-15', '1234567893']) expect(printed).toContain(words)
    expect(printed).toMatch(/Total\s*\$145\.00/)

    await move(appointment, '2026-12-17T15:00:00Z')
    const [changed, former] = await estimates(patientId)
    expect([changed, former]).toMatchObject([
      { status: 'due', reason: 'changed', serviceOn: '2026-12-17', missing: ['made-by-hand'] },
      { id: owed.id, status: 'issued' },
    ])
    if (changed) await issue(changed)
    expect((await estimates(patientId)).map(({ status }) => status)).toEqual(['issued', 'replaced'])
  })

  it('is not owed any more once the visit is cancelled', async () => {
    const patientId = await clinic.addPatient()
    const { id: appointmentId } = await booked(patientId, '2026-12-15T15:00:00Z')
    await clinic.emit('scheduling.appointment-cancelled', { appointmentId, patientId })
    expect(await estimates(patientId)).toMatchObject([{ status: 'replaced' }])
    await clinic.job('billing.issue-estimates')
    expect(await estimates(patientId)).toMatchObject([{ status: 'replaced' }])
  })

  it('is nobody else’s to see', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z')
    const stranger = await clinic.asPatient(await clinic.addPatient())
    expect((await stranger.get(`/v1/patients/${patientId}/estimates`)).status).toBe(404)
  })
})
