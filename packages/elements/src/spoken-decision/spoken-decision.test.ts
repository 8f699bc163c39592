import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordEvents } from '../../test/record-announcements.ts'
import { choose, sayHow } from '../../test/spoken-decision-page.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-center.ts'
import '../define/provider.ts'
import '../define/queue.ts'

afterEach(unmount)

const until = (words: string) => waitFor(() => pageText().includes(words), words)

const show = async (more: TestHandlers = {}, world: SampleWorld = createSampleWorld()) => {
  const client = world.client('practitioner', more)
  await mount(withProvider(client, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => deepQuery(document.body, '.spoken'), 'the button')
  const sent = () => client.calls.filter(({ operationId }) => operationId === 'decideConsent').map(({ body }) => body)
  return { world, client, sent }
}
const open = async () => {
  await pressKeyOn(/^Spoken consent: Robin Example/)
  await focusComesTo(/Record what Robin Example says/)
  await waitFor(() => deepQuery(document.body, '#spoken-state'), 'the questions')
}

const openIn = async (state: string, shown: string): Promise<void> => {
  await open()
  await choose(state)
  await until(shown)
}
const agreeAfterReading = async (): Promise<void> => {
  await press(document.body, /I read the whole text aloud/)
  await press(document.body, 'They agree')
}

test('a spoken yes is recorded with who said it, how, where, and that the text was read aloud', async () => {
  const { world, client, sent } = await show()
  await openIn('AZ', 'Read the whole text aloud in English')
  // In the language of the patient, and by the law of where they are.
  const [asked] = client.calls.filter(({ operationId }) => operationId === 'listConsentRequirements')
  expect(asked?.query).toEqual({
    ...{ purposes: ['telehealth-treatment'], appointmentId: world.ids.appointmentId, state: 'AZ' },
  })
  await sayHow('patient', 'phone')
  await agreeAfterReading()
  await until('Recorded: they agreed. Seeing us by video')
  expect(sent()).toEqual([
    expect.objectContaining({
      ...{ decision: 'granted', appointmentId: world.ids.appointmentId, language: 'en' },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      sectionsSeen: ['nature', 'risks', 'rights'],
      signature: { kind: 'attested', name: 'Robin Example' },
      spoken: { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true },
    }),
  ])
  await press(document.body, 'Close')
  expect(deepQuery(document.body, '.spoken-form')).toBeNull()

  unmount()
  const wanted = recordEvents('visit-accesses-wanted')
  const patient = world.client('patient')
  await mount(withProvider(patient, html`<visit-privacy-center open="consents"></visit-privacy-center>`))
  await until('You said this by phone. Recorded at the clinic on')
  expect(pageText()).toMatch(/by: clinician\./)
  expect(pageText()).not.toContain('Signed as')
  await press(document.body, 'See who recorded it')
  expect(wanted).toEqual([{ patientId: 'patient-robin' }])
  await press(document.body, 'Take it back')
  await press(document.body, 'Yes, take it back')
  await until('You took it back')
  expect(world.state.consents.at(-1)).toMatchObject({ status: 'revoked', decidedByKind: 'member' })
})

test('where the law wants it in writing, the screen says so before the text, and how to sign; a no can be recorded', async () => {
  const { sent } = await show()
  await open()
  await choose('OH')
  await until('This must be signed')
  expect(pageText()).toContain('Ask the patient to sign in to the portal and open this visit.')
  expect(pageText()).not.toContain('They agree')
  expect(deepQuery(document.body, '.spoken-text')).toBeNull()
  await sayHow('patient', 'phone')
  await press(document.body, 'They do not agree')
  await until('Recorded: they did not agree.')
  await until('Offer another way to be seen')
  expect(sent()).toEqual([
    expect.objectContaining({
      decision: 'declined',
      sectionsSeen: [],
      spoken: expect.objectContaining({ state: 'OH' }),
    }),
  ])
})

test('a proxy whose right covers visits may decide, by name', async () => {
  const { sent } = await show()
  await openIn('AZ', 'Chris Example, who acts for the patient')
  await sayHow('proxy-chris', 'in-person')
  await agreeAfterReading()
  await until('Recorded: they agreed.')
  expect(sent()).toEqual([
    expect.objectContaining({
      signature: { kind: 'attested', name: 'Chris Example' },
      spoken: { saidBy: 'proxy', proxyId: 'proxy-chris', channel: 'in-person', state: 'AZ', textRead: true },
    }),
  ])
})

test('what is missing is said at its place, and nothing is sent: a yes needs the text to be read, a no does not', async () => {
  const { sent } = await show()
  await openIn('AZ', 'Read the whole text aloud')
  await press(document.body, 'They agree')
  await until('Choose who decides.')
  expect(pageText()).toContain('Choose how they say it.')
  expect(pageText()).toContain('Read the text aloud, then confirm it here.')
  await sayHow('patient', 'video')
  await press(document.body, 'They agree')
  await focusComesTo(/I read the whole text aloud/)
  expect(sent()).toEqual([])
  await press(document.body, 'They do not agree')
  await until('Recorded: they did not agree.')
  expect(sent()).toHaveLength(1)
})

test('a text that has changed is read again, and what was confirmed does not count for it', async () => {
  const { client } = await show({ decideConsent: () => problem(409, 'document_changed') })
  await openIn('AZ', 'Read the whole text aloud')
  await sayHow('patient', 'phone')
  await agreeAfterReading()
  await until('The text has just changed')
  expect(deepQuery<HTMLInputElement>(document.body, '#spoken-wasRead')?.checked).toBe(false)
  expect(client.calls.filter(({ operationId }) => operationId === 'listConsentRequirements')).toHaveLength(2)
})

test('is offered to those who may, for a visit that lacks a consent', async () => {
  const world = createSampleWorld({ stage: 'waiting' })
  await mount(withProvider(world.client('practitioner'), html`<visit-queue></visit-queue>`))
  await settled()
  await until('Robin Example')
  expect(deepQuery(document.body, 'table .spoken')).toBeNull()
  unmount()
  const { getMe } = createSampleWorld().handlersFor('practitioner')
  const other = createSampleWorld().client('practitioner', {
    getMe: async (input) => {
      const me = (await getMe?.(input)) as { permissions: string[] }
      return { ...me, permissions: me.permissions.filter((each) => each !== 'consent:decide') } as never
    },
  })
  await mount(withProvider(other, html`<visit-queue></visit-queue>`))
  await settled()
  await waitFor(() => deepQuery(document.body, '.emergency'), 'the other buttons')
  expect(deepQuery(document.body, '.spoken')).toBeNull()
})
