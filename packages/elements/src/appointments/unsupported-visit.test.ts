import type { Appointment, SupportReason } from '@visitkit/sdk'
import type { SampleWorld } from '@visitkit/sdk/testing'
import { afterEach, expect, test } from 'vitest'
import { pageText, unmount } from '../../test/mount.ts'
import { setPageClock } from '../../test/page-clock.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import { called, element, show, slots, until, worldWithVisit } from '../../test/appointments-page.ts'

afterEach(() => {
  unmount()
  setPageClock(import.meta.env['TEST_AT'] || undefined)
})

/** The clinic changes what it offers, and the page receives it. */
const strand = (world: SampleWorld, visit: Appointment, reasons: SupportReason[]): void => {
  visit.support = { status: reasons.length === 0 ? 'supported' : 'unsupported', reasons }
  visit.changeableUntil = visit.start
  visit.version += 1
  const { id: appointmentId, patientId, practitioner } = visit
  world.live.emit({ type: 'appointment.changed', ids: { appointmentId, patientId, practitionerId: practitioner.id } })
}

const broken = 'This time no longer works:'
const buttons = (): string[] =>
  [...(element().shadowRoot?.querySelectorAll<HTMLElement>('[part="next"] .btn') ?? [])].map((button) =>
    button.innerText.trim(),
  )

test('a visit that the clinic can no longer hold says so at once, and another time comes first', async () => {
  const { world, visit } = worldWithVisit()
  await show(world)
  await until('Your next visit')
  expect(pageText()).not.toContain(broken)
  expect(buttons()[0]).toBe('Get ready')
  strand(world, visit, ['time-off'])
  await until(`${broken} ${visit.practitioner.displayName} is not available then. Choose another time.`)
  expect(pageText()).toContain('Your visits have changed.')
  expect(buttons()).toEqual(['Change the time', 'Cancel', 'Add to my calendar'])
  expect(deepQuery(document.body, '.btn.primary')?.innerText).toContain('Change the time')
  strand(world, visit, [])
  await waitFor(() => !pageText().includes(broken), 'the supported visit')
})

test('what is missing is named: something that the visit needs, or the right age', async () => {
  const { world, visit } = worldWithVisit()
  await show(world)
  await until('Your next visit')
  strand(world, visit, ['resource-unavailable'])
  await until(`${broken} not everything that the visit needs is available then. Choose another time.`)
  strand(world, visit, ['age'])
  await until('This kind of visit is now for another age.')
  expect(pageText()).not.toContain('Choose another time.')
})

test('it can be moved an hour before it starts, and its old time is free for no one', async () => {
  const { world, visit } = worldWithVisit(1)
  strand(world, visit, ['closed'])
  await show(world)
  await press(document.body, 'Change the time')
  await waitFor(() => slots().length > 0, 'free times')
  slots()[0]?.click()
  await press(document.body, 'Continue')
  await press(document.body, 'Move the visit')
  await until('Your visit is moved')
  expect(pageText()).not.toContain('Other patients can')
  await press(document.body, 'Back to your visits')
  await until('Your next visit')
  expect(pageText()).not.toContain(broken)
})

test('when the practitioner has left, the times of everyone are offered', async () => {
  const { world, visit } = worldWithVisit()
  strand(world, visit, ['practitioner-inactive'])
  const client = await show(world)
  await press(document.body, 'Change the time')
  await waitFor(() => slots().length > 0, 'free times')
  expect(deepQuery<HTMLSelectElement>(document.body, '#who')?.value).toBe('')
  expect(called(client, 'searchSlots').every(({ query }) => query['practitionerId'] === undefined)).toBe(true)
})

test('cancelling it promises its time to no one', async () => {
  const { world, visit } = worldWithVisit()
  strand(world, visit, ['outside-hours'])
  await show(world)
  await press(document.body, /^\s*Cancel\s/)
  await until('You can book another visit.')
  expect(pageText()).not.toContain('Other patients can')
  await press(document.body, 'I do not need it any more')
  await press(document.body, 'Cancel this visit')
  await until('Your visit is cancelled')
  expect(pageText()).toContain('will not take place')
  expect(pageText()).not.toContain('Other patients can')
})
