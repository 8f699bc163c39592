import { afterEach, describe, expect, test, vi } from 'vitest'
import { problem, type SampleWorld, type TestClient } from '@visitkit/sdk/testing'
import { actsForFamily, called, until } from '../../test/booking-page.ts'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { pageText, removed, unmount } from '../../test/mount.ts'
import { addOthers, bookedEvents, show, toForm, worldWithLine } from '../../test/on-demand-page.ts'
import { deepQuery, press, waitFor } from '../../test/story.ts'

afterEach(() => {
  unmount()
  vi.useRealTimers()
})

const inOhio = { visitTypeId: 'visit-type-new', state: 'OH' }
/** Asked on a page that was closed, or is open elsewhere. */
const askElsewhere = (world: SampleWorld, patientId: string) =>
  world.client('patient', actsForFamily(world)).onDemand.request({ patientId, ...inOhio })
const cards = (): string[] =>
  [...deepQuery(document.body, 'visit-booking')!.shadowRoot!.querySelectorAll('[part="place"]')].map((card) =>
    card.textContent!.replaceAll(/\s+/g, ' ').trim(),
  )
const chooseWho = (patientId: string): void => {
  const field = deepQuery<HTMLSelectElement>(document.body, '#now-patientId')!
  field.value = patientId
  field.dispatchEvent(new Event('change'))
}
const showFamily = (world: SampleWorld): Promise<TestClient> => show(world, actsForFamily(world))

describe('a parent who waits for several people', () => {
  test('asks for one after the other, and sees the place of each', async () => {
    const world = worldWithLine()
    addOthers(world, 1)
    const client = await showFamily(world)
    await toForm()
    chooseWho('patient-robin')
    await press(document.body, 'Wait in line')
    await until('You are number 2 in line')
    await pressKeyOn('Wait for another person too')
    await focusComesTo('See a clinician now')
    const options = [...deepQuery<HTMLSelectElement>(document.body, '#now-patientId')!.options]
    expect(options.map(({ text }) => text.trim())).toEqual(['Choose a person', 'Noor Example', 'Sky Example'])
    chooseWho('patient-noor')
    await press(document.body, 'Wait in line')
    await focusComesTo('Your places in line')
    expect(called(client, 'requestOnDemand').map(({ body }) => (body as { patientId: string }).patientId)).toEqual([
      'patient-robin',
      'patient-noor',
    ])
    expect(cards()).toMatchObject([
      expect.stringContaining('Robin Example is number 2 in line'),
      expect.stringContaining('Noor Example is number 3 in line'),
    ])
  })

  test('sees all of them again after a reload, and each is renewed', async () => {
    const world = worldWithLine()
    for (const id of ['patient-robin', 'patient-noor', 'patient-sky']) await askElsewhere(world, id)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const client = await showFamily(world)
    await until('Sky Example is number 3 in line')
    expect(cards()).toHaveLength(3)
    expect(pageText()).not.toContain('Wait for another person too')
    expect(called(client, 'renewOnDemand')).toHaveLength(3)
    vi.advanceTimersByTime(46_000)
    await waitFor(() => called(client, 'renewOnDemand').length === 6, 'each renewal')
    unmount()
    await removed()
    vi.advanceTimersByTime(200_000)
    expect(called(client, 'renewOnDemand')).toHaveLength(6)
  })

  test('reads who is taken while the others keep their places, and goes to that visit', async () => {
    const world = worldWithLine()
    const [robin] = [await askElsewhere(world, 'patient-robin'), await askElsewhere(world, 'patient-noor')]
    await showFamily(world)
    await until('Noor Example is number 2 in line')
    const booked = bookedEvents()
    const appointment = await world.client('practitioner').onDemand.take(robin.id)
    await until('A clinician has taken Robin Example')
    await until('The visit starts at')
    expect(booked).toEqual([])
    await until('Noor Example is next in line')
    await press(document.body, 'Go to the visit')
    await until('Your visit is booked')
    expect(booked).toMatchObject([{ detail: { appointmentId: appointment.id } }])
    expect(pageText()).toContain('Still in line: Noor Example. Keep this page open.')
    expect(world.state.onDemand.map(({ status }) => status)).toEqual(['taken', 'waiting'])
    await press(document.body, 'Show the line')
    await until('You are next in line')
    expect(pageText()).toContain('For Noor Example')
  })

  test('leaves for one and keeps the other; the last one that was taken leads to its visit', async () => {
    const world = worldWithLine()
    const [robin] = [await askElsewhere(world, 'patient-robin'), await askElsewhere(world, 'patient-noor')]
    await showFamily(world)
    await until('Noor Example is number 2 in line')
    await world.client('practitioner').onDemand.take(robin.id)
    await until('The visit starts at')
    await pressKeyOn('Leave the line for Noor Example')
    await until('Your visit is booked')
    expect(world.state.onDemand.map(({ status }) => status)).toEqual(['taken', 'cancelled'])
  })

  test('reads the visit of someone who was asked for elsewhere, and taken before this page reads it', async () => {
    const world = worldWithLine()
    await askElsewhere(world, 'patient-robin')
    const client = await showFamily(world)
    await until('You are next in line')
    const isTaken = Promise.withResolvers<void>()
    client.setHandlers({
      listOwnOnDemand: async (...request) => {
        await isTaken.promise
        return world.handlers.listOwnOnDemand!(...request)
      },
    })
    const noor = await askElsewhere(world, 'patient-noor')
    await waitFor(() => called(client, 'listOwnOnDemand').length === 2, 'the second read')
    await world.client('practitioner').onDemand.take(noor.id)
    isTaken.resolve()
    await until('A clinician has taken Noor Example')
    await until('The visit starts at')
  })

  test('one is taken and the visit of the other is cancelled before it is read: the first leads to its visit', async () => {
    const world = worldWithLine()
    const [robin, noor] = [await askElsewhere(world, 'patient-robin'), await askElsewhere(world, 'patient-noor')]
    const client = await showFamily(world)
    await until('Noor Example is number 2 in line')
    const clinician = world.client('practitioner')
    await clinician.onDemand.take(robin.id)
    await until('The visit starts at')
    client.setHandlers({ getAppointment: () => problem(503, 'overloaded') })
    const { id } = await clinician.onDemand.take(noor.id)
    await until('Try again')
    await clinician.appointments.cancel(id, { reason: 'other' })
    client.setHandlers({ getAppointment: world.handlers.getAppointment! })
    const booked = bookedEvents()
    await press(document.body, 'Try again')
    await waitFor(() => booked.length === 1, 'the visit of the first')
  })

  test('a place that ended is waited for again, the others as before', async () => {
    const world = worldWithLine()
    const [robin] = [await askElsewhere(world, 'patient-robin'), await askElsewhere(world, 'patient-noor')]
    const client = await showFamily(world)
    await until('Noor Example is number 2 in line')
    await world.client('patient', actsForFamily(world)).onDemand.leave(robin.id)
    await until('Robin Example is no longer in line')
    client.setHandlers({ requestOnDemand: () => problem(409, 'not_licensed') })
    await press(document.body, 'Wait again')
    await until('No clinician is licensed in that state')
    client.setHandlers({ requestOnDemand: world.handlers.requestOnDemand! })
    await press(document.body, 'Wait again')
    await until('Robin Example is number 2 in line')
    expect(cards()).toHaveLength(2)
  })

  test('in a second tab, sees the place that was asked for in the first', async () => {
    const world = worldWithLine()
    await askElsewhere(world, 'patient-robin')
    await showFamily(world)
    await until('You are next in line')
    await askElsewhere(world, 'patient-noor')
    await until('Noor Example is number 2 in line')
    expect(cards()).toHaveLength(2)
  })
})
