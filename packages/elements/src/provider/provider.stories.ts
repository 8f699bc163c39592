import { html } from 'lit'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { press, waitFor, deepQuery, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Provider' }
export default meta

const page = html`<p lang="en">The portal’s own page, with the elements in it.</p>`

/** A member who signed in with a password only. */
const needing = (neededSignIn: 'second-step' | 'hardware-key') => {
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString()
  return createSampleWorld().client('practitioner', {
    getSession: () => ({
      ...{
        id: 'session-1',
        kind: 'member',
        clientId: 'sample-portal',
        current: true,
        neededSignIn,
        trainingEndsAt: null,
      },
      ...{ createdAt: at(-1000), lastActiveAt: at(-1000), idleEndsAt: at(900_000), absoluteEndsAt: at(3_600_000) },
    }),
  })
}

/** A member whose training expires, or expired, so many days from now. */
const trainedFor = (days: number) => {
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString()
  return createSampleWorld().client('practitioner', {
    getSession: () => ({
      ...{ id: 'session-1', kind: 'member', clientId: 'sample-portal', current: true, neededSignIn: null },
      ...{ createdAt: at(-1000), lastActiveAt: at(-1000), idleEndsAt: at(900_000), absoluteEndsAt: at(3_600_000) },
      trainingEndsAt: at(days * 86_400_000),
    }),
  })
}

/** A session whose idle timeout ends in this many milliseconds. */
const endingIn = (idleMs: number, absoluteMs = 3_600_000) => {
  const world = createSampleWorld({ stage: 'new' })
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString()
  const session = {
    id: 'session-1',
    kind: 'patient' as const,
    clientId: 'sample-portal',
    createdAt: at(-1000),
    lastActiveAt: at(-1000),
    current: true,
    neededSignIn: null,
    trainingEndsAt: null,
  }
  return world.client('patient', {
    getSession: () => ({
      ...session,
      lastActiveAt: at(idleMs - 1_800_000),
      idleEndsAt: at(idleMs),
      absoluteEndsAt: at(absoluteMs),
    }),
    extendSession: () => ({ ...session, idleEndsAt: at(1_800_000), absoluteEndsAt: at(absoluteMs) }),
  })
}

const lineAboutTraining = async (canvasElement: HTMLElement): Promise<void> => {
  await waitFor(() => deepQuery(canvasElement, '.training'), 'the line about training')
}

const dialogOpen = async (canvasElement: HTMLElement): Promise<void> => {
  await waitFor(() => deepQuery(canvasElement, 'dialog[open]'), 'the dialog')
}

export const NoWarning: Story = {
  render: () => html`<visit-provider .client=${createSampleWorld().client()}>${page}</visit-provider>`,
}

export const IdleWarning: Story = {
  render: () => html`<visit-provider .client=${endingIn(125_000)}>${page}</visit-provider>`,
  play: ({ canvasElement }) => dialogOpen(canvasElement),
}

export const AbsoluteWarning: Story = {
  render: () => html`<visit-provider .client=${endingIn(1_800_000, 118_000)}>${page}</visit-provider>`,
  play: ({ canvasElement }) => dialogOpen(canvasElement),
}

export const EndedByIdleness: Story = {
  render: () => html`<visit-provider .client=${endingIn(0)}>${page}</visit-provider>`,
}

export const SignedOut: Story = {
  render: () => html`<visit-provider .client=${endingIn(125_000)}>${page}</visit-provider>`,
  play: async ({ canvasElement }) => {
    await dialogOpen(canvasElement)
    await press(canvasElement, /Sign out now|Cerrar sesión ahora|تسجيل الخروج الآن/)
  },
}

export const TrainingExpiresSoon: Story = {
  render: () => html`<visit-provider .client=${trainedFor(9)}>${page}</visit-provider>`,
  play: ({ canvasElement }) => lineAboutTraining(canvasElement),
}

export const TrainingExpired: Story = {
  render: () => html`<visit-provider .client=${trainedFor(-1)}>${page}</visit-provider>`,
  play: ({ canvasElement }) => lineAboutTraining(canvasElement),
}

export const NeedsSecondStep: Story = {
  render: () => html`<visit-provider .client=${needing('second-step')}>${page}</visit-provider>`,
}

export const NeedsHardwareKey: Story = {
  render: () => html`<visit-provider .client=${needing('hardware-key')}>${page}</visit-provider>`,
}
