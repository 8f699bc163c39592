import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Questionnaire, QueueEntry } from '@visitkit/sdk'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { recordEvents, recordAnnouncements } from '../../test/record-announcements.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/queue.ts'
import { queueEn } from './queue.en.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

const entry = (name: string, more: Partial<QueueEntry> = {}): QueueEntry => ({
  visitId: `visit-${name}`,
  appointmentId: `appointment-${name}`,
  patientId: `patient-${name}`,
  patient: {
    id: `patient-${name}`,
    displayName: `${name} Sample`,
    age: 40,
    state: 'OH',
    language: 'en',
    zone: 'America/New_York',
  },
  practitionerId: 'practitioner-jo',
  status: 'waiting',
  visitTypeName: [{ language: 'en', text: 'New concern' }],
  appointmentStart: new Date().toISOString(),
  waitingSince: new Date(Date.now() - 11.5 * 60_000).toISOString(),
  readiness: { consent: 'done', intake: 'done', device: 'ok', license: 'ok' },
  alerts: [],
  present: true,
  ...more,
})

/** A queue with these entries, which can change. */
const show = async (items: QueueEntry[], more: TestHandlers = {}) => {
  const queue = { items, paused: false, expected: [] }
  const client = createSampleWorld().client('practitioner', { getQueue: () => ({ ...queue }), ...more })
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  return {
    client,
    /** Sends a live message about a change. */
    become: async (next: QueueEntry[]) => {
      queue.items = next
      const reads = (): number => client.calls.filter(({ operationId }) => operationId === 'getQueue').length
      const before = reads()
      client.emitLive({ type: 'queue.changed', ids: { practitionerId: 'practitioner-jo' } })
      await waitFor(() => reads() > before, 'the queue to be read again')
      await settled()
    },
  }
}
const element = (): Element | null => deepQuery(document.body, 'visit-queue')

test('one press admits the next patient, and only that button is shown', async () => {
  const waiting = [entry('Ana', { status: 'in-progress' }), entry('Ben'), entry('Cal')]
  const client = createSampleWorld().client('practitioner', {
    getQueue: () => ({ items: waiting, paused: false, expected: [] }),
    admitPatient: ({ path }) => ({ id: path.visitId }) as never,
  })
  await mount(withProvider(client, html`<visit-queue next></visit-queue>`))
  await settled()
  expect(pageText().trim()).toMatch(/^Next patient: Ben Sample/)
  expect(pageText()).not.toContain('Cal')
  const admitted = recordEvents('visit-admitted')
  await userEvent.keyboard('n')
  await waitFor(() => admitted.length === 1, 'the admission')
  expect(admitted).toEqual([{ visitId: 'visit-Ben' }])
})

describe('admitting a patient', () => {
  test('works with the keyboard, and the focus stays in the row', async () => {
    const { client, become } = await show([entry('Ana'), entry('Ben')], {
      admitPatient: async () => {
        await become([entry('Ana'), entry('Ben', { status: 'admitted' })])
        return { id: 'visit-Ben' } as never
      },
    })
    const requested = recordEvents('visit-admit-requested')
    const admitted = recordEvents('visit-admitted')
    await pressKeyOn('Admit Ben Sample')
    await waitFor(() => admitted.length === 1, 'the admission')
    expect([requested, admitted]).toEqual([[{ visitId: 'visit-Ben' }], [{ visitId: 'visit-Ben' }]])
    expect(client.calls.at(-1)?.operationId).not.toBe('admitPatient') // the list was read again
    await waitFor(() => focusedName() === 'Open room with Ben Sample', 'the button of the same row')
    const opened = recordEvents('visit-open-requested')
    await userEvent.keyboard('{Enter}')
    expect(opened).toEqual([{ visitId: 'visit-Ben' }])
  })

  test('is left to the page that cancels the event', async () => {
    const { client } = await show([entry('Ana')])
    document.body.addEventListener('visit-admit-requested', (event) => event.preventDefault(), { once: true })
    await pressKeyOn('Admit Ana Sample', ' ')
    await settled()
    expect(client.calls.map(({ operationId }) => operationId)).not.toContain('admitPatient')
  })

  test('shows a refusal in its row', async () => {
    await show([entry('Ana'), entry('Ben')], { admitPatient: () => problem(409, 'not_licensed') })
    await press(document.body, 'Admit Ben Sample')
    const alert = await waitFor(() => deepQuery(document.body, '[role="alert"]'), 'the reason')
    expect(alert.textContent).toContain('You hold no license where the patient is now')
    expect(alert.closest('tr')?.previousElementSibling?.textContent).toContain('Ben Sample')
  })

  test('shows it above the list when the row is gone', async () => {
    const { become } = await show([entry('Ana'), entry('Ben')], { admitPatient: () => problem(409, 'not_waiting') })
    await press(document.body, 'Admit Ben Sample')
    await become([entry('Ana')])
    expect(pageText()).toContain('This patient is no longer waiting')
    expect(deepQuery(document.body, '[role="alert"]')?.closest('tr')).toBeNull()
  })
})

describe('live updates', () => {
  test('a new patient is marked and announced by name, several in one sentence', async () => {
    const { become } = await show([entry('Ana')])
    const announced = recordAnnouncements(element())
    expect(deepQuery(document.body, '.who .chip')).toBeNull()
    await become([entry('Ana'), entry('Ben')])
    expect(announced).toEqual(['Ben Sample is waiting for you.'])
    expect(deepQuery(document.body, 'tbody tr:last-child .who')?.textContent).toMatch(/Ben Sample\s*New/)
    await become([entry('Ana'), entry('Ben'), entry('Cem'), entry('Dua')])
    expect(announced.at(-1)).toBe('Cem Sample and Dua Sample are waiting for you.')
  })

  test('an alert of a waiting patient is announced, once', async () => {
    const { become } = await show([entry('Ana')])
    const announced = recordAnnouncements(element())
    await become([entry('Ana', { alerts: ['chest-pain'] })])
    await become([entry('Ana', { alerts: ['chest-pain'], present: false })])
    expect(announced).toEqual(['Ana Sample. Safety: chest pain.'])
    expect(pageText()).toContain('Waiting room closed on their screen')
  })

  test('what was announced is removed after it was read out, and a patient who comes back is announced again', async () => {
    const { become } = await show([entry('Ana')])
    const region = element()?.shadowRoot?.lastElementChild
    const announced = recordAnnouncements(element())
    const timers = vi.spyOn(window, 'setTimeout')
    await become([entry('Ana'), entry('Ben')])
    expect(region?.textContent).toBe('Ben Sample is waiting for you.')
    const [readOut] = timers.mock.calls.findLast(([, delay]) => delay === 10_000) ?? []
    ;(readOut as () => void)()
    expect(region?.textContent).toBe('')
    await become([entry('Ana')])
    await become([entry('Ana'), entry('Ben')])
    expect(announced).toEqual(['Ben Sample is waiting for you.', 'Ben Sample is waiting for you.'])
  })

  test('changes by others move nothing under the pointer and take no focus', async () => {
    const { become } = await show([entry('Ana'), entry('Ben')])
    await tabTo('Admit Ben Sample')
    const row = deepQuery(document.body, 'tbody tr:last-child')
    await become([entry('Ana', { alerts: ['chest-pain'] }), entry('Ben'), entry('Cem')])
    expect(focusedName()).toBe('Admit Ben Sample')
    expect(row?.textContent).toContain('Ben Sample')
  })

  test('the list is read once at the start, and again only after a change', async () => {
    const { client, become } = await show([entry('Ana')])
    const reads = () => client.calls.filter(({ operationId }) => operationId === 'getQueue').length
    expect(reads()).toBe(1)
    await become([entry('Ana'), entry('Ben')])
    expect(reads()).toBe(2)
  })

  test('minutes are counted from the check-in', async () => {
    await show([entry('Ana')])
    expect(pageText()).toContain('1 waiting, longest 11 min')
  })
})

test('pausing shows what patients see, and can be undone', async () => {
  const world = createSampleWorld({ stage: 'waiting' })
  await mount(withProvider(world.client('practitioner'), html`<visit-queue></visit-queue>`))
  await settled()
  const announced = recordAnnouncements(element())
  await pressKeyOn('Pause my queue')
  await waitFor(() => pageText().includes('Everyone keeps their place'), 'what patients see')
  expect(announced).toEqual(['Your queue is paused'])
  expect(world.state.queuePaused).toBe(true)
  await pressKeyOn('Resume my queue')
  await waitFor(() => !pageText().includes('Everyone keeps their place'), 'the open queue')
  expect(world.state.queuePaused).toBe(false)
})

test('the end of the session leaves no name on the page', async () => {
  const { client } = await show([entry('Ana')])
  expect(pageText()).toContain('Ana Sample')
  client.endSession()
  await waitFor(() => !pageText().includes('Ana'), 'an empty page')
})

describe('every alert of the questionnaire packs', () => {
  const packs = Object.values(
    import.meta.glob<{ questionnaire: Pick<Questionnaire, 'emergencyRules'> }>(
      '../../../reference-server/packs/questionnaires/*.json',
      {
        eager: true,
        import: 'default',
      },
    ),
  )
  const codes = [
    ...new Set(packs.flatMap(({ questionnaire: { emergencyRules } }) => emergencyRules.map(({ code }) => code))),
  ]

  test('is known', () => expect(codes.length).toBeGreaterThan(8))
  test.each(codes)('%s has its own text', (code) => expect(queueEn).toHaveProperty([`alert_${code}`]))
})
