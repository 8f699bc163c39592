import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { vocabularies } from '@visitkit/contract/vocabularies'
import type { MailboxFile } from '@visitkit/sdk'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { focusComesTo, pressKeyOn } from '../../test/keyboard.ts'
import { mount, pageText, settled, unmount } from '../../test/mount.ts'
import { sampled } from '../../test/sampled.ts'
import { deepQuery, press, waitFor, withProvider } from '../../test/story.ts'
import { mailboxFilesEn } from './mailbox-files.en.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

/* Each fault of the contract, from its arrival at the desk to the end of the work. */

afterEach(unmount)

const reports: ReadonlySet<string> = new Set([
  ...['payment_unknown', 'refund_unknown', 'payment_differs', 'report_unknown', 'report_unreadable'],
])

test.each(sampled(vocabularies.MailboxFault))(
  'a file with the fault %s says what is wrong, and is read again or resolved',
  async (fault) => {
    const world = createSampleWorld()
    const { listMailboxFiles } = world.handlersFor('practitioner')
    const client = world.client('practitioner', {
      listMailboxFiles: async (input) => {
        const page = (await listMailboxFiles?.(input)) as { items: MailboxFile[] }
        return {
          items: page.items.filter(({ id }) => id === 'file-count').map((file) => ({ ...file, fault })),
          nextCursor: null,
        }
      },
    })
    await mount(withProvider(client, html`<visit-claim-desk></visit-claim-desk>`))
    await settled()
    await press(document.body, 'Held')
    await waitFor(() => pageText().includes('SAMPLE-835-0042'), 'the file')
    await settled()
    await pressKeyOn('SAMPLE-835-0042')
    await focusComesTo('File SAMPLE-835-0042')
    expect(pageText()).toContain(mailboxFilesEn[`fault_${fault}`])
    expect(deepQuery(document.body, '#aside-reason')).not.toBeNull()
    if (reports.has(fault)) {
      // A report of the payment processor is no file: the server asks the processor by itself.
      expect(deepQuery(document.body, '#read-again')).toBeNull()
      return
    }
    await pressKeyOn('Read it again')
    await focusComesTo('Held lines')
    expect(client.calls.filter(({ operationId }) => operationId === 'reprocessMailboxFile')).toHaveLength(1)
    expect(pageText()).not.toContain('SAMPLE-835-0042')
  },
)
