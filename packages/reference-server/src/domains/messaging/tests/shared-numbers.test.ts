import { describe, expect, test } from 'vitest'
import { readZip } from '../../../platform/documents/read-zip.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newNumber, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('a number that several patients use, on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { smsTo, ledger } = notices
  type Patient = Awaited<ReturnType<typeof notices.kit.addPatient>>

  const stopOf = async ({ id, client }: Patient): Promise<readonly [boolean, boolean]> => {
    const { body } = await client.get(`/v1/patients/${id}/communication-preferences`)
    return [body.stopped, body.needsConsent]
  }
  const reply = async (phone: string, word: string, isStopped: boolean, patient: Patient): Promise<void> => {
    notices.kit.clock.advance({ minutes: 5 })
    notices.carrier.reply(phone, word)
    await expect.poll(async () => (await stopOf(patient))[0]).toBe(isStopped)
    await notices.kit.settle()
  }
  let minutes = 20
  /** How many texts each patient receives about a new appointment, and why not. */
  const texts = async (phone: string, patients: readonly Patient[]): Promise<readonly (number | string)[]> => {
    const received = []
    for (const { id } of patients) {
      const [before, known] = [smsTo(phone).length, new Set((await ledger(id)).map((each) => each.id))]
      await notices.kit.book(id, (minutes += 10))
      await notices.kit.send()
      const sent = smsTo(phone).length - before
      const refused = (await ledger(id)).find((each) => !known.has(each.id) && each.reason !== undefined)
      received.push(sent > 0 ? sent : refused?.reason)
    }
    return received
  }

  test('what one patient writes is read by this patient, and is in the copy of their record', async () => {
    const phone = newNumber()
    const patient = await notices.kit.addPatient({ phone })
    await notices.kit.consentToMessages(patient.client, patient.id, 'granted')
    expect(await texts(phone, [patient])).toEqual([1])
    notices.carrier.reply(phone, 'May I come earlier?')
    const read = async () => (await patient.client.get(`/v1/patients/${patient.id}/texts`)).body.items ?? []
    await expect.poll(read).toMatchObject([{ text: 'May I come earlier?', files: 0 }])
    const response = await patient.client.fetch(`/v1/record-copy?patientId=${patient.id}`)
    const files = readZip(new Uint8Array(await response.arrayBuffer()))
    for (const name of ['record.json', 'record.html', 'record.fhir.json'])
      expect(files.get(name)?.toString('utf8'), name).toContain('May I come earlier?')
    const stranger = await notices.kit.addPatient({ phone: newNumber() })
    expect((await stranger.client.get(`/v1/patients/${patient.id}/texts`)).status).toBe(404)
  })

  test('STOP stops texts for all who use the number, and START restores those who have consented', async () => {
    const phone = newNumber()
    const [agreed, unasked, declined] = [
      await notices.kit.addPatient({ phone }),
      await notices.kit.addPatient({ phone }),
      await notices.kit.addPatient({ phone }),
    ]
    const all = [agreed, unasked, declined]
    await notices.kit.consentToMessages(agreed.client, agreed.id, 'granted')
    await notices.kit.consentToMessages(declined.client, declined.id, 'declined')
    expect(await texts(phone, all)).toEqual([1, 1, 'no-consent'])

    await reply(phone, 'STOP', true, agreed)
    expect(await texts(phone, all)).toEqual(['stopped', 'stopped', 'no-consent'])
    for (const each of all) expect(await stopOf(each)).toEqual([true, false])

    await reply(phone, 'START', false, agreed)
    expect(await texts(phone, all)).toEqual([1, 'no-consent', 'no-consent'])
    expect(await Promise.all(all.map(stopOf))).toEqual([
      [false, false],
      [false, true],
      [false, true],
    ])

    // A patient who gets the number later has not consented either.
    const later = await notices.kit.addPatient({ phone })
    expect(await texts(phone, [later])).toEqual(['no-consent'])
    await notices.kit.consentToMessages(unasked.client, unasked.id, 'granted')
    expect(await texts(phone, [unasked])).toEqual([1])
    expect(await stopOf(unasked)).toEqual([false, false])
  })

  test('START from a number that one patient uses is that patient’s own word', async () => {
    const phone = newNumber()
    const patient = await notices.kit.addPatient({ phone })
    expect(await texts(phone, [patient])).toEqual([1])
    await reply(phone, 'STOP', true, patient)
    expect(await texts(phone, [patient])).toEqual(['stopped'])
    await reply(phone, 'START', false, patient)
    expect(await texts(phone, [patient])).toEqual([1])
    expect(await stopOf(patient)).toEqual([false, false])
  })
})
