import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { QueuePosition } from '@visitkit/sdk'
import { createSampleWorld, problem } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { withProvider, press, waitFor } from '../../test/story.ts'
import { show, waitingRoom, field, untilText, fill, calls } from '../../test/waiting-room-page.ts'

afterEach(() => {
  unmount()
  vi.useRealTimers()
})

describe('in the queue', () => {
  const place = (more: Partial<QueuePosition>): QueuePosition => ({
    visitId: 'visit-1',
    patientId: 'patient-robin',
    status: 'waiting',
    position: 3,
    estimate: { fromMinutes: 18, toMinutes: 31 },
    practitioner: 'ready',
    updatedAt: new Date().toISOString(),
    ...more,
  })
  /** A queue position that the clinic can change. */
  const inLine = async (first: Partial<QueuePosition> = {}) => {
    let now = place(first)
    const shown = await show('waiting', { getQueuePosition: () => now })
    return {
      ...shown,
      become: async (next: Partial<QueuePosition>) => {
        now = place(next)
        const before = calls(shown.client, 'getQueuePosition').length
        shown.client.emitLive({ type: 'queue.changed', ids: { practitionerId: 'practitioner-jo' } })
        await waitFor(() => calls(shown.client, 'getQueuePosition').length > before, 'the place to be read again')
        await settled()
      },
    }
  }

  test('the position moves up live, and is announced only when it changes', async () => {
    const { become } = await inLine()
    expect(pageText()).toContain('You are number 3 in line')
    expect(pageText()).toContain('18 to 31 minutes')
    const announced = recordAnnouncements(waitingRoom())
    await become({ position: 3, estimate: { fromMinutes: 15, toMinutes: 28 } })
    expect(pageText()).toContain('15 to 28 minutes')
    await become({ position: 2 })
    await become({ position: 1 })
    expect(announced).toEqual(['You are second in line', 'You are next'])
    expect(pageText()).toContain('You are next')
  })

  test.each<[QueuePosition['practitioner'], string]>([
    ['paused', 'is away for a moment. You keep your place.'],
    ['not-present', 'is not here yet. You keep your place.'],
  ])('no estimate is shown while the clinician is %s', async (practitioner, text) => {
    await inLine({ practitioner })
    expect(pageText()).toContain(text)
    expect(pageText()).not.toContain('minutes')
  })

  test('polling the position shows the clinic that the page is open, until it is closed', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] })
    const { client } = await inLine()
    const reads = () => calls(client, 'getQueuePosition').length
    expect(reads()).toBe(1)
    await vi.advanceTimersByTimeAsync(40_000)
    expect(reads()).toBe(3)
    unmount()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(reads()).toBe(3)
  })

  test('coming back to the page reads at once', async () => {
    const { client } = await inLine()
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => calls(client, 'getQueuePosition').length === 2, 'another read')
  })

  test('the location can be corrected with the keyboard, or left unchanged', async () => {
    const { world } = await show('waiting')
    await pressKeyOn('Change where I am')
    await focusComesTo('Where are you right now?')
    expect(field('contactName')?.value).toBe('Chris Example')
    await pressKeyOn('Back')
    await focusComesTo('You are next')
    await pressKeyOn('Change where I am')
    await focusComesTo('Where are you right now?')
    await fill('line1', '9 Sample Road')
    await pressKeyOn('Save where I am')
    await focusComesTo('You are next')
    expect(world.state.visits[0]?.location?.line1).toBe('9 Sample Road')
    expect(pageText()).toContain('9 Sample Road, Sampleton, OH')
  })

  test('the numbers for an emergency are links', async () => {
    await inLine()
    const links = [...(waitingRoom()?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.note a') ?? [])]
    expect(links.map(({ href }) => href)).toEqual(['tel:911', 'tel:5550100'])
  })
})

describe('admission', () => {
  test('is sent to the page once, however often the clinic reports it, and announced once', async () => {
    let readings = 0
    const world = createSampleWorld({ stage: 'waiting' })
    // Never the same twice: for the watch, each read is a change.
    const client = world.client('patient', {
      getQueuePosition: async (input) => {
        const place = (await world.handlers.getQueuePosition?.(input)) as QueuePosition
        return { ...place, updatedAt: new Date(Date.now() + readings++).toISOString() }
      },
    })
    const admitted = recordEvents('visit-admitted')
    await mount(withProvider(client, html`<visit-waiting-room appointment-id="appointment-next"></visit-waiting-room>`))
    await untilText('You are next')
    const announced = recordAnnouncements(waitingRoom())
    const clinician = world.client('practitioner')
    await clinician.visits.admit(world.ids.visitId ?? '')
    await untilText('Dr. Jo Sample is ready for you')
    for (let times = 0; times < 3; times++) {
      const before = readings
      client.emitLive({ type: 'queue.changed' })
      await waitFor(() => readings > before, 'the place to be read again')
      await settled()
    }
    expect(readings).toBeGreaterThan(3)
    expect(admitted).toEqual([{ visitId: world.ids.visitId }])
    expect(announced).toEqual(['Dr. Jo Sample is ready for you'])
  })

  test('is shown to a patient who comes back later too', async () => {
    const { world, admitted } = await show('admitted')
    expect(admitted).toEqual([{ visitId: world.ids.visitId }])
    await pressKeyOn('Go to the visit') // for a page that did not navigate
    expect(admitted).toHaveLength(2)
  })

  test('a patient who comes back while waiting is in the queue again, without checking in twice', async () => {
    const { client, admitted } = await show('waiting')
    expect(pageText()).toContain('You are next')
    expect(calls(client, 'checkIn')).toEqual([])
    expect(admitted).toEqual([])
  })

  test('a visit that ended shows that and sends one event to the page', async () => {
    const { world, clinician, ended } = await show('admitted')
    await clinician.visits.end(world.ids.visitId ?? '', { outcome: 'completed' })
    await untilText('This visit has ended')
    await settled()
    expect(ended).toEqual([{ visitId: world.ids.visitId }])
  })
})

describe('failures', () => {
  test('a position that cannot be read shows a problem, and can be retried', async () => {
    const { world, client } = await show('waiting', { getQueuePosition: () => problem(403, 'forbidden') })
    expect(pageText()).toContain('This is not open to you')
    client.setHandlers({ getQueuePosition: world.handlers.getQueuePosition })
    await press(document.body, 'Try again')
    await untilText('You are next')
  })

  test('another appointment shows nothing of the one before', async () => {
    await show('prepared')
    await fill('line1', '9 Sample Road')
    const room = waitingRoom()
    room?.setAttribute('appointment-id', 'appointment-past')
    await settled()
    expect(pageText()).not.toContain('9 Sample Road')
    room?.setAttribute('appointment-id', 'appointment-next')
    await waitFor(() => field('line1')?.value === '1 Example Street', 'the address on file')
  })

  test('the end of the session leaves no address on the page', async () => {
    const { client } = await show('waiting')
    expect(pageText()).toContain('1 Example Street')
    client.endSession()
    await waitFor(() => !pageText().includes('Example Street'), 'an empty page')
  })
})
