import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import {
  actsForChild,
  actsForFamily,
  called,
  element,
  showBooking,
  slots,
  toTimes,
  until,
} from '../../test/booking-page.ts'
import { focusComesTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

/** The name of a state is an element of its own. */
const said = (): string => pageText().replace(/ ([.,])/g, '$1')
const untilSaid = (text: string) => waitFor(() => said().includes(text), text)

const toPractitioners = async (): Promise<void> => {
  await press(document.body, 'Primary care')
  await press(document.body, 'New concern')
}

const chooseState = async (code: string): Promise<void> => {
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(document.body, '#state'), 'the states')
  select.value = code
  select.dispatchEvent(new Event('change'))
  await press(document.body, 'Continue')
}

const change = (code: string): Promise<void> =>
  press(document.body, 'Change where you will be').then(() => chooseState(code))

/** Visits for which no license of a state is needed. */
const anywhere = (world: SampleWorld, more: object = {}): TestHandlers => ({
  listVisitTypes: async (input) => {
    const types = await world.handlers.listVisitTypes!(input)
    if (!('items' in types)) return types
    return { ...types, items: types.items.map((type) => ({ ...type, licenseRequired: false, ...more })) }
  },
})

describe('where the patient will be', () => {
  test('is the home state, is changed before the times, and is in the search, the hold and what is booked', async () => {
    const { client, world } = await showBooking()
    await toTimes()
    expect(said()).toContain('You will be in Ohio, your home state.')
    expect(called(client, 'searchSlots')[0]?.query).toMatchObject({ state: 'OH' })
    await press(document.body, 'Change where you will be')
    await focusComesTo('Where will you be at the visit?')
    await chooseState('KY')
    await waitFor(() => slots().length > 0, 'the times of the one clinician with a license there')
    expect(said()).toContain('You will be in Kentucky.')
    expect(said()).toContain('Dr. Lee Placeholder')
    expect(said()).toContain('Licensed in Kentucky.')
    expect(called(client, 'searchSlots').at(-1)?.query).toMatchObject({ state: 'KY' })
    slots()[0]?.click()
    await press(document.body, 'Continue')
    await until('Check and book')
    expect(called(client, 'holdSlot').at(-1)?.body).toMatchObject({ state: 'KY' })
    expect(said()).toContain('You will be in Kentucky.')
    await press(document.body, 'Book this visit')
    await until('Your visit is booked')
    expect(said()).toContain('You will be in Kentucky. Will you be in another state? Call the clinic first')
    expect(world.state.appointments.at(-1)?.practitioner.id).toBe('practitioner-lee')
  })

  test('is kept with the held time when the page is loaded again', async () => {
    const { client, world } = await showBooking()
    await toPractitioners()
    await until('Who would you like to see?')
    await change('KY')
    await waitFor(() => slots().length > 0, 'times')
    slots()[0]?.click()
    await until('Held for you for')
    const [held] = world.state.holds
    vi.spyOn(client.holds, 'release').mockResolvedValue()
    element().remove()
    await mount(withProvider(world.client('patient'), html`<visit-booking zone="America/New_York"></visit-booking>`))
    await until('Held for you for')
    expect(world.state.holds).toEqual([held])
    await untilSaid('You will be in Kentucky.')
  })

  test('without anyone who has a license there: says so, and leads to another state', async () => {
    await showBooking()
    await toTimes()
    await change('AZ')
    await until('No one who does this visit has a license in Arizona')
    expect(said()).toContain('Or call the clinic.')
    expect(said()).not.toContain('There are no free times at the moment')
    await press(document.body, 'Choose another state')
    await chooseState('OH')
    await until('Who would you like to see?')
    await until('Dr. Jo Sample')
  })

  test('is not asked where no license is needed, but where the law of the state is about minors', async () => {
    const { client } = await showBooking((world) => anywhere(world))
    await toTimes()
    expect(said()).not.toContain('your home state')
    expect(called(client, 'searchSlots')[0]?.query).not.toHaveProperty('state')
    unmount()
    await showBooking((world) => anywhere(world, { sensitivity: 'mental-health' }))
    await toTimes()
    expect(said()).toContain('You will be in Ohio, your home state.')
  })

  test('is asked when the home state is not known', async () => {
    const world = createSampleWorld({ stage: 'new' })
    const client = world.client('patient', {
      getMe: async (input) => ({ ...((await world.handlers.getMe!(input)) as Me), kind: 'proxy', patients: [] }),
    })
    await mount(
      withProvider(client, html`<visit-booking zone="America/New_York" patient-id="patient-robin"></visit-booking>`),
    )
    await settled()
    await toPractitioners()
    await until('Where will you be at the visit?')
    expect(called(client, 'searchSlots')).toHaveLength(0)
    await press(document.body, 'Continue')
    await until('Choose a state.')
    await chooseState('NY')
    await untilSaid('You will be in New York.')
  })

  test('of a child is said with their name, and for a family each is in their home state', async () => {
    await showBooking(actsForChild)
    await toPractitioners()
    await untilSaid('Noor Example will be in Ohio, their home state.')
    unmount()
    await showBooking(actsForFamily)
    await press(document.body, 'Book for more than one person')
    for (const box of [...(element().shadowRoot?.querySelectorAll<HTMLInputElement>('input[name="who"]') ?? [])].slice(
      0,
      2,
    ))
      box.click()
    await press(document.body, 'Continue')
    await toPractitioners()
    await until('Each person in their home state: Robin Example in Ohio and Noor Example in Ohio.')
    expect(said()).not.toContain('Change where you will be')
  })

  test('is passed to the waiting list', async () => {
    const { client } = await showBooking()
    await toPractitioners()
    await until('Who would you like to see?')
    await change('KY')
    await waitFor(() => slots().length > 0, 'times')
    await press(document.body, 'Tell me when a time is free')
    await press(document.body, 'Wait for a time')
    await waitFor(() => called(client, 'joinWaitlist').length === 1, 'the place on the list')
    expect(called(client, 'joinWaitlist')[0]?.body).toMatchObject({ state: 'KY' })
  })
})
