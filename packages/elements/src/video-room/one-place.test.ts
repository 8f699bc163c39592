import { html, nothing, render, type TemplateResult } from 'lit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { elementOf, roomOf, sees, shadow, textOf, until } from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'

/* One person is in the room once: their windows are on one page here, each with a client of its own. */

beforeEach(() => page.viewport(1000, 1700))
afterEach(unmount)

const windows = () => [...document.querySelectorAll('.patient visit-video-room')] as [Element, Element]
const words = (room: Element): string => pageText(room.shadowRoot as ShadowRoot)
const shows = (room: Element, text: string): Promise<boolean> => waitFor(() => words(room).includes(text), text)
const isSending = (room: Element): boolean => room.shadowRoot?.querySelector('.self video') != null
const peopleSeenBy = (): number => shadow('practitioner').querySelectorAll('[part=participant]').length

let place: HTMLElement | null = null
/** Next to what is there. */
const openWindow = async (content: TemplateResult): Promise<void> => {
  place = document.createElement('div')
  document.body.append(place)
  render(content, place)
  await settled()
}
afterEach(() => {
  if (place) render(nothing, place)
  place?.remove()
  place = null
})

/** The patient is in the room in one window, and opens another one. */
const inTwoWindows = async (): Promise<void> => {
  const world = createSampleWorld({ stage: 'admitted' })
  const [practitioner, one, other] = [world.client('practitioner'), world.client('patient'), world.client('patient')]
  await mount(html`${roomOf(practitioner, world, 'practitioner')}${roomOf(one, world, 'patient')}`)
  await Promise.all([sees('practitioner'), sees('patient')])
  await openWindow(roomOf(other, world, 'patient', false))
}

test('another window offers to move the visit, and joins only then; the first one ends, and can take it back', async () => {
  await inTwoWindows()
  const [first, second] = windows()
  await shows(second, 'You are already in this visit')
  expect(isSending(second)).toBe(false)
  expect(peopleSeenBy()).toBe(1)
  const heard = recordAnnouncements(elementOf('practitioner'))

  await press(second.parentElement as Element, 'Move the visit here')
  await shows(first, 'The visit was moved')
  await waitFor(() => isSending(second), 'the picture from the second window')
  expect(isSending(first)).toBe(false)
  await waitFor(() => peopleSeenBy() === 1, 'one patient')
  await sees('practitioner')
  expect(heard.join(' ')).not.toContain('has left')
  expect(textOf('practitioner')).not.toMatch(/dropped|broke|trying again/)

  await press(first.parentElement as Element, 'Take it back here')
  await shows(second, 'The visit was moved')
  await waitFor(() => isSending(first), 'the picture from the first window')
  await waitFor(() => peopleSeenBy() === 1, 'one patient')
  await sees('practitioner')
})

test('a clinician who opens another window is not in the room twice, although they join without a press', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const [one, other] = [world.client('practitioner'), world.client('practitioner')]
  await mount(roomOf(one, world, 'practitioner'))
  await until('practitioner', 'Waiting for the patient')
  await openWindow(roomOf(other, world, 'patient'))
  await shows(elementOf('patient'), 'Move the visit here')
  expect(world.state.seats).toHaveLength(1)
})

test('who leaves in the other window is asked no longer', async () => {
  await inTwoWindows()
  const [first, second] = windows()
  await shows(second, 'You are already in this visit')
  await press(first.parentElement as Element, 'Leave')
  await shows(second, 'Ready to join?')
})

test('a page that is loaded again has its seat still, and joins as usual', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  await world.client('patient').visits.takeSeat(world.ids.visitId ?? '')
  await mount(roomOf(world.client('patient'), world, 'patient'))
  await until('patient', 'Waiting for Dr. Jo Sample')
})

test('another window of the same session knows it from the browser', async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  const client = world.client('patient')
  await mount(roomOf(client, world, 'patient'))
  await until('patient', 'Waiting for Dr. Jo Sample')
  await openWindow(roomOf(client, world, 'practitioner'))
  await shows(elementOf('practitioner'), 'You are already in this visit')
})
