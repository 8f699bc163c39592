import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { createSampleWorld, type SampleWorld } from '@visitkit/sdk/testing'
import { administrator } from '../../test/administrator.ts'
import { gone, sent, show, until } from '../../test/clinic-settings-page.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { roomOf, sees, shadow, until as untilIn } from '../../test/people-in-room.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'

afterEach(unmount)

const recording = 'Calls may be recorded'
const captions = 'Captions by machine'
const saved = 'The settings for calls are saved.'

const boxes = (): readonly boolean[] =>
  ['callRecording', 'machineCaptions'].map(
    (name) => deepQuery<HTMLInputElement>(document.body, `[aria-describedby=${name}-hint]`)?.checked ?? false,
  )
const tick = (name: string): void =>
  deepQuery<HTMLInputElement>(document.body, `[aria-describedby=${name}-hint]`)?.click()
const worldOf = (callRecording: boolean, machineCaptions = false): SampleWorld => {
  const world = createSampleWorld({ stage: 'admitted' })
  world.state.organization = { ...world.state.organization, callRecording, machineCaptions }
  return world
}

describe('the settings for calls', () => {
  test('are opened, changed and saved with the keyboard', async () => {
    const client = await show('', {}, worldOf(false))
    await pressKeyOn(/^Calls/)
    await until('Nothing is recorded until everyone in the room has agreed')
    expect(boxes()).toEqual([false, false])
    await pressKeyOn(recording, ' ')
    await pressKeyOn(captions, ' ')
    expect(boxes()).toEqual([true, true])
    await pressKeyOn('Save')
    await until(saved)
    expect(focusedName()).toBe('Save')
    expect(sent(client, 'updateOrganization')).toEqual([{ callRecording: true, machineCaptions: true, version: 1 }])
    await tabTo(captions, '{Shift>}{Tab}{/Shift}')
    const described = deepQuery(document.body, '#machineCaptions-hint')?.textContent
    expect(described).toContain('The video service, or a company that works for it, then hears the call.')
  })

  test('are as before once the changes are undone, and a new change is not shown as saved', async () => {
    const client = await show('calls', {}, worldOf(true))
    tick('callRecording')
    await press(document.body, 'Undo my changes')
    await waitFor(() => boxes()[0], 'the switch as before')
    expect(sent(client, 'updateOrganization')).toEqual([])
    await press(document.body, 'Save')
    await waitFor(() => deepQuery(document.body, 'form b')?.textContent === saved, 'that it is saved')
    tick('machineCaptions')
    await waitFor(() => !deepQuery(document.body, 'form b'), 'that it is not saved any more')
  })

  test('that a colleague changed are shown next to what was chosen, and what was not touched stays theirs', async () => {
    const world = worldOf(false)
    const client = await show('calls', {}, world)
    tick('callRecording')
    world.state.organization = { ...world.state.organization, machineCaptions: true, version: 7 }
    await press(document.body, 'Save')
    await until('A colleague changed the settings of the clinic')
    await until('Captions by machine: on')
    await until('Calls may be recorded: off')
    expect(boxes()).toEqual([true, true])
    await press(document.body, 'Save')
    await until(saved)
    await gone('A colleague changed the settings of the clinic')
    expect(sent(client, 'updateOrganization').at(-1)).toEqual({
      callRecording: true,
      machineCaptions: true,
      version: 7,
    })
  })

  test('that a colleague changed are not shown as they were before, where they cannot be read again', async () => {
    const world = worldOf(false)
    const { getOrganization } = world.handlersFor('practitioner')
    let isDown = false
    await show(
      'calls',
      {
        getOrganization: (input) => {
          if (isDown) throw new TypeError('Failed to fetch')
          return getOrganization!(input)
        },
      },
      world,
    )
    tick('callRecording')
    world.state.organization = { ...world.state.organization, machineCaptions: true, version: 7 }
    isDown = true
    await press(document.body, 'Save')
    await until('A colleague changed the settings of the clinic')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(pageText()).not.toContain('The settings now')
    expect(boxes()).toEqual([true, false])
    isDown = false
    await press(document.body, 'Save')
    await until('Captions by machine: on')
    await press(document.body, 'Save')
    await until(saved)
  })

  test('that could not be saved stay as they were chosen, also while nothing can be read', async () => {
    let isDown = false
    const world = worldOf(false)
    const { getOrganization, updateOrganization } = world.handlersFor('practitioner')
    const refuse = () => {
      throw new TypeError('Failed to fetch')
    }
    await show(
      'calls',
      {
        getOrganization: (input) => (isDown ? refuse() : getOrganization!(input)),
        updateOrganization: (input) => (isDown ? refuse() : updateOrganization!(input)),
      },
      world,
    )
    tick('callRecording')
    isDown = true
    await press(document.body, 'Save')
    await waitFor(() => deepQuery(document.body, '[role="alert"]'), 'the problem')
    expect(boxes()).toEqual([true, false])
    expect(world.state.organization.callRecording).toBe(false)
    isDown = false
    await press(document.body, 'Save')
    await until(saved)
    expect(world.state.organization.callRecording).toBe(true)
  })
})

describe('calls', () => {
  const save = async (world: SampleWorld): Promise<void> => {
    await show('calls', {}, world)
    tick('callRecording')
    await press(document.body, 'Save')
    await until(saved)
    unmount()
  }
  const hasRecord = async (world: SampleWorld): Promise<boolean> => {
    await mount(roomOf(world.client('practitioner'), world, 'practitioner'))
    await untilIn('practitioner', 'Emergency')
    const isThere = shadow('practitioner').querySelector('.recording-button') !== null
    unmount()
    return isThere
  }

  test('have “Record” for the clinician who enters after it was turned on here, and not after it was turned off', async () => {
    const world = worldOf(false)
    expect(await hasRecord(world)).toBe(false)
    await save(world)
    expect(await hasRecord(world)).toBe(true)
    await save(world)
    expect(await hasRecord(world)).toBe(false)
  })

  test('that are being recorded stop being recorded at once, on every screen, when it is turned off here', async () => {
    const world = worldOf(true)
    const [known] = world.state.consents
    if (known) world.state.consents.push({ ...known, id: 'consent-recording', purpose: 'recording', status: 'active' })
    const office = world.client('practitioner', administrator)
    const doctor = world.client('practitioner')
    await mount(
      html`<div class="office">
          ${withProvider(office, html`<visit-clinic-settings open="calls"></visit-clinic-settings>`)}
        </div>
        ${roomOf(doctor, world, 'practitioner')}${roomOf(world.client('patient'), world, 'patient')}`,
    )
    await Promise.all([sees('patient'), sees('practitioner')])
    await press(shadow('practitioner'), 'Record')
    await press(shadow('patient'), 'Agree')
    const people = ['patient', 'practitioner'] as const
    const isMarked = (person: (typeof people)[number]): boolean =>
      shadow(person).querySelector('.state > .recording') !== null
    await waitFor(() => people.every(isMarked), 'a red mark on both screens')
    await waitFor(() => world.state.recordings.length > 0, 'a stored piece')
    tick('callRecording')
    await press(document.querySelector('.office')!, 'Save')
    for (const person of people) await untilIn(person, 'The recording has stopped. Nothing is recorded.')
    expect(people.filter(isMarked)).toEqual([])
    expect(world.state.visits.filter((visit) => visit.recording || visit.recordingRequest)).toEqual([])
    const piece = new Blob([new Uint8Array([0x1a, 0x45, 0xdf, 0xa3])])
    const sendPiece = doctor.recordings.addPiece(world.ids.visitId ?? '', 'recording-late', '0', piece, {
      seatsVersion: 1,
    })
    await expect(sendPiece).rejects.toMatchObject({ code: 'recording_paused' })
  })
})
