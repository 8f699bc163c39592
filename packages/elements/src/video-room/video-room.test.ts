import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focused, focusedName, tabTo } from '../../test/keyboard.ts'
import { mount, unmount } from '../../test/mount.ts'
import {
  joinAlone,
  elementOf,
  remote,
  roomOf,
  sees,
  shadow,
  textOf,
  joinTogether,
  until,
} from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('two people in a room', () => {
  test('see each other move and hear each other', async () => {
    await joinTogether()
    for (const person of ['patient', 'practitioner'] as const) {
      const audio = shadow(person).querySelector('audio')
      expect((audio?.srcObject as MediaStream | null)?.getAudioTracks()).toHaveLength(1)
      expect(audio?.paused).toBe(false)
      expect(remote(person)?.muted).toBe(true) // sound has one source
    }
    expect(remote('patient')?.getAttribute('aria-label')).toBe('Video of Dr. Jo Sample')
    expect(remote('practitioner')?.getAttribute('aria-label')).toBe('Video of Robin Example')
  })

  test('muting and turning the camera off reach the other side, by button and by key', async () => {
    await joinTogether()
    await press(elementOf('patient').parentElement as Element, 'Mute')
    await until('practitioner', 'muted')
    const tile = shadow('practitioner').querySelector('.nameplate')
    expect(tile?.textContent).toContain('muted')
    shadow('patient').querySelector<HTMLElement>('.stage')?.focus()
    await userEvent.keyboard('m')
    await waitFor(() => !tile?.textContent.includes('muted'), 'the sound')
    await userEvent.keyboard('v')
    await until('practitioner', 'Robin Example has the camera off')
    expect(remote('practitioner')).toBeNull()
    await until('patient', 'Your camera is off')
    await userEvent.keyboard('v')
    await sees('practitioner')
  })

  test('one leaves and comes back: the other is notified of both', async () => {
    const { world } = await joinTogether()
    const announced = recordAnnouncements(elementOf('practitioner'))
    const left = recordEvents('visit-left')
    await press(elementOf('patient').parentElement as Element, 'Leave')
    await until('practitioner', 'Waiting for the patient to join')
    await waitFor(() => focusedName() === 'You left the room', 'the heading')
    expect(left).toEqual([{ visitId: world.ids.visitId }])
    expect(world.state.seats.map(({ role }) => role)).toEqual(['practitioner']) // the seat was released
    await press(elementOf('patient').parentElement as Element, 'Join again')
    await Promise.all([sees('patient'), sees('practitioner')])
    expect(announced).toEqual(['Robin Example has left', 'Robin Example has joined'])
  })

  test('the clinician ends it for both, after choosing how it went', async () => {
    const { world } = await joinTogether()
    const ended = recordEvents('visit-ended')
    await press(elementOf('practitioner').parentElement as Element, 'End visit')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the question')
    expect(dialog.open).toBe(true)
    await press(dialog, 'It failed for technical reasons')
    await press(dialog, 'End visit')
    await until('patient', 'The visit has ended')
    await until('practitioner', 'The visit has ended')
    expect(ended).toEqual([{ visitId: world.ids.visitId }, { visitId: world.ids.visitId }])
    expect(world.state.visits[0]?.outcome).toBe('technical-failure')
    expect(shadow('patient').querySelector('video')).toBeNull()
  })
})

describe('the emergency dialog', () => {
  test('opens while every request fails, shows where the patient is, and Escape closes it', async () => {
    const { client } = await joinAlone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    const down = () => problem(0, 'connection_failed')
    client.setHandlers({ getVisit: down, getOrganization: down, getMe: down })
    await tabTo('Emergency')
    await userEvent.keyboard('{Enter}')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the dialog')
    expect(dialog.textContent).toContain('1 Example Street, Sampleton, OH')
    expect([...dialog.querySelectorAll('a')].map(({ href }) => href)).toEqual(['tel:5550111', 'tel:5550112'])
    expect(shadow('practitioner').getElementById(dialog.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
      'Get urgent help for this patient',
    )
    expect(focusedName()).toBe('Close')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !shadow('practitioner').querySelector('dialog'), 'the room')
    expect(focusedName()).toBe('Emergency')
  })

  test('shows the emergency number of the clinic', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    const organization = await world.client('practitioner').organization.get()
    const contact = { ...organization.contact, emergencyNumber: '112' }
    const client = world.client('practitioner', { getOrganization: () => ({ ...organization, contact }) })
    await mount(roomOf(client, world, 'practitioner'))
    await press(document.body, 'Emergency')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the dialog')
    expect(dialog.textContent).toContain('112')
    expect(dialog.textContent).not.toContain('911')
  })

  test('shows why the patient named no one', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    const [visit] = world.state.visits
    if (!visit) throw new Error('There is no visit')
    delete visit.emergencyContact
    visit.noEmergencyContact = 'prefers-not-to'
    await mount(roomOf(world.client('practitioner'), world, 'practitioner'))
    await press(document.body, 'Emergency')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the dialog')
    expect(dialog.textContent).toContain('The patient prefers not to name anyone.')
  })

  test('separates the name and the number with the comma of the language', async () => {
    const world = createSampleWorld({ stage: 'admitted' })
    await mount(roomOf(world.client('practitioner'), world, 'practitioner'), 'ar')
    await press(document.body, 'طوارئ')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog'), 'the dialog')
    const contact = [...dialog.querySelectorAll('dd')].at(-1)?.textContent
    expect(contact).toContain('\u200f، ')
    expect(contact).not.toContain(',')
  })

  test('is for clinicians: a patient has no such button, nor one to end the visit', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(textOf('patient')).not.toMatch(/Emergency|End visit/)
  })
})

test('Enter in the question how it went ends nothing', async () => {
  const { world } = await joinAlone('practitioner')
  await until('practitioner', 'Waiting for the patient')
  await tabTo('End visit')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => focused()?.matches('[name="outcome"]'), 'the question')
  await userEvent.keyboard('{Enter}')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => !shadow('practitioner').querySelector('dialog'), 'the room')
  expect(world.state.visits[0]?.status).toBe('admitted')
})

test('whether it is recorded is always shown', async () => {
  const { world, client } = await joinAlone('patient')
  await until('patient', 'Not recorded')
  const [visit] = world.state.visits
  if (!visit) throw new Error('There is no visit')
  visit.recording = true
  client.emitLive({ type: 'visit.changed', ids: { visitId: visit.id } })
  await until('patient', 'Recording')
})

describe('devices during the call', () => {
  const open = async (): Promise<HTMLDialogElement> => {
    await press(elementOf('patient').parentElement as Element, 'Devices')
    return waitFor(() => shadow('patient').querySelector('dialog'), 'the dialog')
  }
  const chooseOther = async (dialog: HTMLElement, kind: string): Promise<string> => {
    const select = dialog.querySelector<HTMLSelectElement>(`#${kind}`)
    const other = [...(select?.options ?? [])].find(({ selected }) => !selected)?.value ?? ''
    await userEvent.selectOptions(select as HTMLElement, other)
    return other
  }

  test('another microphone is used, and shown as the one in use', async () => {
    await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const other = await chooseOther(await open(), 'microphone')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !shadow('patient').querySelector('dialog'), 'the room')
    const again = await open()
    await waitFor(() => again.querySelector<HTMLSelectElement>('#microphone')?.value === other, 'the other one in use')
  })

  test('another speaker plays the others', async () => {
    await joinTogether()
    const other = await chooseOther(await open(), 'speaker')
    await waitFor(() => shadow('patient').querySelector('audio')?.sinkId === other, 'the other speaker')
  })
})
