import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import type { Coverage, Eligibility } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, waitFor } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const part = (): string =>
  (deepQuery(document.body, '[aria-labelledby=coverage-heading]')?.textContent ?? '').replace(/\s+/g, ' ')

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-claim-desk claim-id="claim-ready"></visit-claim-desk>`))
  await waitFor(() => pageText().includes('SMPL'), 'the claim')
  const announced = recordAnnouncements(deepQuery(document.body, 'visit-claim-desk'))
  const asked = (): number => client.calls.filter(({ operationId }) => operationId === 'checkEligibility').length
  return { world, client, said: announced, asked }
}
/** The sample's coverages with the eligibility response of a test. */
const withEligibility = (say: () => Eligibility | undefined): TestHandlers => ({
  listCoverages: async ({ path: { patientId } }) => {
    const { items } = await createSampleWorld().client('practitioner').coverages.ofPatient(patientId)
    return {
      patientId,
      items: items.map(({ eligibility: _before, ...one }): Coverage => {
        const eligibility = say()
        return { ...one, ...(eligibility && { eligibility }) }
      }),
    }
  },
})
const about = (more: Partial<Eligibility>): Eligibility => ({
  ...{ id: 'question-1', coverageId: 'coverage', patientId: 'patient', status: 'pending' },
  ...{ requestedAt: '2026-11-24T15:00:00Z', ...more },
})

test('the payer’s response about the coverage is shown with the claim', async () => {
  await show()
  await waitFor(() => part().includes('Active'), 'what the payer says')
  expect(part()).toMatch(/Copay\s*\$20\.00.*Coinsurance\s*20%.*Deductible left\s*\$350\.00.*In network/)
})

test('is checked again with the keyboard alone, and the result is announced', async () => {
  const { said: announced, asked } = await show()
  await waitFor(() => part().includes('Active'), 'what the payer says')
  await pressKeyOn('Ask the payer again')
  await waitFor(() => announced.length > 0, 'the answer')
  expect(announced).toEqual(['The payer has answered. Coverage: Active.'])
  expect(part()).toContain('Active')
  expect(asked()).toBe(1)
})

test('waits for the payer, and updates until the response arrives', async () => {
  let now: Eligibility | undefined
  const { world, said: announced } = await show({
    ...withEligibility(() => now),
    checkEligibility: () => (now = about({})),
  })
  await waitFor(() => part().includes('The payer has not been asked whether it is active.'), 'that nobody asked')
  await pressKeyOn('Ask the payer')
  await waitFor(() => part().includes('Being asked'), 'the question')
  expect(deepQuery(document.body, '#ask-payer')?.getAttribute('aria-disabled')).toBe('true')
  now = about({ status: 'inactive', respondedAt: '2026-11-24T15:00:09Z' })
  const patientId = 'patient-kim'
  world.live.emit({ type: 'coverage.changed', ids: { coverageId: `coverage-${patientId}-payer-state`, patientId } })
  await waitFor(() => part().includes('Not active'), 'the answer')
  expect(announced).toEqual(['The payer is being asked.', 'The payer has answered. Coverage: Not active.'])
})

test('shows why a payer rejected a request, and does not offer a retry that the payer excludes', async () => {
  const refusal = { code: '72', about: 'member-number' as const, remedy: 'Compare the member number.' }
  const refused = about({ status: 'unknown-member', respondedAt: '2026-11-24T15:00:09Z', refusals: [refusal] })
  await show(withEligibility(() => refused))
  await waitFor(() => part().includes('Compare the member number, the name'), 'the remedy')
  expect(part()).toContain('The payer’s code: 72')
  expect(part()).toContain('Ask the payer again')
  unmount()
  await show(withEligibility(() => ({ ...refused, refusals: [{ ...refusal, followUp: 'inquiry-initiated' }] })))
  await waitFor(() => part().includes('Compare the member number, the name'), 'the remedy')
  expect(part()).not.toContain('Ask the payer')
})

test('says that a response is not used, and why, and offers to ask again', async () => {
  await show(
    withEligibility(() => about({ status: 'held', heldFor: 'patient-differs', respondedAt: '2026-11-24T15:00:09Z' })),
  )
  await waitFor(() => part().includes('The answer names another person.'), 'the reason')
  expect(part()).toContain('Answer not used')
  expect(part()).toContain('Ask the payer again')
  expect(part()).not.toContain('Copay')
})

test('a user without permission sees the rest of the claim, and the reason in its place', async () => {
  await show({ listCoverages: () => problem(403, 'forbidden') })
  expect(pageText()).toContain('Ready to send')
  expect(part()).toBe('')
  unmount()
  await show({ checkEligibility: () => problem(403, 'vendor_not_permitted') })
  await waitFor(() => part().includes('Active'), 'what the payer says')
  await pressKeyOn('Ask the payer again')
  await waitFor(() => deepQuery(document.body, '[aria-labelledby=coverage-heading] [role=alert]'), 'the reason')
})
