import { afterEach, expect, test } from 'vitest'
import { agreeAgain, takeBack } from '../../test/consents-of-visit.ts'
import { fakeDevices } from '../../test/fake-devices.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, joinTogether, remote, sees, shadow, textOf, until } from '../../test/people-in-room.ts'
import { choose, sayHow } from '../../test/spoken-decision-page.ts'
import { press, waitFor } from '../../test/story.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

const isSending = (person: 'patient' | 'practitioner'): boolean =>
  (elementOf(person) as Element & { inCall: boolean }).inCall

test('a revoked consent stops the call on both screens, which say why and how to go on; agreed again, both can join', async () => {
  const { world } = await joinTogether()
  const announced = recordAnnouncements(elementOf('practitioner'))
  await takeBack(world)
  await until('patient', 'The call has stopped')
  await until('practitioner', 'The patient took back a consent that this visit needs')
  for (const person of ['patient', 'practitioner'] as const) {
    expect(isSending(person)).toBe(false)
    expect(remote(person)).toBeNull()
    expect(textOf(person)).not.toContain('Join')
  }
  expect(announced).toContain('The call has stopped')
  expect(textOf('practitioner')).toContain('Or go on by phone: 555-0111')
  expect(textOf('patient')).not.toContain('End visit')

  await agreeAgain(world)
  for (const person of ['patient', 'practitioner'] as const) {
    await until(person, 'Join again')
    await press(elementOf(person).parentElement as Element, 'Join again')
  }
  await Promise.all([sees('patient'), sees('practitioner')])
})

test('who was not in the room when it stopped has not left it, and joins as usual', async () => {
  const { world } = await joinAlone('patient', {}, false)
  await until('patient', 'Join the visit')
  await takeBack(world)
  await until('patient', 'The call has stopped')
  await agreeAgain(world)
  await until('patient', 'Join the visit')
  expect(textOf('patient')).not.toContain('You left the room')
})

test('the patient asks to read it again with a press: the page gets the purposes', async () => {
  const { world } = await joinAlone('patient')
  await until('patient', 'Waiting for Dr. Jo Sample')
  const asked: unknown[] = []
  elementOf('patient').addEventListener('visit-consent-requested', (event) => asked.push((event as CustomEvent).detail))
  await takeBack(world)
  await until('patient', 'The call has stopped')
  await press(elementOf('patient').parentElement as Element, 'Read it again')
  const { visitId, patientId } = world.ids
  expect(asked).toEqual([{ visitId, patientId, purposes: 'telehealth-treatment', state: 'OH' }])
})

test('a clinician can end a stopped visit', async () => {
  const { world } = await joinAlone('practitioner')
  await until('practitioner', 'Waiting for the patient')
  await takeBack(world)
  await until('practitioner', 'The call has stopped')
  await press(elementOf('practitioner').parentElement as Element, 'End visit')
  const dialog = await waitFor(() => shadow('practitioner').querySelector('dialog[open]'), 'the question')
  dialog.querySelector<HTMLButtonElement>('[value=end]')?.click()
  await until('practitioner', 'The visit has ended')
})

test('a room that is opened while the visit is stopped turns no camera on', async () => {
  const { world } = await joinAlone('patient', {}, false)
  await waitFor(() => shadow('patient').querySelector('.preview video'), 'the preview')
  await takeBack(world)
  await until('patient', 'The call has stopped')
  expect(shadow('patient').querySelector('video')).toBeNull()
  let opened = 0
  restore = fakeDevices((real, constraints) => {
    opened += 1
    return real(constraints)
  })
  for (const autojoin of [true, false]) {
    unmount()
    await joinAlone('patient', {}, autojoin, world)
    await until('patient', 'The call has stopped')
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(opened).toBe(0)
})

test('a clinician records in the stopped room what the patient says, and both can join again', async () => {
  const { world } = await joinTogether()
  await takeBack(world)
  await until('practitioner', 'The call has stopped')
  expect(textOf('patient')).not.toContain('Record a spoken decision')
  const room = shadow('practitioner') as unknown as HTMLElement
  await press(elementOf('practitioner').parentElement as Element, 'Record a spoken decision')
  // Where the visit says that the patient is, until they say another state.
  await until('practitioner', 'This must be signed')
  expect(room.querySelector<HTMLSelectElement>('#spoken-state')?.value).toBe('OH')
  await choose('AZ', room)
  await until('practitioner', 'They agreed before, and took it back.')
  await sayHow('patient', 'phone', room)
  await press(elementOf('practitioner').parentElement as Element, 'I read the whole text aloud')
  await press(elementOf('practitioner').parentElement as Element, 'They agree')
  await until('practitioner', 'Join again')
  await until('patient', 'Join again')
  expect(world.state.consents.at(-1)).toMatchObject({ decidedByKind: 'member', spoken: { channel: 'phone' } })
})
