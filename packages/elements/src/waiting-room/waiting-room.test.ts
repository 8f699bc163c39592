import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { QueuePosition } from '@visitkit/sdk'
import { createSampleWorld, problem, type SampleStage, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusComesTo, focused, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/waiting-room.ts'

afterEach(() => {
  unmount()
  vi.useRealTimers()
})

const show = async (stage: SampleStage, handlers: TestHandlers = {}) => {
  const world = createSampleWorld({ stage })
  const client = world.client('patient', handlers)
  const checkedIn = recordEvents('visit-checked-in')
  const admitted = recordEvents('visit-admitted')
  const ended = recordEvents('visit-ended')
  const appointmentId = world.ids.appointmentId ?? ''
  await mount(withProvider(client, html`<visit-waiting-room appointment-id=${appointmentId}></visit-waiting-room>`))
  await settled()
  return { world, client, clinician: world.client('practitioner'), checkedIn, admitted, ended }
}
const element = (): Element | null => deepQuery(document.body, 'visit-waiting-room')
const field = (name: string) => deepQuery<HTMLInputElement>(document.body, `[name="${name}"]`)
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const faultAt = (name: string): string =>
  deepQuery(document.body, `#${(field(name)?.getAttribute('aria-describedby') ?? '').split(' ').at(-1)}`)
    ?.textContent ?? ''
const put = async (name: string, text: string): Promise<void> => {
  const input = field(name)
  if (!input) throw new Error(`There is no field ${name}`)
  await userEvent.fill(input, text)
}
const calls = (client: { calls: readonly { operationId: string }[] }, id: string) =>
  client.calls.filter(({ operationId }) => operationId === id)

describe('checking in', () => {
  test('with the keyboard: home is prefilled, and one key sends it', async () => {
    const { world, checkedIn } = await show('prepared')
    expect(field('line1')?.value).toBe('1 Example Street')
    await tabTo('My home')
    await userEvent.keyboard('{Enter}')
    await focusComesTo('You are next')
    expect(checkedIn).toEqual([{ visitId: world.ids.visitId, appointmentId: 'appointment-next' }])
    expect(world.state.visits[0]?.location).toMatchObject({ kind: 'home', state: 'OH' })
  })

  test('stops at missing values: the first field has the focus, and each shows what is required', async () => {
    const { client } = await show('prepared')
    await put('callbackPhone', 'call me')
    await put('city', '')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('city'), 'the first fault')
    expect(faultAt('city')).toBe('Please fill this in.')
    expect(faultAt('callbackPhone')).toContain('Please write a phone number')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('2 things need a look')
    expect(calls(client, 'checkIn')).toEqual([])
    await userEvent.keyboard('Sampleton')
    expect(field('city')?.getAttribute('aria-invalid')).toBe('false')
    expect(deepQuery(document.body, '[role="alert"]')?.textContent).toBe('One thing needs a look')
  })

  test('shows at the field what only the server could detect, and goes there', async () => {
    const errors = [
      { pointer: '/emergencyContact/phone', code: 'format', message: 'Give a phone number.' },
      { pointer: '/location/postalCode', code: 'format', message: 'Give a ZIP code.' },
    ]
    await show('prepared', { checkIn: () => problem(422, 'invalid_request', { errors }) })
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('postalCode'), 'the first of them')
    expect(faultAt('postalCode')).toBe('Please check this.')
    expect(faultAt('contactPhone')).toBe('Please check this.')
  })

  test('in a state where the clinician has no license keeps the input, and another state can be chosen', async () => {
    const { world, client } = await show('prepared')
    await press(document.body, 'Somewhere else')
    await put('line1', '9 Sample Road')
    await put('city', 'Elsewhere')
    await userEvent.selectOptions(field('state') as HTMLElement, 'CA')
    await press(document.body, 'Check in')
    await until('Your clinician may not treat you in that state')
    expect(field('line1')?.value).toBe('9 Sample Road')
    await waitFor(() => focused() === field('state'), 'the state')
    expect(faultAt('state')).toBe('Please check this.')
    // The patient finds the clinic's number in the same place.
    await waitFor(() => deepQuery(document.body, '[role=alert] a[href="tel:5550100"]'), 'the number')
    await userEvent.selectOptions(field('state') as HTMLElement, 'NY')
    await press(document.body, 'Check in')
    await until('You are next')
    expect(calls(client, 'checkIn')).toHaveLength(2)
    expect(world.state.visits[0]?.location).toEqual({
      kind: 'other',
      line1: '9 Sample Road',
      city: 'Elsewhere',
      state: 'NY',
    })
  })

  test('another location does not send help to the address on file', async () => {
    await show('prepared')
    await press(document.body, 'Somewhere else')
    await waitFor(() => field('line1')?.value === '', 'an empty street')
    expect(field('state')?.value).toBe('')
    await press(document.body, 'Check in')
    await waitFor(() => focused() === field('line1'), 'the street')
  })

  test('pressing twice checks in once', async () => {
    let arrive = (): void => {}
    const slow = new Promise<void>((resolve) => (arrive = resolve))
    const { world, client } = await show('prepared', {
      checkIn: async (input) => {
        await slow
        return world.handlers.checkIn?.(input) as never
      },
    })
    await tabTo('My home')
    await userEvent.keyboard('{Enter}{Enter}')
    arrive()
    await until('You are next')
    expect(calls(client, 'checkIn')).toHaveLength(1)
  })

  test('too early shows the time, and opens at that time', async () => {
    const world = createSampleWorld({ stage: 'prepared' })
    const [appointment] = world.state.appointments.filter(({ id }) => id === 'appointment-next')
    if (!appointment) throw new Error('There is no appointment')
    appointment.checkInFrom = new Date(Date.now() + 1500).toISOString()
    const content = html`<visit-waiting-room appointment-id="appointment-next"></visit-waiting-room>`
    await mount(withProvider(world.client(), content))
    await until('Check-in opens at')
    expect(field('line1')).toBeNull()
    await until('Where are you right now?')
  })
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
    const announced = recordAnnouncements(element())
    await become({ position: 3, estimate: { fromMinutes: 15, toMinutes: 28 } })
    expect(pageText()).toContain('15 to 28 minutes')
    await become({ position: 2 })
    await become({ position: 1 })
    expect(announced).toEqual(['You are next but one', 'You are next'])
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
    await put('line1', '9 Sample Road')
    await pressKeyOn('Save where I am')
    await focusComesTo('You are next')
    expect(world.state.visits[0]?.location?.line1).toBe('9 Sample Road')
    expect(pageText()).toContain('9 Sample Road, Sampleton, OH')
  })

  test('the numbers for an emergency are links', async () => {
    await inLine()
    const links = [...(element()?.shadowRoot?.querySelectorAll<HTMLAnchorElement>('.note a') ?? [])]
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
    await until('You are next')
    const announced = recordAnnouncements(element())
    const clinician = world.client('practitioner')
    await clinician.visits.admit(world.ids.visitId ?? '')
    await until('Dr. Jo Sample is ready for you')
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
    await until('This visit has ended')
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
    await until('You are next')
  })

  test('another appointment shows nothing of the one before', async () => {
    await show('prepared')
    await put('line1', '9 Sample Road')
    const room = element()
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
