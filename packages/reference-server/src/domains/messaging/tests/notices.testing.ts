import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Mail } from '../../../../../sandbox/src/mail/mail.ts'
import { startMail, type SimulatedMail } from '../../../../../sandbox/src/mail/start-mail.ts'
import { startSms, type SimulatedSms, type Sms } from '../../../../../sandbox/src/sms/start-sms.ts'
import type { SignedInClient, TestAnswer } from '../../../platform/http/tests/testing.ts'
import { createSmtpProvider } from '../../../vendors/notifications/smtp/smtp-provider.ts'
import { createTelnyxProvider } from '../../../vendors/notifications/telnyx/telnyx-provider.ts'
import { startMessaging, type MessagingKit } from './testing.ts'

let count = 0
/** Nobody else in this run has it, and the sandbox gives it no special fate. */
export const newNumber = (): string => `+1614555${1_000 + (count += 1)}`
export const newAddress = (local = 'ana'): string => `${local}@m${(count += 1)}.example`

/** Messaging with a mail server and a carrier, each over the network. */
export interface NoticesKit {
  readonly kit: MessagingKit
  readonly mail: SimulatedMail
  readonly carrier: SimulatedSms
  /** Whether agreements are in force; they are, at first. */
  permit(permitted: boolean): void
  mailsTo(address: string): readonly Mail[]
  smsTo(number: string): readonly Sms[]
  /** What the patient is shown of it, newest first. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as the test client types its answers
  ledger(patientId: string): Promise<any[]>
  prefer(client: SignedInClient, patientId: string, more: object): Promise<TestAnswer>
  hours(amount: number): void
}

/** Call within `describe`: its hooks start what is needed, and end it. Each test begins on a Wednesday, at ten in New York. */
export const prepareNotices = (engine: 'pglite' | 'postgres'): NoticesKit => {
  let kit: MessagingKit
  let mail: SimulatedMail
  let carrier: SimulatedSms
  let permitted = true
  beforeAll(async () => {
    mail = await startMail({ smtpPort: 0, httpPort: 0 })
    carrier = await startSms({ port: 0, reportAfterMs: 5, clock: () => kit.server.clock.now() })
    const permit = async (): Promise<void> => {
      if (!permitted) throw new Error('no agreement')
    }
    kit = await startMessaging(engine, {
      email: createSmtpProvider({
        host: '127.0.0.1',
        port: mail.smtpPort,
        tls: 'none',
        from: 'no-reply@lakeside.example',
        permit,
      }),
      sms: createTelnyxProvider({
        apiKey: carrier.apiKey,
        from: '+16145550199',
        publicKey: carrier.publicKey,
        apiBase: carrier.url,
        permit,
      }),
    })
  })
  afterAll(async () => {
    await kit.server.stop()
    await Promise.all([mail.stop(), carrier.stop()])
  })
  beforeEach(() => {
    permitted = true
    // Wednesday, ten in the morning in New York.
    kit.server.clock.set('2026-11-25T15:00:00Z')
  })

  return {
    get kit() {
      return kit
    },
    get mail() {
      return mail
    },
    get carrier() {
      return carrier
    },
    permit: (given) => void (permitted = given),
    mailsTo: (address) => mail.inbox.filter(({ to }) => to === address),
    smsTo: (number) => carrier.inbox.filter(({ to }) => to === number),
    ledger: async (patientId) => {
      // Signed in anew: a session does not outlive a clock that is moved by hours.
      const patient = await kit.server.as('patient', { personId: patientId })
      return (await patient.get(`/v1/patients/${patientId}/deliveries`)).body.items
    },
    prefer: (client, patientId, more) =>
      client.put(`/v1/patients/${patientId}/communication-preferences`, {
        channel: 'email',
        language: 'en',
        quietHours: null,
        muted: [],
        version: 0,
        ...more,
      }),
    hours: (amount) => kit.server.clock.advance({ hours: amount }),
  }
}
