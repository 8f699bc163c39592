import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/audit-log.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (world: SampleWorld, handlers: TestHandlers = {}) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-audit-log></visit-audit-log>`))
  await settled()
  return client
}
const until = (text: string) => waitFor(() => pageText().includes(text), text)
const field = () =>
  waitFor(() => deepQuery(document.body, '#question-text') as HTMLTextAreaElement | null, 'the text of the question')
const questions = async (world: SampleWorld) =>
  (await world.client('practitioner').accessQuestions.list({}).page()).items

const openForm = async (): Promise<void> => {
  await tabTo(/^Question this: Dr\. Jo Sample/)
  await userEvent.keyboard('{Enter}')
  await until('Why do you ask?')
}

test('a question is asked with the keyboard, and stays visible with its deadline', async () => {
  const world = createSampleWorld()
  await show(world)
  const said = recordAnnouncements(deepQuery(document.body, 'visit-audit-log'))
  await openForm()
  await pressKeyOn('Send the question')
  await until('Choose why you ask.')
  expect(await questions(world)).toEqual([])
  await press(document.body, 'I had no visit at that time')
  await userEvent.fill(await field(), 'I was away that week.')
  await pressKeyOn('Send the question')
  await until('Your questions')
  expect(pageText()).toContain('About Dr. Jo Sample, clinician')
  expect(pageText()).toMatch(/The clinic has your question\. You will read the answer here by \w+/)
  expect(pageText()).toContain('I was away that week.')
  expect(deepQuery(document.body, '#question-text')).toBeNull()
  expect(said.some((text) => text.startsWith('Your question was sent.'))).toBe(true)
  expect(
    [...(deepQuery(document.body, '[part=list]')?.querySelectorAll('.chip') ?? [])].map((chip) => chip.textContent),
  ).toContain('You asked')
  expect(await questions(world)).toMatchObject([{ reason: 'no-care', text: 'I was away that week.', status: 'open' }])
})

test('that someone works on it, and the answer, appear without a reload, and the answer is announced', async () => {
  const world = createSampleWorld()
  const [access] = (await world.client('patient').accesses.ofPatient('patient-robin', { others: true }).page()).items
  const asked = await world
    .client('patient')
    .accessQuestions.ask('patient-robin', { accessId: access?.id ?? '', reason: 'other' })
  await show(world)
  const said = recordAnnouncements(deepQuery(document.body, 'visit-audit-log'))
  await until('The clinic has your question')
  const officer = world.client('practitioner')
  const taken = await officer.accessQuestions.assign(asked.id, { version: asked.version })
  await until('Someone at the clinic is working on it')
  const answer = 'The nurse opened the wrong record and closed it at once.'
  await officer.accessQuestions.answer(asked.id, { outcome: 'mistake', answer, version: taken.version })
  await until('The clinic found that your record was opened by mistake.')
  expect(pageText()).toContain(answer)
  await waitFor(() => said.includes('Your question has an answer.'), 'the announcement')
})

test('an overdue question says that it is late, and promises no day', async () => {
  const world = createSampleWorld()
  const [access] = (await world.client('patient').accesses.ofPatient('patient-robin', { others: true }).page()).items
  const asked = await world
    .client('patient')
    .accessQuestions.ask('patient-robin', { accessId: access?.id ?? '', reason: 'other' })
  await show(world, {
    listAccessQuestions: () => ({ items: [{ ...asked, escalatedAt: asked.dueAt }], nextCursor: null }),
  })
  await until('The answer is late.')
  expect(pageText()).not.toContain('You will read the answer here by')
})

test('a question that is refused keeps what was written', async () => {
  const world = createSampleWorld()
  await show(world, { askAboutAccess: () => problem(409, 'too_many_questions') })
  await openForm()
  await press(document.body, 'Something else')
  await userEvent.fill(await field(), 'Why?')
  await press(document.body, 'Send the question')
  await until('Too many of your questions wait for an answer')
  expect((await field()).value).toBe('Why?')
})
