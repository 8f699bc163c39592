import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { QueuePosition } from '@visitkit/sdk'
import { press, waitFor } from '../../test/story.ts'
import { pageText, settled, unmount } from '../../test/mount.ts'
import { calls, show, untilText } from '../../test/waiting-room-page.ts'

/** A speaker that the browser keeps silent until a press. */
class Speaker extends EventTarget {
  static pressed = false
  static played = 0
  currentTime = 0
  state = 'suspended'
  resume(): Promise<void> {
    if (!Speaker.pressed) return new Promise(() => {})
    this.state = 'running'
    this.dispatchEvent(new Event('statechange'))
    return Promise.resolve()
  }
  createOscillator = () => ({
    frequency: { setValueAtTime: () => {} },
    connect: (to: unknown) => to,
    start: () => void Speaker.played++,
    stop: () => {},
  })
  createGain = () => ({
    gain: { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} },
    connect: (to: unknown) => to,
  })
}

/** A lock that the browser takes away when the page is hidden. */
class Lock extends EventTarget {
  released = false
  release(): Promise<void> {
    this.released = true
    this.dispatchEvent(new Event('release'))
    return Promise.resolve()
  }
}
let locks: Lock[] = []
const offerLocks = (wakeLock: object | undefined): void =>
  void Object.defineProperty(navigator, 'wakeLock', { value: wakeLock, configurable: true })

beforeEach(() => {
  locks = []
  vi.stubGlobal('AudioContext', Speaker)
  offerLocks({
    request: async () => {
      const lock = new Lock()
      locks.push(lock)
      return lock
    },
  })
})
afterEach(() => {
  unmount()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'wakeLock')
})

const inLine = async () => {
  let status: QueuePosition['status'] = 'waiting'
  const shown = await show('waiting', {
    getQueuePosition: (): QueuePosition => ({
      visitId: 'visit-1',
      patientId: 'patient-robin',
      status,
      position: 1,
      estimate: null,
      practitioner: 'ready',
      updatedAt: new Date().toISOString(),
    }),
  })
  return {
    ...shown,
    become: async (next: QueuePosition['status']) => {
      status = next
      const before = calls(shown.client, 'getQueuePosition').length
      shown.client.emitLive({ type: 'queue.changed', ids: { practitionerId: 'practitioner-jo' } })
      await waitFor(() => calls(shown.client, 'getQueuePosition').length > before, 'the place to be read again')
    },
  }
}

// The page has one speaker: the tests follow each other.
test('the sound is offered as long as the browser keeps it silent', async () => {
  const { become, admitted } = await inLine()
  await untilText('The sound is off.')
  expect(pageText()).not.toContain('We will play a sound')
  await become('admitted')
  await waitFor(() => admitted.length === 1, 'the admission')
  Speaker.pressed = true
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(Speaker.played).toBe(0)
  Speaker.pressed = false
})

test('a press turns it on with a sound, and being called in has one', async () => {
  const { become } = await inLine()
  await untilText('The sound is off.')
  Speaker.pressed = true
  await press(document.body, 'Turn on the sound')
  await untilText('We will play a sound when it is your turn.')
  expect(pageText()).not.toContain('The sound is off.')
  expect(Speaker.played).toBe(1)
  await become('admitted')
  await waitFor(() => Speaker.played === 2, 'the sound')
})

test('the screen stays on while the patient waits, and again after another app', async () => {
  const { become } = await inLine()
  await untilText('The screen stays on while you wait.')
  await locks[0]?.release()
  await waitFor(() => !pageText().includes('The screen stays on'), 'the true words')
  document.dispatchEvent(new Event('visibilitychange'))
  await untilText('The screen stays on while you wait.')
  await become('admitted')
  await waitFor(() => locks.every(({ released }) => released), 'the end of the lock')
  document.dispatchEvent(new Event('visibilitychange'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(locks).toHaveLength(2)
})

test('the screen goes dark again when the element leaves the page', async () => {
  await inLine()
  await untilText('The screen stays on while you wait.')
  unmount()
  await waitFor(() => locks.every(({ released }) => released), 'the end of the lock')
  await settled()
  expect(locks.filter(({ released }) => !released)).toEqual([])
})

test.each([
  ['without one', undefined],
  ['that refuses it', { request: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
])('a browser %s says only what is true', async (_, offered) => {
  offerLocks(offered)
  await inLine()
  await untilText('Keep this page open and on your screen.')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(pageText()).not.toContain('The screen stays on')
  expect(pageText()).toContain('If you do not come then, we send you a message too')
})
