import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import {
  actsForChild,
  called,
  element,
  manyTimes,
  showBooking,
  slots,
  toTimes,
  until,
} from '../../test/booking-page.ts'
import { tabInSightTo } from '../../test/focus-in-sight.ts'
import { focusComesTo, focused, focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { pageText } from '../../test/mount.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'
import { MOST_TIMES } from './day-parts.ts'

useStatedClock()

const text = (one: Element | null | undefined): string =>
  (one?.textContent ?? '')
    .replace(/[\u2068\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
const first = (): HTMLElement => deepQuery(document.body, 'button.first')!

describe('the first free time', () => {
  test('is at the top with its day in words, and one press holds it', async () => {
    const { client, world } = await showBooking()
    await toTimes(/Anyone who is free/)
    expect(text(first())).toMatch(/^First available Today, 1[12]:[03]0 [AP]M with Dr\. \w+ \w+$/)
    await pressKeyOn(/^First available/)
    await until('Held for you for')
    expect(first().getAttribute('aria-pressed')).toBe('true')
    expect(focused()).toBe(first())
    expect(world.state.holds).toHaveLength(1)
    expect(called(client, 'holdSlot')).toHaveLength(1)
  })

  test('is tomorrow’s when today is over, and that of the chosen clinician', async () => {
    const { client } = await showBooking((world) => ({
      searchSlots: async (input) => {
        const result = await world.handlers.searchSlots!(input)
        const items = 'items' in result ? result.items.filter(({ start }) => start >= '2026-11-26') : []
        return { ...(result as object), items } as never
      },
    }))
    await toTimes('Dr. Lee Placeholder')
    expect(text(first())).toMatch(/^First available Tomorrow, \d+:\d\d AM with Dr\. Lee Placeholder$/)
    first().click()
    await until('Held for you for')
    expect(called(client, 'holdSlot')[0]?.body).toMatchObject({ practitionerId: 'practitioner-lee' })
  })
})

describe('a day with a time every five minutes', () => {
  const parts = (): HTMLDetailsElement[] => [...element().shadowRoot!.querySelectorAll('details')]
  const openParts = () => parts().filter(({ open }) => open)

  test('shows a dozen times at most, in parts that are opened one at a time', async () => {
    await showBooking(manyTimes)
    await toTimes()
    await press(document.body, 'Thu')
    await until('Tomorrow, Thursday, November 26')
    expect(parts().map((part) => text(part.querySelector('summary')))).toEqual([
      'Morning 60 times',
      'Afternoon 60 times',
      'Evening 36 times',
    ])
    for (const index of [0, 1, 2]) {
      if (!parts()[index]!.open) parts()[index]!.querySelector('summary')!.click()
      await waitFor(() => parts()[index]!.open && parts()[index]!.querySelector('.slot'), 'the times of the part')
      await waitFor(() => openParts().length === 1, 'the other parts to close')
      expect(slots().length).toBeLessThanOrEqual(MOST_TIMES)
      expect(slots().length).toBeGreaterThan(4)
    }
    expect(slots().every((slot) => /:[0134][05]/.test(text(slot)))).toBe(true)
  })

  test('opens the rest on demand, and keeps the focus on the button', async () => {
    await showBooking(manyTimes)
    await toTimes()
    await press(document.body, 'Thu')
    await until('Tomorrow, Thursday, November 26')
    await pressKeyOn('More times')
    await waitFor(() => slots().length === 60, 'all times of the morning')
    expect(focusedName()).toBe('Fewer times')
    expect(focused()?.getAttribute('aria-expanded')).toBe('true')
    slots()[1]!.click()
    await until('Held for you for')
    await press(document.body, 'Fewer times')
    await waitFor(() => slots().length <= MOST_TIMES + 1, 'few times')
    expect(text(slots().find((slot) => slot.getAttribute('aria-pressed') === 'true'))).toMatch(/:05/)
  })

  test('can be used with the keyboard alone', async () => {
    await showBooking(manyTimes)
    await toTimes()
    await press(document.body, 'Thu')
    await until('Tomorrow, Thursday, November 26')
    await pressKeyOn(/^Evening/)
    await waitFor(() => openParts().length === 1 && text(openParts()[0]).startsWith('Evening'), 'the evening')
    await pressKeyOn(/^5:00/)
    await until('Held for you for')
    expect(openParts().map((part) => text(part).split(' ')[0])).toEqual(['Evening'])
  })

  test('says AM or PM as the language does', async () => {
    await showBooking(manyTimes)
    await toTimes()
    expect(text(slots()[0])).toMatch(/^\d+:\d\d AM$/)
    document.documentElement.lang = 'es'
    await waitFor(() => /^\d+:\d\d a\.\s?m\.$/.test(text(slots()[0])), 'Spanish times')
  })

  test('ends where booking ends, and has no control that does nothing', async () => {
    await showBooking(manyTimes)
    await toTimes()
    expect(element().shadowRoot!.querySelectorAll('input[name="day"]')).toHaveLength(3)
    expect(pageText()).toContain('You can book up to Friday, November 27.')
    expect(element().shadowRoot!.querySelectorAll('.turns button, button:disabled')).toHaveLength(0)
  })
})

test('the days can be turned to the last one, where the focus stays with the days', async () => {
  await showBooking()
  await toTimes()
  expect(pageText()).not.toContain('You can book up to')
  await tabTo('Later days')
  let presses = 0
  while (focusedName() === 'Later days' && presses++ < 40) {
    const before = text(deepQuery(document.body, '.days'))
    await userEvent.keyboard('{Enter}')
    await waitFor(() => text(deepQuery(document.body, '.days')) !== before, 'later days')
    await waitFor(() => focusedName() !== '', 'the focus')
    await new Promise((resolve) => setTimeout(resolve, 60))
  }
  expect(focused()?.getAttribute('name')).toBe('day')
  expect(pageText()).toContain('You can book up to')
  expect(element().shadowRoot!.querySelectorAll('input[name="day"]')).toHaveLength(5)
})

test.each([
  ['America/New_York', 'Times are in Eastern Time, New York.'],
  ['UTC', 'Times are in Coordinated Universal Time.'],
])('the zone %s is named once, in words', async (zone, words) => {
  await showBooking(undefined, zone)
  await toTimes()
  expect(pageText().split(words)).toHaveLength(2)
  expect(pageText()).not.toContain('GMT')
})

describe('the steps', () => {
  test('show what is decided, which can be changed, and their total holds', async () => {
    const { client } = await showBooking()
    expect(pageText()).toContain('Step 1 of 5')
    await press(document.body, 'Primary care')
    await until('Step 2 of 5')
    await press(document.body, 'New concern')
    await until('Step 3 of 5')
    await press(document.body, 'Dr. Jo Sample')
    await until('Step 4 of 5')
    const facts = [...element().shadowRoot!.querySelectorAll('.facts .fact')].map(text)
    expect(facts).toEqual([
      'Visit Video visit, 30 minutes, New concern Change',
      'Where You will be in Ohio, your home state. Change',
      'With Dr. Jo Sample Family physician. English, Spanish. Licensed in Ohio. Change',
    ])
    await waitFor(() => slots().length > 0, 'free times')
    first().click()
    await press(document.body, 'Continue')
    await until('Step 5 of 5')
    await pressKeyOn('Change the visit')
    await focusComesTo('What kind of visit?')
    expect(pageText()).toContain('Step 2 of 5')
    expect(called(client, 'bookAppointment')).toHaveLength(0)
  })

  test('that ask nothing are passed over: the total holds, and the focus comes to the next question', async () => {
    await showBooking((world) => ({
      listVisitTypes: async (input) => {
        const types = await world.handlers.listVisitTypes!(input)
        const one = (specialty: string) =>
          ('items' in types ? types.items : []).find((type) => type.specialty === specialty)!
        const heart = one('cardiology')
        return { items: [one('primary-care'), heart, { ...heart, id: 'other' }], nextCursor: null }
      },
    }))
    expect(pageText()).toContain('Step 1 of 5')
    await pressKeyOn(/^Cardiology/)
    await focusComesTo('What kind of visit?')
    expect(pageText()).toContain('Step 2 of 5')
    await userEvent.keyboard('{Tab}')
    await pressKeyOn(/minutes/)
    await focusComesTo('Choose a time')
    expect(pageText()).toContain('Step 4 of 5')
    await press(document.body, 'Back')
    await focusComesTo('What kind of visit?')
  })

  test('name the person for whom a parent books, each of them, and again where they will be', async () => {
    await showBooking(actsForChild)
    const names = (): number => pageText().split('Noor Example').length - 1
    expect(names()).toBe(1)
    await press(document.body, 'Primary care')
    await until('What kind of visit?')
    expect(names()).toBe(1)
    await press(document.body, 'New concern')
    await until('Who would you like to see?')
    await until('Noor Example will be in Ohio')
    expect(names()).toBe(2)
    await press(document.body, 'Dr. Jo Sample')
    await waitFor(() => slots().length > 0, 'free times')
    expect(names()).toBe(2)
    first().click()
    await press(document.body, 'Continue')
    await until('Check and book')
    expect(names()).toBe(2)
    await press(document.body, 'Book this visit')
    await until('Your visit is booked')
    expect(pageText()).toContain('For Noor Example')
  })

  test('do not name a patient who books for themselves', async () => {
    await showBooking()
    await toTimes()
    expect(pageText()).not.toContain('Robin Example')
  })
})

describe.each([
  [360, 740],
  [320, 568],
])('on a screen of %i by %i pixels what has the focus is never hidden', (width, height) => {
  beforeEach(() => page.viewport(width, height))

  test.each([
    ['few times', undefined],
    ['many times', manyTimes],
  ])('with %s', async (_, handlers) => {
    await showBooking(handlers)
    await toTimes()
    slots()[0]?.click()
    await until('Held for you for')
    const names = await tabInSightTo('Continue')
    expect(names.length).toBeGreaterThan(12)
    await press(document.body, 'Continue')
    await until('Check and book')
    await tabInSightTo('Book this visit')
  })
})
