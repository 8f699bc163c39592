import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createSampleWorld, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { administrator } from '../../test/administrator.ts'
import { focusedName, pressKeyOn, tabTo } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, waitFor, withProvider } from '../../test/story.ts'
import '../define/clinic-settings.ts'
import '../define/provider.ts'

afterEach(unmount)

const show = async (handlers: TestHandlers = {}) => {
  const client = createSampleWorld().client('practitioner', { ...administrator, ...handlers })
  await mount(withProvider(client, html`<visit-clinic-settings open="names"></visit-clinic-settings>`))
  await settled()
  await pressKeyOn('Names of Dr. Lee Placeholder')
  await waitFor(() => focusedName() === 'Dr. Lee Placeholder', 'the names of the clinician')
  return () => client.calls.filter(({ operationId }) => operationId === 'updatePractitioner').map(({ body }) => body)
}

test('the name of a clinician is entered in parts, and the list is a press away', async () => {
  const sent = await show()
  expect(pageText()).toContain('the parts are taken from “Dr. Lee Placeholder”')
  await tabTo('First name')
  await userEvent.keyboard('Lee')
  await tabTo('Last name')
  await userEvent.keyboard('Placeholder-Sample')
  await pressKeyOn('Save name')
  await waitFor(() => pageText().includes('The name is saved.'), 'the announcement')
  expect(sent()).toEqual([{ name: { given: 'Lee', family: 'Placeholder-Sample' }, version: 1 }])
  await waitFor(() => pageText().includes('As the license shows it, without a title.'), 'the hint')
  await pressKeyOn('All clinicians')
  await waitFor(() => focusedName() === 'Names of Dr. Lee Placeholder', 'the list')
})

test('another name of a clinician is added and removed', async () => {
  const sent = await show()
  const fields = ['given', 'family'].map((part) => deepQuery<HTMLInputElement>(document.body, `#other-${part}`))
  const [given, family] = fields
  if (!given || !family) throw new Error('no form')
  ;[given.value, family.value] = ['Leigh', 'Formersample']
  await pressKeyOn('Add name')
  await waitFor(() => pageText().includes('Leigh Formersample'), 'the added name')
  await pressKeyOn('Remove: Leigh Formersample')
  await waitFor(() => pageText().includes('No other names.'), 'no names')
  expect(sent()).toEqual([
    { otherNames: [{ use: 'usual', given: 'Leigh', family: 'Formersample' }], version: 1 },
    { otherNames: [], version: 2 },
  ])
})

test('what a colleague changed is read again, what was typed stays, and it can be saved', async () => {
  let isFirst = true
  const world = createSampleWorld()
  const handlers = world.handlersFor('practitioner')
  const sent = await show({
    ...handlers,
    ...administrator,
    updatePractitioner: (input) => {
      if (!isFirst) return handlers.updatePractitioner!(input)
      isFirst = false
      return problem(409, 'version_conflict')
    },
  })
  await tabTo('First name')
  await userEvent.keyboard('Lee')
  await pressKeyOn('Save name')
  await waitFor(() => pageText().includes('A colleague changed this clinician'), 'the conflict')
  expect(deepQuery<HTMLInputElement>(document.body, '#official-given')?.value).toBe('Lee')
  await pressKeyOn('Save name')
  await waitFor(() => pageText().includes('The name is saved.'), 'the announcement')
  expect(sent()).toHaveLength(2)
})
