import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  startClearinghouse,
  type SimulatedClearinghouse,
} from '../../../../../sandbox/src/clearinghouse/start-clearinghouse.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { Claim } from '../claim.ts'
import { exampleAccount, exampleClaim } from '../example-claim.testing.ts'
import type { ClearinghouseProvider } from '../provider.ts'
import { readResponse } from '../read-response.ts'
import { writeClaimFile } from '../write-claim-file.ts'
import { createMailboxClearinghouse, type MailboxClearinghouseOptions } from './create-mailbox-clearinghouse.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const file = (...claims: readonly Claim[]): string =>
  writeClaimFile({
    account: exampleAccount,
    control: { interchange: 1, group: 1 },
    fileReference: 'FILE-1',
    createdAt: new Date('2026-11-24T10:15:00Z'),
    claims,
  })

const question = {
  payer: exampleClaim.payer,
  provider: exampleClaim.billingProvider,
  subscriber: exampleClaim.subscriber,
  dependent: null,
  serviceDay: '2026-11-24',
}

let partner: SimulatedClearinghouse
let ours: ClearinghouseProvider
const others: Server[] = []

const connect = (more: Partial<MailboxClearinghouseOptions> = {}): ClearinghouseProvider =>
  createMailboxClearinghouse({
    outgoing: anyHost,
    baseUrl: partner.apiBase,
    apiKey: partner.apiKey,
    account: exampleAccount,
    permit: async () => undefined,
    ...more,
  })

const unavailable = (code: string) => expect.objectContaining({ name: 'PartnerUnavailable', code })

beforeEach(async () => {
  partner = await startClearinghouse({ port: 0, now: () => new Date('2026-11-24T12:00:00Z') })
  ours = connect()
})

afterEach(async () => {
  await partner.stop()
  for (const server of others.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

describe('submitting a file', () => {
  it('returns a reference, and later 999, 277CA and 835 in the mailbox', async () => {
    const receipt = await ours.submitClaims(file(exampleClaim), 'id-1')
    expect(receipt).toEqual({ received: true, clearinghouseReference: 'REC000000001' })
    const files = await ours.fetchMailbox()
    expect(files.map(({ content }) => readResponse(content).parts.map(({ kind }) => kind))).toEqual([
      ['file-acknowledgment'],
      ['claim-acknowledgments'],
      ['remittance'],
    ])
  })

  it('again under the same id submits it only once', async () => {
    const first = await ours.submitClaims(file(exampleClaim), 'id-1')
    const second = await ours.submitClaims(file(exampleClaim), 'id-1')
    expect(second).toEqual(first)
    expect(partner.received.size).toBe(1)
    expect(partner.mailbox.posted).toBe(3)
  })

  it('again after a lost response submits it only once', async () => {
    partner.fail({ fault: { kind: 'drop-after' } })
    await expect(ours.submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow(unavailable('no-connection'))
    await expect(ours.submitClaims(file(exampleClaim), 'id-1')).resolves.toMatchObject({ received: true })
    expect(partner.received.get('id-1')?.times).toBe(2)
    expect(partner.mailbox.posted).toBe(3)
  })

  it('under the id of another file is refused permanently', async () => {
    await ours.submitClaims(file(exampleClaim), 'id-1')
    await expect(ours.submitClaims(file({ ...exampleClaim, controlNumber: 'VK-2' }), 'id-1')).resolves.toEqual({
      received: false,
      code: 'http-409',
    })
  })

  it.each([
    ['down', { kind: 'status', status: 503 }, 'http-503'],
    ['under too much load', { kind: 'status', status: 429 }, 'http-429'],
    ['not letting us in', { kind: 'status', status: 401 }, 'http-401'],
    ['gone', { kind: 'drop' }, 'no-connection'],
    ['talking nonsense', { kind: 'nonsense' }, 'nonsense:json'],
  ] as const)('to a clearinghouse that is %s is retried later', async (_name, fault, code) => {
    partner.fail({ fault, route: 'interchanges' })
    await expect(ours.submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow(unavailable(code))
    await expect(ours.submitClaims(file(exampleClaim), 'id-1')).resolves.toMatchObject({ received: true })
  })

  it('waits for the Retry-After of the clearinghouse', async () => {
    partner.fail({ fault: { kind: 'status', status: 503, retryAfterSeconds: 90 } })
    await expect(ours.submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow(
      expect.objectContaining({ retryAfterMs: 90_000 }),
    )
  })

  it('times out on a slow clearinghouse, and reports it', async () => {
    partner.fail({ fault: { kind: 'slow', delayMs: 2_000 } })
    await expect(connect({ timeoutMs: 30 }).submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow(
      unavailable('timeout'),
    )
  })

  it('sends nothing without an agreement', async () => {
    const forbidden = connect({ permit: () => Promise.reject(new Error('no agreement')) })
    await expect(forbidden.submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow('no agreement')
    await expect(forbidden.fetchMailbox()).rejects.toThrow('no agreement')
    await expect(forbidden.checkEligibility(question, 'id-2', new Date())).rejects.toThrow('no agreement')
    expect(partner.received.size).toBe(0)
  })

  it('never follows a redirect', async () => {
    const reached: string[] = []
    const thief = await listen((_request, response) => {
      reached.push('thief')
      response.end('{"reference":"X"}')
    })
    const lure = await listen((_request, response) => {
      response.writeHead(307, { location: thief }).end()
    })
    await expect(connect({ baseUrl: lure }).submitClaims(file(exampleClaim), 'id-1')).rejects.toThrow(
      PartnerUnavailable,
    )
    expect(reached).toEqual([])
  })

  it('is refused over plain http to another machine', () => {
    expect(() => connect({ baseUrl: 'http://clearinghouse.example/v1' })).toThrow('https')
  })

  it('keeps claims and API key out of its errors', async () => {
    partner.fail({ fault: { kind: 'nonsense' } })
    const error: unknown = await ours.submitClaims(file(exampleClaim), 'id-1').catch((thrown: unknown) => thrown)
    expect(String(error)).not.toContain("O'BRIEN")
    expect(JSON.stringify(error)).not.toContain(partner.apiKey)
  })
})

describe('the mailbox', () => {
  it('keeps a file until it is acknowledged, and then deletes it', async () => {
    await ours.submitClaims(file(exampleClaim), 'id-1')
    const before = await ours.fetchMailbox()
    expect((await ours.fetchMailbox()).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    await ours.acknowledgeFile(before[0]?.id ?? '')
    expect((await ours.fetchMailbox()).map(({ id }) => id)).toEqual(before.slice(1).map(({ id }) => id))
  })

  it('accepts a repeated acknowledgment of a file', async () => {
    await ours.submitClaims(file(exampleClaim), 'id-1')
    const [first] = await ours.fetchMailbox()
    await ours.acknowledgeFile(first?.id ?? '')
    await expect(ours.acknowledgeFile(first?.id ?? '')).resolves.toBeUndefined()
  })

  it('returns the oldest files, at most the requested number', async () => {
    for (const content of ['one', 'two', 'three']) partner.post(content)
    expect((await ours.fetchMailbox(2)).map(({ content }) => content)).toEqual(['one', 'two'])
  })

  it('returns invalid content unchanged: validation is a later step', async () => {
    partner.post('<html>maintenance</html>')
    expect((await ours.fetchMailbox()).map(({ content }) => content)).toEqual(['<html>maintenance</html>'])
  })

  it('skips a file that another process has just taken', async () => {
    const server = await listen((request, response) => {
      if (request.url?.startsWith('/mailbox?'))
        return response.end(JSON.stringify({ files: [{ id: 'gone', postedAt: '2026-11-24T00:00:00Z', bytes: 1 }] }))
      response.writeHead(404).end()
    })
    await expect(connect({ baseUrl: server }).fetchMailbox()).resolves.toEqual([])
  })

  it('returns the other files if one cannot be fetched', async () => {
    const files = ['broken', 'sound'].map((id) => ({ id, postedAt: '2026-11-24T00:00:00Z' }))
    const server = await listen((request, response) => {
      if (request.url?.startsWith('/mailbox?')) return response.end(JSON.stringify({ files }))
      if (request.url === '/mailbox/sound') return response.end('ISA')
      response.writeHead(500).end()
    })
    const found = await connect({ baseUrl: server }).fetchMailbox()
    expect(found.map(({ id }) => id)).toEqual(['sound'])
  })

  it('reports that it is unavailable if no file can be fetched', async () => {
    partner.post('one')
    // The list succeeds, the file fails.
    const { url, apiKey } = partner
    const server = await listen(async (request, response) => {
      if (!request.url?.startsWith('/mailbox?')) return response.writeHead(503).end()
      const list = await fetch(`${url}/v1/mailbox`, { headers: { authorization: `Bearer ${apiKey}` } })
      response.end(await list.text())
    })
    await expect(connect({ baseUrl: server }).fetchMailbox()).rejects.toThrow(unavailable('http-503'))
  })

  it.each(['[]', '{"files":[{"id":"../x","postedAt":"2026-11-24T00:00:00Z"}]}', '{"files":[{"id":"a"}]}', 'null', '{'])(
    'refuses a list like %s',
    async (list) => {
      const server = await listen((_request, response) => void response.end(list))
      await expect(connect({ baseUrl: server }).fetchMailbox()).rejects.toThrow(unavailable('nonsense:json'))
    },
  )
})

describe('an eligibility inquiry', () => {
  it('gets its response at once', async () => {
    await expect(ours.checkEligibility(question, 'a1b2-c3', new Date('2026-11-24T12:00:00Z'))).resolves.toMatchObject({
      status: 'active',
      copayCents: 2000,
    })
  })

  it.each([
    ['nonsense', 'nonsense:271'],
    ['drop', 'no-connection'],
  ] as const)('gets no response about the person from a clearinghouse with %s', async (kind, code) => {
    partner.fail({ fault: { kind }, route: 'eligibility' })
    await expect(ours.checkEligibility(question, 'a1', new Date())).rejects.toThrow(unavailable(code))
  })
})

const listen = async (handler: Parameters<typeof createServer>[1]): Promise<string> => {
  const server = createServer(handler as never)
  others.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
