import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startMail, type SimulatedMail } from './start-mail.ts'

/** Speaks SMTP directly; returns the codes received, the greeting first. */
const smtpDialog = (port: number, lines: readonly string[]): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const codes: string[] = []
    const waiting = [...lines]
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (data) => {
      received += data.toString()
      // The last line of a reply has a space after its code (RFC 5321, 4.2.1).
      for (const [, code = ''] of received.matchAll(/^(\d{3}) .*\r\n/gm)) {
        codes.push(code)
        const next = waiting.shift()
        if (next === undefined) socket.end()
        else socket.write(`${next}\r\n`)
      }
      received = received.slice(received.lastIndexOf('\n') + 1)
    })
    socket.on('close', () => resolve(codes))
    socket.on('error', reject)
  })

const letter = (to: string, id = 'one') => [
  'EHLO clinic.example',
  'MAIL FROM:<clinic@clinic.example>',
  `RCPT TO:<${to}>`,
  'DATA',
  `From: Clinic <clinic@clinic.example>\r\nTo: <${to}>\r\nSubject: =?utf-8?B?bWHDsWFuYQ==?=\r\nMessage-ID: <${id}@clinic.example>\r\n\r\nHello\r\n.`,
  'QUIT',
]

describe('the simulated mail server', () => {
  let mail: SimulatedMail
  beforeAll(async () => {
    mail = await startMail({ smtpPort: 0, httpPort: 0 })
  })
  afterAll(() => mail.stop())
  beforeEach(() => fetch(`${mail.url}/messages`, { method: 'DELETE' }))
  const inbox = async (to: string): Promise<Record<string, unknown>[]> =>
    ((await (await fetch(`${mail.url}/messages?to=${to}`)).json()) as { items: Record<string, unknown>[] }).items
  const fault = (body: object) => fetch(`${mail.url}/control/faults`, { method: 'POST', body: JSON.stringify(body) })

  test('delivers to an inbox, and a repeated message only once', async () => {
    for (let time = 0; time < 2; time += 1)
      expect(await smtpDialog(mail.smtpPort, letter('ana@mail.example'))).toEqual([
        '220',
        '250',
        '250',
        '250',
        '354',
        '250',
        '221',
      ])
    expect(await inbox('ana@mail.example')).toMatchObject([
      { subject: 'mañana', text: 'Hello\n', from: { name: 'Clinic' } },
    ])
    expect(await inbox('other@mail.example')).toEqual([])
  })

  test('refuses, greylists and reports a full mailbox, depending on the address', async () => {
    const toRecipient = (to: string) => smtpDialog(mail.smtpPort, [...letter(to).slice(0, 3), 'QUIT'])
    expect((await toRecipient('bounce@mail.example'))[3]).toBe('550')
    expect((await toRecipient('full@mail.example'))[3]).toBe('452')
    expect((await toRecipient('greylist@mail.example'))[3]).toBe('451')
    expect((await toRecipient('greylist@mail.example'))[3]).toBe('250')
  })

  test('fails as scripted, as often as scripted', async () => {
    expect((await fault({ at: 'recipient', code: 421, times: 1 })).status).toBe(200)
    expect((await fault({ at: 'nowhere' })).status).toBe(400)
    const recipient = async () =>
      (await smtpDialog(mail.smtpPort, [...letter('ana@mail.example').slice(0, 3), 'QUIT']))[3]
    expect([await recipient(), await recipient()]).toEqual(['421', '250'])
    await fault({ at: 'answer-lost' })
    expect(await smtpDialog(mail.smtpPort, letter('lost@mail.example', 'two'))).toEqual([
      '220',
      '250',
      '250',
      '250',
      '354',
    ])
    expect(await inbox('lost@mail.example')).toHaveLength(1)
  })
})
