import { html } from 'lit'
import { afterEach, describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/provider.ts'
import '../define/settings.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}, world = createSampleWorld()) => {
  const client = world.client('patient', handlers)
  await mount(withProvider(client, html`<visit-settings only="names" patient-id="patient-robin"></visit-settings>`))
  await waitFor(() => deepQuery(document.body, '#official-given'), 'the official name')
  await settled()
  return { client, world }
}
const field = (id: string) => deepQuery<HTMLInputElement>(document.body, `#${id}`)
const sent = (client: Awaited<ReturnType<typeof show>>['client'], operationId: string) =>
  client.calls.filter((call) => call.operationId === operationId).map(({ body }) => body)

test('the front desk sees the names alone, without the other settings', async () => {
  await show()
  expect(pageText()).toContain('Names of the patient')
  expect(field('official-given')?.value).toBe('Robin')
  expect(deepQuery(document.body, '.btn.quiet.start')?.checkVisibility()).toBe(false)
})

describe('a name', () => {
  test('is changed in its parts', async () => {
    const { client } = await show()
    await tabTo('Middle names')
    await userEvent.keyboard('Lee  Ann')
    await tabTo('Suffix, such as Jr')
    await userEvent.keyboard('III')
    await pressKeyOn('Save name')
    await waitFor(() => pageText().includes('The name is saved.'), 'the announcement')
    expect(sent(client, 'updatePatient')).toEqual([
      { name: { given: 'Robin', middle: ['Lee', 'Ann'], family: 'Example', suffix: 'III' }, version: 1 },
    ])
  })

  test('without a first and a last name is not sent, and the focus is where it is missing', async () => {
    const { client } = await show()
    await pressKeyOn('Add name')
    await waitFor(() => pageText().includes('Enter a first or a last name.'), 'what is missing')
    expect(focusedName()).toBe('First name')
    expect(sent(client, 'updatePatient')).toEqual([])
  })

  test('of another kind is added and removed', async () => {
    const { client } = await show()
    const given = field('other-given')
    const family = field('other-family')
    if (!given || !family) throw new Error('no form')
    ;[given.value, family.value] = ['Sky', 'Specimen']
    await pressKeyOn('Add name')
    await waitFor(() => pageText().includes('Sky Specimen'), 'the added name')
    expect(field('other-given')?.value).toBe('')
    await pressKeyOn('Remove: Sky Specimen')
    await waitFor(() => pageText().includes('No other names.'), 'no names')
    expect(sent(client, 'updatePatient')).toEqual([
      { otherNames: [{ use: 'usual', given: 'Sky', family: 'Specimen' }], version: 1 },
      { otherNames: [], version: 2 },
    ])
    expect(focusedName()).toBe('Other names')
  })

  test('that the server refuses stays in its field, and the problem is shown with it', async () => {
    await show({ updatePatient: () => problem(422, 'invalid_request') })
    await tabTo('Last name')
    await userEvent.keyboard('Changed')
    await pressKeyOn('Save name')
    await waitFor(() => deepQuery(document.body, '[role=alert]'), 'the problem')
    expect(field('official-family')?.value).toContain('Changed')
    expect(pageText()).not.toContain('The name is saved.')
  })
})

describe('the name on an insurance card', () => {
  test('is asked for only when the patient opens the form, and is sent with its card', async () => {
    const { client } = await show()
    const details = await waitFor(() => deepQuery<HTMLDetailsElement>(document.body, 'details'), 'a card')
    expect(details.open).toBe(false)
    await tabTo('Enter the name on the card: Plain Health Plan')
    await userEvent.keyboard('{Enter}')
    expect(details.open).toBe(true)
    const given = details.querySelector<HTMLInputElement>('input[name=given]')
    if (!given) throw new Error('no field')
    given.value = 'ROBIN'
    details.querySelector<HTMLButtonElement>('button[type=submit]')?.click()
    await waitFor(() => sent(client, 'updateCoverage').length === 1, 'the name')
    expect(sent(client, 'updateCoverage')).toMatchObject([{ nameOnCard: { given: 'ROBIN', family: '' } }])
  })
})
