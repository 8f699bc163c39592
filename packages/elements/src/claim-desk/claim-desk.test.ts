import { html, nothing } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { barriers, colorRules } from '../../test/barriers.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async ({ claim, more = {} }: { claim?: string; more?: TestHandlers } = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', more)
  await mount(
    withProvider(
      client,
      html`<visit-claim-desk claim-id=${claim === undefined ? nothing : `claim-${claim}`}></visit-claim-desk>`,
    ),
  )
  await settled()
  const bodies = (operation: string): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body)
  return { world, client, bodies, other: world.client('practitioner') }
}
const element = (): Element | null => deepQuery(document.body, 'visit-claim-desk')
const deskButton = (selector: string): HTMLElement | null => deepQuery(document.body, selector)

test('the name of a state without claims can be read under the pointer', async () => {
  await show({ more: { countClaims: () => ({ items: [] }) } })
  const name = deskButton('.zero .state')
  if (!name) throw new Error('No state without claims is shown')
  await userEvent.hover(name)
  expect(await barriers(colorRules)).toEqual([])
})

test('a blocked claim is found, corrected, checked and sent with the keyboard alone', async () => {
  const { bodies } = await show()
  const submitted = recordEvents('visit-claim-submitted')
  await tabTo('Alex Sample')
  await userEvent.keyboard('{ArrowDown}')
  await focusComesTo('Kim Specimen')
  await userEvent.keyboard('{Home}{Enter}')
  await focusComesTo('Alex Sample')
  expect(pageText()).toMatch(/What to correct.*Choose the diagnoses that the service was for/)
  await pressKeyOn('Change lines')
  await focusComesTo('Change lines')
  await pressKeyOn('Save and check')
  await focusComesTo('I10')
  expect(pageText()).toContain('Choose one to four diagnoses.')
  expect(bodies('changeClaim')).toEqual([])
  await userEvent.keyboard(' ')
  await pressKeyOn('Save and check')
  await waitFor(() => pageText().includes('Ready to send'), 'the checked claim')
  expect(bodies('changeClaim')).toMatchObject([{ version: 1, lines: [{ number: 1 }, { diagnosisPointers: [1] }] }])
  await pressKeyOn('Submit')
  await waitFor(() => submitted.length === 1, 'the event')
  expect([submitted, bodies('submitClaim')]).toEqual([[{ claimId: 'claim-blocked' }], [{ version: 2 }]])
  expect(pageText()).toContain('Sent to the clearinghouse.')
})

describe('the claim list', () => {
  test('has a table with the numbers of the bars', async () => {
    await show()
    const rows = [...(element()?.shadowRoot?.querySelectorAll('.states tbody tr') ?? [])].map((row) =>
      row.textContent.replace(/\s+/g, ' ').trim(),
    )
    expect(rows).toContain('Blocked 2 $360.00')
    expect(rows).toContain('Denied 1 $180.00')
    expect(rows).toContain('Voided 0 $0.00')
  })

  test('starts at the first state with work, and shows another state', async () => {
    const { client } = await show()
    expect(pageText()).toContain('Claims: Blocked')
    await press(document.body, 'Denied')
    await waitFor(() => pageText().includes('Claims: Denied'), 'the list')
    await settled()
    expect(client.calls.findLast(({ operationId }) => operationId === 'listClaims')?.query).toMatchObject({
      state: 'denied',
    })
  })

  test('keeps every row in its place when a claim changes on another screen, until the person refreshes', async () => {
    const { other } = await show()
    const announced = recordAnnouncements(element())
    const names = (): string[] =>
      [...(element()?.shadowRoot?.querySelectorAll('.claims .open') ?? [])].map(({ id }) => id)
    const before = names()
    await other.claims.refresh('claim-blocked')
    await waitFor(() => pageText().includes('1 change: show it'), 'the news')
    expect([names(), announced]).toEqual([
      before,
      ['The list has changed. Your view stays as it is until you choose to update it.'],
    ])
    expect(pageText()).toContain('No longer in this state')
    await press(document.body, '1 change')
    await waitFor(() => names().length === 1, 'the new list')
    await focusComesTo('Claims: Blocked')
  })

  test('returns to the row that was opened', async () => {
    await show()
    await pressKeyOn('Kim Specimen')
    await waitFor(() => deskButton('#check'), 'the claim')
    await press(document.body, 'All claims')
    await focusComesTo('Kim Specimen')
  })
})

describe('one claim', () => {
  test('promises no payment because a claim was readable or accepted', async () => {
    await show({ claim: 'accepted' })
    expect(pageText()).toContain('The clearinghouse has received it. This says nothing about payment.')
    expect(pageText()).toContain('The payer has accepted it for review. This says nothing about payment.')
    expect(deskButton('#submit')).toBeNull()
  })

  test('explains each unpaid amount: who bears it, why, and what to do', async () => {
    await show({ claim: 'denied' })
    await waitFor(() => deskButton('#why-heading'), 'the reasons')
    expect(pageText()).toMatch(
      /\$150\.00 of line 1 There was no authorization before the visit\. The payer says: the clinic bears this, not the patient\..*Look for an authorization/,
    )
    expect(pageText()).toMatch(/\$30\.00 of line 2 The payer counts this service as part of another one/)
  })

  test('adds up charged, allowed, paid, owed and adjusted amounts', async () => {
    await show({ claim: 'paid' })
    const sums = [...(element()?.shadowRoot?.querySelectorAll('[aria-labelledby=money-heading] dd') ?? [])].map(
      (sum) => sum.textContent,
    )
    // What is left to the patient waits for the next payer.
    expect(sums).toEqual(['$180.00', '$120.00', '$100.00', '$0.00', '$60.00'])
  })

  test('that is stale must be refreshed from the visit before it can be sent', async () => {
    await show({ claim: 'stale' })
    expect(deskButton('#submit')).toBeNull()
    await pressKeyOn('Update from the visit and note')
    await waitFor(() => deskButton('#submit'), 'the way on')
    expect(pageText()).not.toContain('has changed since')
  })

  test('with unsaved edits can neither be sent nor left', async () => {
    const { bodies } = await show({ claim: 'ready' })
    await pressKeyOn('Change lines')
    await settled()
    expect(deskButton('#submit')).toBeNull()
    expect(pageText()).toContain('Save or cancel your changes first.')
    await press(document.body, 'Cancel')
    await waitFor(() => deskButton('#submit'), 'the way on')
    await tabTo('Your note')
    await userEvent.keyboard('Called the payer')
    await press(document.body, 'All claims')
    await focusComesTo('Your note')
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#note')?.value).toContain('Called the payer')
    await press(document.body, 'Save the note')
    await waitFor(() => pageText().includes('Billie Example'), 'the note')
    expect(bodies('addClaimNote')).toEqual([{ text: 'Called the payer' }])
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#note')?.value).toBe('')
    expect(bodies('submitClaim')).toEqual([])
    await press(document.body, 'All claims')
    await waitFor(() => pageText().includes('Claims: '), 'the list')
  })

  test('closes its forms when it was sent on another screen', async () => {
    const { other } = await show({ claim: 'ready' })
    await pressKeyOn('Change lines')
    await settled()
    const { version } = await other.claims.get('claim-ready')
    await other.claims.submit('claim-ready', { version })
    await waitFor(() => pageText().includes('Sent to the clearinghouse.'), 'the news')
    expect([deskButton('#form-heading'), deskButton('#unsaved')]).toEqual([null, null])
  })

  test('shows no product name for acts of the system', async () => {
    await show({ claim: 'paid' })
    expect(pageText()).not.toContain('Visitkit')
  })

  test('that another person changed keeps the text, shows the latest version, and saves after confirmation', async () => {
    const { other, bodies } = await show({ claim: 'ready' })
    await pressKeyOn('Change lines')
    await tabTo('Units')
    await userEvent.keyboard('2')
    const { version } = await other.claims.change('claim-ready', { note: 'Mine', version: 1 })
    await pressKeyOn('Save and check')
    await waitFor(() => pageText().includes('Somebody else changed this claim'), 'the reason')
    const units = deepQuery<HTMLInputElement>(document.body, '[id="line-1-units"]')
    expect(units?.value).toContain('2')
    await waitFor(() => pageText().includes('Mine'), 'the latest')
    if (units) {
      units.value = '2'
      units.dispatchEvent(new Event('input'))
    }
    await press(document.body, 'Save and check')
    await waitFor(() => bodies('changeClaim').length === 2, 'the second try')
    expect(bodies('changeClaim')[1]).toMatchObject({ version, lines: [{ units: 2 }, {}] })
  })

  test('that could not be sent is sent once under one key', async () => {
    const { client } = await show({ claim: 'ready' })
    const keys: unknown[] = []
    const submit = vi.spyOn(client.claims, 'submit').mockImplementation(async (_, __, options) => {
      keys.push(options?.idempotencyKey)
      throw Object.assign(new Error('broken'), { code: 'connection_failed', status: 0 })
    })
    await press(document.body, 'Submit')
    await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the reason')
    submit.mockRestore()
    const again = vi.spyOn(client.claims, 'submit')
    await press(document.body, 'Submit')
    await waitFor(() => pageText().includes('Sent to the clearinghouse.'), 'the answer')
    expect(again.mock.calls.map(([, , options]) => options?.idempotencyKey)).toEqual(keys)
    expect(keys).toEqual([expect.any(String)])
  })

  test('is voided only after a confirmation', async () => {
    const { bodies } = await show({ claim: 'paid' })
    await pressKeyOn('Void')
    await focusComesTo('This cannot be undone')
    expect(bodies('voidClaim')).toEqual([])
    await pressKeyOn('Void the claim')
    await waitFor(() => pageText().includes('Voids an earlier claim'), 'the new claim')
    expect(bodies('voidClaim')).toHaveLength(1)
  })

  test('that was denied is corrected by a new one, which links to the old one', async () => {
    const { bodies } = await show({ claim: 'denied' })
    await press(document.body, 'Correct and send again')
    await focusComesTo('Nothing is sent yet')
    expect(bodies('correctClaim')).toEqual([])
    await press(document.body, 'Create the new claim')
    await waitFor(() => pageText().includes('Replaces an earlier claim'), 'the new claim')
    await press(document.body, 'Open the earlier claim')
    await waitFor(() => pageText().includes('The payer denied it'), 'the old claim')
  })

  test('shows the transmitted messages only on request', async () => {
    const { bodies } = await show({ claim: 'rejected' })
    expect(bodies('listClaimMessages')).toEqual([])
    await pressKeyOn('Show the messages')
    await waitFor(() => pageText().includes('ST*837*0001'), 'the message')
    await tabTo(/^837P, Sent/)
  })

  test('shows a change from a live message', async () => {
    const { other } = await show({ claim: 'ready' })
    const announced = recordAnnouncements(element())
    const { version } = await other.claims.get('claim-ready')
    await other.claims.submit('claim-ready', { version })
    await waitFor(() => announced.some((text) => text.includes('Sending')), 'the news')
  })
})

test('payments show unmatched lines first, and link to their claims', async () => {
  await show()
  await tabTo('Claims')
  await userEvent.keyboard('{ArrowRight}')
  await focusComesTo('Payments')
  await waitFor(() => pageText().includes('Payments of payers'), 'the payments')
  await settled()
  await pressKeyOn('Plain Health Plan')
  await focusComesTo('Payment of Plain Health Plan')
  expect(pageText()).toMatch(/ELSE0042.*Matches no claim.*SMPL1021/)
  await pressKeyOn('SMPL1021')
  await focusComesTo('Robin Example')
})

test('the end of the session leaves no name, number or text on the page', async () => {
  const { client } = await show({ claim: 'paid' })
  expect(pageText()).toContain('Robin Example')
  client.endSession()
  await waitFor(() => !/Robin|SMPL1021|SAMPLE000/.test(pageText()), 'an empty page')
})
