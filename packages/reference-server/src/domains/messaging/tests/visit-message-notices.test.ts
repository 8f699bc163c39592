import { describe, expect, test } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { newAddress, prepareNotices } from './notices.testing.ts'

describe('notices of messages in the room of a visit', () => {
  const notices = prepareNotices('postgres')
  const { mailsTo } = notices

  /** The clinician has written to a patient who was called in. */
  const written = async () => {
    const hospital = withVisitVerbs<TestHospital>(notices.kit)
    const email = newAddress()
    const [patient, practitioner] = [await hospital.addPatient({ email }), await hospital.addPractitioner()]
    const { id } = await hospital.checkedIn(patient, practitioner)
    const [client, doctor] = [await hospital.signIn(patient), await hospital.signIn(practitioner)]
    const path = `/v1/visits/${id}`
    await answered(doctor.post(`${path}/admit`), 200)
    const { messages } = await answered(doctor.post(`${path}/messages`, { text: 'I call you by phone.' }), 201)
    await notices.kit.settle()
    await notices.kit.send()
    const subjects = (): string[] => mailsTo(email).map(({ subject }) => subject)
    return { path, client, messageId: messages[0].id, subjects, text: () => JSON.stringify(mailsTo(email)) }
  }
  const pass = async (seconds: number): Promise<void> => {
    notices.kit.clock.advance({ seconds })
    await notices.kit.send()
  }
  const newMessage = 'You have a new message'

  test('a patient who has not read it after ten minutes is notified, without a word of it', async () => {
    const { subjects, text } = await written()
    await pass(599)
    expect(subjects()).not.toContain(newMessage)
    await pass(1)
    expect(subjects()).toContain(newMessage)
    expect(text()).not.toContain('by phone')
  })

  test('a patient who has read it in the room is not notified', async () => {
    const { path, client, messageId, subjects } = await written()
    await answered(client.post(`${path}/thread/read`, { messageId }), 200)
    await pass(600)
    expect(subjects()).not.toContain(newMessage)
  })
})
