import { afterEach, describe, expect, test, vi } from 'vitest'
import { problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { actsForFamily, called, until } from '../../test/booking-page.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, removed, unmount } from '../../test/mount.ts'
import { addOthers, bookedEvents, show, takeFirst, toForm, worldWithLine } from '../../test/on-demand-page.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(() => {
  unmount()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const choose = (selector: string, value: string): void => {
  const field = deepQuery<HTMLSelectElement>(document.body, selector)
  if (!field) throw new Error(`There is no ${selector}`)
  field.value = value
  field.dispatchEvent(new Event('change'))
}

test('with the keyboard: the patient waits in line, and is taken into the path of a booked visit', async () => {
  const world = worldWithLine()
  addOthers(world, 2)
  const client = await show(world)
  const booked = bookedEvents()
  await pressKeyOn(/^See a clinician now/)
  await focusComesTo('See a clinician now')
  expect(pageText()).toContain('If this is an emergency, call 911')
  await pressKeyOn('Wait in line')
  await focusComesTo('You are number 3 in line')
  expect(called(client, 'requestOnDemand')[0]?.body).toEqual({
    patientId: 'patient-robin',
    visitTypeId: 'visit-type-new',
    state: 'OH',
  })
  expect(pageText()).toContain('We cannot say yet how long it takes.')
  expect(booked).toEqual([])
  world.state.onDemand.splice(0, 2)
  const appointment = await takeFirst(world)
  await focusComesTo('Your visit is booked')
  expect(booked).toEqual([
    { type: 'visit-booked', detail: { appointmentId: appointment.id, patientId: 'patient-robin' } },
  ])
  expect(pageText()).toContain('You can check in now.')
  expect(pageText()).not.toContain('in line')
})

test('a clinic without such a visit does not offer it', async () => {
  const world = worldWithLine()
  world.state.visitTypeChanges = {}
  await show(world)
  await until('What do you need help with?')
  expect(pageText()).not.toContain('See a clinician now')
})

test('it is offered on the first step only', async () => {
  await show(worldWithLine())
  await until('See a clinician now')
  await press(document.body, 'Primary care')
  await until('What kind of visit?')
  expect(pageText()).not.toContain('See a clinician now')
})

describe('before the line', () => {
  test('the state where the patient is decides, not the one where they live', async () => {
    const world = worldWithLine()
    const client = await show(world)
    await toForm()
    choose('#now-state', 'NY')
    await press(document.body, 'Wait in line')
    await until('You are next in line')
    expect(called(client, 'requestOnDemand')[0]?.body).toMatchObject({ state: 'NY' })
  })

  test('a state where no one is licensed is refused with what to do, and what was written is kept', async () => {
    const world = worldWithLine()
    await show(world)
    await toForm()
    const area = deepQuery<HTMLTextAreaElement>(document.body, '#now-reason')!
    area.value = 'A cough since Sunday'
    area.dispatchEvent(new Event('input'))
    choose('#now-state', 'TX')
    await press(document.body, 'Wait in line')
    await until('No clinician is licensed in that state')
    expect(deepQuery<HTMLTextAreaElement>(document.body, '#now-reason')?.value).toBe('A cough since Sunday')
    choose('#now-state', 'OH')
    await press(document.body, 'Wait in line')
    await until('You are next in line')
    expect(world.state.onDemand[0]?.reason).toBe('A cough since Sunday')
  })

  test('a person who acts for others says for whom, and is asked where that patient is', async () => {
    const world = worldWithLine()
    const client = await show(world, actsForFamily(world))
    await toForm()
    await press(document.body, 'Wait in line')
    await until('Choose who it is for.')
    expect(called(client, 'requestOnDemand')).toHaveLength(0)
    choose('#now-patientId', 'patient-noor')
    await until('In which state is Noor Example right now?')
    await press(document.body, 'Wait in line')
    await until('You are next in line')
    expect(pageText()).toContain('For Noor Example')
    expect(called(client, 'requestOnDemand')[0]?.body).toMatchObject({ patientId: 'patient-noor', state: 'OH' })
  })

  test('a patient who waits on another page, and whose place cannot be read, reads how to see it', async () => {
    await show(worldWithLine(), {
      requestOnDemand: () => problem(409, 'already_requested'),
      listOwnOnDemand: () => problem(0, 'connection_failed'),
    })
    await toForm()
    await press(document.body, 'Wait in line')
    await until('Load this page again to see it.')
  })

  test('back leads to the booking', async () => {
    await show(worldWithLine())
    await toForm()
    await press(document.body, 'Back')
    await focusComesTo('What do you need help with?')
  })
})

describe('in line', () => {
  const wait = async (world: SampleWorld, handlers: TestHandlers = {}): Promise<TestClient> => {
    const client = await show(world, handlers)
    await toForm()
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    await press(document.body, 'Wait in line')
    await until('When a clinician takes you')
    return client
  }

  test('the place is renewed while the page is open, and shows how the line moves and how long it takes', async () => {
    const world = worldWithLine()
    addOthers(world, 2)
    const client = await wait(world)
    await until('You are number 3 in line')
    world.state.onDemand.shift()
    Object.assign(world.state.onDemand.at(-1)!, { estimatedMinutes: 12 })
    vi.advanceTimersByTime(46_000)
    await until('You are number 2 in line')
    expect(pageText()).toContain('About 12 minutes, at the pace of the last hours.')
    expect(called(client, 'renewOnDemand')).toHaveLength(1)
    unmount()
    await removed()
    vi.advanceTimersByTime(200_000)
    expect(called(client, 'renewOnDemand')).toHaveLength(1)
  })

  test('a lost connection keeps the place on the screen, and the next renewal goes on', async () => {
    const world = worldWithLine()
    const client = await wait(world)
    client.setHandlers({ renewOnDemand: () => problem(0, 'connection_failed') })
    vi.advanceTimersByTime(46_000)
    await waitFor(() => called(client, 'renewOnDemand').length === 1, 'the lost renewal')
    expect(pageText()).toContain('You are next in line')
    const before = world.state.onDemand[0]?.renewBy
    client.setHandlers({ renewOnDemand: world.handlers.renewOnDemand! })
    vi.advanceTimersByTime(46_000)
    await waitFor(
      () => world.state.onDemand[0]?.renewBy !== before || called(client, 'renewOnDemand').length === 2,
      'it',
    )
    expect(pageText()).toContain('You are next in line')
  })

  test('leaving gives the place up, and leads back to the booking', async () => {
    const world = worldWithLine()
    await wait(world)
    await press(document.body, 'Leave the line')
    await until('What do you need help with?')
    expect(world.state.onDemand[0]?.status).toBe('cancelled')
  })

  test('a visit that someone took in the moment of leaving is shown all the same', async () => {
    const world = worldWithLine()
    await wait(world, {
      leaveOnDemand: async () => {
        await takeFirst(world)
      },
    })
    const booked = bookedEvents()
    await press(document.body, 'Leave the line')
    await until('Your visit is booked')
    expect(booked).toHaveLength(1)
  })

  test('a place that was not renewed in time says so, and one press waits again', async () => {
    const world = worldWithLine()
    const client = await wait(world)
    world.advance(6)
    vi.advanceTimersByTime(46_000)
    await until('You are no longer in line')
    await press(document.body, 'Wait again')
    await until('You are next in line')
    expect(called(client, 'requestOnDemand')).toHaveLength(2)
  })

  test('a visit that cannot be read is tried again', async () => {
    const world = worldWithLine()
    const client = await wait(world, { getAppointment: () => problem(0, 'connection_failed') })
    await takeFirst(world)
    await until('A clinician has taken you')
    await until('We could not reach the clinic')
    client.setHandlers({ getAppointment: world.handlers.getAppointment! })
    await press(document.body, 'Try again')
    await until('Your visit is booked')
  })
})
