import { describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { withSchedulingVerbs } from '../../scheduling/tests/clinic.testing.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

describe('notices of offers to the waitlist', () => {
  const notices = prepareNotices('postgres')
  const { mailsTo, ledger } = notices

  /** A patient to whom the server has offered a time, and the entry. */
  const offered = async (given: { email: string; zone?: string; language?: string }) => {
    const { kit } = notices
    const { id: patientId } = await kit.addPatient(given)
    const practitioner = await withSchedulingVerbs(kit).addPractitioner(
      { licenses: [{ state: 'OH', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }] },
      { from: '09:00', to: '09:20' },
    )
    const client = await kit.as('patient', { personId: patientId })
    const entry = await answered(
      client.post('/v1/waitlist', {
        patientId,
        visitTypeId: kit.types.get('cardiology-follow-up')?.id,
        practitionerId: practitioner.id,
        from: '2026-11-30',
        to: '2026-11-30',
      }),
      201,
    )
    await kit.settle()
    return { client, patientId, entry }
  }

  test('the patient reads until when the time is reserved, and nothing about the visit', async () => {
    const email = newAddress()
    const { patientId } = await offered({ email, zone: 'America/Chicago', language: 'es-MX' })
    await notices.kit.send()
    const [message, ...more] = mailsTo(email)
    expect(more).toEqual([])
    // Half an hour from ten in New York.
    expect(message?.subject).toMatch(/^Hay una hora libre para usted hasta las 9:30/)
    expect(message?.text).toContain('https://portal.lakeside.example')
    expect(message?.raw.replaceAll(message.id, '')).not.toMatch(/Ana|Fictional|[0-9a-f]{8}-[0-9a-f]{4}|follow-up|coraz/)
    expect(await ledger(patientId)).toMatchObject([
      { kind: 'appointment', template: 'waitlist-offer', channel: 'email', status: 'sent' },
    ])
  })

  test('is not notified of an offer that ended before the notice was sent', async () => {
    const email = newAddress()
    const { client, patientId, entry } = await offered({ email })
    await answered(client.post(`/v1/waitlist/${entry.id}/decline`), 200)
    await notices.kit.settle()
    await notices.kit.send()
    expect(mailsTo(email)).toEqual([])
    expect(await ledger(patientId)).toMatchObject([
      { template: 'waitlist-offer', status: 'suppressed', reason: 'outdated' },
    ])
  })
})
