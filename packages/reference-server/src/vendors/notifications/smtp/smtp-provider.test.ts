import type { Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startMail, type SimulatedMail } from '../../../../../sandbox/src/mail/start-mail.ts'
import type { EmailMessage } from '../provider.ts'
import { createSmtpProvider } from './smtp-provider.ts'
import { anyHost } from '../../../platform/egress/any-host.testing.ts'

const signal = AbortSignal.timeout(60_000)
let count = 0
const message = (more: Partial<EmailMessage> = {}): EmailMessage => ({
  id: `id-${(count += 1)}`,
  to: 'ana@mail.example',
  fromName: 'Lakeside Health',
  subject: 'Your appointment',
  text: 'It is tomorrow.\n',
  language: 'en',
  unsubscribeUrl: 'https://portal.lakeside.example/preferences',
  ...more,
})

describe('e-mail over SMTP', () => {
  let mail: SimulatedMail
  beforeAll(async () => {
    mail = await startMail({ smtpPort: 0, httpPort: 0 })
  })
  afterAll(() => mail.stop())
  const provider = (port = mail.smtpPort, tls: 'none' | 'required' = 'none', permit = async () => undefined as void) =>
    createSmtpProvider({
      ...{ outgoing: anyHost, host: '127.0.0.1', port, tls, from: 'no-reply@lakeside.example', permit },
      reportSecrets: [],
    })

  test('arrives with its text, in any script, with the same id in a repeat', async () => {
    const sent = message({ subject: 'Su cita mañana — 李 \u202eשלום', text: 'Año nuevo, ¿todo bien?\n' })
    for (let time = 0; time < 2; time += 1)
      expect(await provider().send(sent, signal)).toEqual({ accepted: true, vendorId: null })
    const arrived = mail.inbox.filter(({ id }) => id === `<${sent.id}@lakeside.example>`)
    expect(arrived).toHaveLength(1)
    expect(arrived[0]).toMatchObject({ subject: sent.subject, text: sent.text, to: 'ana@mail.example' })
  })

  test('hostile names and addresses add no header and no second recipient', async () => {
    const before = mail.inbox.length
    await provider().send(message({ fromName: 'Lake\r\nBcc: all@mail.example', subject: 'Hello\r\nX-Evil: 1' }), signal)
    const arrived = mail.inbox.at(-1)
    expect(mail.inbox).toHaveLength(before + 1)
    expect(Object.keys(arrived?.headers ?? {})).not.toEqual(expect.arrayContaining(['bcc']))
    expect(Object.keys(arrived?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-evil']))
    for (const to of ['a@mail.example, b@mail.example', 'a@mail.example>\r\nRCPT TO:<b@mail.example', 'nobody'])
      expect(
        await provider()
          .send(message({ to }), signal)
          .catch(() => ({ accepted: false })),
      ).toMatchObject({ accepted: false })
    expect(mail.inbox).toHaveLength(before + 1)
  })

  test.each([
    [
      { at: 'recipient', code: 550 },
      { accepted: false, code: 'smtp-550' },
    ],
    [
      { at: 'data', code: 554 },
      { accepted: false, code: 'smtp-554' },
    ],
  ] as const)('%j is final', async (fault, response) => {
    mail.failNext(fault)
    expect(await provider().send(message(), signal)).toEqual(response)
  })

  test.each([
    [{ at: 'recipient', code: 451 }, 'smtp-451'],
    [{ at: 'data', code: 452 }, 'smtp-452'],
    [{ at: 'connect', code: 554 }, 'smtp-554'],
    [{ at: 'answer-lost' }, 'smtp-unreachable'],
  ] as const)('%j is retried', async (fault, code) => {
    mail.failNext(fault)
    await expect(provider().send(message(), signal)).rejects.toMatchObject({ name: 'PartnerUnavailable', code })
  })

  test('messages that follow each other share a connection, and one that was closed in between loses none', async () => {
    const opened: Socket[] = []
    const connect: typeof anyHost.connect = (address) => {
      const socket = anyHost.connect(address)
      opened.push(socket)
      return socket
    }
    const kept = createSmtpProvider({
      ...{ outgoing: { connect }, host: '127.0.0.1', port: mail.smtpPort, tls: 'none' },
      ...{ from: 'no-reply@lakeside.example', permit: async () => undefined, reportSecrets: [] },
    })
    const before = mail.inbox.length
    for (let count = 0; count < 5; count += 1) await kept.send(message({ to: `p${count}@mail.example` }), signal)
    expect(opened).toHaveLength(1)
    expect(mail.inbox.slice(before).map(({ to }) => to)).toEqual(
      Array.from({ length: 5 }, (_, count) => `p${count}@mail.example`),
    )
    mail.failNext({ at: 'recipient', code: 550 })
    expect(await kept.send(message(), signal)).toEqual({ accepted: false, code: 'smtp-550' })
    opened[0]?.destroy()
    expect(await kept.send(message(), signal)).toEqual({ accepted: true, vendorId: null })
    expect(opened).toHaveLength(2)
    expect(mail.inbox).toHaveLength(before + 6)
  })

  test('nothing is sent if the server is unreachable or does not offer the required TLS', async () => {
    await expect(provider(1).send(message(), signal)).rejects.toMatchObject({ code: 'smtp-unreachable' })
    const before = mail.inbox.length
    await expect(provider(mail.smtpPort, 'required').send(message(), signal)).rejects.toMatchObject({
      name: 'PartnerUnavailable',
    })
    expect(mail.inbox).toHaveLength(before)
  })

  test('without an agreement no connection is made', async () => {
    const refuse = async (): Promise<void> => {
      throw new Error('no agreement')
    }
    await expect(provider(1, 'none', refuse).send(message(), signal)).rejects.toThrow('no agreement')
  })
})
