import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`))
  await settled()
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-claim-desk'))
  const bodies = (operation: string): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body)
  return { client, said: announced, bodies, other: world.client('practitioner') }
}
const toHeld = async (): Promise<void> => {
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Oldest first'), 'the held lines')
  await settled()
}

test('a line is found, its claim is chosen, and it is posted with the keyboard alone', async () => {
  const { bodies, said: announced } = await show()
  await tabTo('Claims')
  await userEvent.keyboard('{ArrowLeft}')
  await focusComesTo('Held')
  await waitFor(() => pageText().includes('Oldest first'), 'the held lines')
  await settled()
  expect(pageText()).toMatch(/ELSE0042.*Unknown claim.*ELSE0043.*Does not add up/)
  await pressKeyOn('ELSE0042')
  await focusComesTo('Line ELSE0042')
  expect(pageText()).toContain('No claim here has the number that the payer names.')
  expect(pageText()).toContain('PAYER-311')
  expect(pageText()).toMatch(/Patient, as the payer says: ALEX EXAMPLE ?\. Member number: MEM0000311/)
  await pressKeyOn('Post to this claim')
  await waitFor(() => pageText().includes('Choose a claim.'), 'what is missing')
  expect(bodies('matchHeldLine')).toEqual([])
  await userEvent.keyboard(' ')
  await pressKeyOn('Post to this claim')
  await focusComesTo('Held lines')
  expect(bodies('matchHeldLine')).toEqual([{ claimId: expect.stringMatching(/^claim-/) }])
  expect(announced.at(-1)).toMatch(/^The line was posted to claim SMPL/)
  expect(pageText()).not.toContain('ELSE0042')
  expect(pageText()).toContain('ELSE0043')
})

test('a claim is found by its number', async () => {
  await show()
  await toHeld()
  await press(document.body, 'ELSE0042')
  await waitFor(() => deepQuery(document.body, '#number'), 'the line')
  await tabTo('Claim number')
  await userEvent.keyboard('nothing{Enter}')
  await waitFor(() => pageText().includes('No claim with this number matches what the payer decided.'), 'the answer')
  const number = deepQuery<HTMLInputElement>(document.body, '#number')
  if (number) number.value = ''
  number?.dispatchEvent(new Event('input'))
  await press(document.body, 'Find')
  await waitFor(() => deepQuery(document.body, '[name=candidate]'), 'the claims of this charge')
})

test('the list is filtered by one reason', async () => {
  await show()
  await toHeld()
  const reason = deepQuery<HTMLSelectElement>(document.body, 'select#reason')
  if (!reason) throw new Error('There is no choice of reasons.')
  await userEvent.selectOptions(reason, 'unbalanced')
  await waitFor(() => !pageText().includes('ELSE0042') && (true as const), 'the narrowed list')
  expect(pageText()).toContain('ELSE0043')
})

test('a claim that does not match is refused with its reason, and the choice is kept', async () => {
  await show({ matchHeldLine: () => problem(409, 'line_not_postable') })
  await toHeld()
  await press(document.body, 'ELSE0042')
  await waitFor(() => deepQuery(document.body, '[name=candidate]'), 'the claims')
  deepQuery<HTMLInputElement>(document.body, '[name=candidate]')?.click()
  await settled()
  await press(document.body, 'Post to this claim')
  await waitFor(() => pageText().includes('This line cannot be posted to that claim'), 'the reason')
  expect(deepQuery<HTMLInputElement>(document.body, '[name=candidate]')?.checked).toBe(true)
})

test('a payment that does not balance offers no claim, and is marked as resolved elsewhere as a whole', async () => {
  const { bodies, said: announced } = await show()
  await press(document.body, 'Payments')
  await waitFor(() => pageText().includes('Payments of payers'), 'the payments')
  await settled()
  deepQuery<HTMLElement>(document.body, '[id="payment-remittance-odd"]')?.click()
  await waitFor(() => deepQuery(document.body, '#work-payment'), 'the payment')
  expect(pageText()).toContain('The amounts of this payment do not add up')
  await pressKeyOn('Record how it was resolved')
  await focusComesTo('Payment of Sample State Medicaid')
  expect(deepQuery(document.body, '[name=candidate]')).toBeNull()
  await pressKeyOn('Mark as resolved')
  await focusComesTo('What was done')
  expect(pageText()).toContain('Choose what was done.')
  const reason = deepQuery<HTMLSelectElement>(document.body, '#aside-reason')
  if (reason) await userEvent.selectOptions(reason, 'payer-corrected')
  await pressKeyOn('Mark as resolved')
  await focusComesTo('Held lines')
  expect(bodies('resolveRemittance')).toEqual([{ reason: 'payer-corrected' }])
  expect(announced.at(-1)).toBe('Marked as resolved elsewhere.')
  expect(pageText()).not.toContain('ELSE0043')
})

test('a line that another person resolves leaves the list', async () => {
  const { other } = await show()
  await toHeld()
  expect(pageText()).toContain('ELSE0042')
  await other.remittances.resolveLine('line-stranger', { reason: 'returned' })
  await waitFor(() => !pageText().includes('ELSE0042'), 'the shorter list')
})

test('uses the page’s language, although its texts load later than those of the element', async () => {
  const world = createSampleWorld()
  await mount(
    html`<div lang="es">
      ${withProvider(world.client('practitioner'), html`<visit-claim-desk></visit-claim-desk>`)}
    </div>`,
  )
  await waitFor(() => pageText().includes('Retenidas'), 'the desk in Spanish')
  await press(document.body, 'Retenidas')
  await waitFor(() => pageText().includes('Reclamo desconocido'), 'the reason in Spanish')
  expect(pageText()).not.toContain('Unknown claim')
})

test('the end of the session leaves no data of a held line on the page', async () => {
  const { client } = await show()
  await toHeld()
  await press(document.body, 'ELSE0042')
  await waitFor(() => pageText().includes('PAYER-311'), 'the line')
  client.endSession()
  await waitFor(() => !/ELSE0042|PAYER-311|SMPL/.test(pageText()), 'an empty page')
})
