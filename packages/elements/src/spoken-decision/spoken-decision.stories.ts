import { html } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { choose, sayHow } from '../../test/spoken-decision-page.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/queue.ts'
import '../define/settings.ts'

const meta: StoryMeta = { title: 'Clinician/Queue: a spoken consent' }
export default meta

const queue = (more: TestHandlers = {}) =>
  withProvider(createSampleWorld().client('practitioner', more), html`<visit-queue></visit-queue>`)

const opened = async (root: HTMLElement): Promise<void> => {
  await waitFor(() => deepQuery(root, '.spoken'), 'the button')
  await clickOn(root, '.spoken')
}
const inArizona = async (root: HTMLElement): Promise<void> => {
  await opened(root)
  await choose('AZ', root)
  await waitFor(() => deepQuery(root, '.spoken-text'), 'the text')
}
const answers = (root: HTMLElement, isYes: boolean) => clickOn(root, isYes ? '.say-yes' : '.say-no')

/** Before it is known where the patient is. */
export const Opened: Story = {
  render: () => queue(),
  play: async ({ canvasElement }) => {
    await opened(canvasElement)
    await waitFor(() => deepQuery(canvasElement, '#spoken-state'), 'the questions')
  },
}

export const ReadAloud: Story = { render: () => queue(), play: ({ canvasElement }) => inArizona(canvasElement) }

export const MustBeSigned: Story = {
  render: () => queue(),
  play: async ({ canvasElement }) => {
    await opened(canvasElement)
    await choose('OH', canvasElement)
    await waitFor(() => deepQuery(canvasElement, '.spoken-form .banner'), 'how to sign')
  },
}

export const Missing: Story = {
  render: () => queue(),
  play: async ({ canvasElement }) => {
    await inArizona(canvasElement)
    await answers(canvasElement, true)
    await waitFor(() => deepQuery(canvasElement, '.spoken-form .error'), 'what is missing')
  },
}

export const Refused: Story = {
  render: () => queue({ decideConsent: () => problem(409, 'written_signature_required') }),
  play: async ({ canvasElement }) => {
    await inArizona(canvasElement)
    await sayHow('patient', 'phone', canvasElement)
    await clickOn(canvasElement, '#spoken-wasRead')
    await answers(canvasElement, true)
    await waitFor(() => deepQuery(canvasElement, '.spoken-form [role="alert"]'), 'the refusal')
  },
}

export const SaidYes: Story = {
  render: () => queue(),
  play: async ({ canvasElement }) => {
    await inArizona(canvasElement)
    await sayHow('patient', 'phone', canvasElement)
    await clickOn(canvasElement, '#spoken-wasRead')
    await answers(canvasElement, true)
    await waitFor(() => deepQuery(canvasElement, '.spoken-form ul'), 'what was recorded')
  },
}

export const SaidNo: Story = {
  render: () => queue(),
  play: async ({ canvasElement }) => {
    await inArizona(canvasElement)
    await sayHow('patient', 'phone', canvasElement)
    await answers(canvasElement, false)
    await waitFor(() => deepQuery(canvasElement, '.spoken-form ul'), 'what was recorded')
  },
}

export const Loading: Story = {
  render: () => queue({ listProxies: never }),
  play: ({ canvasElement }) => opened(canvasElement),
}

/** What the patient reads of it. */
export const ReadByThePatient: Story = {
  render: () => {
    const world = createSampleWorld({ stage: 'prepared' })
    Object.assign(world.state.consents.at(-1)!, {
      decidedByKind: 'member',
      spoken: { saidBy: 'patient', channel: 'phone', role: 'practitioner' },
    })
    return withProvider(world.client('patient'), html`<visit-settings open="consents"></visit-settings>`)
  },
  play: async ({ canvasElement }) => void (await waitFor(() => deepQuery(canvasElement, 'ul.lined'), 'the list')),
}
