import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Mail } from '../../../../../sandbox/src/mail/mail.ts'
import type { SimulatedMail } from '../../../../../sandbox/src/mail/start-mail.ts'
import type { SimulatedSms, Sms } from '../../../../../sandbox/src/sms/start-sms.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { withMessagingVerbs, type MessagingHospital, type MessagingVerbs } from './messaging-kit.testing.ts'

let count = 0
/** A number that is unique in this run, and for which the sandbox simulates no failure. */
export const newNumber = (): string => `+1614555${1_000 + (count += 1)}`
export const newAddress = (local = 'ana'): string => `${local}@m${(count += 1)}.example`

/** Messaging with a mail server and an SMS carrier, both over the network. */
export interface NoticesKit {
  readonly kit: MessagingHospital
  readonly mail: SimulatedMail
  readonly carrier: SimulatedSms
  /** Whether agreements are in force. They are at first. */
  permit(permitted: boolean): void
  mailsTo(address: string): readonly Mail[]
  smsTo(number: string): readonly Sms[]
  /** The patient's delivery log, newest first. */
  // oxlint-disable-next-line typescript/no-explicit-any -- as the test client types its answers
  ledger(patientId: string): Promise<any[]>
  prefer(client: SignedInClient, patientId: string, more: object): Promise<TestResponse>
  hours(amount: number): void
}

/** Call within `describe`: its hooks start and stop what is needed. Each test begins on a Wednesday at 10 a.m. in New York. */
export const prepareNotices = (engine: 'pglite' | 'postgres'): NoticesKit => {
  let kit: TestHospital<'mail' | 'sms'> & MessagingVerbs
  beforeAll(async () => {
    kit = withMessagingVerbs(await createTestHospital({ engine, partners: ['mail', 'sms'] }))
  })
  afterAll(async () => {
    await kit.stop()
  })
  const permit = (isInForce: boolean): void => {
    kit.permit('mail', isInForce)
    kit.permit('sms', isInForce)
  }
  beforeEach(() => {
    permit(true)
    // Wednesday, 10 a.m. in New York.
    kit.clock.set('2026-11-25T15:00:00Z')
  })

  return {
    get kit() {
      return kit
    },
    get mail() {
      return kit.partners.mail
    },
    get carrier() {
      return kit.partners.sms
    },
    permit,
    mailsTo: (address) => kit.partners.mail.inbox.filter(({ to }) => to === address),
    smsTo: (number) => kit.partners.sms.inbox.filter(({ to }) => to === number),
    ledger: async (patientId) => {
      // Sign in again: the session expires when the clock moves by hours.
      const patient = await kit.as('patient', { personId: patientId })
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
    hours: (amount) => kit.clock.advance({ hours: amount }),
  }
}
