import { html, nothing } from 'lit'
import type { ExternalResolution, MailboxFault, MailboxFile, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { resolutionForm } from './resolution-form.ts'
import type { HeldLinesTranslate } from './held-line-views.ts'
import { fileHead, fileList, fileText, type MailboxFilesTranslate } from './mailbox-file-views.ts'
import { mailboxFilesMessages } from './mailbox-files.messages.ts'
import { toPage, withMore, type ShownPage } from './shown-page.ts'

const pageSize = 25

const reportFaults: ReadonlySet<MailboxFault | undefined> = new Set<MailboxFault>([
  'payment_unknown',
  'refund_unknown',
  'payment_differs',
  'report_unknown',
  'report_unreadable',
])
/** A report of the payment processor is no file: it is not read again. */
const isReport = ({ fault }: MailboxFile): boolean => reportFaults.has(fault)

/** Files of the clearinghouse that could not be posted: a list below the held lines, and one file. Updates live. */
export class MailboxFilesPart {
  readonly #host: VisitElement
  readonly #t: MailboxFilesTranslate
  /** The resolutions have the same texts for a line and for a file. */
  readonly #held: HeldLinesTranslate
  readonly #list: Loader<ShownPage<MailboxFile>>
  readonly #more: Loader<true>
  readonly #text: Loader<string | null>
  readonly #acting: Loader<true>
  readonly #keys = new IdempotencyKeys()
  #client: VisitClient | null = null
  #shown: MailboxFile | null = null
  #reason: ExternalResolution | null = null
  #showsFault = false

  constructor(host: VisitElement, held: HeldLinesTranslate) {
    this.#host = host
    this.#t = host.language.bundle(mailboxFilesMessages)
    this.#held = held
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#text = new Loader(host)
    this.#acting = new Loader(host)
  }

  get isShown(): boolean {
    return this.#shown !== null
  }

  reset(): void {
    for (const loader of [this.#list, this.#more]) loader.reset()
    this.#client = null
    this.clearSelection()
  }

  /** Returns from one file to the list. */
  clearSelection(): void {
    for (const loader of [this.#text, this.#acting]) loader.reset()
    this.#shown = this.#reason = null
    this.#showsFault = false
    this.#keys.done()
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    // A change in the mailbox changes claims, so this element watches claim events.
    const watch = client.watch((reading) => client.mailbox.list({ limit: pageSize }, reading).page(), {
      on: ['claim.changed'],
      signal,
    })
    await this.#list.run(async () => toPage(await followWatch(watch, (changed) => this.#renewed(toPage(changed)))), {
      quietly: true,
    })
  }

  /** The selected file is updated too: it may have failed again. */
  #renewed(latest: ShownPage<MailboxFile>): void {
    this.#list.set(latest)
    const shownId = this.#shown?.id
    this.#shown = latest.items.find(({ id }) => id === shownId) ?? this.#shown
  }

  #open = (file: MailboxFile): void => {
    this.clearSelection()
    this.#shown = file
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#file-heading')
  }

  #back = (): void => {
    const id = this.#shown?.id
    const isThere = this.#list.value?.items.some((file) => file.id === id)
    this.clearSelection()
    this.#host.requestUpdate()
    void moveFocus(this.#host, isThere ? `[id="file-${id}"]` : '#held-heading')
  }

  #showMore = (): void => {
    const [client, shown] = [this.#client, this.#list.value]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      this.#list.set(withMore(shown, toPage(await client.mailbox.list({ limit: pageSize }, { signal }).page(cursor))))
      return true as const
    })
  }

  #read = async (): Promise<void> => {
    const [client, file] = [this.#client, this.#shown]
    if (!client || !file || this.#text.busy) return
    await this.#text.run(async (signal) => (await client.mailbox.get(file.id, { signal })).text ?? null)
    void moveFocus(this.#host, '#file-text-heading')
  }

  /** Announces the result, removes the file from the list, and moves the focus to the next one. */
  async #act(announcement: string, work: (client: VisitClient, file: MailboxFile) => Promise<unknown>): Promise<void> {
    const [client, file] = [this.#client, this.#shown]
    if (!client || !file || this.#acting.busy) return
    const done = await this.#acting.run(async () => {
      await work(client, file)
      return true as const
    })
    if (!done) return
    const list = this.#list.value
    if (list) this.#list.set({ ...list, items: list.items.filter(({ id }) => id !== file.id) })
    this.#host.announce(announcement)
    this.#back()
  }

  #readAgain = (): void =>
    void this.#act(this.#t('againDone'), (client, { id }) =>
      client.mailbox.reprocess(id, this.#keys.for('read-again', id)),
    )

  #resolveExternally = (): void => {
    const reason = this.#reason
    if (reason === null) {
      this.#showsFault = true
      this.#host.requestUpdate()
      void moveFocus(this.#host, '#aside-reason')
      return
    }
    void this.#act(this.#t('asideDone'), (client, { id }) =>
      client.mailbox.resolve(id, { reason }, this.#keys.for('aside', [id, reason])),
    )
  }

  #problem(loader: Loader<unknown>): unknown {
    return loader.problem ? problemView(this.#host, loader.problem, { texts: this.#t }) : nothing
  }

  renderList(level: number): unknown {
    const { now } = this.#list
    if (now.state === 'failed') return html`<div class="part">${this.#problem(this.#list)}</div>`
    if (now.state !== 'ready') return nothing
    return fileList(
      { t: this.#t, format: this.#host.format, level },
      {
        ...now.value,
        busy: this.#more.busy,
        problem: this.#problem(this.#more),
        onOpen: this.#open,
        onMore: this.#showMore,
      },
    )
  }

  renderFile(level: number): unknown {
    const file = this.#shown
    if (!file) return nothing
    const t = this.#t
    const words = { t, format: this.#host.format, level }
    const busy = this.#acting.busy
    return html`<div class="part">
        <div>
          <button class="btn quiet small start" type="button" @click=${this.#back}>
            ${iconBack} ${this.#held('back')}
          </button>
        </div>
      </div>
      ${fileHead(words, file)}
      ${fileText(words, {
        text: this.#text.value,
        busy: this.#text.busy,
        problem: this.#problem(this.#text),
        onShow: () => void this.#read(),
        onSave: (text) => saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), t('fileName')),
      })}
      ${
        isReport(file)
          ? nothing
          : html`<div class="part row wrap">
              <button
                class="btn small"
                id="read-again"
                type="button"
                aria-describedby="read-again-hint"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${this.#readAgain}
              >
                ${t('again')}
              </button>
              <p class="small muted" id="read-again-hint">${t('againHint')}</p>
            </div>`
      }
      ${resolutionForm(this.#held, level, {
        heading: t('aside'),
        hint: t('asideHint'),
        reason: this.#reason,
        showsFault: this.#showsFault,
        busy,
        problem: this.#problem(this.#acting),
        onReason: (reason) => {
          this.#reason = reason
          this.#host.requestUpdate()
        },
        onSubmit: this.#resolveExternally,
      })}`
  }
}
