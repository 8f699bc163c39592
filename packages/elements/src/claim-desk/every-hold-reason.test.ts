import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { HeldLine, HeldLineDetail, HoldReason } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { sampled } from '../../test/sampled.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { heldLinesEn } from './held-lines.en.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

/* Each reason of the contract, from its arrival at the desk to the end of the work. A new reason without a way there fails here. */

afterEach(unmount)

/** What no one can post. The desk offers the other way only. */
const neverPosted: ReadonlySet<HoldReason> = new Set([
  ...(['unbalanced', 'usage-differs', 'unreadable', 'not-ours', 'predetermination', 'next-payer-refused'] as const),
])
/** A person says first that the payment is for the claim. */
const confirmed: ReadonlySet<HoldReason> = new Set([
  'receiver-differs',
  'payee-differs',
  'payer-differs',
  'payer-unknown',
])

/** The desk with one line that is held for this reason. */
const showHeld = async (holdReason: HoldReason) => {
  const world = createSampleWorld()
  const { listHeldLines, getHeldLine } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    listHeldLines: async (input) => {
      const page = (await listHeldLines?.({ ...input, query: {} })) as { items: HeldLine[] }
      const held = page.items.filter(({ id }) => id === 'line-stranger').map((line) => ({ ...line, holdReason }))
      return { items: held, nextCursor: null }
    },
    getHeldLine: async (input) => ({ ...((await getHeldLine?.(input)) as HeldLineDetail), holdReason }),
  })
  await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`))
  await settled()
  await press(document.body, 'Held')
  const open = await waitFor(() => deepQuery(document.body, '[id="held-line-stranger"]'), 'the held line')
  await settled()
  const chip = open.closest('tr')?.querySelector('.chip')?.textContent?.trim()
  await pressKeyOn('ELSE0042')
  await focusComesTo('Line ELSE0042')
  const body = (operation: string): unknown => client.calls.find(({ operationId }) => operationId === operation)?.body
  return { chip, body }
}

test('the list can be narrowed to each reason', async () => {
  await mount(withProvider(createSampleWorld().client('practitioner'), html`<visit-claim-desk></visit-claim-desk>`))
  await settled()
  await press(document.body, 'Held')
  const choice = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, 'select#reason'), 'the reasons')
  const offered = [...choice.options].flatMap(({ value }) => (value === '' ? [] : [value]))
  expect(offered.toSorted()).toEqual([...vocabularies.HoldReason].toSorted())
})

describe.each(sampled(vocabularies.HoldReason))('a line that is held as %s', (reason) => {
  test('says why in its own words, and is resolved elsewhere', async () => {
    const { chip, body } = await showHeld(reason)
    expect(chip).toBe(heldLinesEn[reason])
    const why = deepQuery(document.body, '.banner.warn')?.textContent.replaceAll(/\s+/gu, ' ').trim()
    expect(why).toBe(`${heldLinesEn[reason]} ${heldLinesEn[`why_${reason}`]}`)
    const choice = deepQuery<HTMLSelectElement>(document.body, '#aside-reason')
    if (!choice) throw new Error('There is no way to end the work.')
    await userEvent.selectOptions(choice, 'other-system')
    await pressKeyOn('Mark as resolved')
    await focusComesTo('Held lines')
    expect(body('resolveHeldLine')).toEqual({ reason: 'other-system' })
    expect(pageText()).not.toContain('ELSE0042')
  })

  test('is posted to the claim that a person chooses, unless no one can', async () => {
    const { body } = await showHeld(reason)
    const candidate = deepQuery<HTMLInputElement>(document.body, '[name=candidate]')
    expect(candidate === null).toBe(neverPosted.has(reason))
    if (!candidate) return
    candidate.click()
    await settled()
    const confirmation = deepQuery<HTMLInputElement>(document.body, '#confirm')
    expect(confirmation !== null).toBe(confirmed.has(reason))
    confirmation?.click()
    await settled()
    await pressKeyOn('Post to this claim')
    await focusComesTo('Held lines')
    expect(body('matchHeldLine')).toEqual({
      claimId: expect.stringMatching(/^claim-/u),
      ...(confirmed.has(reason) && { origin: 'confirmed' }),
    })
    expect(pageText()).not.toContain('ELSE0042')
  })
})
