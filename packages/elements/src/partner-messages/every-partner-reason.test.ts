import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { HeldPartnerMessageDetail, PartnerHoldReason } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { heldPartnerMessage } from '../../test/held-partner-message.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { sampled } from '../../test/sampled.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { partnerMessagesEn } from './partner-messages.en.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

/* Each reason of the contract, from its arrival in the inbox to the end of the work. */

afterEach(unmount)

/** The inbox, and a message that arrives while it is open. */
const arrive = async (
  reason: PartnerHoldReason,
  more: Partial<HeldPartnerMessageDetail> = {},
  handlers: object = {},
) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  expect(pageText()).not.toContain('Texts, mail and reports to look at')
  world.state.heldPartnerMessages.push(heldPartnerMessage(reason, more))
  world.live.emit({ type: 'partner-message.changed', ids: { messageId: 'held-text-1' } })
  await waitFor(() => pageText().includes('Texts, mail and reports to look at (1)'), 'the message')
  await pressKeyOn(/^Look: /)
  await waitFor(() => pageText().includes(partnerMessagesEn[`why_${reason}`]), 'the explanation')
  const body = (): unknown =>
    client.calls.findLast(({ operationId }) => operationId === 'resolveHeldPartnerMessage')?.body
  return { world, client, body }
}
const choose = (value: string) => {
  const choice = deepQuery<HTMLSelectElement>(document.body, '#partner-message-done')
  if (!choice) throw new Error('There is no way to end the work.')
  return userEvent.selectOptions(choice, value)
}

/** What the desk offers as done. */
const doneOf = (): Readonly<Record<string, true>> => {
  const options = deepQuery<HTMLSelectElement>(document.body, '#partner-message-done')?.options ?? []
  return Object.fromEntries([...options].map(({ value }) => [value, true]))
}

test.each(sampled(vocabularies.PartnerHoldReason))(
  'what is held as %s says why in its own words, and is closed with what was done',
  async (reason) => {
    const { body } = await arrive(reason)
    const chips = deepQuery(document.body, '#section-partner-messages')?.closest('section')?.querySelectorAll('.chip')
    expect([...(chips ?? [])].map(({ textContent }) => textContent.trim())).toEqual([
      partnerMessagesEn[`reason_${reason}`],
    ])
    const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
    await pressKeyOn('Mark as done')
    await focusComesTo('What was done')
    expect(pageText()).toContain('Choose what was done.')
    await choose('checked-at-vendor' in doneOf() ? 'checked-at-vendor' : 'telephoned')
    await pressKeyOn('Mark as done')
    await waitFor(() => !pageText().includes('Texts, mail and reports to look at'), 'the end of it')
    expect(body()).toEqual({ reason: reason === 'written' ? 'telephoned' : 'checked-at-vendor' })
    expect(said).toContain('Marked as done.')
  },
)

describe('a text of a person', () => {
  test('shows who wrote what, and opens the patient', async () => {
    await arrive('written')
    expect(pageText()).toContain('Can I take it with food?')
    expect(pageText()).toMatch(/Patient: Robin Example ?, 42 years/)
    expect(deepQuery<HTMLAnchorElement>(document.body, 'a[href^="tel:"]')?.href).toBe('tel:+16145550142')
    const opened: unknown[] = []
    document.body.addEventListener('visit-open', ({ detail }) => opened.push(detail), { once: true })
    await press(document.body, 'Open the patient')
    expect(opened).toEqual([{ what: 'patient', id: 'patient-robin', patientId: 'patient-robin', visitId: null }])
  })

  test('with a word of an emergency says so before it is opened, and what to do', async () => {
    await arrive('written', { urgent: true, text: 'I have chest pain' })
    const chips = deepQuery(document.body, '#section-partner-messages')?.closest('section')?.querySelectorAll('.chip')
    expect(chips?.[0]?.textContent).toBe('Word of an emergency')
    expect(pageText()).toContain('Telephone this person now.')
  })

  test('from a number of several patients is kept with the one whom a person chooses', async () => {
    const { body } = await arrive('shared-number')
    await press(document.body, /^Sam Sample/)
    await choose('telephoned')
    await press(document.body, 'Mark as done')
    await waitFor(() => !pageText().includes('Texts, mail and reports to look at'), 'the end of it')
    expect(body()).toEqual({ reason: 'telephoned', patientId: 'patient-sam' })
  })

  test('without words says so, and how many files the vendor has', async () => {
    await arrive('unknown-number', { text: undefined as never, files: 2 })
    expect(pageText()).toContain('The message has no words.')
    expect(pageText()).toContain('It has 2 files')
  })
})

describe('a notice that does not arrive', () => {
  test('says whose it was, why, and where the patient is written to now', async () => {
    const { body } = await arrive('undelivered')
    expect(pageText()).toMatch(/Patient: Robin Example ?, 42 years/)
    expect(pageText()).toContain('mail-5.1.1')
    expect(pageText()).toContain('robin@mail.example')
    expect(pageText()).not.toContain('Who wrote')
    await choose('address-corrected')
    await press(document.body, 'Mark as done')
    await waitFor(() => !pageText().includes('Texts, mail and reports to look at'), 'the end of it')
    expect(body()).toEqual({ reason: 'address-corrected' })
  })

  test('to a person who acts for the patient shows no address of the patient', async () => {
    const notice = { channel: 'sms', audience: 'proxies', createdAt: '2026-11-25T13:00:00Z' } as const
    await arrive('undelivered', { notice, to: undefined as never })
    expect(pageText()).toContain('a person who acts for the patient')
    expect(pageText()).not.toContain('In the record now')
    expect(pageText()).not.toContain('The record has no address')
  })
})

test('a mail can be answered by mail, and its sender is looked for in the record', async () => {
  await arrive('unknown-sender', { files: 1 })
  expect(deepQuery<HTMLAnchorElement>(document.body, 'a[href^="mailto:"]')?.href).toBe('mailto:someone@mail.example')
  expect(pageText()).toContain('It has 1 file, in the message as it came.')
  expect(pageText()).toContain('Find the patient')
})

test('a number that is in the record names its patients, and none is chosen', async () => {
  const patients = [heldPartnerMessage('written').patients[0]].filter((each) => each !== undefined)
  const { body } = await arrive('unknown-number', { patients })
  expect(pageText()).toContain('Choose one only if you know that they wrote.')
  await choose('telephoned')
  await press(document.body, 'Mark as done')
  await waitFor(() => !pageText().includes('Texts, mail and reports to look at'), 'the end of it')
  expect(body()).toEqual({ reason: 'telephoned' })
})

test('more than a page is shown page by page, and stays when another arrives', async () => {
  const world = createSampleWorld()
  const add = (id: string) => world.state.heldPartnerMessages.push(heldPartnerMessage('written', { id }))
  for (let count = 0; count < 60; count += 1) add(`held-${count}`)
  await mount(withProvider(world.client('practitioner'), html`<visit-inbox></visit-inbox>`))
  const lines = () =>
    deepQuery(document.body, '#section-partner-messages')?.closest('section')?.querySelectorAll('li').length
  await waitFor(() => lines() === 50, 'the first page')
  expect(pageText()).toContain('Texts, mail and reports to look at (60)')
  await press(document.body, 'Show more (10 left)')
  await waitFor(() => lines() === 60, 'the second page')
  expect(pageText()).not.toContain('Show more')
  add('held-60')
  world.live.emit({ type: 'partner-message.changed', ids: { messageId: 'held-60' } })
  await waitFor(() => lines() === 61, 'the new one')
})

test('that a colleague was quicker is said, and nothing is lost', async () => {
  await arrive('written', {}, { resolveHeldPartnerMessage: () => problem(409, 'already_resolved') })
  await choose('telephoned')
  await press(document.body, 'Mark as done')
  await waitFor(() => pageText().includes('A colleague dealt with this already'), 'the refusal')
})

test('what was closed is gone at once, also while no live message arrives', async () => {
  const { world, client } = await arrive('written')
  client.setHandlers({
    resolveHeldPartnerMessage: () => {
      const [message] = world.state.heldPartnerMessages.splice(0)
      return { id: message?.id ?? '', resolution: 'telephoned' as const }
    },
  })
  await choose('telephoned')
  await press(document.body, 'Mark as done')
  await waitFor(() => !pageText().includes('Texts, mail and reports to look at'), 'the end of it')
})
