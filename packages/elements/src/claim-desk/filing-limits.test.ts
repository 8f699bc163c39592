import { html } from 'lit'
import { expect, test } from 'vitest'
import type { ClaimSummary } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, settled } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

useStatedClock()

/** The desk with one claim in this state, which must be filed this many days from today. */
const show = async (daysLeft: number, state: ClaimSummary['state'] = 'ready', lang = 'en') => {
  const world = createSampleWorld()
  const { listClaims, countClaims } = world.handlersFor('practitioner')
  const fileBy = new Date(Date.now() + daysLeft * 86_400_000).toISOString().slice(0, 10)
  const client = world.client('practitioner', {
    listClaims: async (input) => {
      const { items } = (await listClaims!({ ...input, query: { state: 'ready' } })) as { items: ClaimSummary[] }
      return { items: items.slice(0, 1).map((claim) => ({ ...claim, state, fileBy })), nextCursor: null }
    },
    countClaims: async (input) => {
      const counted = (await countClaims!(input)) as { items: { state: string; count: number }[] }
      return {
        ...counted,
        items: counted.items.map((one) => ({ ...one, count: one.state === state ? 1 : 0 })),
      } as never
    },
  })
  await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`), lang)
  await settled()
  const row = await waitFor(() => deepQuery(document.body, '.claims tbody tr'), 'the claim')
  const cell = row.querySelectorAll('td')[0]
  return { text: cell?.textContent.replace(/\s+/g, ' ').trim() ?? '', chip: cell?.querySelector('.chip') ?? null }
}

test.each([
  [120, 'none', '120 days left'],
  [14, 'none', '14 days left'],
  [13, 'warn', '13 days left'],
  [1, 'warn', '1 day left'],
  [0, 'warn', '0 days left'],
  [-1, 'bad', 'Past due'],
])('a claim with %i days to its filing limit is marked "%s", with its day and "%s"', async (days, mark, says) => {
  const { text, chip } = await show(days)
  expect(chip?.className).toBe(`chip ${mark}`)
  expect(chip?.textContent.trim()).toBe(says)
  expect(text).toMatch(/\w{3} \d{1,2}, \d{4} /)
})

test('a blocked claim has its days too; one that was sent has none', async () => {
  expect((await show(3, 'blocked')).text).toContain('3 days left')
  expect((await show(3, 'accepted')).chip).toBeNull()
})

test('in Spanish the days left are in Spanish', async () => {
  expect((await show(3, 'ready', 'es')).text).toMatch(/3 días/)
})

test('the desk lists each payer’s limit, without those who pay themselves', async () => {
  await show(30)
  const heading = await waitFor(() => deepQuery<HTMLElement>(document.body, '#limits-heading'), 'the limits')
  heading.click()
  await waitFor(
    () => /\d+ days/.test(deepQuery(document.body, '[aria-labelledby=limits-heading]')?.textContent ?? ''),
    'the days',
  )
  const { items } = await createSampleWorld().client('practitioner').payers.list()
  const limits = deepQuery(document.body, '[aria-labelledby=limits-heading]')?.textContent ?? ''
  for (const { name, kind, timelyFilingDays } of items)
    if (kind === 'self-pay') expect(limits).not.toContain(name)
    else expect(limits.replace(/\s+/g, ' ')).toContain(`${name} ${timelyFilingDays} days`)
})
