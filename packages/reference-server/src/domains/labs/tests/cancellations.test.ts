import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('a cancellation on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const cancel = (orderId: string) => kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)

  test('before transmission stops the order from being sent', async () => {
    const before = kit.laboratory.messages.length
    const { body } = await kit.order(await kit.hospital.addPatient())
    expect((await cancel(body.id)).body).toMatchObject({ status: 'cancelled', tests: [{ status: 'cancelled' }] })
    await kit.hospital.transmit()
    expect(kit.laboratory.messages.length).toBe(before)
    expect(await cancel(body.id)).toMatchObject({ status: 409, body: { code: 'not_cancellable' } })
  })

  test('completes when the laboratory confirms it, and not before', async () => {
    const { orderId, received } = await kit.placed()
    expect((await cancel(orderId)).body.status).toBe('cancel-requested')
    await kit.hospital.transmit()
    const { placerNumber, diagnoses } = received
    expect(diagnoses).toHaveLength(1)
    expect(kit.laboratory.orders.at(-1)).toMatchObject({ control: 'CA', placerNumber, diagnoses })
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
  })

  test('that comes too late leaves the order unchanged', async () => {
    const { orderId } = await kit.placed()
    kit.laboratory.script({ do: 'keep-order', text: 'Specimen is on the analyzer.' })
    await cancel(orderId)
    await kit.hospital.transmit()
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'accepted', refusal: 'Specimen is on the analyzer.' })
  })

  test('that was only received stays requested until the laboratory reports the outcome', async () => {
    const { orderId, received } = await kit.placed()
    kit.laboratory.script({ do: 'receive' })
    await cancel(orderId)
    await kit.hospital.transmit()
    expect((await kit.orderNow(orderId)).status).toBe('cancel-requested')
    const updates = [
      'MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125||ORL^O22^ORL_O22|N1|P|2.5.1',
      'MSA|AA|X',
      `ORC|CR|${received.placerNumber}`,
    ]
    const response = await kit.laboratory.sendBytes(framed(updates))
    expect(String(response)).toContain('MSA|AA|N1')
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
  })

  describe('of several tests', () => {
    let messages = 0
    const receiveUpdates = async (...updates: readonly string[]): Promise<void> => {
      messages += 1
      const header = `MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125||ORL^O22^ORL_O22|S${messages}|P|2.5.1`
      const response = await kit.laboratory.sendBytes(framed([header, 'MSA|AA|X', ...updates]))
      expect(String(response)).toContain('MSA|AA')
    }
    const ofTwo = async (isAsked = true) => {
      const { orderId, received } = await kit.placed({ tests: ['CBC', 'K'].map((code) => ({ code, answers: [] })) })
      if (isAsked) {
        kit.laboratory.script({ do: 'receive' })
        await cancel(orderId)
        await kit.hospital.transmit()
      }
      const [first, second] = ['-1', '-2'].map((end) => received.placerNumber.replace(/-2$/, end)) as [string, string]
      const status = async (): Promise<string> => (await kit.orderNow(orderId)).status
      return { orderId, first, second, status }
    }

    test('completes when each test is cancelled, in one message or in several, and not before', async () => {
      const { first, second, status } = await ofTwo()
      await receiveUpdates(`ORC|CR|${first}`, `ORC|CR|${first}`)
      expect(await status()).toBe('cancel-requested')
      await receiveUpdates(`ORC|CR|${second}`)
      expect(await status()).toBe('cancelled')
    })

    test('leaves an order final if one test was completed and the other is cancelled', async () => {
      const { first, second, status } = await ofTwo()
      await kit.laboratory.report({ placerNumber: first, status: 'F' })
      await receiveUpdates(`ORC|UC|${first}`, `ORC|CR|${second}`)
      expect(await status()).toBe('final')
    })

    test('never undoes a final result: a correction still reaches it', async () => {
      const { orderId, first, second, status } = await ofTwo(false)
      for (const placerNumber of [first, second])
        await kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('4.4')] })
      await receiveUpdates(`ORC|CR|${first}`, `ORC|CR|${second}`)
      expect(await status()).toBe('final')
      await kit.laboratory.report({ placerNumber: first, status: 'C', values: [potassium('7.4', { flag: 'HH' })] })
      expect(await kit.resultNow(orderId)).toMatchObject({ critical: {}, observations: [{ value: '7.4' }] })
    })

    test.each(['UA', 'OC'])(
      'by the laboratory (%s) applies to one test, and the other completes the order',
      async (code) => {
        const { first, second, status } = await ofTwo(false)
        await receiveUpdates(`ORC|${code}|${first}`)
        expect(await status()).toBe('accepted')
        await kit.laboratory.report({ placerNumber: second, status: 'F' })
        expect(await status()).toBe('final')
      },
    )
  })

  test('does not hide a result that is measured anyway: it goes to the inbox', async () => {
    const { orderId, received, patientId } = await kit.placed()
    await cancel(orderId)
    await kit.hospital.transmit()
    await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('7.1', { flag: 'HH' })] })
    expect(await kit.inbox(received.fillerNumber)).toMatchObject({ reason: 'order-cancelled', patientId })
    expect(await kit.lastEvent('labs.result-unmatched')).toMatchObject({ patientId, critical: true })
  })
})
