import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { called, show as showAppointments, worldWithVisit } from '../../test/appointments-page.ts'
import { inviteGuest } from '../../test/invite-guest.ts'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { fullWorld, showSchedule, TODAY } from '../../test/schedule-page.ts'
import { clickOn, deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'
import '../define/provider.ts'
import '../define/queue.ts'

afterEach(() => unmount())

const until = (text: string) => waitFor(() => pageText().includes(text), text)
const gone = (selector: string) => waitFor(() => !deepQuery(document.body, selector), `no ${selector}`)

const showQueue = async (world: SampleWorld, handlers: TestHandlers = {}) => {
  const client = world.client('practitioner', handlers)
  await mount(withProvider(client, html`<visit-queue guest-url="https://clinic.example/join"></visit-queue>`))
  await settled()
  return client
}

describe('the guests of a visit that has not begun', () => {
  test('are invited from the queue with the keyboard, and the focus returns to the button', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    await showQueue(world)
    await pressKeyOn('Guests of the visit of Robin Example')
    await until('No guest was invited to this visit.')
    expect(pageText()).toContain('Robin Example, ')
    await inviteGuest(document.body)
    expect(pageText()).toContain('They can join with this code. They wait until the clinician lets them in.')
    expect(pageText()).toContain('https://clinic.example/join')
    expect(world.state.guests).toMatchObject([
      { name: 'Maria Gomez', appointmentId: world.ids.appointmentId, status: 'invited' },
    ])
    await userEvent.keyboard('{Escape}')
    await gone('dialog.guests')
    await waitFor(() => focusedName() === 'Guests of the visit of Robin Example', 'the focus on the button')
  })

  test('are shown as they use their code, and the code is not shown a second time', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    await showQueue(world)
    await clickOn(document.body, '[data-guests-of]')
    await inviteGuest(document.body)
    await until('7K3M9-QXT4W-ZR8NB-H2CVD')
    await press(document.body, 'Invite another guest')
    await waitFor(() => !pageText().includes('7K3M9'), 'the empty form')
    await press(document.body, 'Close')
    await gone('dialog.guests')
    await clickOn(document.body, '[data-guests-of]')
    await until('Has not used the code yet')
    expect(pageText()).not.toContain('7K3M9')
    usesCode(world, world.state.guests[0]!, 'Maria Gomez')
    await until('Asks to join')
  })

  test('are not let in before the patient, and the clinician reads why', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    await world.client('patient').guests.invite(world.ids.appointmentId ?? '', { name: 'Luis', kind: 'family' })
    await showQueue(world, { admitGuest: () => problem(409, 'not_admitted') })
    usesCode(world, world.state.guests[0]!, 'Luis')
    await clickOn(document.body, '[data-guests-of]')
    await press(document.body, 'Let in')
    await until('The patient is not in the visit yet')
    expect(pageText()).toContain('Let the patient in first, then the guest.')
  })

  test('are not offered to a person who may not invite', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    await showQueue(world, {
      getMe: async (input) => {
        const me = (await world.handlersFor('practitioner').getMe!(input)) as { permissions: string[] }
        return { ...me, permissions: me.permissions.filter((one) => one !== 'guest:manage') } as never
      },
    })
    await until('Robin Example')
    expect(deepQuery(document.body, '[data-guests-of]')).toBeNull()
  })

  test('are gone from the page with the session, and so is the code', async () => {
    const world = createSampleWorld({ stage: 'waiting' })
    await showQueue(world)
    await clickOn(document.body, '[data-guests-of]')
    await inviteGuest(document.body)
    const provider = document.querySelector<HTMLElement & { client: unknown }>('visit-provider')!
    provider.client = null
    await gone('dialog.guests')
    expect(pageText()).not.toContain('Maria Gomez')
    provider.client = world.client('practitioner')
    await waitFor(() => deepQuery(document.body, '[data-guests-of]'), 'the queue')
    await clickOn(document.body, '[data-guests-of]')
    await until('Has not used the code yet')
    expect(pageText()).not.toContain('7K3M9')
  })
})

test('the schedule invites to a visit of the day, and says from when the code works', async () => {
  const world = fullWorld()
  await showSchedule(world)
  await clickOn(document.body, `[data-guests-of="visit-${TODAY}-13:00"]`)
  await until('Ida Sample, ')
  await inviteGuest(document.body)
  expect(pageText()).toMatch(/The code works once, from .+ until .+\. You see it only now/)
  expect(world.state.guests).toMatchObject([{ appointmentId: `visit-${TODAY}-13:00` }])
})

test('a patient invites a member of the family before the visit, and ends the invitation', async () => {
  const { world, visit } = worldWithVisit()
  const client = await showAppointments(world)
  await press(document.body, 'Invite a guest')
  await inviteGuest(document.body, 'Luis Example')
  expect(called(client, 'inviteGuest')[0]?.body).toEqual({ name: 'Luis Example', kind: 'family' })
  expect(deepQuery(document.body, '.admit-guest')).toBeNull()
  await press(document.body, 'Withdraw')
  await waitFor(() => world.state.guests[0]?.status === 'withdrawn', 'the withdrawal')
  await until('Invitation withdrawn')
  expect(world.state.guests[0]?.appointmentId).toBe(visit.id)
})
