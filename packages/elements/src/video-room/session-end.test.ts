import { afterEach, describe, expect, test } from 'vitest'
import { focusedName } from '../../test/keyboard.ts'
import { unmount } from '../../test/mount.ts'
import { joinAlone, elementOf, remote, sees, shadow, textOf, joinTogether, until } from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'

afterEach(unmount)

describe('a session that reaches its time limit', () => {
  test('does not end the call: video and emergency help stay, and the chart is hidden', async () => {
    const { practitioner } = await joinTogether()
    const chart = () => document.querySelector<HTMLElement>('.practitioner [slot="aside"]')
    expect(chart()?.offsetParent).not.toBeNull()
    practitioner.endSession()
    await until('practitioner', 'You have been signed out. The call goes on until you leave.')
    await sees('practitioner')
    await sees('patient')
    expect(chart()?.assignedSlot).toBeNull()
    expect(textOf('practitioner')).not.toContain('End visit')
    expect(document.querySelector('.practitioner visit-provider')?.shadowRoot?.querySelector('#ended')).toBeNull()
    await press(elementOf('practitioner').parentElement as Element, 'Emergency')
    expect(shadow('practitioner').querySelector('dialog')?.textContent).toContain('1 Example Street')
  })

  test('continues the call after signing in again', async () => {
    const { practitioner } = await joinTogether()
    practitioner.endSession()
    await until('practitioner', 'You have been signed out')
    const video = remote('practitioner')
    await press(elementOf('practitioner').parentElement as Element, 'Sign in again')
    await until('practitioner', 'End visit')
    expect(remote('practitioner')).toBe(video) // the same video element
    await sees('practitioner')
    expect(textOf('practitioner')).not.toContain('You have been signed out')
    // The seat is the new session's: when it ends, so does the call.
    const moves = () => practitioner.calls.filter(({ operationId }) => operationId === 'recordCallTroubles')
    await waitFor(() => moves().length > 0, 'the seat to be moved to the new session')
  })

  test('leaves no data of the visit after the person has left', async () => {
    const { client } = await joinAlone('practitioner')
    await until('practitioner', 'Waiting for the patient')
    client.endSession()
    await until('practitioner', 'You have been signed out')
    await press(document.body, 'Leave')
    await waitFor(() => focusedName() === 'You left the room', 'the heading')
    expect(textOf('practitioner')).not.toMatch(/Emergency|Join/)
    await press(document.body, 'Sign in again')
    await waitFor(() => shadow('practitioner').querySelector('[part="prejoin"], .room'), 'the visit')
  })

  test('before joining, shows no data of the visit and closes the camera', async () => {
    const { client } = await joinAlone('patient', {}, false)
    const video = await waitFor(() => shadow('patient').querySelector('video'), 'the mirror')
    const stream = video.srcObject as MediaStream
    client.endSession()
    await waitFor(() => stream.getTracks().every(({ readyState }) => readyState === 'ended'), 'darkness')
    expect(textOf('patient')).not.toContain('Ready to join?')
  })
})

test('manual sign-out leaves the call', async () => {
  const { world } = await joinTogether()
  const provider = document.querySelector('.patient visit-provider')
  await (provider as Element & { signOut(): Promise<void> }).signOut()
  await until('practitioner', 'Waiting for the patient to join')
  expect(world.state.seats.map(({ role }) => role)).toEqual(['practitioner'])
})
