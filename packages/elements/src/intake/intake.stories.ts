import { html } from 'lit'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/intake.ts'
import '../define/provider.ts'
import { returningWorld, safetyQuestionnaire } from '../../test/intake-worlds.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Patient/Intake' }
export default meta

const intake = (world: SampleWorld, more: TestHandlers = {}) =>
  withProvider(
    world.client('patient', more),
    html`<visit-intake appointment-id=${world.ids.appointmentId ?? ''}></visit-intake>`,
  )

const type = async (root: HTMLElement, text: string): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLTextAreaElement>(root, '#answer'), 'a field')
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }))
}

export const FirstQuestion: Story = { render: () => intake(createSampleWorld()) }
export const NoAnswerYet: Story = {
  render: () => intake(createSampleWorld()),
  play: ({ canvasElement }) => clickOn(canvasElement, 'form .btn.primary'),
}
export const NotSavedYet: Story = {
  render: () => intake(createSampleWorld(), { saveIntake: () => problem(503, 'database_unavailable') }),
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'A sample answer')
    await clickOn(canvasElement, 'form .btn.primary')
  },
}
export const CheckYourAnswers: Story = {
  render: () => {
    const world = createSampleWorld()
    const { listIntake } = world.handlers
    return intake(world, {
      listIntake: async (input) => {
        const answer = (await listIntake?.(input)) as { items: object[] }
        return {
          ...answer,
          items: answer.items.map((form) => ({
            ...form,
            status: 'draft',
            answers: [
              { linkId: 'concern', values: [{ text: 'A sample answer' }] },
              { linkId: 'medicines', values: [{ boolean: false }] },
            ],
          })),
        } as never
      },
    })
  },
  play: ({ canvasElement }) => clickOn(canvasElement, 'form .btn.primary'),
}
export const Emergency: Story = {
  render: () => {
    const world = createSampleWorld()
    const { saveIntake } = world.handlers
    return intake(world, {
      saveIntake: async (input) =>
        ({ ...((await saveIntake?.(input)) as object), emergencies: ['self-harm-thoughts'] }) as never,
    })
  },
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'A sample answer')
    await clickOn(canvasElement, 'form .btn.primary')
  },
}
export const ChangeTheReason: Story = {
  render: () => intake(createSampleWorld()),
  play: ({ canvasElement }) => clickOn(canvasElement, '.told .btn'),
}
export const SafetyOnly: Story = {
  render: () => {
    const world = createSampleWorld()
    return withProvider(
      world.client('patient', { getQuestionnaire: safetyQuestionnaire(world) }),
      html`<visit-intake appointment-id=${world.ids.appointmentId ?? ''} only="safety"></visit-intake>`,
    )
  },
}
export const IsThisStillRight: Story = { render: () => intake(returningWorld()) }
export const SomethingHasChanged: Story = {
  render: () => intake(returningWorld()),
  play: ({ canvasElement }) => clickOn(canvasElement, '.btn.primary + .btn'),
}
export const Done: Story = { render: () => intake(createSampleWorld({ stage: 'prepared' })) }
export const Loading: Story = { render: () => intake(createSampleWorld(), { listIntake: never }) }
export const Failed: Story = {
  render: () => intake(createSampleWorld(), { listIntake: () => problem(503, 'database_unavailable') }),
}
