import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk } from '../../test/clinic-world.ts'
import { heldPartnerMessage } from '../../test/held-partner-message.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { clickOn, deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/inbox.ts'
import '../define/provider.ts'
import '../define/schedule.ts'
import '../define/settings.ts'

/* What a patient asks about calls, letters and the name, and what staff then see. */

afterEach(unmount)

const show = async (world = createSampleWorld(), handlers: TestHandlers = {}) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-settings open="contact"></visit-settings>`))
  await waitFor(() => deepQuery(document.body, 'input[name=calls]'), 'the choice')
  await settled()
  return client
}
const inside = <E extends HTMLElement>(selector: string): E => {
  const found = deepQuery<E>(document.body, selector)
  if (!found) throw new Error(`no ${selector}`)
  return found
}
const choose = async (name: string, value: string): Promise<void> => {
  inside<HTMLInputElement>(`input[name=${name}][value=${value}]`).click()
  await settled()
}
const type = async (id: string, value: string): Promise<void> => {
  const field = inside<HTMLInputElement | HTMLSelectElement>(`#${id}`)
  field.value = value
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }))
  await settled()
}
const save = async (): Promise<void> => {
  await clickOn(document.body, 'form .primary')
  await settled()
}
const sent = (client: Awaited<ReturnType<typeof show>>) =>
  client.calls.filter(({ operationId }) => operationId === 'putContactChoice').map(({ body }) => body)
const chooseAll = async (): Promise<void> => {
  await choose('calls', 'only')
  await type('call-phone', ' 614-555-0199 ')
  await choose('letters', 'only')
  await type('letter-line1', '9 Chosen Road')
  await type('letter-city', 'Dayton')
  await type('letter-state', 'OH')
  await type('address-as', 'Alex')
}

test('another number, another address and another name are saved, and nothing else is sent', async () => {
  const client = await show()
  await chooseAll()
  await save()
  expect(sent(client)).toEqual([
    {
      ...{ calls: 'only', callPhone: '614-555-0199', leaveMessage: false },
      ...{ letters: 'only', letterAddress: { line1: '9 Chosen Road', city: 'Dayton', state: 'OH' } },
      ...{ addressAs: 'Alex', version: 1 },
    },
  ])
  await waitFor(() => pageText().includes('Saved. Everyone at the clinic sees it now.'), 'that it is saved')
})

test('a number that may not be left a message, at certain hours', async () => {
  const client = await show()
  await choose('calls', 'only')
  await type('call-phone', '614-555-0199')
  const [leave, hours] = [...document.body.querySelectorAll('*')]
    .flatMap((each) => [...(each.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=checkbox]') ?? [])])
    .slice(0, 2)
  leave?.click()
  hours?.click()
  await settled()
  await type('call-to', '12:00')
  await save()
  expect(sent(client)).toMatchObject([{ leaveMessage: true, callHours: { from: '09:00', to: '12:00' } }])
})

test.each([
  ['a number', 'calls', 'Enter the number that we may call.'],
  ['an address', 'letters', 'Enter the street, the city and the state.'],
])('without %s nothing is sent, and the page says what is missing', async (_, name, words) => {
  const client = await show()
  await choose(name, 'only')
  await save()
  expect(sent(client)).toEqual([])
  expect(pageText()).toContain(words)
})

test('what was typed stays after another page changed it', async () => {
  const client = await show(createSampleWorld(), { putContactChoice: () => problem(409, 'version_conflict') })
  await chooseAll()
  await save()
  expect(sent(client)).toHaveLength(1)
  await waitFor(() => pageText().includes('changed somewhere else'), 'the problem')
  expect(inside<HTMLInputElement>('#address-as').value).toBe('Alex')
})

const chosenWorld = async (): Promise<SampleWorld> => {
  const world = createSampleWorld({ stage: 'prepared' })
  await show(world)
  await chooseAll()
  await save()
  await waitFor(() => world.state.contactChoice.version === 2, 'what is kept')
  unmount()
  return world
}

test('the list of a time without the system has only the number that the patient chose, with its words', async () => {
  const world = await chosenWorld()
  await mount(withProvider(world.client('practitioner', asDesk(world)), html`<visit-schedule></visit-schedule>`))
  await press(document.body, /If the system is down/)
  await waitFor(() => pageText().includes('614-555-0199'), 'the list')
  expect(pageText()).toContain('614-555-0199. Call only this number. Leave no message. Ask for Alex.')
})

test('a text from a number that the patient does not want called is no link, and says which to call', async () => {
  const world = createSampleWorld()
  const [patient] = heldPartnerMessage('written').patients
  const call = { rule: 'only', phone: '+16145550199', leaveMessage: false } as const
  world.state.heldPartnerMessages.push(heldPartnerMessage('written', { patients: [{ ...patient!, call }] }))
  await mount(withProvider(world.client('practitioner'), html`<visit-inbox></visit-inbox>`))
  await waitFor(() => deepQuery(document.body, '[aria-labelledby="section-partner-messages"] button'), 'the message')
  await clickOn(document.body, '[aria-labelledby="section-partner-messages"] button')
  await waitFor(() => pageText().includes('Call only this number. Leave no message.'), 'the words')
  const links = [...document.body.querySelectorAll('*')]
    .flatMap((each) => [...(each.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[href^="tel:"]') ?? [])])
    .map(({ href }) => href)
  expect(links).toEqual(['tel:+16145550199'])
})
