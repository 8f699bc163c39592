import { html } from 'lit'
import { afterEach, expect, describe, test } from 'vitest'
import { problem, type SampleWorld } from '@visitkit/sdk/testing'
import { actsForFamily, called, until } from '../../test/booking-page.ts'
import { focusComesTo } from '../../test/keyboard.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { addOthers, bookedEvents, show, toForm, worldWithLine } from '../../test/on-demand-page.ts'
import { press } from '../../test/story.ts'

afterEach(unmount)

describe('a place that the patient has already', () => {
  /** Asked on a page that was closed, or is open elsewhere. */
  const askElsewhere = async (world: SampleWorld, reason = 'A cough since Sunday') =>
    world
      .client('patient')
      .onDemand.request({ patientId: 'patient-robin', visitTypeId: 'visit-type-new', state: 'OH', reason })

  test('is shown again after a reload, is renewed, and leads to the visit', async () => {
    const world = worldWithLine()
    addOthers(world, 1)
    const request = await askElsewhere(world)
    world.advance(4)
    const client = await show(world)
    await until('You are number 2 in line')
    expect(pageText()).not.toContain('What do you need help with?')
    expect(called(client, 'renewOnDemand')).toHaveLength(1)
    const booked = bookedEvents()
    const appointment = await world.client('practitioner').onDemand.take(request.id)
    await until('Your visit is booked')
    expect(booked).toMatchObject([{ detail: { appointmentId: appointment.id } }])
  })

  test('was taken while no page was open: the visit is shown', async () => {
    const world = worldWithLine()
    const request = await askElsewhere(world)
    await world.client('practitioner').onDemand.take(request.id)
    const client = await show(world)
    await until('Your visit is booked')
    expect(called(client, 'requestOnDemand')).toHaveLength(0)
    expect(pageText()).not.toContain('in line')
  })

  test('is shown in a second tab, by the way to the form or when it is asked for twice', async () => {
    for (const wayOf of [
      async (world: SampleWorld) => {
        await askElsewhere(world)
        await press(document.body, 'See a clinician now')
      },
      async (world: SampleWorld) => {
        await toForm()
        await askElsewhere(world)
        await press(document.body, 'Wait in line')
      },
    ]) {
      const world = worldWithLine()
      await show(world)
      await wayOf(world)
      await focusComesTo('You are next in line')
      expect(world.state.onDemand).toHaveLength(1)
      unmount()
    }
  })

  test('is given up in another tab: this one says so', async () => {
    const world = worldWithLine()
    const request = await askElsewhere(world)
    await show(world)
    await until('You are next in line')
    await world.client('patient').onDemand.leave(request.id)
    await until('You have left the line.')
    expect(pageText()).not.toContain('was not renewed in time')
  })

  test('of another patient than the one of the page is not shown', async () => {
    const world = worldWithLine()
    await askElsewhere(world)
    const page = html`<visit-booking zone="America/New_York" patient-id="patient-noor"></visit-booking>`
    await show(world, actsForFamily(world), page)
    await until('What do you need help with?')
    expect(pageText()).not.toContain('You are next in line')
  })

  test('that cannot be read leaves the booking as it is', async () => {
    const world = worldWithLine()
    await askElsewhere(world)
    await show(world, { listOwnOnDemand: () => problem(503, 'overloaded') })
    await until('What do you need help with?')
  })
})
