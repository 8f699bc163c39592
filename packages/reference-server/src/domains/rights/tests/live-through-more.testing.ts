import { sql } from 'kysely'
import type { components } from '@visitkit/contract'
import { answered } from '../../../test-kit/answered.ts'
import type { FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'

/** One more than the bill shows at once. */
const payments = 21

interface Visited {
  readonly visitId: string
  /** Signed, with a measurement. */
  readonly note: components['schemas']['Note']
  readonly prescriptionId: string
}

/** What is over, and what comes in pages: a right to act, places in two lines, payments; and what the patient wrote and asked. */
export const liveThroughMore = async (ward: FollowUpHospital, id: string, visited: Visited): Promise<void> => {
  const own = `/v1/patients/${id}`
  await ward.asProxy(id, ['record'])
  await ward.asProxy(id, ['schedule'])
  const patient = await ward.asPatient(id)
  const { items } = await answered(patient.get(`${own}/proxies`), 200)
  await answered(patient.post(`${own}/proxies/${items[0].id}/end`), 200)

  const typeOf = (code: string) => ward.types.get(code)?.id
  const day = (days: number): string =>
    new Date(ward.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)
  const period = { from: day(20), to: day(30) }
  const visit = { patientId: id, visitTypeId: typeOf('primary-care-follow-up') }
  const entry = await answered(patient.post('/v1/waitlist', { ...visit, ...period }), 201)
  expectDone(await patient.delete(`/v1/waitlist/${entry.id}`))
  await answered(patient.post('/v1/waitlist', { ...visit, ...period }), 201)
  const now = { patientId: id, visitTypeId: typeOf('urgent-care-visit') }
  const request = await answered(patient.post('/v1/on-demand', now), 201)
  expectDone(await patient.delete(`/v1/on-demand/${request.id}`))

  await answered(patient.post(`${own}/reported-medications`, { medication: { name: 'Ibuprofen' } }), 201)
  await answered(
    patient.post(`${own}/privacy-requests`, { kind: 'restriction', what: 'Do not inform my school.' }),
    201,
  )
  await followVisit(ward, id, visited)
  await sql`
    insert into billing.payments (organization_id, id, patient_id, amount_cents, refunded_cents, status, reference, expires_at,
      began_at, version, sealed)
    select ${ward.organizationId}::uuid, gen_random_uuid(), ${id}::uuid, 100, 0, 'expired', ${id}::text || '-' || n, now(),
      now() - (n / 2) * interval '1 minute', 1, ''
    from generate_series(1, ${payments}::int) as n`.execute(ward.platform.database.owner())
}

/** What comes of a visit, and of the next one. */
const followVisit = async (
  ward: FollowUpHospital,
  id: string,
  { visitId, note, prescriptionId }: Visited,
): Promise<void> => {
  const own = `/v1/patients/${id}`
  const [patient, doctor] = [await ward.asPatient(id), await ward.asDoctor()]
  const measured = `/v1/notes/${note.id}/vitals/${note.observations[0]?.id}`
  await answered(doctor.patch(measured, { status: 'corrected', value: 74, changes: 0 }), 200)
  const referral = { specialty: 'cardiology', to: 'Dr. Example', question: 'Why?', priority: 'routine', visitId }
  await answered(doctor.post(`${own}/referrals`, referral), 201)
  await answered(patient.post(`/v1/prescriptions/${prescriptionId}/refill-requests`), 201)
  const { items: accesses } = await answered(patient.get(`${own}/accesses?others=true`), 200)
  await answered(patient.post(`${own}/access-questions`, { accessId: accesses[0].id, reason: 'no-care' }), 201)
  const next = await ward.book(id, 'primary-care-follow-up')
  const guest = { name: 'Maria Gomez', kind: 'interpreter' }
  await answered(patient.post(`/v1/appointments/${next.id}/guests`, guest), 201)
  const estimate = await patient.post(`${own}/estimates`, { appointmentId: next.id })
  if (estimate.status >= 300) throw new Error(`${estimate.status} ${JSON.stringify(estimate.body)}`)
  const preferences = {
    channel: 'email',
    email: 'robin@patient.example',
    language: 'es',
    quietHours: null,
    muted: [],
    version: 0,
  }
  await answered(patient.put(`${own}/communication-preferences`, preferences), 200)
}

const expectDone = ({ status, body }: { readonly status: number; readonly body: unknown }): void => {
  if (status !== 204) throw new Error(`${status} ${JSON.stringify(body)}`)
}
