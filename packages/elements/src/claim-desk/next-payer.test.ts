import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Claim } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { medicareSecond } from '../../test/medicare-second.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (lang = 'en', more: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', more)
  await mount(html`<div lang=${lang}>${withProvider(client, html`<visit-claim-desk></visit-claim-desk>`)}</div>`)
  await settled()
  const said = recordAnnouncements(deepQuery(document.body, 'visit-claim-desk'))
  const bodies = (operation: string): unknown[] =>
    client.calls.filter(({ operationId }) => operationId === operation).map(({ body }) => body)
  return { said, bodies }
}

const toBalance = async (): Promise<void> => {
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Waiting for the next payer'), 'the list of balances')
  await press(document.body, 'Robin Example')
  await waitFor(() => deepQuery(document.body, '#next-paid'), 'the form')
}

test('a balance that waits for the next payer is found among what is held, and its answer is posted and undone', async () => {
  const { said, bodies } = await show()
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Waiting for the next payer'), 'the list of balances')
  expect(pageText()).toMatch(/Sample State Medicaid.*\$20\.00/)
  await press(document.body, 'Robin Example')
  await waitFor(() => deepQuery(document.body, '#next-paid'), 'the form')
  expect(pageText()).toContain('It is not on the patient’s bill while Sample State Medicaid has not answered.')
  await tabTo('Paid by this payer')
  await userEvent.keyboard('12{Enter}')
  await waitFor(() => pageText().includes('The amounts add up to $12.00, not to $20.00.'), 'what is wrong')
  expect(bodies('answerNextPayer')).toEqual([])
  await tabTo('Taken off')
  await userEvent.keyboard('8')
  await pressKeyOn('Post the answer by hand')
  await focusComesTo('Next payer')
  expect(bodies('answerNextPayer')).toEqual([
    { coverageId: expect.any(String), paidCents: 1_200, discountCents: 800, patientCents: 0 },
  ])
  expect(said.at(-1)).toBe('The answer was posted.')
  expect(pageText()).toContain('Paid $12.00, taken off $8.00, left to the patient $0.00.')
  await press(document.body, 'Undo this answer')
  await waitFor(() => deepQuery(document.body, '#next-paid'), 'the form again')
  expect(said.at(-1)).toBe('The answer was undone. The amount waits again.')
})

test('the claim is sent to the next payer with one press, and the desk says where it is', async () => {
  const { said, bodies } = await show()
  await toBalance()
  await pressKeyOn('Send to the next payer')
  await focusComesTo('Next payer')
  expect(bodies('sendToNextPayer')).toEqual([{ coverageId: expect.any(String) }])
  expect(said.at(-1)).toBe('The claim is on its way to the next payer.')
  expect(pageText()).toContain('On its way to the clearinghouse.')
  expect(pageText()).not.toContain('Send to the next payer')
})

test('a claim that cannot be sent to the next payer says why, and its answer is posted by hand', async () => {
  const { bodies } = await show('en', { sendToNextPayer: () => problem(409, 'claim_blocked') })
  await toBalance()
  await pressKeyOn('Send to the next payer')
  await waitFor(() => pageText().includes('This claim cannot be sent to the next payer from here'), 'the refusal')
  expect(pageText()).toContain('If the answer of a payer before has no details, send it yourself.')
  deepQuery<HTMLInputElement>(document.body, '#next-paid')?.focus()
  await userEvent.keyboard('20')
  await pressKeyOn('Post the answer by hand')
  await focusComesTo('Next payer')
  expect(bodies('answerNextPayer')).toMatchObject([{ paidCents: 2_000, discountCents: 0, patientCents: 0 }])
})

test('Medicare after another payer needs the reason, which is chosen here; then the claim is sent', async () => {
  const { said, bodies } = await show('en', medicareSecond())
  await toBalance()
  await waitFor(() => pageText().includes('Without it the claim cannot be sent.'), 'what is missing')
  expect(pageText()).not.toContain('Send to the next payer')
  await pressKeyOn('Save the reason')
  await focusComesTo('Why another payer pays before Medicare')
  expect(pageText()).toContain('Choose why another payer pays before Medicare.')
  expect(bodies('updateCoverage')).toEqual([])
  const select = deepQuery<HTMLSelectElement>(document.body, '#medicare-reason')
  expect(select?.options).toHaveLength(10)
  await userEvent.selectOptions(select as HTMLSelectElement, 'disability')
  await pressKeyOn('Save the reason')
  await focusComesTo('Next payer')
  expect(bodies('updateCoverage')).toEqual([
    { nameOnCard: null, medicareSecondaryReason: 'disability', version: expect.any(Number) },
  ])
  expect(said.at(-1)).toBe('The reason was saved with the coverage.')
  expect(pageText()).toContain('Under 65 with a disability, and a large employer’s health plan')
  expect(pageText()).not.toContain('Without it the claim cannot be sent.')
  await pressKeyOn('Send to the next payer')
  await waitFor(() => bodies('sendToNextPayer').length === 1, 'the claim')
})

test('a claim that the payer before has forwarded is sent from here only by a person who has seen that', async () => {
  const { getClaim } = createSampleWorld().handlersFor('practitioner')
  const { bodies } = await show('en', {
    getClaim: async (input) => {
      const claim = (await getClaim?.(input)) as Claim
      return claim.nextPayer ? { ...claim, nextPayer: { ...claim.nextPayer, forwarded: true } } : claim
    },
  })
  await toBalance()
  expect(pageText()).toContain('The payer before says that it has forwarded this claim to another payer.')
  expect(pageText()).not.toContain('Send to the next payer')
  await pressKeyOn('Send it all the same')
  await waitFor(() => bodies('sendToNextPayer').length === 1, 'the claim')
  expect(bodies('sendToNextPayer')).toEqual([{ coverageId: expect.any(String), sendForwarded: true }])
})

/** The second payer has answered, and another one is awaited. */
const thirdAwaited = async (answer: object, kind?: string) => {
  const { getClaim } = createSampleWorld().handlersFor('practitioner')
  return show('en', {
    getClaim: async (input) => {
      const claim = (await getClaim?.(input)) as Claim
      const first = { coverageId: 'coverage-second', paidCents: 500, discountCents: 0, patientCents: 1_500 }
      const answers = [{ ...first, at: new Date().toISOString(), ...answer }]
      const { waitsFor } = claim.nextPayer ?? {}
      if (!waitsFor) return claim
      const payer = { ...waitsFor.payer, ...(kind && { kind }) } as typeof waitsFor.payer
      return { ...claim, nextPayer: { answers, waitsFor: { ...waitsFor, payer } } }
    },
  })
}

test('the claim to the third payer is sent like that to the second, and the desk says that the third is awaited', async () => {
  const { bodies } = await thirdAwaited({ claimNumber: 'NEXT0001' })
  await toBalance()
  expect(pageText()).toMatch(/\$20\.00 waits for\s+Sample State Medicaid\s+Third payer/)
  expect(pageText()).toMatch(/For claim\s+NEXT0001\s*\./)
  await pressKeyOn('Send to the next payer')
  await waitFor(() => bodies('sendToNextPayer').length === 1, 'the claim')
})

test.each([
  ['whose second answer was posted by hand', {}, undefined, 'without the details that this claim needs'],
  [
    'to Medicare',
    { claimNumber: 'NEXT0001' },
    'medicare',
    'on paper only: form CMS-1500, with what both payers decided',
  ],
  ['to Medicare, after an answer by hand,', {}, 'medicare', 'on paper only: form CMS-1500'],
])('a claim to a third payer %s is sent by a person, who posts the answer', async (_, answer, kind, why) => {
  const { bodies } = await thirdAwaited(answer, kind)
  await toBalance()
  expect(pageText()).toContain(why)
  expect(pageText()).toContain('Send this claim yourself, then post the answer by hand.')
  expect(pageText()).not.toContain('Send to the next payer')
  await tabTo('Paid by this payer')
  await userEvent.keyboard('20')
  await pressKeyOn('Post the answer by hand')
  await focusComesTo('Next payer')
  expect(bodies('answerNextPayer')).toMatchObject([{ paidCents: 2_000, discountCents: 0, patientCents: 0 }])
})

test('what Medicaid refused is not left to its member', async () => {
  await show()
  await press(document.body, 'Held')
  await waitFor(() => pageText().includes('Waiting for the next payer'), 'the list of balances')
  await press(document.body, 'Robin Example')
  await waitFor(() => deepQuery(document.body, '#next-patient'), 'the form')
  await tabTo('Left to the patient')
  await userEvent.keyboard('20{Enter}')
  await waitFor(() => pageText().includes('Medicaid paid nothing, so its member may not be billed'), 'the refusal')
  expect(deepQuery<HTMLInputElement>(document.body, '#next-patient')?.value).toBe('20')
})

test.each([
  [
    'en',
    ['Held', 'Unknown payer', 'I have checked that this payment is for this claim', 'Post to this claim'],
    ['Confirm that the payment is for this claim', 'from the claim’s payer from now on', 'Held lines'],
  ],
  [
    'es',
    [
      'Retenidas',
      'Pagador desconocido',
      'He comprobado que este pago es para este reclamo',
      'Registrar en este reclamo',
    ],
    ['Confirme que el pago es para este reclamo', 'del pagador del reclamo de ahora en adelante', 'Líneas retenidas'],
  ],
] as const)('a payment of an unknown payer is confirmed and posted by hand, in %s', async (lang, words, texts) => {
  const [tab, unknown, confirm, post] = words
  const [confirmFirst, remember, heading] = texts
  const { bodies } = await show(lang)
  await press(document.body, tab)
  await waitFor(() => pageText().includes(unknown), 'the held lines')
  const line = deepQuery<HTMLButtonElement>(document.body, '[id="held-line-foreign"]')
  line?.click()
  await waitFor(() => deepQuery(document.body, '#confirm'), 'the confirmation')
  expect(pageText()).toContain('1777777777')
  deepQuery<HTMLInputElement>(document.body, '[name=candidate]')?.click()
  await settled()
  await press(document.body, post)
  await waitFor(() => pageText().includes(confirmFirst), 'what is missing')
  expect(bodies('matchHeldLine')).toEqual([])
  await tabTo(confirm)
  await userEvent.keyboard(' ')
  await waitFor(() => pageText().includes(remember), 'whether to remember')
  deepQuery<HTMLInputElement>(document.body, '#remember')?.click()
  await press(document.body, post)
  await focusComesTo(heading)
  expect(bodies('matchHeldLine')).toEqual([{ claimId: expect.any(String), origin: 'remembered' }])
  expect(deepQuery(document.body, '[id="held-line-foreign"]')).toBeNull()
})
