import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { EmergencyAccessReport, Me } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/inbox.ts'
import '../define/provider.ts'
import { emergencyReport, reviewer } from '../../test/emergency-report.ts'

afterEach(unmount)

/** The inbox of a privacy officer. */
const show = async (reports: readonly EmergencyAccessReport[] = [emergencyReport()], more: TestHandlers = {}) => {
  const world = createSampleWorld()
  world.state.emergencies.push(...reports)
  const { getMe } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    getMe: async (input) => reviewer((await getMe?.(input)) as Me),
    ...more,
  })
  await mount(withProvider(client, html`<visit-inbox></visit-inbox>`))
  await settled()
  const sent = () => client.calls.filter(({ operationId }) => operationId === 'reviewEmergencyAccess')
  return { world, client, sent }
}

test('a reviewer reads who, why and what, and says that it was appropriate, with the keyboard alone', async () => {
  const { sent } = await show()
  await waitFor(() => pageText().includes('Emergency accesses to review (1)'), 'the list')
  expect(pageText()).toContain('opened by Dr. Blake Here')
  expect(pageText()).toContain('The patient cannot answer')
  expect(pageText()).toContain('Found unconscious at the door.')
  await pressKeyOn('Review: Alex Sample')
  await focusComesTo('This access was')
  await tabTo('Appropriate')
  await userEvent.keyboard(' ')
  await pressKeyOn('Save the review')
  await waitFor(() => !pageText().includes('Emergency accesses to review'), 'the list without it')
  expect(sent().map(({ body }) => body)).toEqual([{ outcome: 'appropriate', version: 1 }])
})

test('a note is needed unless it was appropriate, and a question stays in the list', async () => {
  const { sent } = await show()
  await press(document.body, 'Review: Alex Sample')
  await press(document.body, 'Save the review')
  await waitFor(() => pageText().includes('Choose one.'), 'what is missing')
  deepQuery<HTMLInputElement>(document.body, 'input[value="more-information"]')?.click()
  await press(document.body, 'Save the review')
  await focusComesTo('Note')
  expect(pageText()).toContain('Write why.')
  expect(sent()).toEqual([])
  await userEvent.keyboard('Who was with you?')
  await press(document.body, 'Save the review')
  await waitFor(() => pageText().includes('More information needed'), 'the chip')
  expect(pageText()).toContain('Robin Reviews asked: Who was with you?')
})

test('an overdue one is marked, one’s own cannot be reviewed, and an erased patient has no name', async () => {
  await show([
    emergencyReport({ id: 'late', escalatedAt: new Date().toISOString() }),
    emergencyReport({ id: 'own', patientName: 'Kim Specimen', openedBy: { memberId: 'member-jo', displayName: 'Me' } }),
    emergencyReport({ id: 'gone', patientName: null, text: null }),
  ])
  await waitFor(() => pageText().includes('Emergency accesses to review (3)'), 'the list')
  expect(pageText()).toContain('Overdue')
  expect(pageText()).toContain('You opened this chart. Another person has to review it.')
  expect(pageText()).toContain('Erased patient')
  expect(deepQuery(document.body, '[aria-label="Review: Kim Specimen"]')).toBeNull()
})

test('a refusal is shown with what to do, and nothing is lost', async () => {
  await show(undefined, { reviewEmergencyAccess: () => problem(409, 'version_conflict') })
  await press(document.body, 'Review: Alex Sample')
  deepQuery<HTMLInputElement>(document.body, 'input[value="appropriate"]')?.click()
  await press(document.body, 'Save the review')
  await waitFor(() => pageText().includes('The list has been updated: look at it, then repeat.'), 'the refusal')
  expect(deepQuery(document.body, '#emergency-note')).not.toBeNull()
})

test('is not read by those who do not review', async () => {
  const { client } = await show(undefined, {
    getMe: async (input) => (await createSampleWorld().handlersFor('practitioner').getMe?.(input)) as Me,
  })
  expect(client.calls.some(({ operationId }) => operationId === 'listEmergencyAccesses')).toBe(false)
  expect(pageText()).not.toContain('Emergency accesses')
})
