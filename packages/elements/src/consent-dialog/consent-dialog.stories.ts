import { html } from 'lit'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { clickOn, deepQuery, withProvider, press, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/consent-dialog.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Consent dialog' }
export default meta

const client = (handlers: TestHandlers = {}) => createSampleWorld().client('patient', handlers)
const modal = (handlers?: TestHandlers) =>
  withProvider(
    client(handlers),
    html`<visit-consent-dialog purposes="telehealth-treatment recording"></visit-consent-dialog>`,
  )
const inline = (handlers?: TestHandlers) =>
  withProvider(client(handlers), html`<visit-consent-dialog inline></visit-consent-dialog>`)

const opened = (root: HTMLElement) => waitFor(() => deepQuery(root, '#signature'), 'the text')

const sign = async (root: HTMLElement): Promise<void> => {
  await opened(root)
  const input = deepQuery<HTMLInputElement>(root, '#signature')
  if (!input) throw new Error('There is nothing to sign')
  input.value = 'Robin Example'
  input.dispatchEvent(new Event('input'))
}

/** Scrolls to the end. */
const readAll = async (root: HTMLElement): Promise<void> => {
  await opened(root)
  const text = deepQuery(root, '.text')
  for (const end of text?.querySelectorAll('[data-section]') ?? []) {
    end.scrollIntoView({ behavior: 'instant' })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const Dialog: Story = {
  render: () => modal(),
  play: async ({ canvasElement }) => void (await opened(canvasElement)),
}

/** Of a patient who said yes on the phone, and is in a state that wants a signature. */
export const MustBeSigned: Story = {
  render: () =>
    withProvider(
      client({
        listConsentRequirements: async (input) => {
          const answer = await createSampleWorld().handlers.listConsentRequirements?.(input)
          if (!answer || !('items' in answer)) throw new Error('There is nothing to decide')
          const items = answer.items.map((item) => ({ ...item, reason: 'must-be-signed' as const }))
          return { ...answer, items }
        },
      }),
      html`<visit-consent-dialog inline state="OH"></visit-consent-dialog>`,
    ),
  play: async ({ canvasElement }) => void (await opened(canvasElement)),
}

export const NotSigned: Story = {
  render: () => modal(),
  play: async ({ canvasElement }) => {
    await opened(canvasElement)
    await clickOn(canvasElement, 'button[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '.error'), 'the explanation')
  },
}

export const SubstanceUse: Story = {
  render: () =>
    withProvider(client(), html`<visit-consent-dialog inline purposes="part-two-disclosure"></visit-consent-dialog>`),
  play: async ({ canvasElement }) =>
    void (await waitFor(() => deepQuery(canvasElement, '#part-information'), 'the choices')),
}

/** Signed without the last choice: the day until which it serves. */
export const SubstanceUseNotChosen: Story = {
  render: SubstanceUse.render,
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#part-information input')
    await clickOn(canvasElement, '#part-recipients input')
    await clickOn(canvasElement, '#part-purposes input')
    await clickOn(canvasElement, '#part-until label:nth-of-type(2) input')
    const name = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#part-patientName'), 'the name')
    name.value = 'Robin Example'
    name.dispatchEvent(new Event('input'))
    await clickOn(canvasElement, 'button[type="submit"]')
    await waitFor(() => deepQuery(canvasElement, '.error'), 'the explanation')
  },
}

export const InThePage: Story = {
  render: () => inline(),
  play: async ({ canvasElement }) => void (await opened(canvasElement)),
}

export const Agreed: Story = {
  render: () => inline(),
  play: async ({ canvasElement }) => {
    await sign(canvasElement)
    await readAll(canvasElement)
    await clickOn(canvasElement, 'button[type="submit"]')
    await waitFor(() => !deepQuery(canvasElement, '#signature'), 'the thanks')
  },
}

export const Declined: Story = {
  render: () => inline(),
  play: async ({ canvasElement }) => {
    await readAll(canvasElement)
    await press(canvasElement, /I do not agree|No acepto|لا أوافق/)
    await waitFor(() => !deepQuery(canvasElement, '#signature'), 'the answer')
  },
}

export const DocumentChanged: Story = {
  render: () => inline({ decideConsent: () => problem(409, 'document_changed') }),
  play: async ({ canvasElement }) => {
    await opened(canvasElement)
    await press(canvasElement, /I do not agree|No acepto|لا أوافق/)
    await waitFor(() => deepQuery(canvasElement, '[role="alert"]'), 'the explanation')
  },
}

export const Loading: Story = { render: () => inline({ listConsentRequirements: never }) }
