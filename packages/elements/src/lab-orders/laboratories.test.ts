import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { LabOrder, LabTest } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { labOrdersEn } from './lab-orders.en.ts'
import '../define/lab-orders.ts'
import '../define/provider.ts'

afterEach(unmount)

const main = { id: 'main', name: 'Example Laboratory' }
const genetics = { id: 'genetics', name: 'Example Genetics' }
const panel: LabTest = {
  code: 'BMPX',
  loinc: '51990-0',
  name: [{ language: 'en', text: 'Metabolic panel' }],
  specimen: [{ language: 'en', text: 'Blood draw' }],
  specimenCode: 'WB',
  includes: [
    { loinc: '2339-0', name: 'Glucose' },
    { loinc: '6299-2', name: 'Urea nitrogen' },
  ],
  fasting: false,
  questions: [],
  laboratory: main,
}
const gene: LabTest = {
  ...{ code: 'HFE', loinc: '21695-2', name: [{ language: 'en', text: 'HFE gene' }], specimen: panel.specimen },
  ...{ fasting: false, questions: [], laboratory: genetics },
}

/** The labs of a patient whose clinic has two laboratories. */
const showOrders = async () => {
  const world = createSampleWorld({ stage: 'in-visit' })
  const { listLabOrders } = world.handlersFor('practitioner')
  const client = world.client('practitioner', {
    searchLabTests: ({ query: { laboratoryId } }) => ({
      items: [panel, gene].filter(({ laboratory }) => laboratoryId === undefined || laboratory?.id === laboratoryId),
    }),
    listLabOrders: async (input) => {
      const page = (await listLabOrders?.(input)) as { patientId: string; items: LabOrder[]; nextCursor: null }
      const items = page.items.map((order, index) => ({
        ...order,
        laboratory: genetics,
        payers: index === 0 ? [] : ['Plain Health Plan', 'Sample State Medicaid'],
      }))
      return { ...page, items }
    },
  })
  await mount(
    withProvider(
      client,
      html`<visit-lab-orders patient-id=${world.ids.patientId} visit-id=${world.ids.visitId}></visit-lab-orders>`,
    ),
  )
  await settled()
  return client
}
const add = async (words: string, name: string): Promise<void> => {
  await userEvent.keyboard(words)
  await waitFor(() => deepQuery(document.body, '[role=option]'), name)
  await userEvent.keyboard('{Enter}')
  await waitFor(
    () => pageText().includes(`Remove ${name}`) || deepQuery(document.body, `[aria-label="Remove ${name}"]`),
    name,
  )
}

test('an order shows its laboratory, and who was given to it as payer', async () => {
  await showOrders()
  expect(pageText()).toContain('Laboratory: Example Genetics.')
  expect(pageText()).toContain(labOrdersEn.patientPays)
  expect(pageText()).toContain('The laboratory bills Plain Health Plan, Sample State Medicaid.')
})

test('a form offers tests of every laboratory, then only those of the first chosen one, and says so', async () => {
  const client = await showOrders()
  await press(document.body, 'New order')
  await add('panel', 'Metabolic panel')
  expect(pageText()).toContain('Glucose, Urea nitrogen')
  expect(pageText()).toContain('Blood draw')
  expect(pageText()).toContain('Example Laboratory does all tests of this order.')
  const laboratories = () =>
    client.calls
      .filter(({ operationId }) => operationId === 'searchLabTests')
      .map(({ query }) => (query as { laboratoryId?: string }).laboratoryId)
  expect(laboratories()).not.toContain('main')
  const box = deepQuery(document.body, '#add-test') as HTMLInputElement
  box.focus()
  await userEvent.keyboard('gene')
  await waitFor(() => laboratories().at(-1) === 'main', 'a search in the laboratory of the first test')
})

test('a patient who pays is said to the laboratory, and nothing else has to be', async () => {
  const client = await showOrders()
  await press(document.body, 'New order')
  await add('panel', 'Metabolic panel')
  const box = deepQuery(document.body, '#add-diagnosis') as HTMLInputElement
  box.focus()
  await userEvent.keyboard('hyper')
  await waitFor(() => deepQuery(document.body, '[role=option]'), 'a diagnosis')
  await userEvent.keyboard('{Enter}')
  expect(pageText()).toContain(labOrdersEn.selfPayHint)
  const pays = deepQuery(document.body, 'input[type=checkbox][aria-describedby=self-pay-hint]') as HTMLInputElement
  pays.click()
  await press(document.body, 'Send the order')
  await waitFor(() => client.calls.some(({ operationId }) => operationId === 'placeLabOrder'), 'the order')
  expect(client.calls.find(({ operationId }) => operationId === 'placeLabOrder')?.body).toMatchObject({
    laboratoryId: 'main',
    selfPay: true,
    tests: [{ code: 'BMPX' }],
  })
})
