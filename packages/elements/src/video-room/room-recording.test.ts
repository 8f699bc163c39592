import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { VisitGuest } from '@visitkit/sdk'
import { problem, type SampleWorld } from '@visitkit/sdk/testing'
import '../define/consent-dialog.ts'
import '../define/guest-room.ts'
import { focused } from '../../test/keyboard.ts'
import { playRecording } from '../../test/made-up-media.ts'
import { pageText, unmount } from '../../test/mount.ts'
import { heldInPage } from '../../test/page-resources.ts'
import { elementOf, joinAlone, joinTogether, remote, sees, shadow, textOf, until } from '../../test/people-in-room.ts'
import { recordAnnouncements, recordEvents } from '../../test/record-announcements.ts'
import { showsSmallWindow } from '../../test/small-window.ts'
import { press, waitFor } from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'

type Person = 'patient' | 'practitioner'

const { isTypeSupported } = MediaRecorder
afterEach(() => {
  unmount()
  MediaRecorder.isTypeSupported = isTypeSupported
})

const pressIn = (person: Person, text: string): Promise<void> => press(shadow(person), text)
const isMarked = (person: Person): boolean => shadow(person).querySelector('.state > .recording') !== null
const marked = (person: Person, isOn = true): Promise<unknown> =>
  waitFor(() => isMarked(person) === isOn, `${person}: ${isOn ? 'a' : 'no'} red mark`)
const question = (person: Person): HTMLDialogElement | null =>
  shadow(person).querySelector('dialog.recording-question[open]')

const consent = (world: SampleWorld): void => {
  const [known] = world.state.consents
  if (known) world.state.consents.push({ ...known, id: 'consent-recording', purpose: 'recording', status: 'active' })
}

/** Pieces are stored after five seconds each. */
const stored = (world: SampleWorld, recordings: number): Promise<unknown> =>
  waitFor(() => world.state.recordings.length >= recordings, `${recordings} recordings`)

/** Both are in the room, the patient has the consent, and the clinician has asked with a real press. */
const asked = async (isConsented = true) => {
  const both = await joinTogether()
  if (isConsented) consent(both.world)
  await page.viewport(1000, 1300)
  const record = await waitFor(() => shadow('practitioner').querySelector('.recording-button'), '“Record”')
  await userEvent.click(record)
  await waitFor(() => question('patient'), 'the question')
  return both
}
const recorded = async () => {
  const both = await asked()
  await pressIn('patient', 'Agree')
  await Promise.all([marked('patient'), marked('practitioner')])
  return both
}

describe('a clinician who asks to record', () => {
  test('waits for the patient; both read for whom, and both have the red mark once they agree', async () => {
    const { world } = await asked()
    expect(pageText(question('patient')!)).toContain('Dr. Jo Sample asks to record this visit')
    // A key that was meant for something else does not agree.
    expect(focused()?.localName).toBe('h2')
    await until('practitioner', 'Nothing is recorded yet. It waits until this person agrees: Robin Example.')
    expect([isMarked('patient'), isMarked('practitioner')]).toEqual([false, false])
    const said = recordAnnouncements(elementOf('patient'))
    await pressIn('patient', 'Agree')
    await Promise.all([marked('patient'), marked('practitioner')])
    for (const person of ['patient', 'practitioner'] as const) {
      expect(shadow(person).querySelector('.state > .recording')?.textContent).toBe('Recording')
      expect(textOf(person)).toContain('Stop recording')
    }
    await waitFor(() => said.includes('This visit is recorded now'), 'the announcement')
    expect(focused()?.className).toContain('stage')
    await stored(world, 1)
    const { recording } = world.state.recordings[0]!
    expect([recording.pieces, recording.recorded.toSorted()]).toEqual([1, ['patient', 'practitioner']])
  })

  test('reads that nothing is recorded when the patient says no, and can ask again', async () => {
    const { world } = await asked()
    await pressIn('patient', 'Do not record')
    await until('practitioner', 'The recording has stopped. Nothing is recorded.')
    expect(question('patient')).toBeNull()
    expect(isMarked('practitioner')).toBe(false)
    await pressIn('practitioner', 'Record')
    await waitFor(() => question('patient'), 'the question again')
    expect(world.state.recordings).toEqual([])
  })

  test('may take it back while it waits', async () => {
    await asked()
    await pressIn('practitioner', 'Do not record')
    await waitFor(() => !question('patient'), 'the question to go')
    await until('patient', 'The recording has stopped. Nothing is recorded.')
  })

  test('is not offered it where the clinic records nothing, or the browser cannot; a patient never is', async () => {
    MediaRecorder.isTypeSupported = () => false
    const { world } = await joinTogether()
    for (const person of ['patient', 'practitioner'] as const)
      expect(shadow(person).querySelector('.recording-button')).toBeNull()
    MediaRecorder.isTypeSupported = isTypeSupported
    unmount()
    world.state.organization.callRecording = false
    await joinAlone('practitioner', {}, true, world)
    await until('practitioner', 'Emergency')
    expect(shadow('practitioner').querySelector('.recording-button')).toBeNull()
  })

  test('reads it when the server refuses', async () => {
    await joinAlone('practitioner', { askToRecord: () => problem(409, 'recording_not_offered') })
    await pressIn('practitioner', 'Record')
    await until('practitioner', 'This clinic does not record visits')
  })
})

describe('a recording', () => {
  test('is of both, plays, and ends with its last piece before the clinician says no', async () => {
    const { world, practitioner } = await recorded()
    await stored(world, 1)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await pressIn('practitioner', 'Stop recording')
    await Promise.all([marked('patient', false), marked('practitioner', false)])
    const [{ pieces } = { pieces: [] }] = world.state.recordings
    expect(pieces).toHaveLength(2)
    const ids = practitioner.calls.map(({ operationId }) => operationId).filter((id) => id !== 'getVisit')
    expect(ids.slice(-3)).toEqual(['addRecordingPiece', 'addRecordingPiece', 'answerRecording'])
    const played = await playRecording(pieces.map((bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>])))
    expect(played).toMatchObject({ width: 640, height: 360 })
    expect(played.seconds).toBeGreaterThan(5)
    // The pretended camera shows a picture on each side, and the pretended microphone beeps.
    for (const side of [played.left, played.right]) expect(Math.max(...side)).toBeGreaterThan(60)
    expect(played.loudest).toBeGreaterThan(0.01)
    expect(textOf('practitioner')).not.toContain('The recording has stopped')
    await until('patient', 'The recording has stopped. Nothing is recorded.')
  })

  test('is stopped by the patient with one press: at once, and what was not sent is gone', async () => {
    const { world, practitioner } = await recorded()
    await stored(world, 1)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    await pressIn('patient', 'Stop recording')
    await Promise.all([marked('patient', false), marked('practitioner', false)])
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(world.state.recordings[0]?.pieces).toHaveLength(1)
    expect(practitioner.calls.filter(({ operationId }) => operationId === 'addRecordingPiece')).toHaveLength(1)
    expect(heldInPage().join()).not.toContain('mixed-')
    await until('practitioner', 'The recording has stopped. Nothing is recorded.')
  })

  test('sends its last piece when the clinician ends the visit', async () => {
    const { world, practitioner } = await recorded()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await pressIn('practitioner', 'End visit')
    const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog.end[open]'), 'the dialog')
    dialog.querySelector<HTMLButtonElement>('[value=end]')?.click()
    await until('practitioner', 'The visit has ended')
    expect(world.state.recordings[0]?.pieces).toHaveLength(1)
    const ids = practitioner.calls.map(({ operationId }) => operationId)
    expect(ids.indexOf('addRecordingPiece')).toBeLessThan(ids.indexOf('endVisit'))
    expect(heldInPage().join()).not.toContain('mixed-')
  })

  test('sends its last piece when the clinician leaves, and leaves nothing behind', async () => {
    const { world, practitioner } = await recorded()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(heldInPage().join()).toContain('mixed-picture')
    await pressIn('practitioner', 'Leave')
    await until('practitioner', 'You left the room')
    await marked('patient', false)
    expect(world.state.recordings[0]?.pieces).toHaveLength(1)
    const ids = practitioner.calls.map(({ operationId }) => operationId)
    expect(ids.indexOf('addRecordingPiece')).toBeLessThan(ids.indexOf('leaveSeat'))
    expect(heldInPage().join()).not.toMatch(/mixed-|call-recorder|call-recording/)
    expect(world.state.visits[0]?.recordingRequest).toBeUndefined()
  })

  test('ends for everyone when the browser cannot go on', async () => {
    const { world } = await asked()
    const { start } = MediaRecorder.prototype
    MediaRecorder.prototype.start = () => {
      throw new DOMException('', 'NotSupportedError')
    }
    await pressIn('patient', 'Agree')
    await until('practitioner', 'Your browser could not record. Nothing is recorded.')
    MediaRecorder.prototype.start = start
    await until('patient', 'The recording has stopped. Nothing is recorded.')
    expect(world.state.recordings).toEqual([])
    expect(heldInPage().join()).not.toContain('mixed-')
  })

  test('is marked in the small window, where a question is read too', async () => {
    await asked()
    const place = elementOf('patient').closest<HTMLElement>('.patient')!
    place.hidden = true
    const small = await showsSmallWindow()
    await waitFor(() => pageText(small).includes('Dr. Jo Sample asks to record this visit'), 'the question')
    expect(small.querySelector('.recorded')).toBeNull()
    place.hidden = false
    await pressIn('patient', 'Agree')
    await marked('patient')
    place.hidden = true
    const again = await showsSmallWindow()
    await waitFor(() => again.querySelector('.recorded')?.textContent.trim() === 'Recording', 'the red mark')
  })

  test('says to the clinician that it does not reach the clinic, and loses nothing', async () => {
    const { world, practitioner } = await recorded()
    const { addRecordingPiece: store } = world.handlersFor('practitioner')
    practitioner.setHandlers({ addRecordingPiece: () => problem(0, 'connection_failed') })
    await until('practitioner', 'The recording does not reach the clinic. We keep trying.')
    expect(world.state.recordings).toEqual([])
    practitioner.setHandlers({ addRecordingPiece: store })
    await waitFor(() => !textOf('practitioner').includes('does not reach'), 'the connection')
    await pressIn('practitioner', 'Stop recording')
    await marked('practitioner', false)
    const [{ pieces } = { pieces: [] }] = world.state.recordings
    expect(
      (await playRecording(pieces.map((bytes) => new Blob([bytes as Uint8Array<ArrayBuffer>])))).seconds,
    ).toBeGreaterThan(4)
  })
})

describe('a patient without the consent to recording', () => {
  test('reads it after “Agree”, and agrees to both with it', async () => {
    const { world } = await asked(false)
    const events = recordEvents('visit-consent-requested')
    await pressIn('patient', 'Agree')
    await waitFor(() => events.length === 1, 'the consent')
    const { visitId, patientId } = world.ids
    expect(events).toEqual([{ visitId, patientId, purposes: 'recording', state: 'OH' }])
    await waitFor(() => !question('patient'), 'the question to go')
    await until('patient', 'It waits until this person agrees: you.')
    expect(isMarked('patient')).toBe(false)
    consent(world)
    world.live.emit({ type: 'consent.changed', ids: { consentId: 'consent-recording', patientId } })
    await Promise.all([marked('patient'), marked('practitioner')])
  })

  test('who does not agree to it can still answer', async () => {
    const { world } = await asked(false)
    const events = recordEvents('visit-consent-requested')
    await pressIn('patient', 'Agree')
    await until('patient', 'It waits until this person agrees: you.')
    world.live.emit({ type: 'consent.changed', ids: { consentId: 'other', patientId: world.ids.patientId } })
    await pressIn('patient', 'Answer')
    await waitFor(() => question('patient'), 'the question')
    expect(pageText(question('patient')!)).toContain('You read the consent first.')
    await pressIn('patient', 'Agree')
    await waitFor(() => events.length === 2, 'the consent again')
    await pressIn('patient', 'Answer')
    await pressIn('patient', 'Do not record')
    await until('practitioner', 'The recording has stopped. Nothing is recorded.')
  })

  test('puts the question away with Escape: nothing is recorded, and it can be answered later', async () => {
    await asked()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => !question('patient'), 'the question to go')
    await until('practitioner', 'Nothing is recorded yet.')
    await pressIn('patient', 'Answer')
    await pressIn('patient', 'Agree')
    await marked('patient')
  })
})

describe('a guest who comes in while a call is recorded', () => {
  const invited = (world: SampleWorld): VisitGuest => {
    const guest: VisitGuest = {
      ...{ id: 'guest-maria', appointmentId: world.ids.appointmentId ?? '', patientId: world.ids.patientId },
      ...{ name: 'Maria Gomez', kind: 'interpreter', status: 'invited', invitedBy: 'Robin Example' },
      ...{ invitedByPatient: true, opensAt: world.now(), expiresAt: world.now(), version: 1 },
    }
    world.state.guests.push(guest)
    usesCode(world, guest, 'Maria Gomez')
    guest.status = 'admitted'
    return guest
  }
  const guestRoot = (): ShadowRoot => document.querySelector('visit-guest-room')!.shadowRoot!

  test('pauses it until they agree; then another recording begins, with them in it', async () => {
    const { world } = await recorded()
    await stored(world, 1)
    invited(world)
    const place = document.createElement('main')
    document.body.append(place)
    const { render } = await import('lit')
    render(
      html`<visit-provider .client=${world.client('guest')}><visit-guest-room></visit-guest-room></visit-provider>`,
      place,
    )
    await press(place, 'Join')
    await Promise.all([marked('patient', false), marked('practitioner', false)])
    // At once, not with the refusal of the next piece.
    expect(heldInPage().join()).not.toContain('mixed-picture')
    await until(
      'practitioner',
      'Nothing is recorded yet. It waits until this person agrees: Maria Gomez (interpreter).',
    )
    await until('patient', 'Nothing is recorded yet.')
    const before = world.state.recordings[0]?.pieces.length
    await waitFor(() => guestRoot().querySelector('dialog.recording-question[open]'), 'the question to the guest')
    expect(pageText(guestRoot())).toContain('Dr. Jo Sample asks to record this visit')
    await press(guestRoot(), 'Agree')
    await Promise.all([marked('patient'), marked('practitioner')])
    await waitFor(() => guestRoot().querySelector('.state > .recording'), 'the red mark of the guest')
    await stored(world, 2)
    const [first, second] = world.state.recordings
    expect(first?.pieces).toHaveLength(before ?? -1)
    expect(first?.recording.recorded.toSorted()).toEqual(['patient', 'practitioner'])
    expect(second?.recording.recorded.toSorted()).toEqual(['guest', 'patient', 'practitioner'])
    await press(guestRoot(), 'Stop recording')
    await Promise.all([marked('patient', false), marked('practitioner', false)])
    place.remove()
  })
})

test('who comes back with another seat has agreed already, and another recording begins', async () => {
  const { world } = await recorded()
  await stored(world, 1)
  await pressIn('patient', 'Leave')
  await until('patient', 'You left the room')
  await pressIn('patient', 'Join again')
  await waitFor(() => remote('patient'), 'the other')
  await sees('patient')
  await stored(world, 2)
  expect(question('patient')).toBeNull()
  await marked('patient')
})
