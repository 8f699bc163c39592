import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { CareTask, InboxCounts, Me, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { keptRow } from '../core/kept-row.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { lineButton } from './line-button.ts'
import { LiveList } from './live-list.ts'
import type { InboxTranslate, Line, Lines, SectionSource, Whose } from './inbox-lines.ts'

interface SectionReader {
  readonly client: VisitClient
  readonly me: Me
  readonly counts: () => InboxCounts | undefined
  readonly whose: () => Whose
}

/** One list of the inbox, live. */
export class SectionPart {
  readonly #host: VisitElement
  readonly #t: InboxTranslate
  readonly #client: VisitClient
  readonly #me: Me
  readonly #reader: SectionReader
  readonly #shown: LiveList<Lines>
  readonly #acting: Loader<CareTask>
  /** Id of the task of the last action. */
  #about = ''
  readonly source: SectionSource

  constructor(
    host: VisitElement,
    t: InboxTranslate,
    reader: SectionReader,
    source: SectionSource,
    changed: () => void,
  ) {
    this.#host = host
    this.#t = t
    this.#client = reader.client
    this.#me = reader.me
    this.#reader = reader
    this.#shown = new LiveList(host, changed)
    this.#acting = new Loader(host)
    this.source = source
  }

  /** What the server counted, also beyond the lines that are shown; until then, the lines. */
  get count(): number {
    return this.#countOf('all')
  }

  #countOf(whose: Whose): number {
    const counts = this.#reader.counts()
    return counts ? this.source.count(counts, whose) : (this.#shown.value?.lines.length ?? 0)
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  /** Whether it was read, and has nothing to show. */
  get isEmpty(): boolean {
    return this.#shown.value?.lines.length === 0
  }

  follow(signal: AbortSignal): void {
    this.#shown.follow(this.#client, (options) => this.source.read(this.#now, options), { on: this.source.on, signal })
  }

  get #now(): Parameters<SectionSource['read']>[0] {
    return {
      t: this.#t,
      format: this.#host.format,
      me: this.#me,
      client: this.#client,
      whose: this.#reader.whose(),
    }
  }

  /** Reads again, after another choice of whose work is shown. */
  refresh(): void {
    this.#shown.refresh()
  }

  clear(): void {
    this.#shown.reset()
    this.#acting.reset()
  }

  async #change({ id, version }: CareTask, change: 'take' | 'done'): Promise<void> {
    if (this.#acting.busy) return
    this.#about = id
    const body = change === 'take' ? { assigneeId: this.#me.personId, version } : { status: 'done' as const, version }
    const changed = await this.#acting.run(() => this.#client.tasks.change(id, body))
    this.#shown.refresh()
    if (!changed) return
    this.#host.announce(this.#t(change === 'take' ? 'taken' : 'taskDone'))
    if (change === 'done') await moveFocus(this.#host, `#section-${this.source.name}`)
  }

  #isBusy({ id }: Line): boolean {
    return this.#acting.busy && this.#about === id
  }

  #actions(line: Line): TemplateResult {
    const { title: name, opens, task } = line
    const t = this.#t
    const mayChange = task !== undefined && this.#me.permissions.includes('task:write')
    const busy = this.#isBusy(line)
    const button = (words: string, label: string, onPress: () => void): TemplateResult =>
      lineButton(words, label, { busy, onPress })
    const mayOpen = opens && (opens.what !== 'patient' || this.#me.permissions.includes('chart:read'))
    return html`<span class="row wrap">
      ${
        mayChange && task.assignee?.memberId !== this.#me.personId
          ? button(t('take'), t('takeName', { name }), () => void this.#change(task, 'take'))
          : nothing
      }
      ${mayChange ? button(t('done'), t('doneName', { name }), () => void this.#change(task, 'done')) : nothing}
      ${mayOpen ? button(t('open'), t('openName', { name }), () => void emit(this.#host, 'visit-open', opens)) : nothing}
    </span>`
  }

  #line(line: Line): TemplateResult {
    return html`<li class="row between wrap">
      <div class="tight">
        <span class="row wrap">
          <b dir="auto">${line.title}</b>
          ${line.chips.map(({ tone, text }) => html`<span class="chip ${tone}">${text}</span>`)}
        </span>
        <span class="small muted">${this.#host.format.list(line.about)}</span>
      </div>
      ${this.#actions(line)}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const t = this.#t
    const { value, problem } = this.#shown
    const failed = problem ?? this.#acting.problem
    if (!failed && !value?.lines.length) return nothing
    const { name } = this.source
    const count = Math.max(this.#countOf(this.#reader.whose()), value?.lines.length ?? 0)
    // Not "(0)" for what could not be read.
    const heading = t(`section_${name}`)
    return html`<section class="card" aria-labelledby="section-${name}">
      <h3 class="pad" id="section-${name}" tabindex="-1">
        ${count > 0 ? t('count', { name: heading, count: this.#host.format.number(count) }) : heading}
      </h3>
      ${failed ? html`<div class="pad">${problemView(this.#host, failed, { texts: t, retry: () => this.#host.startAgain() })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          value?.lines ?? [],
          ({ id }) => id,
          (line) => keptRow([this.#host.format, line, this.#isBusy(line)], () => this.#line(line)),
        )}
      </ul>
      ${value?.more ? html`<p class="pad small muted">${t('shownFirst', { count: this.#host.format.number(value.lines.length) })}</p>` : nothing}
    </section>`
  }
}
