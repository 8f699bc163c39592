import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { PharmacyHoldReason } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { sampled } from '../../test/sampled.ts'
import { heldMessage } from '../../test/held-pharmacy-message.ts'
import { pharmacyMessagesEn } from './pharmacy-messages.en.ts'
import '../define/inbox.ts'
import '../define/provider.ts'

/* Each reason of the contract, from its arrival in the inbox to the end of the work. */

afterEach(unmount)

/** What no one can apply: the desk offers the other way only. */
const neverApplied: ReadonlySet<PharmacyHoldReason> = new Set([
  'unreadable',
  'contradictory',
  'unknown-code',
  'unexpected-type',
  'test-message',
])
/** A person says first that they compared patient, pharmacy and medicine. */
const confirmed: ReadonlySet<PharmacyHoldReason> = new Set([
  'another-patient',
  'another-pharmacy',
  'another-medicine',
  'another-receiver',
])

/** The inbox, and a message that arrives while it is open. */
const arrive = async (reason: PharmacyHoldReason) => {
  const world = createSampleWorld()
  const client = world.client('practitioner')
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  expect(pageText()).not.toContain('Pharmacy messages to decide')
  world.state.heldPharmacyMessages.push(heldMessage(reason))
  world.live.emit({ type: 'pharmacy-message.changed', ids: { messageId: 'held-1' } })
  await waitFor(() => pageText().includes('Pharmacy messages to decide (1)'), 'the message')
  const chip = deepQuery(document.body, '#section-pharmacy-messages')?.closest('section')?.querySelector('.chip')
  expect(chip?.textContent.trim()).toBe(pharmacyMessagesEn[`reason_${reason}`])
  await pressKeyOn(/^Compare: /)
  await waitFor(() => pageText().includes(pharmacyMessagesEn[`why_${reason}`]), 'the explanation')
  const body = (operation: string): unknown => client.calls.find(({ operationId }) => operationId === operation)?.body
  return { world, client, body }
}

describe.each(sampled(vocabularies.PharmacyHoldReason))('a message that is held as %s', (reason) => {
  test('says why in its own words, and is closed with what was done', async () => {
    const { body } = await arrive(reason)
    const said = recordAnnouncements(deepQuery(document.body, 'visit-inbox'))
    await pressKeyOn('Mark as done')
    await focusComesTo('What was done')
    expect(pageText()).toContain('Choose what was done.')
    const choice = deepQuery<HTMLSelectElement>(document.body, '#pharmacy-message-done')
    if (!choice) throw new Error('There is no way to end the work.')
    expect([...choice.options].map(({ value }) => value)).toEqual(['', ...vocabularies.PharmacyMessageResolution])
    await userEvent.selectOptions(choice, 'telephoned')
    await pressKeyOn('Mark as done')
    await waitFor(() => !pageText().includes('Pharmacy messages to decide'), 'the end of it')
    expect(body('resolveHeldPharmacyMessage')).toEqual({ reason: 'telephoned' })
    expect(said).toContain('Marked as done. No prescription was changed.')
  })

  test('is applied to the prescription that a person chooses, unless no one can', async () => {
    const { body } = await arrive(reason)
    const isApplicable = !neverApplied.has(reason)
    expect(deepQuery(document.body, '#find-message-patient') !== null).toBe(isApplicable)
    if (!isApplicable) {
      expect(pageText()).toContain('A message like this is never applied.')
      return
    }
    await waitFor(() => /Our patient: Robin Example/.test(pageText()), 'the patient')
    expect(pageText()).toContain('Patient: Pat Sample')
    await press(document.body, 'Apply to this prescription')
    await waitFor(() => pageText().includes('Choose the prescription that it belongs to.'), 'the fault')
    await press(document.body, /^metformin/)
    const confirmation = deepQuery<HTMLInputElement>(document.body, '#message-confirm')
    expect(confirmation !== null).toBe(confirmed.has(reason))
    if (confirmation) {
      await press(document.body, 'Apply to this prescription')
      await waitFor(() => pageText().includes('Confirm that you compared patient, pharmacy and medicine.'), 'the fault')
      expect(body('applyHeldPharmacyMessage')).toBeUndefined()
      confirmation.click()
      await settled()
    }
    await press(document.body, 'Apply to this prescription')
    await waitFor(() => !pageText().includes('Pharmacy messages to decide'), 'the end of it')
    expect(body('applyHeldPharmacyMessage')).toEqual({
      prescriptionId: 'prescription-metformin',
      ...(confirmed.has(reason) && { confirmed: true }),
    })
  })
})

test('what differs from the prescription that was chosen is asked, and nothing is lost', async () => {
  const world = createSampleWorld()
  world.state.heldPharmacyMessages.push(heldMessage('prescription-unknown'))
  const client = world.client('practitioner', {
    applyHeldPharmacyMessage: ({ body: { confirmed: isConfirmed, prescriptionId } }) =>
      isConfirmed === true
        ? { id: 'held-1', prescriptionId, patientId: 'patient-robin' }
        : problem(409, 'message_differs'),
  })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  await pressKeyOn(/^Compare: /)
  await waitFor(() => /Our patient: Robin Example/.test(pageText()), 'the patient')
  await press(document.body, /^metformin/)
  await press(document.body, 'Apply to this prescription')
  await waitFor(() => pageText().includes('The message and the prescription differ'), 'the question')
  deepQuery<HTMLInputElement>(document.body, '#message-confirm')?.click()
  await settled()
  await press(document.body, 'Apply to this prescription')
  await waitFor(
    () => client.calls.filter(({ operationId }) => operationId === 'applyHeldPharmacyMessage').length === 2,
    'the second attempt',
  )
  expect(client.calls.findLast(({ operationId }) => operationId === 'applyHeldPharmacyMessage')?.body).toEqual({
    prescriptionId: 'prescription-metformin',
    confirmed: true,
  })
})
