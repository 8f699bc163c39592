import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { askInSample, asOfficer, asStandIn } from '../../test/sample-officer.ts'

afterEach(unmount)

const show = async (world: SampleWorld, handlers: TestHandlers = {}) => {
  const client = world.client('practitioner', asOfficer(handlers))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  return client
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const ownOf = async (world: SampleWorld) =>
  (await world.client('patient').accessQuestions.list({ patientId: 'patient-robin' }).page()).items
const control = <Field extends Element>(id: string) =>
  waitFor(() => deepQuery(document.body, `#${id}`) as Field | null, id)

test('a question appears while the desk is open, with the access, what explains it and what the patient wrote', async () => {
  const world = createSampleWorld()
  await show(world)
  await until('No question waits for an answer')
  await askInSample(world, { text: 'I was away that week.' })
  await until('I was away that week.')
  expect(pageText()).toContain('Robin Example')
  expect(pageText()).toMatch(/Dr\. Jo Sample, clinician/)
  expect(pageText()).toContain('The person has an appointment with the patient.')
  expect(pageText()).toContain('Had no visit at that time')
  expect(pageText()).toContain('Nobody yet')
})

test('a question is taken, and answered with the keyboard: with a finding, in words that the patient reads', async () => {
  const world = createSampleWorld()
  await askInSample(world)
  await show(world)
  const said = recordAnnouncements(deepQuery(document.body, 'visit-privacy-desk'))
  await pressKeyOn('Take it: Robin Example')
  await waitFor(() => said.includes('You have taken it.'), 'the announcement')
  expect(await ownOf(world)).toMatchObject([{ status: 'assigned' }])
  await pressKeyOn('Answer: Robin Example')
  await pressKeyOn('Send the answer')
  await until('Choose what you found.')
  await userEvent.selectOptions(await control<HTMLSelectElement>('answer-first'), 'mistake')
  await pressKeyOn('Send the answer')
  await until('Write an answer that the patient can understand.')
  await userEvent.fill(await control<HTMLTextAreaElement>('answer-text'), 'She opened the wrong record.')
  await pressKeyOn('Send the answer')
  await until('No question waits for an answer')
  expect(said).toContain('Answered. The patient can read it now.')
  expect(await ownOf(world)).toMatchObject([
    { status: 'answered', outcome: 'mistake', answer: 'She opened the wrong record.' },
  ])
  await press(document.body, 'Answered')
  await until('She opened the wrong record.')
})

test('a question is passed on to another privacy officer', async () => {
  const world = createSampleWorld()
  await askInSample(world)
  const client = await show(world)
  await press(document.body, 'Pass it on: Robin Example')
  await userEvent.selectOptions(await control<HTMLSelectElement>('pass-first'), 'member-kim')
  await press(document.body, 'Pass it on now')
  await waitFor(() => !deepQuery(document.body, '#pass-first'), 'the end of the form')
  const [assigned] = (await client.accessQuestions.list({}).page()).items
  expect(assigned?.assignedTo?.memberId).toBe('member-kim')
})

test('an overdue question says since when, and another one until when', async () => {
  const world = createSampleWorld()
  const [one, other] = [await askInSample(world), await askInSample(world, {}, 1)]
  const escalatedAt = '2026-11-20T10:00:00Z'
  await show(world, {
    listAccessQuestions: () => ({
      items: [{ ...one, dueAt: escalatedAt, escalatedAt }, other],
      nextCursor: null,
    }),
  })
  await until('Overdue since')
  expect(pageText()).toContain('Answer by')
})

test('an answer that is refused keeps what was written, and says why', async () => {
  const world = createSampleWorld()
  await askInSample(world)
  await show(world, { answerAccessQuestion: () => problem(403, 'own_access') })
  await press(document.body, 'Answer: Robin Example')
  await userEvent.selectOptions(await control<HTMLSelectElement>('answer-first'), 'appropriate')
  await userEvent.fill(await control<HTMLTextAreaElement>('answer-text'), 'All is well.')
  await press(document.body, 'Send the answer')
  await until('This is about an access of yours')
  expect((await control<HTMLTextAreaElement>('answer-text')).value).toBe('All is well.')
})

test('an administrator reads which questions are theirs, answers one, and is not offered to pass it on', async () => {
  const world = createSampleWorld()
  await mount(withProvider(world.client('practitioner', asStandIn()), html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await until('You see what no privacy officer may answer')
  await until('When a patient asks about an access of the only privacy officer, it appears here at once.')
  await askInSample(world, { text: 'I was away that week.' })
  await until('I was away that week.')
  expect(pageText()).not.toContain('Pass it on')
  await press(document.body, 'Answer: Robin Example')
  await userEvent.selectOptions(await control<HTMLSelectElement>('answer-first'), 'not-allowed')
  await userEvent.fill(await control<HTMLTextAreaElement>('answer-text'), 'We have talked with the person.')
  await press(document.body, 'Send the answer')
  await until('No question waits for an answer')
  expect(await ownOf(world)).toMatchObject([{ outcome: 'not-allowed', answer: 'We have talked with the person.' }])
})

test('a question is not passed on to the person who made the access', async () => {
  const world = createSampleWorld()
  const asked = await askInSample(world)
  const kim = asked.access && { ...asked.access, actor: { ...asked.access.actor, id: 'member-kim' } }
  await show(world, {
    listAccessQuestions: () => ({ items: [{ ...asked, ...(kim && { access: kim }) }], nextCursor: null }),
  })
  await press(document.body, 'Pass it on: ')
  const { options } = await control<HTMLSelectElement>('pass-first')
  await waitFor(() => options.length > 1, 'the officers')
  expect([...options].map(({ text }) => text.trim())).toEqual(['Choose a person', 'Dr. Jo Sample'])
})
