import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk } from '../../test/clinic-world.ts'
import { pressKeyOn } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { findPatient, openNewVisit, toTimes, typeTime } from '../../test/new-visit-page.ts'
import { called, fullWorld, inside, showSchedule, until } from '../../test/schedule-page.ts'
import { press, waitFor } from '../../test/story.ts'
import { sampled } from '../../test/sampled.ts'
import { useStatedClock } from '../../test/use-stated-clock.ts'

useStatedClock()
afterEach(unmount)

interface Place {
  /** Opens the page, up to the field. */
  readonly open: (world: SampleWorld, handlers?: TestHandlers) => Promise<TestClient>
  /** After the session ended. Default: the same. */
  readonly openAgain?: (world: SampleWorld) => Promise<TestClient>
  readonly field: string
  readonly value: string
  readonly send: () => Promise<void>
  /** What sends it. */
  readonly operation: string
}

const toConfirm = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = await openNewVisit(world, handlers)
  await toTimes()
  inside('.slot.first')?.click()
  await press(document.body, 'Continue')
  await until('Check the visit')
  return client
}

const toOverride = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = await openNewVisit(world, handlers)
  await toTimes()
  await typeTime('2026-11-27', '07:00')
  await until('Book it anyway?')
  return client
}

const toClosures = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = await showSchedule(world, { ...asDesk(world), ...handlers })
  await pressKeyOn('Closures')
  await until('No closed days are ahead.')
  return client
}

const toOtherHours = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
  const client = await showSchedule(world, handlers)
  await press(document.body, 'Hours and time off')
  await pressKeyOn('Days with other hours')
  await until('Every day ahead has the hours of its weekday.')
  return client
}

const places: Readonly<Record<string, Place>> = {
  'why a patient comes': {
    open: toConfirm,
    field: '#visit-reason',
    value: 'A cough since Sunday',
    send: () => press(document.body, 'Book the visit'),
    operation: 'bookAppointment',
  },
  'why a visit is booked outside the rules': {
    open: toOverride,
    field: '#override-reason',
    value: 'The only time without work',
    send: async () => {
      await press(document.body, 'Book anyway')
      await until('Check the visit')
      await press(document.body, 'Book the visit')
    },
    operation: 'bookAppointment',
  },
  'a closure': {
    open: async (world, handlers) => {
      const client = await toClosures(world, handlers)
      await pressKeyOn('Add a closure')
      return client
    },
    openAgain: toClosures,
    field: '[name=closure]',
    value: 'Founders day',
    send: async () => {
      await press(document.body, 'Save the closure')
      await until('visits are affected')
      await press(document.body, 'Save, and ask')
    },
    operation: 'putClosures',
  },
  'a day with other hours': {
    open: async (world, handlers) => {
      const client = await toOtherHours(world, handlers)
      await pressKeyOn('Add a day')
      return client
    },
    openAgain: toOtherHours,
    field: '#other-day',
    value: '2026-12-04',
    send: () => press(document.body, 'Save the day'),
    operation: 'putAvailability',
  },
}

const valueOf = ({ field }: Place): string | undefined => inside<HTMLInputElement>(field)?.value

const write = async (place: Place): Promise<void> => {
  const field = await waitFor(() => inside<HTMLInputElement>(place.field), 'the field')
  await userEvent.fill(field, place.value)
}

describe.each(sampled(Object.entries(places)))('%s', (_, place) => {
  test('is there again after the session ended, and the server forgets it when it is sent', async () => {
    const world = fullWorld()
    const first = await place.open(world)
    await write(place)
    await waitFor(() => called(first, 'putOwnDraft').length > 0, 'the text on the server')
    first.endSession()
    await waitFor(() => valueOf(place) !== place.value, 'a page without the text')
    unmount()

    const second = await (place.openAgain ?? place.open)(world)
    await waitFor(() => valueOf(place) === place.value, 'what was written')
    await place.send()
    await waitFor(() => called(second, place.operation).length > 0, 'that it is sent')
    await waitFor(() => called(second, 'removeOwnDraft').length > 0, 'that it is forgotten')
  })

  test('is kept when the person goes back to the schedule at once', async () => {
    const world = fullWorld()
    const client = await place.open(world)
    await write(place)
    await press(document.body, 'Back to the schedule')
    await waitFor(() => called(client, 'putOwnDraft').length > 0, 'the text on the server')
    expect(JSON.stringify(called(client, 'putOwnDraft')[0]?.body)).toContain(place.value)
  })

  test('makes the page ask before it is left, while the server does not answer', async () => {
    const world = fullWorld()
    const down = () => problem(0, 'connection_failed')
    await place.open(world, { getOwnDraft: down, putOwnDraft: down })
    await write(place)
    const leaves = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    await waitFor(() => !leaves(), 'the question')
    expect(valueOf(place)).toBe(place.value)
  })
})

test('a closure that is not wanted any more is forgotten', async () => {
  const world = fullWorld()
  const client = await toClosures(world)
  await pressKeyOn('Add a closure')
  await write(places['a closure']!)
  await waitFor(() => called(client, 'putOwnDraft').length > 0, 'the text on the server')
  await press(document.body, 'Not now')
  await waitFor(() => called(client, 'removeOwnDraft').length > 0, 'that it is forgotten')
  await press(document.body, 'Back to the schedule')
  await toClosures(world)
  expect(inside('[name=closure]')).toBeNull()
})

test('why a patient comes is not taken over for another patient', async () => {
  const world = fullWorld()
  await toConfirm(world)
  await write(places['why a patient comes']!)
  await press(document.body, 'Back one step')
  await press(document.body, 'Back one step')
  await press(document.body, 'Remove Robin Example')
  await findPatient(1)
  await press(document.body, 'Find times')
  await waitFor(() => inside('.slot.first'), 'free times')
  inside('.slot.first')?.click()
  await press(document.body, 'Continue')
  await until('Check the visit')
  expect(inside<HTMLTextAreaElement>('#visit-reason')?.value).toBe('')
})
