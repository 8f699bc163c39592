import { describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

describe('notices of being called in', () => {
  const notices = prepareNotices('postgres')
  const { mailsTo, smsTo, ledger, prefer } = notices

  /** A patient in the waiting room, open on their screen or not. */
  const waiting = async (screen: 'open' | 'closed', given: { email: string }, preferences?: object) => {
    const hospital = withVisitVerbs<TestHospital>(notices.kit)
    const [patient, practitioner] = [await hospital.addPatient(given), await hospital.addPractitioner()]
    const visit = await hospital.checkedIn(patient, practitioner)
    const [client, doctor] = [await hospital.signIn(patient), await hospital.signIn(practitioner)]
    if (preferences) await prefer(client, patient.personId, preferences)
    if (screen === 'open') {
      await answered(client.get(`/v1/visits/${visit.id}/queue-position`), 200)
      const present = () => hospital.provides.visits.openWaitingRooms(client, [visit.id])
      await expect.poll(async () => (await present()).has(visit.id), { timeout: 5_000 }).toBe(true)
    }
    return { patientId: patient.personId, visit, client, doctor }
  }
  const callIn = async ({ visit, doctor }: Awaited<ReturnType<typeof waiting>>): Promise<void> => {
    await answered(doctor.post(`/v1/visits/${visit.id}/admit`), 200)
    await notices.kit.settle()
    await notices.kit.send()
  }
  const calledIn = async (patientId: string) =>
    (await ledger(patientId)).filter(({ template }) => template === 'called-in')

  test('a patient whose waiting room is closed is notified at once, without a word about the visit', async () => {
    const email = newAddress()
    const patient = await waiting('closed', { email })
    await callIn(patient)
    const message = mailsTo(email).at(-1)
    expect(message?.subject).toBe('You are called in')
    expect(message?.text).toContain('https://portal.lakeside.example')
    expect(message?.raw.replaceAll(message.id, '')).not.toMatch(/Pat|Sample|Casey|[0-9a-f]{8}-[0-9a-f]{4}|follow-up/)
    expect(await calledIn(patient.patientId)).toMatchObject([{ kind: 'appointment', channel: 'email', status: 'sent' }])
  })

  test('a patient who is called in and does not come is notified after a minute, by the chosen channel', async () => {
    const [email, phone] = [newAddress(), newNumber()]
    const patient = await waiting('open', { email }, { channel: 'sms', phone })
    const before = mailsTo(email).length
    await callIn(patient)
    notices.kit.clock.advance({ seconds: 59 })
    await notices.kit.send()
    expect(smsTo(phone)).toEqual([])
    notices.kit.clock.advance({ seconds: 1 })
    await notices.kit.send()
    expect(smsTo(phone).map(({ text }) => text)).toEqual([
      expect.stringContaining('Lakeside Health: your clinician is ready for you.'),
    ])
    expect(mailsTo(email)).toHaveLength(before)
  })

  test('a patient who comes is not notified', async () => {
    const email = newAddress()
    const patient = await waiting('open', { email })
    await callIn(patient)
    await answered(patient.client.post(`/v1/visits/${patient.visit.id}/seats`), 201)
    notices.kit.clock.advance({ seconds: 60 })
    await notices.kit.send()
    expect(await calledIn(patient.patientId)).toMatchObject([{ status: 'suppressed', reason: 'outdated' }])
    expect(mailsTo(email).map(({ subject }) => subject)).not.toContain('You are called in')
  })

  test('a patient who wants no messages at this time of day is not notified, also not later', async () => {
    const email = newAddress()
    const patient = await waiting('closed', { email }, { quietHours: { from: '00:00', to: '23:59' } })
    await callIn(patient)
    expect(await calledIn(patient.patientId)).toMatchObject([{ status: 'suppressed', reason: 'outdated' }])
  })
})
