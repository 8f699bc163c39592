import { html } from 'lit'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestClient, type TestHandlers } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { deepQuery, withProvider, press, waitFor } from '../../test/story.ts'
import '../define/consent-dialog.ts'
import '../define/provider.ts'

beforeEach(() => page.viewport(400, 420)) // small, so that the text must scroll

afterEach(() => {
  unmount()
  vi.restoreAllMocks()
})

const show = async (
  purposes = 'telehealth-treatment',
  handlers: TestHandlers = {},
  inline = false,
): Promise<TestClient> => {
  const client = createSampleWorld().client('patient', handlers)
  await mount(
    withProvider(client, html`<visit-consent-dialog purposes=${purposes} ?inline=${inline}></visit-consent-dialog>`),
  )
  return client
}

const decisions = (client: TestClient) =>
  client.calls.filter(({ operationId }) => operationId === 'decideConsent').map(({ body }) => body)
const text = (): HTMLElement => {
  const found = deepQuery(document.body, '.body')
  if (!found) throw new Error('There is no text')
  return found
}
const until = (words: string) => waitFor(() => pageText().includes(words), words)

const readToEnd = async (): Promise<void> => {
  const area = text()
  for (let top = 0; top <= area.scrollHeight; top += 150) {
    area.scrollTop = top
    // The event of a scroll comes with the next frame.
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
  }
}

const recordOnce = <Name extends 'visit-consent-decided' | 'visit-consent-complete' | 'visit-consent-postponed'>(
  name: Name,
) => {
  const details: unknown[] = []
  document.body.addEventListener(name, (event) => details.push(event.detail), { once: false })
  return details
}

test('with the keyboard: read, sign, agree; the decision lists the sections that were shown', async () => {
  const complete = recordOnce('visit-consent-complete')
  const client = await show()
  await focusComesTo('Seeing us by video')
  await readToEnd()
  await tabTo('Type your full name to sign')
  await userEvent.keyboard('Robin Example')
  await pressKeyOn('I agree')
  await waitFor(() => complete.length > 0, 'the end')
  expect(decisions(client)).toEqual([
    expect.objectContaining({
      decision: 'granted',
      signature: { kind: 'typed', name: 'Robin Example' },
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      sectionsSeen: ['what', 'risks', 'choice'].map(() => expect.any(String)),
    }),
  ])
  expect(complete.at(-1)).toEqual({ patientId: 'patient-robin', granted: true })
  expect(deepQuery(document.body, 'dialog')).toBeNull()
})

test('agreeing without having read everything moves to the unread part', async () => {
  const [requirement] = (
    await createSampleWorld()
      .client()
      .consents.requirements('patient-robin', { purposes: ['telehealth-treatment'] })
  ).items
  if (!requirement) throw new Error('There is nothing to decide')
  const sections = ['First', 'Second', 'Third'].map((heading) => ({
    id: heading,
    heading: `${heading} part`,
    text: 'A line that takes some room.\n\n'.repeat(20),
    mandatory: heading !== 'Third',
  }))
  const items = [{ ...requirement, document: { ...requirement.document, sections } }]
  const client = await show('telehealth-treatment', {
    listConsentRequirements: ({ path }) => ({ patientId: path.patientId, items }),
  })
  await tabTo('Type your full name to sign') // jumps to the end, past the sections
  await userEvent.keyboard('Robin Example')
  for (const part of ['First part', 'Second part']) {
    await press(document.body, 'I agree')
    await until('There is more to read before you can agree')
    await focusComesTo('Go to what is left')
    await userEvent.keyboard('{Enter}')
    await focusComesTo(part)
  }
  expect(decisions(client)).toHaveLength(0)
  await press(document.body, 'I agree')
  await waitFor(() => decisions(client).length === 1, 'the decision')
})

test('a missing name is reported next to the field, which gets the focus', async () => {
  const client = await show()
  await readToEnd()
  await press(document.body, 'I agree')
  await focusComesTo('Type your full name to sign')
  expect(deepQuery(document.body, '#signature')?.getAttribute('aria-invalid')).toBe('true')
  expect(pageText()).toContain('Type your first and last name.')
  expect(decisions(client)).toHaveLength(0)
})

test('Escape is no decision: nothing is saved and the page receives an event', async () => {
  const postponed = recordOnce('visit-consent-postponed')
  const client = await show()
  await focusComesTo('Seeing us by video')
  await userEvent.keyboard('{Escape}')
  await waitFor(() => postponed.length > 0, 'the page to be told')
  expect(decisions(client)).toHaveLength(0)
  expect(deepQuery(document.body, 'dialog')).toBeNull()
  document.querySelector('visit-consent-dialog')?.show()
  await waitFor(() => deepQuery(document.body, 'dialog[open]'), 'the dialog again')
})

test('declining needs neither a signature nor reading to the end', async () => {
  const decided = recordOnce('visit-consent-decided')
  const client = await show('telehealth-treatment', {
    decideConsent: ({ path, body }) => ({
      id: 'consent-9',
      patientId: path.patientId,
      documentId: body.documentId,
      documentVersion: body.version,
      language: body.language,
      purpose: 'telehealth-treatment',
      title: 'Seeing us by video',
      decision: body.decision,
      status: 'declined',
      decidedAt: new Date().toISOString(),
      decidedByKind: 'patient',
      contentHash: body.contentHash,
    }),
  })
  await press(document.body, 'I do not agree')
  await waitFor(() => decided.length > 0, 'the answer')
  expect(decided[0]).toMatchObject({ granted: false, consentId: 'consent-9', purpose: 'telehealth-treatment' })
  expect(decisions(client)[0]).not.toHaveProperty('signature')
})

test('who does not agree reads whom to call, before and after, so that it is no dead end', async () => {
  const client = await show('telehealth-treatment', {}, true)
  const { contact } = await client.organization.get()
  await until('To be called, or to book a visit in person:')
  const link = () => deepQuery(document.body, 'a[href^="tel:"]')
  expect(link()?.textContent).toBe(contact.phone)
  await press(document.body, 'I do not agree')
  await until('To be seen in another way, call the clinic.')
  expect(link()?.textContent).toBe(contact.phone)
})

test('two texts come one after the other, each with its own signature', async () => {
  const client = await show('telehealth-treatment recording')
  await until('1 of 2')
  await readToEnd()
  await tabTo('Type your full name to sign')
  await userEvent.keyboard('Robin Example')
  await press(document.body, 'I agree')
  await until('2 of 2')
  expect(deepQuery<HTMLInputElement>(document.body, '#signature')?.value).toBe('')
  expect(decisions(client)).toHaveLength(1)
})

test('a text that has changed is shown again, and the decision is not used for the new one', async () => {
  const client = await show('telehealth-treatment', { decideConsent: () => problem(409, 'document_changed') })
  await press(document.body, 'I do not agree')
  await until('The text has just changed')
  expect(client.calls.filter(({ operationId }) => operationId === 'listConsentRequirements').length).toBeGreaterThan(1)
})

test('when everything was agreed to before, the page receives the event at once and no dialog opens', async () => {
  const complete = recordOnce('visit-consent-complete')
  await show('telehealth-treatment', {
    listConsentRequirements: ({ path }) => ({ patientId: path.patientId, items: [] }),
  })
  await waitFor(() => complete.length > 0, 'the end')
  expect(complete).toEqual([{ patientId: 'patient-robin', granted: true }])
  expect(deepQuery(document.body, 'dialog')).toBeNull()
})

test('where the patient is, a spoken yes may not be enough: the reason is shown, and a signature is asked for', async () => {
  const world = createSampleWorld()
  const patientId = world.ids.patientId ?? ''
  const staff = world.client('practitioner')
  const query = { purposes: ['telehealth-treatment' as const], state: 'AZ' }
  const [requirement] = (await staff.consents.requirements(patientId, query)).items
  if (!requirement) throw new Error('There is no text')
  const { id, version, contentHash, sections } = requirement.document
  await staff.consents.decide(patientId, {
    ...{ documentId: id, version, contentHash, language: 'en', decision: 'granted', zone: 'America/Phoenix' },
    sectionsSeen: sections.map((section) => section.id),
    signature: { kind: 'attested', name: 'Robin Example' },
    spoken: { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true },
  })
  const client = world.client('patient')
  const dialog = (state: string) =>
    withProvider(
      client,
      html`<visit-consent-dialog purposes="telehealth-treatment" state=${state} inline></visit-consent-dialog>`,
    )
  await mount(dialog('AZ'))
  await until('You have already agreed to what this needs.')
  const element = document.querySelector('visit-consent-dialog')
  if (!element) throw new Error('There is no dialog')
  element.state = 'OH'
  await until('You agreed by speaking. Where you are now, the law wants your signature.')
  await until('Type your full name to sign')
})

test('at the next visit the law asks again: the reason is shown, and the decision names the visit', async () => {
  const world = createSampleWorld()
  const client = world.client('patient')
  const patientId = world.ids.patientId ?? ''
  const [requirement] = (await client.consents.requirements(patientId, { purposes: ['telehealth-treatment'] })).items
  if (!requirement) throw new Error('There is no text')
  const { id, version, contentHash, sections } = requirement.document
  await client.consents.decide(patientId, {
    ...{ documentId: id, version, contentHash, language: 'en', decision: 'granted', zone: 'America/New_York' },
    sectionsSeen: sections.map((section) => section.id),
    signature: { kind: 'typed', name: 'Ana Sample' },
    appointmentId: 'the-last-visit',
  })
  await mount(
    withProvider(
      client,
      html`<visit-consent-dialog
        purposes="telehealth-treatment"
        appointment-id="this-visit"
        inline
      ></visit-consent-dialog>`,
    ),
  )
  await until('The law asks for your agreement at each visit. So we ask you again, for this one.')
  await press(document.body, 'I do not agree')
  await waitFor(() => decisions(client).length === 2, 'the decision')
  expect(decisions(client).at(-1)).toMatchObject({ appointmentId: 'this-visit', decision: 'declined' })
})
