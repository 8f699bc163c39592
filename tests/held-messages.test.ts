import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { partnerMessagesEn } from '../packages/elements/src/partner-messages/partner-messages.en.ts'
import { pharmacyMessagesEn } from '../packages/elements/src/pharmacy-messages/pharmacy-messages.en.ts'
import {
  newAddress,
  newNumber,
  prepareNotices,
} from '../packages/reference-server/src/domains/messaging/tests/notices.testing.ts'
import {
  appliesTo,
  messagesOfReasons,
} from '../packages/reference-server/src/domains/prescriptions/messages/tests/messages-of-reasons.testing.ts'
import {
  messagesTo,
  type Sent,
} from '../packages/reference-server/src/domains/prescriptions/messages/tests/messages.testing.ts'
import {
  startPractice,
  type TestPractice,
} from '../packages/reference-server/src/domains/prescriptions/tests/practice.testing.ts'
import { startDailyHospital } from '../packages/reference-server/src/domains/visits/tests/daily.testing.ts'
import { sampleSubject } from '../packages/reference-server/src/vendors/pharmacy/script/script.testing.ts'
import type { Mail } from '../packages/sandbox/src/mail/mail.ts'
import { writeComplaint, writeDeliveryStatus, writeReply } from '../packages/sandbox/src/mail/write-returned-mail.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'
import { bundleElements, openDesk, signInMember } from './desk-page.testing.ts'

type Schemas = components['schemas']

/*
 * Each hold reason of messages of pharmacies, patients and vendors: from its arrival over the network to its desk in the
 * browser, with its words, until a person has settled it there. A reason that the contract adds does not compile without a message.
 */

let browser: Browser
let elements = ''
beforeAll(async () => {
  ;[browser, elements] = await Promise.all([launchCallBrowser(), bundleElements()])
})
afterAll(() => browser?.close())

/** The lines of a section of the inbox. */
const linesOf = (page: Page, section: string): Locator =>
  page
    .locator('section')
    .filter({ has: page.locator(`#section-${section}`) })
    .getByRole('listitem')

describe('messages of pharmacies in the inbox', () => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice('postgres')
  })
  afterAll(() => practice.stop())
  const { post } = messagesTo(() => practice)
  const { messageFor } = messagesOfReasons(() => practice)
  /** It names no prescription of ours, or two. */
  const isSearched = (reason: Schemas['PharmacyHoldReason']): boolean =>
    reason === 'prescription-unknown' || reason === 'references-disagree'

  it('say why they are held; each is applied by a person, or closed if no one can', async () => {
    const sent = new Map<Schemas['PharmacyHoldReason'], Sent>()
    for (const reason of vocabularies.PharmacyHoldReason) {
      const at = await practice.sent()
      sent.set(reason, at)
      const { first, bytes } = messageFor(reason, at)
      if (first) await post(first)
      expect((await post(bytes)).status).toBe(200)
    }
    const [person, now] = [await signInMember(practice, 'nurse'), practice.clock.now()]
    const desk = await openDesk(browser, { elements, person, element: '<visit-inbox></visit-inbox>', now })
    const { page } = desk
    for (const reason of vocabularies.PharmacyHoldReason) {
      const line = linesOf(page, 'pharmacy-messages')
        .filter({ has: page.locator('.chip').getByText(pharmacyMessagesEn[`reason_${reason}`], { exact: true }) })
        .first()
      await line.getByRole('button', { name: /^Compare: / }).click()
      await line.getByText(pharmacyMessagesEn[`why_${reason}`]).waitFor()
      const canApply = appliesTo[reason] !== 'no'
      expect([reason, await line.locator('#find-message-patient').count()]).toEqual([reason, canApply ? 1 : 0])
      if (canApply) {
        // The patient of the order that it names is found already.
        if (isSearched(reason)) {
          await line.locator('#find-message-patient').fill(sampleSubject.patient.name.lastName)
          await line.getByRole('listbox').getByRole('option').first().click()
        }
        await line.getByRole('radio').first().check()
        const confirm = line.locator('#message-confirm')
        expect([reason, await confirm.count()]).toEqual([reason, appliesTo[reason] === 'confirmed' ? 1 : 0])
        if (await confirm.count()) await confirm.check()
        await line.getByRole('button', { name: pharmacyMessagesEn.apply, exact: true }).click()
      } else {
        await line.locator('#pharmacy-message-done').selectOption('telephoned')
        await line.getByRole('button', { name: pharmacyMessagesEn.asideYes, exact: true }).click()
      }
      await line.waitFor({ state: 'detached' })
    }
    expect((await person.get('/v1/held-pharmacy-messages')).body.items).toEqual([])
    await practice.settle()
    for (const [reason, at] of sent) {
      // Who is searched for by name is one of several.
      if (appliesTo[reason] === 'no' || isSearched(reason)) continue
      expect([reason, (await practice.read(at)).status]).toEqual([reason, 'dispensed'])
    }
    expect(desk.faults).toEqual([])
    await desk.close()
  })
})

/** Looks at each message of these reasons, and marks it as done. */
const settlePartnerMessages = async (page: Page, reasons: readonly Schemas['PartnerHoldReason'][]): Promise<void> => {
  for (const reason of reasons) {
    const line = linesOf(page, 'partner-messages')
      .filter({ has: page.locator('.chip').getByText(partnerMessagesEn[`reason_${reason}`], { exact: true }) })
      .first()
    await line.getByRole('button', { name: /^Look: / }).click()
    await line.getByText(partnerMessagesEn[`why_${reason}`]).waitFor()
    await line.locator('#partner-message-done').selectOption({ index: 1 })
    await line.getByRole('button', { name: partnerMessagesEn.asideYes, exact: true }).click()
    await line.waitFor({ state: 'detached' })
  }
}

describe('texts, mail and reports in the inbox', () => {
  const notices = prepareNotices('postgres')
  const ours = [{ phone_number: '+16145550199' }]
  const report = async (event: string, payload: object): Promise<void> => {
    const { url, organizationId } = notices.kit
    notices.carrier.reports.send(`${url}/v1/webhooks/sms/${organizationId}`, event, { ...payload })
    await notices.carrier.reports.settled()
  }
  const write = (from: string, text: string) =>
    report('message.received', { from: { phone_number: from }, to: ours, text })
  const notify = async (contact: { readonly phone?: string; readonly email?: string }): Promise<void> => {
    const { id } = await notices.kit.addPatient(contact)
    await notices.kit.book(id, 4 * 1_440)
    await notices.kit.send()
    // The carrier reports about each text by itself; what arrives next comes after that.
    const over = contact.phone === undefined ? /^(sent|failed)$/ : /^delivered$/
    await expect.poll(async () => (await notices.ledger(id)).at(-1).status).toMatch(over)
  }
  const texted = async (phone = newNumber()): Promise<string> => {
    await notify({ phone })
    return phone
  }
  const mailed = async (): Promise<Mail> => {
    const email = newAddress()
    await notify({ email })
    return notices.mailsTo(email).at(-1) as Mail
  }
  const finalized = async (status: string): Promise<void> => {
    const phone = await texted()
    await report('message.finalized', { id: notices.smsTo(phone)[0]?.id, to: [{ phone_number: phone, status }] })
  }
  const arrive: Readonly<Record<Exclude<Schemas['PartnerHoldReason'], 'unknown-room'>, () => Promise<unknown>>> = {
    written: async () => write(await texted(), 'Can I take it with food?'),
    'unknown-number': () => write(newNumber(), 'Who is this?'),
    'shared-number': async () => {
      const phone = await texted()
      await texted(phone)
      await write(phone, 'We will be late.')
    },
    'another-number': () =>
      report('message.received', {
        ...{ from: { phone_number: newNumber() }, to: [{ phone_number: '+16145550198' }], text: 'START' },
      }),
    'unknown-code': () => finalized('teleported'),
    contradictory: () => finalized('delivery_failed'),
    unreadable: () => report('message.received', { to: ours, text: 'No sender' }),
    undelivered: () => notify({ email: newAddress('bounce') }),
    complaint: async () => notices.mail.returned.post(writeComplaint(await mailed())),
    'unknown-message': async () => {
      const mail = await mailed()
      const raw = `Message-ID: <${randomUUID()}.${notices.kit.organizationId}@lakeside.example>\r\n\r\nHello`
      await notices.mail.returned.post(writeDeliveryStatus({ ...mail, raw }))
    },
    'unknown-sender': () =>
      notices.mail.returned.post(writeReply(null, { from: 'someone@mail.example', text: 'Who are you?' })),
  }

  it('say why they wait, and are marked as done', async () => {
    const reasons = Object.keys(arrive) as (keyof typeof arrive)[]
    for (const reason of reasons) await arrive[reason]()
    await notices.kit.settle()
    const [person, now] = [await signInMember(notices.kit, 'nurse'), notices.kit.clock.now()]
    expect((await person.get('/v1/held-partner-messages')).body.count).toBe(reasons.length)
    const desk = await openDesk(browser, { elements, person, element: '<visit-inbox></visit-inbox>', now })
    await settlePartnerMessages(desk.page, reasons)
    expect((await person.get('/v1/held-partner-messages')).body.count).toBe(0)
    expect(desk.faults).toEqual([])
    await desk.close()
  })

  it('of a room that no one has too', async () => {
    const kit = await startDailyHospital('plain')
    try {
      const at = Math.floor(kit.hospital.clock.now().getTime() / 1_000)
      const payload = { room: 'a-room-of-no-one', user_id: randomUUID(), session_id: randomUUID(), joined_at: at }
      expect((await kit.report('participant.joined', payload, 'desk-1')).status).toBe(200)
      await kit.hospital.settle()
      const [person, now] = [await signInMember(kit.hospital, 'nurse'), kit.hospital.clock.now()]
      const desk = await openDesk(browser, { elements, person, element: '<visit-inbox></visit-inbox>', now })
      await settlePartnerMessages(desk.page, ['unknown-room'])
      await desk.close()
    } finally {
      await kit.stop()
    }
  })
})
