import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../platform/database/new-id.ts'
import type { BookedAppointment } from './ports.ts'
import { startClinic, type TestClinic } from './testing.ts'

type Estimate = components['schemas']['Estimate']

describe.each(['pglite', 'postgres'] as const)('an estimate for somebody without coverage, on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.stop())

  /** Tuesday, two days before Thanksgiving. */
  const booked = async (patientId: string, start: string): Promise<BookedAppointment> => {
    const appointment: BookedAppointment = {
      id: newId(),
      patientId,
      practitionerId: clinic.practitioner.id,
      start: new Date(start),
      status: 'booked',
      type: {
        code: 'primary-care-visit',
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

  it('is owed within three business days of booking far ahead, Thanksgiving not counted', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z')
    expect(await estimates(patientId)).toMatchObject([
      // Monday is over in New York at five in the morning of Tuesday, UTC.
      { status: 'due', because: 'scheduled', dueAt: '2026-12-01T05:00:00.000Z', serviceOn: '2026-12-15' },
    ])
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
    expect(asked.body).toMatchObject({ because: 'requested', dueAt: '2026-12-01T05:00:00.000Z' })
    expect((await patient.post(`/v1/patients/${soon}/estimates`, { appointmentId })).body.id).toBe(asked.body.id)
  })

  it('holds once it is issued, can be printed, and is replaced when the day changes', async () => {
    const patientId = await clinic.addPatient()
    const appointment = await booked(patientId, '2026-12-15T15:00:00Z')
    const [due] = await estimates(patientId)
    if (!due) throw new Error('no estimate')
    expect((await clinic.biller.get(`/v1/estimates/${due.id}/pdf`)).body).toMatchObject({ code: 'not_issued' })
    expect(
      (await issue(due, { items: [{ codeSystem: 'HCPCS', code: 'Z9999', units: 1, chargeCents: 1 }] })).body.code,
    ).toBe('unknown_code')
    const issued = await issue(due)
    expect(issued.body).toMatchObject({ status: 'issued', totalCents: 14_500, validUntil: '2027-12-15' })
    expect((await issue(due)).body.code).toBe('already_issued')
    const patient = await clinic.asPatient(patientId)
    const pdf = await patient.get(`/v1/estimates/${due.id}/pdf`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])

    clinic.appointments.set(appointment.id, { ...appointment, start: new Date('2026-12-17T15:00:00Z') })
    await clinic.emit('scheduling.appointment-rescheduled', { appointmentId: appointment.id, patientId })
    const [changed, former] = await estimates(patientId)
    expect([changed, former]).toMatchObject([
      { status: 'due', because: 'changed', serviceOn: '2026-12-17' },
      { id: due.id, status: 'issued' },
    ])
    if (changed) await issue(changed)
    expect((await estimates(patientId)).map(({ status }) => status)).toEqual(['issued', 'replaced'])
  })

  it('is not owed any more once the visit is cancelled', async () => {
    const patientId = await clinic.addPatient()
    const { id: appointmentId } = await booked(patientId, '2026-12-15T15:00:00Z')
    await clinic.emit('scheduling.appointment-cancelled', { appointmentId, patientId })
    expect(await estimates(patientId)).toMatchObject([{ status: 'replaced' }])
  })

  it('is nobody else’s to see', async () => {
    const patientId = await clinic.addPatient()
    await booked(patientId, '2026-12-15T15:00:00Z')
    const stranger = await clinic.asPatient(await clinic.addPatient())
    expect((await stranger.get(`/v1/patients/${patientId}/estimates`)).status).toBe(404)
  })
})
