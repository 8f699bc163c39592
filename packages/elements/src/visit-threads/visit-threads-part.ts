import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ThreadSummary, VisitClient, VisitThread } from '@visitkit/sdk'
import { filesStyles } from '../files/files.styles.ts'
import { VisitFiles } from '../files/visit-files.ts'
import { ChartPart, type MoreTexts } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { adoptStyles } from '../core/adopt-styles.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { talkStyles } from '../core/styles/talk.ts'
import { talk } from '../core/talk.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { visitThreadsMessages } from './visit-threads.messages.ts'

const pageLimit = 8
const messageLimit = 50

/**
 * What was written in the rooms of a patient's visits, the latest visit first, in the record of the patient and in the chart. Each is read
 * in its place. Updates live.
 */
export class VisitThreadsPart {
  readonly #host: VisitElement
  readonly #t
  readonly #list: ChartPart<LoadedPages<ThreadSummary>>
  readonly #open: Loader<VisitThread>
  readonly #more: () => MoreTexts
  readonly #files: VisitFiles
  #client: VisitClient | null = null
  #openId: string | null = null

  constructor(host: VisitElement, more: () => MoreTexts) {
    this.#host = host
    this.#more = more
    this.#t = host.language.bundle(visitThreadsMessages)
    this.#list = new ChartPart(host)
    this.#open = new Loader(host)
    this.#files = new VisitFiles(host)
    adoptStyles(host, [talkStyles, filesStyles])
  }

  reset(): void {
    for (const each of [this.#list, this.#open, this.#files]) each.reset()
    this.#client = this.#openId = null
  }

  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.reset()
    this.#client = client
    this.#list.follow(
      client,
      patientId,
      ['thread.changed'],
      async (context) => {
        const query = { patientId, topic: 'visit', limit: pageLimit } as const
        const list = await context.loadPages('visit-threads', client.threads.list(query, context))
        if (this.#openId) void this.#read(client, this.#openId)
        return list
      },
      signal,
    )
  }

  /** The newest messages again; those that are shown stay until then. */
  async #read(client: VisitClient, visitId: string): Promise<void> {
    const read = await this.#open.run(
      (signal) => client.threads.ofVisit(visitId, { limit: messageLimit }, { signal }),
      { quietly: this.#open.value?.visitId === visitId },
    )
    const newest = read?.thread?.messages[0]
    if (!newest || !read.thread?.unread) return
    try {
      await client.threads.markReadInVisit(visitId, { messageId: newest.id })
      this.#list.refresh()
    } catch {
      // The next reading repeats it.
    }
  }

  #toggle(visitId: string): void {
    const client = this.#client
    if (!client) return
    const isOpen = this.#openId === visitId
    this.#openId = isOpen ? null : visitId
    this.#open.reset()
    if (!isOpen) void this.#read(client, visitId)
  }

  #older = (): void => {
    const [client, shown] = [this.#client, this.#open.value]
    const { thread, visitId } = shown ?? {}
    if (!client || !visitId || !thread?.nextCursor) return
    const cursor = thread.nextCursor
    void this.#open.run(
      async (signal) => {
        const page = await client.threads.ofVisit(visitId, { limit: messageLimit, cursor }, { signal })
        const messages = [...thread.messages, ...(page.thread?.messages ?? [])]
        return { ...page, thread: { ...thread, messages, nextCursor: page.thread?.nextCursor ?? null } }
      },
      { quietly: true },
    )
  }

  #messages(): unknown {
    const [t, { now }] = [this.#t, this.#open]
    if (now.state === 'failed') return problemView(this.#host, now.problem, { retry: () => this.#host.startAgain() })
    if (now.state !== 'ready') return html`<p class="small muted" role="status">${t('loading')}</p>`
    const { thread } = now.value
    if (!thread) return nothing
    const [client, { visitId }, { problem }] = [this.#client, now.value, this.#files]
    return html`${
      thread.nextCursor
        ? html`<div><button class="btn small" type="button" @click=${this.#older}>${t('older')}</button></div>`
        : nothing
    }${talk(thread.messages, {
      you: t('you'),
      format: this.#host.format,
      below: ({ attachments }) => (client ? this.#files.buttons(client, visitId, attachments) : nothing),
    })}${problem ? problemView(this.#host, problem) : nothing}`
  }

  #item({ visitId = '', lastMessageAt, unread }: ThreadSummary): TemplateResult {
    const t = this.#t
    const isOpen = this.#openId === visitId
    const name = t('visitOn', { date: this.#host.format.date(lastMessageAt) })
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="row wrap"
          ><b class="num">${name}</b>${
            unread > 0 ? html`<span class="chip warn">${t('unread', { count: unread })}</span>` : nothing
          }</span
        >
        <button
          class="btn small"
          type="button"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-label=${t(isOpen ? 'closeOf' : 'readOf', { name })}
          @click=${() => this.#toggle(visitId)}
        >
          ${t(isOpen ? 'close' : 'read')}
        </button>
      </div>
      ${isOpen ? this.#messages() : nothing}
    </li>`
  }

  #content(list: LoadedPages<ThreadSummary>): unknown {
    const t = this.#t
    if (list.items.length === 0) return html`<p class="muted">${t('none')}</p>`
    return html`<ul class="lined">
        ${repeat(
          list.items,
          ({ id }) => id,
          (thread) => this.#item(thread),
        )}
      </ul>
      ${this.#list.below(this.#more(), list, 'visit-threads', t('heading'))}`
  }

  view(): TemplateResult {
    return this.#list.render('visit-threads', this.#t('heading'), (list) => this.#content(list), {
      waiting: this.#t('loading'),
      retry: () => this.#host.startAgain(),
    })
  }
}
