import { createHmac, randomUUID, sign } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportRequest } from '../packages/sandbox/src/laboratory/reporter.ts'
import type { PartnerSecrets } from '../scripts/demo-partners.ts'
import type { startOwnDemo } from './start-own-demo.ts'

type Running = Pick<Awaited<ReturnType<typeof startOwnDemo>>, 'demo' | 'folder' | 'clearinghouseUrl' | 'laboratoryUrl'>

/** What partners of a demo send over the network, with the signatures of the partners. */
export interface SendAsPartners {
  text(from: string, text: string): Promise<void>
  mail(raw: string): Promise<void>
  pharmacyMessage(xml: string): Promise<void>
  /** A file in the mailbox of the clearinghouse. */
  file(text: string): Promise<void>
  /** Throws if the clinic does not accept it. */
  laboratoryReport(report: ReportRequest): Promise<void>
}

export const sendAsPartners = async ({
  demo: { serverUrl },
  folder,
  clearinghouseUrl,
  laboratoryUrl,
}: Running): Promise<SendAsPartners> => {
  const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8')) as PartnerSecrets
  const organizationId = await readFile(join(folder, 'registered'), 'utf8')
  const seconds = (): string => String(Math.floor(Date.now() / 1_000))
  /** Returns the text of the answer. */
  const post = async (url: string, body: string, headers: Record<string, string>): Promise<string> => {
    const answer = await fetch(url, { method: 'POST', headers, body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${url} was answered ${answer.status}: ${text}`)
    return text
  }
  const report = async (partner: string, body: string, headers: Record<string, string>): Promise<void> => {
    await post(`${serverUrl}/v1/webhooks/${partner}/${organizationId}`, body, headers)
  }
  return {
    text: (from, text) => {
      const payload = { from: { phone_number: from }, to: [{ phone_number: '+15555550100' }], text }
      const event = { event_type: 'message.received', id: randomUUID(), occurred_at: new Date().toISOString(), payload }
      const body = JSON.stringify({ data: event })
      const at = seconds()
      return report('sms', body, {
        'content-type': 'application/json',
        'telnyx-timestamp': at,
        'telnyx-signature-ed25519': sign(null, Buffer.from(`${at}|${body}`), secrets.telnyxSigningKey).toString(
          'base64',
        ),
      })
    },
    mail: (raw) => {
      const [id, at] = [randomUUID(), seconds()]
      const key = Buffer.from(secrets.mailReportSecret.replace('whsec_', ''), 'base64')
      const signature = createHmac('sha256', key).update(`${id}.${at}.${raw}`).digest('base64')
      return report('mail', raw, {
        ...{ 'content-type': 'message/rfc822', 'webhook-id': id, 'webhook-timestamp': at },
        'webhook-signature': `v1,${signature}`,
      })
    },
    pharmacyMessage: (xml) => {
      const at = seconds()
      const signature = createHmac('sha256', secrets.pharmacySecret).update(`${at}.${xml}`).digest('hex')
      return report('pharmacy', xml, {
        ...{ 'content-type': 'application/xml', 'x-message-timestamp': at, 'x-message-signature': signature },
      })
    },
    file: async (text) => {
      await post(`${clearinghouseUrl}/control/mailbox`, text, { 'content-type': 'text/plain' })
    },
    laboratoryReport: async (given) => {
      const { answer } = JSON.parse(await post(`${laboratoryUrl}/reports`, JSON.stringify(given), {})) as {
        answer: { code: string; text: string } | null
      }
      if (answer?.code !== 'AA') throw new Error(`The report was answered ${JSON.stringify(answer)}`)
    },
  }
}
