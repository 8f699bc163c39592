import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSms, type SimulatedSms } from './start-sms.ts'

describe('the simulated carrier', () => {
  let carrier: SimulatedSms
  const reports: { headers: IncomingHttpHeaders; text: string }[] = []
  let status = 200
  const receiver = createServer((request, answer) => {
    void request.toArray().then((chunks) => {
      reports.push({ headers: request.headers, text: Buffer.concat(chunks as Buffer[]).toString() })
      answer.writeHead(status).end()
    })
  })
  let reportUrl = ''
  beforeAll(async () => {
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    reportUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    carrier = await startSms({ port: 0, reportAfterMs: 1 })
  })
  afterAll(async () => {
    await carrier.stop()
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
  })
  const send = (to: string, more: Record<string, string> = {}, key = carrier.apiKey) =>
    fetch(`${carrier.url}/v2/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...more },
      body: JSON.stringify({ from: '+16145550199', to, text: 'Hello', webhook_url: reportUrl }),
    })
  const reported = (to: string) => reports.filter(({ text }) => text.includes(to)).map(({ text }) => JSON.parse(text))

  test('accepts a message, and reports on it with its own signature', async () => {
    const { data } = (await (await send('+16145550142')).json()) as { data: { id: string } }
    await expect
      .poll(() => reported('+16145550142'))
      .toMatchObject([
        { data: { event_type: 'message.finalized', payload: { id: data.id, to: [{ status: 'delivered' }] } } },
      ])
    const [{ headers, text } = { headers: {}, text: '' }] = reports
    const x = Buffer.from(carrier.publicKey, 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    const signature = Buffer.from(String(headers['telnyx-signature-ed25519']), 'base64')
    expect(verify(null, Buffer.from(`${String(headers['telnyx-timestamp'])}|${text}`), key, signature)).toBe(true)
  })

  test('recognizes a repeat by its key, and refuses an invalid number and a request without a key', async () => {
    const key = { 'idempotency-key': 'one' }
    const answers = [await send('+16145550143', key), await send('+16145550143', key)]
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { data: { id: string } }).data.id),
    )
    expect(new Set(ids).size).toBe(1)
    expect((await send('6145550142')).status).toBe(422)
    expect((await send('+16145550001')).status).toBe(422)
    expect((await send('+16145550142', {}, 'other')).status).toBe(401)
  })

  test('reports twice, or not at all, depending on the number, and again without an acknowledgment', async () => {
    await send('+16145550004')
    await send('+16145550003')
    await expect.poll(() => reported('+16145550004').length).toBe(2)
    status = 500
    await send('+16145550144')
    await expect.poll(() => reported('+16145550144').length).toBe(3)
    expect(reported('+16145550003')).toEqual([])
    status = 200
  })

  test('forwards a reply of the recipient', async () => {
    await send('+16145550145')
    const answer = await fetch(`${carrier.url}/control/reply`, {
      method: 'POST',
      body: JSON.stringify({ from: '+16145550145', text: 'STOP' }),
    })
    expect(answer.status).toBe(200)
    await expect
      .poll(() => reported('STOP'))
      .toMatchObject([
        { data: { event_type: 'message.received', payload: { from: { phone_number: '+16145550145' }, text: 'STOP' } } },
      ])
  })
})
