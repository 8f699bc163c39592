import { html } from 'lit'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/chart.ts'
import '../define/provider.ts'
import '../define/record.ts'

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

describe.each([
  ['visit-record', 'patient'],
  ['visit-chart', 'practitioner'],
] as const)('what was recorded of a visit, in %s', (tag, reader) => {
  const part = () => deepQuery(document.body, tag)?.shadowRoot?.querySelector('[aria-labelledby=recordings]')
  const text = (): string => {
    const section = part()
    return section ? pageText(section) : ''
  }
  const video = () => part()?.querySelector('video')

  const mountIn = async (world: SampleWorld, handlers: TestHandlers = {}) => {
    const client = world.client(reader, handlers)
    const element =
      tag === 'visit-record'
        ? html`<visit-record></visit-record>`
        : html`<visit-chart patient-id=${world.ids.patientId} visit-id=${world.ids.visitId ?? ''}></visit-chart>`
    await mount(withProvider(client, element))
    return client
  }
  const show = async (handlers: TestHandlers = {}, world = createSampleWorld({ stage: 'ended' })) => {
    const client = await mountIn(world, handlers)
    await waitFor(part, 'the recordings')
    const count = (operationId: string): number =>
      client.calls.filter((call) => call.operationId === operationId).length
    return { world, count }
  }

  test('is listed with its date, its length and who was recorded, and that each reading is written down', async () => {
    const { world, count } = await show()
    const [stored] = world.state.recordings
    const at = new Date(stored?.recording.startedAt ?? '')
    const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit' }).format(at)
    expect(text()).toContain(time.replace(/\s/u, ' '))
    expect(text()).toContain('4 minutes')
    expect(text()).toContain('Recorded: clinician, patient')
    expect(text()).toContain('we add this to the list of who saw the record')
    expect(count('getRecordingContent')).toBe(0)
  })

  test('is fetched and played when a person presses, with its picture and its length, and is gone when it is closed', async () => {
    const { count } = await show()
    const said = recordAnnouncements(deepQuery(document.body, tag))
    const lengths: number[] = []
    part()?.addEventListener('play', ({ target }) => lengths.push((target as HTMLVideoElement).duration), {
      capture: true,
    })
    await pressKeyOn(/^Play: Recording of /)
    const playing = await waitFor(video, 'the player')
    await waitFor(() => playing.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA, 'the picture')
    expect([playing.videoWidth, playing.videoHeight]).toEqual([96, 54])
    // Known before it plays, although the browser that recorded it wrote none.
    await waitFor(() => lengths.length > 0, 'the beginning')
    expect(lengths).toEqual([playing.duration])
    expect(playing.duration).toBeGreaterThan(1)
    expect(playing.duration).toBeLessThan(60)
    expect(said).toContain('The recording is open.')
    expect(focusedName()).toMatch(/^Close: Recording of /)
    const { src } = playing
    expect((await fetch(src)).ok).toBe(true)
    await pressKeyOn(/^Close: Recording of /)
    await waitFor(() => !video(), 'the end of the player')
    await expect(fetch(src)).rejects.toThrow()
    expect(count('getRecordingContent')).toBe(1)
  })

  test('leaves no file behind when the element leaves the page', async () => {
    await show()
    await press(document.body, /Play: Recording of/)
    const { src } = await waitFor(video, 'the player')
    deepQuery(document.body, tag)?.remove()
    await waitFor(() => !deepQuery(document.body, tag), 'the end')
    await settled()
    await expect(fetch(src)).rejects.toThrow()
  })

  test('is in the list of accesses each time that it is opened or downloaded', async () => {
    const { world, count } = await show()
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    for (const round of [1, 2]) {
      await press(document.body, /Play: Recording of/)
      await waitFor(video, `the player, time ${round}`)
      await press(document.body, /Close: Recording of/)
    }
    await press(document.body, /Download: Recording of/)
    await waitFor(() => count('getRecordingContent') === 3, 'three readings')
    unmount()
    await mount(withProvider(world.client('patient'), html`<visit-audit-log></visit-audit-log>`))
    // What patients did themselves is left out at first.
    if (reader === 'patient') await press(document.body, 'Leave out what you did yourself')
    await waitFor(() => pageText().includes('the recording of your call'), 'the accesses')
    expect(world.state.accesses.filter(({ entity }) => entity === 'VisitRecording')).toHaveLength(3)
  })

  test('is saved as a video that can be played elsewhere', async () => {
    const saved: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download, this.href)
    })
    const { world } = await show()
    const said = recordAnnouncements(deepQuery(document.body, tag))
    await press(document.body, /Download: Recording of/)
    await waitFor(() => said.includes('The recording is in your downloads.'), 'the announcement')
    const [name, url = ''] = saved
    expect(name).toBe('recording-of-a-visit.webm')
    const file = await (await fetch(url)).blob()
    expect([file.type, file.size]).toEqual(['video/webm', world.state.recordings[0]?.recording.bytes])
  })

  test('says at its line when it cannot be loaded, and when this browser cannot play it', async () => {
    let isUp = false
    await show({ getRecordingContent: () => (isUp ? new Blob(['no video']) : problem(503, 'overloaded')) })
    await press(document.body, /Play: Recording of/)
    const alert = await waitFor(() => part()?.querySelector('li [role=alert]'), 'the refusal')
    expect(alert.textContent).not.toContain('This browser cannot play')
    isUp = true
    await press(document.body, /Play: Recording of/)
    await waitFor(() => text().includes('This browser cannot play the recording. Download it'), 'what to do')
    expect(video()).toBeNull()
  })

  test('that cannot be listed says so, and hides no other part', async () => {
    await show({ listRecordings: () => problem(503, 'overloaded') })
    await waitFor(() => part()?.querySelector('[role=alert]'), 'the refusal')
    const root = deepQuery(document.body, tag)?.shadowRoot
    await waitFor(() => root?.querySelectorAll('.part [role=alert]').length === 1, 'the other parts')
  })

  test('is absent for a reader whose right does not cover it', async () => {
    const client = await mountIn(createSampleWorld({ stage: 'ended' }), {
      listRecordings: () => problem(403, 'outside_proxy_scope'),
    })
    await waitFor(() => client.calls.some(({ operationId }) => operationId === 'listRecordings'), 'the reading')
    await settled()
    expect(part()).toBeNull()
  })
})

const partOf = (tag: string) => deepQuery(document.body, tag)?.shadowRoot?.querySelector('[aria-labelledby=recordings]')
const reader = (client: TestClient) => (operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId).length

test('a record in which no recording was ever agreed to has none, and no visit is read for it', async () => {
  const client = createSampleWorld({ stage: 'in-visit' }).client('patient')
  const count = reader(client)
  await mount(withProvider(client, html`<visit-record></visit-record>`))
  await waitFor(() => count('listConsents') === 2, 'the consents')
  await settled()
  expect(partOf('visit-record')).toBeNull()
  expect([count('listRecordings'), count('getVisitOfAppointment')]).toEqual([0, 0])
})

test('a record goes on with earlier visits, and does not read a visit again that is over', async () => {
  const world = createSampleWorld({ stage: 'ended' })
  const client = world.client('patient', {
    listAppointments: ({ query }) => ({
      items: query.cursor ? [] : world.state.appointments,
      nextCursor: query.cursor ? null : 'earlier',
    }),
  })
  const count = reader(client)
  await mount(withProvider(client, html`<visit-record></visit-record>`))
  await waitFor(() => partOf('visit-record'), 'the recordings')
  expect(count('listRecordings')).toBe(1)
  await press(document.body, 'Show more: Recordings of visits')
  await waitFor(() => !partOf('visit-record')?.textContent.includes('There are more.'), 'the end of the list')
  expect(partOf('visit-record')?.textContent).toContain('4 minutes')
  expect(count('listRecordings')).toBe(1)
})

test('a chart reads what was recorded of another visit when its note is opened, and shows it there', async () => {
  const world = createSampleWorld({ stage: 'ended' })
  const [stored] = world.state.recordings
  Object.assign(stored?.recording ?? {}, { visitId: 'visit-past' })
  const client = world.client('practitioner')
  const count = reader(client)
  await mount(withProvider(client, html`<visit-chart patient-id=${world.ids.patientId}></visit-chart>`))
  await settled()
  expect(partOf('visit-chart')).toBeNull()
  expect(count('listRecordings')).toBe(0)
  await press(document.body, /^\s*Read/)
  await waitFor(() => pageText().includes('Recordings of this visit'), 'the recordings')
  await press(document.body, /Play: Recording of/)
  const { src } = await waitFor(() => deepQuery<HTMLVideoElement>(document.body, 'video'), 'the player')
  await press(document.body, /Close the note|^\s*Close(?!: Recording)/)
  await waitFor(() => !pageText().includes('Recordings of this visit'), 'the end of the note')
  await expect(fetch(src)).rejects.toThrow()
})

test('a recording of the visit of the chart appears when it is made', async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const { patientId, visitId = '', appointmentId = '' } = world.ids
  await mount(
    withProvider(
      world.client('practitioner'),
      html`<visit-chart patient-id=${patientId} visit-id=${visitId}></visit-chart>`,
    ),
  )
  await settled()
  expect(pageText()).not.toContain('Recordings of visits')
  const [stored] = createSampleWorld({ stage: 'ended' }).state.recordings
  if (!stored) throw new Error('The sample world has no recording')
  const endedAt = new Date(Date.parse(stored.recording.startedAt) + 20_000).toISOString()
  world.state.recordings.push({ ...stored, recording: { ...stored.recording, visitId, endedAt } })
  world.live.emit({ type: 'visit.changed', ids: { visitId, appointmentId, patientId } })
  await waitFor(() => pageText().includes('Recordings of visits'), 'the recording')
  expect(pageText()).toContain('Under a minute')
})
