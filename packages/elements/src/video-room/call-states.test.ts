import { afterEach, describe, expect, test } from 'vitest'
import { problem, type SampleWorld } from '@visitkit/sdk/testing'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { fakeDevices } from '../../test/fake-devices.ts'
import { unmount } from '../../test/mount.ts'
import { elementOf, joinAlone, shadow, textOf, until } from '../../test/people-in-room.ts'
import { press, waitFor } from '../../test/story.ts'

let restore = (): void => {}
afterEach(() => {
  unmount()
  restore()
  restore = () => {}
})

const everything = { microphone: true, camera: true, screen: false }

/** The clinician's browser, of which only the signals are there. */
const clinicianOf = async (world: SampleWorld) => {
  const client = world.client('practitioner')
  const visitId = world.ids.visitId ?? ''
  await client.visits.takeSeat(visitId)
  const heard: { type: string; session: string; description?: { type: string; number: number } }[] = []
  client.watch({ types: ['signal'] }, ({ data }) => void heard.push(data as (typeof heard)[number]))
  return {
    heard,
    say: (signal: object) => client.live.sendSignal(visitId, undefined, { v: 1, session: 'their-stay', ...signal }),
  }
}
const troublesOf = (world: SampleWorld, role: string) =>
  world.state.visits[0]?.participants.find((one) => one.role === role)?.troubles

describe('on the way into the room', () => {
  test('the person reads that the browser is asked for the devices, and then that they are connected to the room', async () => {
    const { client } = await joinAlone('patient', {}, false)
    await waitFor(() => shadow('patient').querySelector('.preview video'), 'the preview')
    let allow = (): void => {}
    const answer = new Promise<void>((resolve) => (allow = resolve))
    restore = fakeDevices(async (real, constraints) => {
      await answer
      return real(constraints)
    })
    await press(document.body, 'Join the visit')
    await until('patient', 'Turning on your camera and sound')
    expect(textOf('patient')).toContain('If your browser asks, allow them.')
    allow()
    await until('patient', 'Waiting for Dr. Jo Sample to join')
    expect(client.calls.map(({ operationId }) => operationId)).toContain('takeSeat')
  })

  test('a room that does not let the person in says why, and how to go on', async () => {
    await joinAlone('practitioner', { takeSeat: () => problem(503, 'vendor_unavailable') }, true)
    await until('practitioner', 'The video service does not answer')
    await until('practitioner', 'Or go on by phone: 555-0111')
  })
})

describe('the other person', () => {
  test('who closed their page has dropped out: not a camera that is off, and with the phone number', async () => {
    const { world } = await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const announced = recordAnnouncements(elementOf('patient'))
    const { say } = await clinicianOf(world)
    await say({ type: 'hello', reply: false, media: everything })
    await until('patient', 'Connecting you with Dr. Jo Sample')
    await say({ type: 'bye', mayReturn: true })
    await until('patient', 'Dr. Jo Sample dropped out of the call')
    expect(textOf('patient')).not.toContain('has the camera off')
    expect(shadow('patient').querySelector('.link-note a')?.getAttribute('href')).toMatch(/^tel:/)
    expect(announced).toEqual(['Dr. Jo Sample has joined', 'Dr. Jo Sample dropped out of the call'])
    await waitFor(() => troublesOf(world, 'patient')?.length, 'the record')
    expect(troublesOf(world, 'patient')).toEqual([{ trouble: 'dropped', count: 1 }])
  })

  test('who pressed "Leave" has left', async () => {
    const { world } = await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const { say } = await clinicianOf(world)
    await say({ type: 'hello', reply: false, media: everything })
    await until('patient', 'Connecting you with Dr. Jo Sample')
    await say({ type: 'bye' })
    await until('patient', 'Dr. Jo Sample has left. If they come back, you see them here.')
    expect(troublesOf(world, 'patient')).toEqual([])
  })

  test('whose browser refuses ours cannot be reached: the reason, what is tried, another try and the record', async () => {
    const { world } = await joinAlone('patient')
    await until('patient', 'Waiting for Dr. Jo Sample')
    const { say, heard } = await clinicianOf(world)
    await say({ type: 'hello', reply: true, media: everything })
    const { session } = await waitFor(() => heard.find(({ type }) => type === 'hello'), 'their greeting')
    const description = { type: 'offer', sdp: 'v=0\r\nof no browser', number: 1 }
    await say({ type: 'description', to: session, description })
    await until('patient', 'We cannot connect you with Dr. Jo Sample: the two browsers do not fit together')
    expect(textOf('patient')).toMatch(/We keep trying.*Or go on by phone/)
    await waitFor(() => troublesOf(world, 'patient')?.length, 'the record')
    expect(troublesOf(world, 'patient')).toEqual([{ trouble: 'refused', count: 1 }])
    await press(elementOf('patient').parentElement as Element, 'Connect again')
    await waitFor(() => heard.some((signal) => signal.type === 'hello' && signal.session !== session), 'another stay')
  })
})
