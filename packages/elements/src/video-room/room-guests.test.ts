import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { page } from 'vitest/browser'
import type { VisitGuest } from '@visitkit/sdk'
import type { SampleWorld } from '@visitkit/sdk/testing'
import { unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, remote, shadow, textOf, until } from '../../test/people-in-room.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { clickOn, press, waitFor } from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'

/** Those of this page. */
const connections: RTCPeerConnection[] = []
const { RTCPeerConnection: Real } = window
beforeAll(() => {
  window.RTCPeerConnection = class extends Real {
    constructor(configuration?: RTCConfiguration) {
      super(configuration)
      connections.push(this)
    }
  }
})
afterAll(() => (window.RTCPeerConnection = Real))
afterEach(() => {
  unmount()
  connections.length = 0
})

const tiles = (person: 'patient' | 'practitioner'): string[] =>
  [...shadow(person).querySelectorAll('.nameplate')].map((plate) => plate.textContent.trim())

const invited = async (world: SampleWorld, by: 'patient' | 'practitioner' = 'patient'): Promise<VisitGuest> => {
  await world.client(by).guests.invite(world.ids.appointmentId ?? '', { name: 'Maria Gomez', kind: 'interpreter' })
  const guest = world.state.guests.at(-1)
  if (!guest) throw new Error('No one was invited')
  return guest
}

/** The browser of the guest, of which only the signals are there. It greets until someone hears it. Returns a function that ends this. */
const entersRoom = async (world: SampleWorld): Promise<() => void> => {
  const client = world.client('guest')
  const { visitId } = await client.guestVisit.takeSeat()
  const media = { microphone: true, camera: true, screen: false }
  const greet = (): Promise<void> =>
    client.live.sendSignal(visitId, undefined, { v: 1, session: 'guest-stay', type: 'hello', reply: false, media })
  await greet()
  const greeting = setInterval(() => void greet(), 500)
  const end = (): void => clearInterval(greeting)
  onTestFinished(end)
  return end
}

describe('a guest who asks to join', () => {
  test('is shown to both with their name and who invited them, and only the clinician admits', async () => {
    const { world } = await joinAlone('practitioner')
    const said = recordAnnouncements(elementOf('practitioner'))
    const guest = await invited(world)
    await until('practitioner', 'Guests')
    usesCode(world, guest, 'Maria Gomez')
    await until('practitioner', 'Maria Gomez (interpreter) asks to join, invited by Robin Example')
    await waitFor(() => said.some((text) => text.includes('asks to join')), 'the announcement')
    await clickOn(document.body, '.admit-guest')
    await waitFor(() => guest.status === 'admitted', 'the admission')
  })

  test('is refused by the patient as well, who cannot admit', async () => {
    const { world } = await joinAlone('patient')
    const guest = await invited(world, 'practitioner')
    usesCode(world, guest, 'Maria Gomez')
    await until('patient', 'Dr. Jo Sample decides who comes in. You can refuse as well.')
    expect(shadow('patient').querySelector('.admit-guest')).toBeNull()
    await press(document.body, 'Do not let in')
    await waitFor(() => guest.status === 'refused', 'the refusal')
    await waitFor(() => !textOf('patient').includes('asks to join'), 'the notice to go')
  })

  test('is shown with the name of the invitation too when they wrote another one', async () => {
    const { world } = await joinAlone('practitioner')
    usesCode(world, await invited(world), 'Sam Other')
    await until('practitioner', 'Sam Other (interpreter) asks to join')
    expect(textOf('practitioner')).toContain('Invited as Maria Gomez')
  })
})

describe('a guest in the room', () => {
  test('is not seen or heard before their name is on the page', async () => {
    const { world } = await joinAlone('patient')
    const guest = await invited(world, 'practitioner')
    usesCode(world, guest, 'Maria Gomez')
    await until('patient', 'asks to join')
    // The page has not read yet that the guest was admitted.
    guest.status = 'admitted'
    await entersRoom(world)
    await waitFor(() => shadow('patient').querySelector('.stage'), 'the stage')
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(tiles('patient')).toEqual([])
    expect(shadow('patient').querySelector('audio')).toBeNull()
    usesCode(world, guest, 'Maria Gomez')
    await waitFor(() => tiles('patient').join() === 'Maria Gomez (interpreter)', 'the guest')
    await until('patient', 'was let in. They can hear you from now on.')
  })

  test('is gone from the page at once when they are removed', async () => {
    const { world } = await joinAlone('patient')
    const guest = await invited(world)
    usesCode(world, guest, 'Maria Gomez')
    await world.client('practitioner').guests.admit(guest.id)
    const end = await entersRoom(world)
    await waitFor(() => tiles('patient').length === 1, 'the guest')
    end()
    // A peer call has no server between the browsers: only the page itself can end the connection.
    const open = connections.filter(({ signalingState }) => signalingState !== 'closed')
    expect(open).toHaveLength(1)
    await world.client('practitioner').guests.remove(guest.id)
    await waitFor(() => tiles('patient').length === 0, 'the guest to be gone')
    expect(remote('patient')).toBeNull()
    await expect.poll(() => open.map(({ signalingState }) => signalingState)).toEqual(['closed'])
  })
})

test('the tile of an interpreter stays large enough for sign language at 320 px, next to another guest', async () => {
  await page.viewport(320, 700)
  onTestFinished(() => page.viewport(1280, 800))
  const { world } = await joinAlone('patient')
  const guest = await invited(world)
  usesCode(world, guest, 'Maria Gomez')
  await world.client('practitioner').guests.admit(guest.id)
  await entersRoom(world)
  await waitFor(() => tiles('patient').length === 1, 'the guest')
  const tile = shadow('patient').querySelector('.tile.interpreter')
  const others = tile?.parentElement
  if (!tile || !others) throw new Error('There is no tile')
  // Further participants: their tiles are the same, without the class.
  for (const _ of [1, 2, 3]) others.append(Object.assign(document.createElement('div'), { className: 'tile' }))
  // The note about the connection, whose other side is only simulated here, would give it a height.
  tile.querySelector<HTMLElement>('.link-note')?.setAttribute('style', 'display: none')
  const { width, height } = tile.getBoundingClientRect()
  expect(width).toBeGreaterThanOrEqual(240)
  expect(height).toBeGreaterThanOrEqual(240)
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
})

describe('inviting', () => {
  test('shows the page and the code once, and asks for a name', async () => {
    const { world } = await joinAlone('patient')
    await clickOn(document.body, '.guests-button')
    await press(document.body, 'Make a code')
    await until('patient', 'Write the name of the guest first.')
    const field = shadow('patient').querySelector<HTMLInputElement>('#guest-name')
    if (!field) throw new Error('There is no field')
    field.value = 'Luis Gomez'
    field.dispatchEvent(new Event('input'))
    await press(document.body, 'Make a code')
    await until('patient', '7K3M9-QXT4W-ZR8NB-H2CVD')
    expect(world.state.guests).toMatchObject([{ name: 'Luis Gomez', kind: 'family', status: 'invited' }])
    await press(document.body, 'Close')
    await waitFor(() => !shadow('patient').querySelector('dialog'), 'the dialog to close')
    await clickOn(document.body, '.guests-button')
    await until('patient', 'Luis Gomez (family)')
    expect(textOf('patient')).not.toContain('7K3M9')
    await press(document.body, 'Withdraw')
    await waitFor(() => world.state.guests[0]?.status === 'withdrawn', 'the withdrawal')
  })
})
