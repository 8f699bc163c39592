import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { UnmatchedResult } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { press, waitFor, withProvider } from '../../test/story.ts'
import { labOrdersEn } from './lab-orders.en.ts'
import '../define/lab-orders.ts'
import '../define/provider.ts'

/* Each reason of the contract, from its arrival in the inbox to the end of the work. */

afterEach(unmount)

test.each(vocabularies.UnmatchedReason)(
  'a result that is held as %s says why, and is matched by a person',
  async (reason) => {
    const world = createSampleWorld({ stage: 'in-visit' })
    const { listUnmatchedResults } = world.handlersFor('practitioner')
    const client = world.client('practitioner', {
      listUnmatchedResults: async (input) => {
        const page = (await listUnmatchedResults?.(input)) as { items: UnmatchedResult[]; nextCursor: null }
        return { ...page, items: page.items.map((result) => ({ ...result, reason })) }
      },
    })
    await mount(withProvider(client, html`<visit-lab-orders></visit-lab-orders>`))
    await settled()
    expect(pageText()).toContain(labOrdersEn[`reason_${reason}`])
    await pressKeyOn('Compare Hemoglobin A1c')
    await focusComesTo('Find the patient')
    await waitFor(() => /Our patient\s*: Robin Example/.test(pageText()), 'the patient')
    await press(document.body, /^\s*Basic metabolic panel\s+Ordered/)
    await press(document.body, 'Match to this order')
    await waitFor(() => !pageText().includes('Not matched to a patient'), 'the end of it')
    expect(client.calls.find(({ operationId }) => operationId === 'matchResult')?.body).toEqual({
      orderId: 'lab-order-bmp',
    })
  },
)
