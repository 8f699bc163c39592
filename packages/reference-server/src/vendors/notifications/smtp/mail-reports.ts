import { createHash } from 'node:crypto'
import type { MailReports } from '../provider.ts'
import { verifyWebhook } from '../webhooks/verify-webhook.ts'
import { readReturnedMail, readWrittenMail } from './read-returned-mail.ts'

/**
 * What arrives where undelivered mail returns. SMTP itself brings nothing back to the sender's program: a rule of the mail system posts
 * each message, signed with one of the secrets.
 */
export const createMailReports = (secrets: readonly string[], domain: string): MailReports => ({
  reader: 'returned-mail-1',
  read: async (request) => {
    const { webhookId } = verifyWebhook(request, secrets)
    const fingerprint = createHash('sha256').update(request.rawBody).digest('hex')
    return {
      id: webhookId.length <= 100 ? webhookId : fingerprint,
      fingerprint,
      report: await readReturnedMail(request.rawBody, domain),
    }
  },
  readText: readWrittenMail,
})
