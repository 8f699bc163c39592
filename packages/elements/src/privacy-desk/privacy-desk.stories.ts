import { html, type TemplateResult } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { press, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'
import { askInSample, asOfficer, asStandIn } from '../../test/sample-officer.ts'

const meta: StoryMeta = { title: 'Staff/Privacy desk' }
export default meta

const world = createSampleWorld()
const text = 'I was away that week, and had no visit. My neighbor works at the clinic.'
const asked = (async () => {
  const one = await askInSample(world, { reason: 'known-person', text })
  await askInSample(world, {}, 1)
  const { items } = await world.client('practitioner').accessQuestions.list({}).page()
  return items.map((question) =>
    question.id === one.id
      ? {
          ...question,
          dueAt: '2026-11-20T10:00:00Z',
          escalatedAt: '2026-11-20T10:00:00Z',
          explanation: 'none' as const,
        }
      : question,
  )
})()
const waiting: TestHandlers = { listAccessQuestions: async () => ({ items: await asked, nextCursor: 'more' }) }

const desk = (more: TestHandlers = {}, of: SampleWorld = world): TemplateResult =>
  withProvider(of.client('practitioner', asOfficer(more)), html`<visit-privacy-desk></visit-privacy-desk>`)

export const Questions: Story = { width: 960, render: () => desk(waiting) }
export const Answering: Story = {
  width: 960,
  render: () => desk(waiting),
  play: async ({ canvasElement }) => {
    await press(canvasElement, /(Answer|Responder|الرد): /)
    await press(canvasElement, /^\s*(Send the answer|Enviar la respuesta|إرسال الرد)\s*$/)
  },
}
export const PassingOn: Story = {
  width: 960,
  render: () => desk(waiting),
  play: ({ canvasElement }) => press(canvasElement, /(Pass it on|Pasarla|تمريره): /),
}
export const Answered: Story = {
  width: 960,
  render: () =>
    desk({
      listAccessQuestions: async () => ({
        items: (await asked).map((question) => ({
          ...question,
          status: 'answered' as const,
          outcome: 'mistake' as const,
          answer: 'The nurse opened the wrong record and closed it at once. We have talked with her.',
          answeredAt: '2026-11-24T10:00:00Z',
        })),
        nextCursor: null,
      }),
    }),
}
export const Empty: Story = { width: 960, render: () => desk({}, createSampleWorld()) }
const standIn = (more: TestHandlers = {}, of: SampleWorld = world): TemplateResult =>
  withProvider(of.client('practitioner', asStandIn(more)), html`<visit-privacy-desk></visit-privacy-desk>`)
/** What administrators see: a question about the only privacy officer, and nothing. */
export const ForAdministrators: Story = { width: 960, render: () => standIn(waiting) }
export const EmptyForAdministrators: Story = { width: 960, render: () => standIn({}, createSampleWorld()) }
export const OwnAccess: Story = {
  width: 960,
  render: () => desk({ ...waiting, assignAccessQuestion: () => problem(403, 'own_access') }),
  play: ({ canvasElement }) => press(canvasElement, /(Take it|Encargarme|أتولاه): /),
}
export const Loading: Story = { width: 960, render: () => desk({ listAccessQuestions: never }) }
export const Failed: Story = {
  width: 960,
  render: () => desk({ listAccessQuestions: () => problem(503, 'overloaded') }),
}
