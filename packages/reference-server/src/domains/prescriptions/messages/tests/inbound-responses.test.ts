import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import { sampleBodies } from '../../../../vendors/pharmacy/script/script.testing.ts'
import type { ScriptBody } from '../../../../vendors/pharmacy/script/script-message.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'
import { messagesTo, type Sent } from './messages.testing.ts'

describe.each(domainEngines)('a message of the pharmacy about another message of ours, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())
  const { message, post, send, parked } = messagesTo(() => practice)

  /** A prescription that the pharmacy has, and the last message that was sent about it. */
  const accepted = async () => {
    const at = await practice.sent()
    await send(message(at, sampleBodies.Verify))
    return at
  }
  const emitted = async (at: Sent): Promise<Sent> => {
    await practice.transmit()
    return { ...at, messageId: (await practice.received(at)).at(-1)?.messageId ?? '' }
  }
  const cancelling = async (at: Sent): Promise<Sent> => {
    const path = `/v1/prescriptions/${at.prescription.id}/cancel`
    expect((await at.prescriber.client.post(path, { reason: 'error' })).body.status).toBe('cancel-requested')
    return emitted(at)
  }
  const refusal: ScriptBody = { type: 'Error', code: '900', description: 'Cannot cancel that.' }
  const active = async (at: Sent): Promise<number> =>
    (await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions?active=true`)).body.items.length

  it('refuses the cancellation and never the prescription, which can be cancelled again', async () => {
    const cancel = await cancelling(await accepted())
    await send(message(cancel, refusal))
    const read = await practice.read(cancel)
    expect(read.status).toBe('accepted')
    expect(read.history.at(-1)).toMatchObject({ by: 'pharmacy', code: '900', text: 'Cannot cancel that.' })
    expect(await active(cancel)).toBe(1)
    await cancelling(cancel)
  })

  it('that approves and denies the cancellation cancels nothing, and waits for a person', async () => {
    const cancel = await cancelling(await accepted())
    const before = await parked()
    const answer = message(cancel, { type: 'CancelRxResponse', response: { outcome: 'Approved' } })
    const both = new TextDecoder()
      .decode(writeScriptMessage(answer))
      .replace('</Response>', '$&<Response><Denied></Denied></Response>')
    const { bytes } = await post(new TextEncoder().encode(both))
    expect(readScriptMessage(bytes).body).toMatchObject({ code: '601', description: 'Contradictory at Response.' })
    expect(await parked()).toEqual([...before, 'contradictory'])
    expect((await practice.read(cancel)).status).toBe('cancel-requested')
    expect(await active(cancel)).toBe(1)
  })

  it.each([
    ['Status', { type: 'Status', code: '010' }],
    ['Verify', sampleBodies.Verify],
  ] as const)('confirms by a %s that the cancellation arrived, and not the prescription', async (_, body) => {
    const cancel = await cancelling(await practice.sent())
    await send(message(cancel, body))
    const received = await practice.read(cancel)
    expect(received.status).toBe('cancel-requested')
    expect(received.history).toHaveLength(4)
    expect(received.history.at(-1)).toMatchObject({ status: 'cancel-requested', by: 'pharmacy', code: body.code })
    await send(message(cancel, refusal))
    expect((await practice.read(cancel)).status).toBe('sent')
  })

  it('alerts a person to call if our response to its request did not arrive', async () => {
    const at = await accepted()
    await practice.control('POST', `prescriptions/${at.messageId}/renewal-request`)
    await practice.settlePharmacies()
    const { client } = at.prescriber
    const [request] = (await client.get('/v1/pharmacy-requests')).body.items
    expect((await client.post(`/v1/pharmacy-requests/${request.id}/response`, { decision: 'denied' })).status).toBe(200)
    const denial = await emitted(at)
    await send(message(denial, sampleBodies.Verify))
    expect((await practice.read(at)).history).toHaveLength(3)
    await send(message(denial, refusal))
    expect(await practice.read(at)).toMatchObject({ status: 'accepted', needsAttention: 'unexpected-response' })
    expect(await active(at)).toBe(1)
  })
})
