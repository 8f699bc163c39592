import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { asOfficer } from '../../test/sample-officer.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import '../define/privacy-desk.ts'
import '../define/provider.ts'

afterEach(unmount)

const field = <E extends HTMLElement = HTMLInputElement>(name: string): Promise<E> =>
  waitFor(() => deepQuery<E>(document.body, `#disclosure-${name}`), name)
const fill = async (values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) {
    const control = await field(name)
    control.value = value
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
  await settled()
}
const save = () => press(document.body, /^\s*Save\s*$/)
const facts = { on: '2026-11-01', purpose: 'court', name: 'Sample County Court', what: 'The dates of two visits.' }

const show = async (more: TestHandlers = {}) => {
  const world = createSampleWorld()
  const client = world.client('practitioner', asOfficer(more))
  await mount(withProvider(client, html`<visit-privacy-desk></visit-privacy-desk>`))
  await settled()
  await press(document.body, /^\s*Disclosures\s*$/)
  const search = await field('patient')
  search.value = 'Robin'
  search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
  ;(await waitFor(() => deepQuery<HTMLElement>(document.body, '[role=option]'), 'the patient')).click()
  await waitFor(() => pageText().includes('Exampleville Police'), 'the list')
  const bodies = (operationId: string) =>
    client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)
  return { world, client, bodies }
}

test('a disclosure says to whom, when, why and what, whether the patient reads it, and what it said before', async () => {
  await show()
  expect(pageText()).toContain('A case of measles')
  expect(pageText()).toContain('Held back until ')
  expect(pageText()).toContain('Asked by Sergeant Sample, in writing')
  expect(pageText()).toContain('What it said before (1)')
  expect(pageText()).toContain('It was the day before.')
})

test('a disclosure is recorded, and a form without something says what is missing and keeps the rest', async () => {
  const { bodies } = await show()
  await press(document.body, /^\s*Record a disclosure\s*$/)
  await save()
  await waitFor(() => pageText().includes('Choose the day.'), 'what is missing')
  const { what, ...rest } = facts
  await fill(rest)
  await save()
  await waitFor(() => pageText().includes('Write what was disclosed.'), 'what is missing')
  expect((await field('name')).value).toBe(facts.name)
  await fill({ what })
  await save()
  await waitFor(() => pageText().includes('Sample County Court'), 'the disclosure')
  expect(bodies('recordDisclosure')).toEqual([
    {
      ...{ patientId: 'patient-robin', on: facts.on, purpose: 'court', what },
      recipient: { name: facts.name },
    },
  ])
})

test('one to law enforcement can be held back when it is recorded, until a day and by whom', async () => {
  const { bodies } = await show()
  await press(document.body, /^\s*Record a disclosure\s*$/)
  await fill(facts)
  expect(pageText()).not.toContain('The agency asked in law')
  await fill({ purpose: 'law-enforcement' })
  deepQuery<HTMLInputElement>(document.body, 'form input[type=checkbox]')?.click()
  await settled()
  await save()
  await waitFor(() => pageText().includes('Choose the last day.'), 'what is missing')
  await fill({ until: '2099-12-01', official: 'Sergeant Sample' })
  await save()
  await waitFor(() => bodies('recordDisclosure').length === 1, 'the request')
  expect(bodies('recordDisclosure')[0]).toMatchObject({
    suspension: { until: '2099-12-01', statement: 'oral', official: 'Sergeant Sample' },
  })
})

test('a correction needs a reason, and what is refused keeps what was typed', async () => {
  let refused = false
  const { bodies } = await show({
    correctDisclosure: async (input) => {
      if (refused) return (await createSampleWorld().handlersFor('practitioner').correctDisclosure?.(input)) as never
      refused = true
      return problem(422, 'day_refused')
    },
  })
  await press(document.body, /Correct: /)
  await fill({ what: 'A case of mumps.' })
  await save()
  await waitFor(() => pageText().includes('Write why it is corrected.'), 'what is missing')
  await fill({ reason: 'It was typed wrong.' })
  await save()
  await waitFor(() => pageText().includes('The day is in the future'), 'the problem')
  expect((await field<HTMLTextAreaElement>('what')).value).toBe('A case of mumps.')
  await save()
  await waitFor(() => bodies('correctDisclosure').length === 2, 'the second try')
  expect(bodies('correctDisclosure')[1]).toMatchObject({
    ...{ what: 'A case of mumps.', reason: 'It was typed wrong.', isInError: false, version: 1 },
    recipient: { name: 'Exampleville Health Department' },
  })
})

test('holding back asks only for the day, how and by whom, and is offered where the law knows it', async () => {
  const { bodies } = await show()
  const offered = () => [...pageText().matchAll(/Hold back/g)].length
  expect(offered()).toBe(1)
  await press(document.body, /Hold back: /)
  await fill({ until: '2099-12-31', official: 'Captain Sample' })
  await save()
  await waitFor(() => pageText().includes('Held back until December 31, 2099'), 'the day')
  expect(bodies('suspendDisclosure')).toEqual([
    { until: '2099-12-31', statement: 'written', official: 'Captain Sample', version: 2 },
  ])
})

test('the list that the patient reads is saved as a PDF, and another patient can be chosen', async () => {
  const { client } = await show()
  await press(document.body, /^\s*Save the patient’s list as a PDF\s*$/)
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'getDisclosureAccountingPdf'), 'the file')
  await press(document.body, /^\s*Choose another patient\s*$/)
  await waitFor(() => !pageText().includes('Exampleville Police') && deepQuery(document.body, '#disclosure-patient'))
})
