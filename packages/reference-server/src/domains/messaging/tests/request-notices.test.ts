import { describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { addPractitioner } from '../../directory/index.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('notices of requests on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, ledger } = notices
  const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  let types = 0

  /** A patient who has requested a time three days ahead. */
  const request = async () => {
    const { kit } = notices
    const administrator = await kit.as('administrator')
    const { id: _, active: __, version: ___, ...like } = kit.types.get('cardiology-follow-up')!
    const asked = { ...like, code: `requested-${(types += 1)}`, bookingMode: 'request' }
    const { id: visitTypeId } = await answered(administrator.post('/v1/visit-types', asked), 201)
    const { id: practitionerId } = await kit.keep('directory', (context) =>
      addPractitioner(context, {
        displayName: 'Dr. Example',
        title: [{ language: 'en', text: 'Cardiologist' }],
        specialties: ['cardiology'],
        languages: ['en'],
        zone: 'America/New_York',
        licenses: [{ state: 'OH', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
      }),
    )
    const rules = { zone: 'America/New_York', weekly: everyDay, exceptions: [], version: 0 }
    await answered(administrator.put(`/v1/practitioners/${practitionerId}/availability`, rules), 200)
    const email = newAddress()
    const { id: patientId, client } = await kit.addPatient({ email })
    const wish = { visitTypeId, practitionerId, patientId, start: '2026-11-28T15:00:00Z' }
    const { id: holdId } = await answered(client.post('/v1/holds', wish), 201)
    const { id, status } = await answered(client.post('/v1/appointments', { holdId, patientId }), 201)
    expect(status).toBe('requested')
    await kit.settle()
    return { path: `/v1/appointments/${id}`, email, patientId, client, desk: await kit.as('front-desk') }
  }
  const subjectsTo = (email: string): readonly string[] => mailsTo(email).map(({ subject }) => subject)
  const at = 'Saturday, November 28'

  test('a request is acknowledged as not booked, and its approval is the confirmation, with reminders', async () => {
    const { path, email, patientId, desk } = await request()
    await notices.kit.send()
    expect(subjectsTo(email)).toEqual([`We have your request for ${at} at 10:00 AM`])
    expect(mailsTo(email)[0]?.text).toContain('It is not booked yet.')
    expect((await ledger(patientId)).map(({ template }) => template)).toEqual(['appointment-requested'])
    await answered(desk.post(`${path}/approve`), 200)
    await notices.kit.settle()
    await notices.kit.send()
    expect(subjectsTo(email)[1]).toBe(`Your appointment on ${at} at 10:00 AM`)
    expect((await ledger(patientId)).map(({ template, status }) => `${template} ${status}`).toSorted()).toEqual([
      'appointment-booked sent',
      'appointment-requested sent',
      'reminder-day queued',
      'reminder-hour queued',
    ])
  })

  test('a declined request is reported; what was not sent before is no longer true, and is not sent', async () => {
    const { path, email, desk } = await request()
    await answered(desk.post(`${path}/decline`, { reason: 'not-suitable' }), 200)
    await notices.kit.settle()
    await notices.kit.send()
    expect(subjectsTo(email)).toEqual([`Your request for ${at} was not accepted`])
    expect(mailsTo(email)[0]?.raw).not.toContain('not-suitable')
  })

  test('a withdrawn request is confirmed as cancelled', async () => {
    const { path, email, client } = await request()
    await answered(client.post(`${path}/cancel`, { reason: 'no-longer-needed' }), 200)
    await notices.kit.settle()
    await notices.kit.send()
    expect(subjectsTo(email)).toEqual([`Your appointment on ${at} was cancelled`])
  })
})
