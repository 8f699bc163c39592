import { describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

describe.each(domainEngines)('notices of refills on %s', (engine) => {
  const notices = prepareNotices(engine)
  const { mailsTo, smsTo, ledger } = notices

  const answer = async (patientId: string, status: 'approved' | 'declined', facts: object = {}) => {
    const data = { refillRequestId: newId(), prescriptionId: newId(), patientId, status, version: 2, ...facts }
    await notices.kit.emitAndSettle(sampleEvent('prescriptions.refill-responded', data))
    await notices.kit.send()
    return data
  }

  test.each(['approved', 'declined'] as const)(
    'a request that was %s is announced once, with a link to it and no word of the medicine or the answer',
    async (status) => {
      const email = newAddress()
      const { id } = await notices.kit.addPatient({ email })
      const facts = await answer(id, status)
      await answer(id, status, facts)
      const [message, ...more] = mailsTo(email)
      expect(more).toEqual([])
      expect(message?.subject).toBe('Your request was answered')
      expect(message?.text).toContain(`https://portal.lakeside.example/record#${facts.prescriptionId}`)
      expect(`${message?.subject} ${message?.text}`).not.toMatch(
        /Ana|Fictional|refill|prescription|medicine|approved|declined/i,
      )
      expect(await ledger(id)).toMatchObject([
        {
          kind: 'prescription',
          template: 'refill-answered',
          subject: { kind: 'prescription', id: facts.prescriptionId },
          status: 'sent',
        },
      ])
    },
  )

  test('by text and in Spanish when the patient prefers that, and not at all when they muted it', async () => {
    const phone = newNumber()
    const { id, client } = await notices.kit.addPatient({ phone })
    await notices.prefer(client, id, { channel: 'sms', language: 'es' })
    const { prescriptionId } = await answer(id, 'declined')
    const [text] = smsTo(phone)
    expect(text?.text).toBe(
      `Lakeside Health respondió a una solicitud suya. Léala: https://portal.lakeside.example/record#${prescriptionId} Responda STOP para no recibir más.`,
    )
    await notices.prefer(client, id, { channel: 'sms', language: 'es', muted: ['prescription'], version: 1 })
    await answer(id, 'approved')
    expect(smsTo(phone)).toHaveLength(1)
    expect((await ledger(id))[0]).toMatchObject({ kind: 'prescription', status: 'suppressed', reason: 'muted' })
  })
})
