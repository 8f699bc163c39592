import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { VisitClient, VisitRecording } from '@visitkit/sdk'
import { ChartPart, type MoreTexts, type PartLoadContext } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { adoptStyles } from '../core/adopt-styles.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readRecordings, recordingsOfVisit, type EndedVisits } from './read-recordings.ts'
import { RecordingPlayer } from './recording-player.ts'
import { visitRecordingsMessages } from './visit-recordings.messages.ts'
import { visitRecordingsStyles } from './visit-recordings.styles.ts'

/**
 * What was recorded of visits. In the record of the patient: of the latest visits, the newest first. In the chart: of its visit, and of that
 * of a note that a clinician opens, so that nothing else is read. Each is played in its place, or saved as a file. Absent while there is
 * none. Updates live.
 */
export class VisitRecordingsPart {
  readonly #host: VisitElement
  readonly #t
  readonly #list: ChartPart<LoadedPages<VisitRecording> | null>
  readonly #player: RecordingPlayer
  readonly #ofNote: Loader<readonly VisitRecording[]>
  readonly #more: () => MoreTexts
  readonly #ended: EndedVisits = new Map()
  #client: VisitClient | null = null

  constructor(host: VisitElement, more: () => MoreTexts) {
    this.#host = host
    this.#more = more
    this.#t = host.language.bundle(visitRecordingsMessages)
    this.#list = new ChartPart(host)
    this.#ofNote = new Loader(host)
    this.#player = new RecordingPlayer(host)
    adoptStyles(host, [visitRecordingsStyles])
  }

  reset(): void {
    for (const each of [this.#list, this.#ofNote, this.#player]) each.reset()
    this.#ended.clear()
    this.#client = null
  }

  /** Of the latest visits of a patient. */
  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.#follow(client, patientId, signal, (context) =>
      readRecordings(client, { patientId, ended: this.#ended }, context),
    )
  }

  /** Of one visit. Without one, only what a note leads to is read. */
  followVisit(client: VisitClient, patientId: string, visitId: string | undefined, signal: AbortSignal): void {
    if (visitId === undefined) {
      this.reset()
      this.#client = client
      return
    }
    this.#follow(client, patientId, signal, async (context) => {
      const items = await recordingsOfVisit(client, visitId, context.signal)
      return items.length > 0 ? { items, next: null } : null
    })
  }

  #follow(
    client: VisitClient,
    patientId: string,
    signal: AbortSignal,
    read: (context: PartLoadContext) => Promise<LoadedPages<VisitRecording> | null>,
  ): void {
    this.reset()
    this.#client = client
    this.#list.follow(client, patientId, ['visit.changed'], read, signal)
  }

  /** Reads what was recorded of the visit of a note that was opened; null when it was closed. */
  lookAt(visitId: string | null): void {
    const client = this.#client
    this.#ofNote.reset()
    this.#player.close()
    if (client && visitId !== null) void this.#ofNote.run((signal) => recordingsOfVisit(client, visitId, signal))
  }

  async #toggle(recording: VisitRecording): Promise<void> {
    if (this.#player.isOpen(recording.id)) return this.#player.close()
    if (!this.#client || this.#player.isBusy) return
    this.#host.announce(this.#t('fetching'))
    if (await this.#player.play(this.#client, recording)) this.#host.announce(this.#t('opened'))
  }

  async #save(recording: VisitRecording): Promise<void> {
    if (!this.#client || this.#player.isBusy) return
    this.#host.announce(this.#t('fetching'))
    if (await this.#player.save(this.#client, recording, this.#t('fileName'))) this.#host.announce(this.#t('saved'))
  }

  /** Who was in the room, each role once. */
  #people({ recorded }: VisitRecording): string {
    return this.#host.format.list([...new Set(recorded)].map((role) => this.#t(`who_${role}`)))
  }

  #length({ startedAt, endedAt }: VisitRecording): string {
    const minutes = (Date.parse(endedAt) - Date.parse(startedAt)) / 60_000
    return minutes < 1 ? this.#t('underAMinute') : this.#host.format.minutes(Math.round(minutes))
  }

  #item(recording: VisitRecording): TemplateResult {
    const [t, player, { id }] = [this.#t, this.#player, recording]
    const moment = this.#host.format.momentWithYear(recording.startedAt)
    const name = t('name', { moment })
    const isOpen = player.isOpen(id)
    const problem = player.problemOf(id)
    const busy = player.isBusy ? 'true' : nothing
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="tight recorded"
          ><b class="num">${moment}</b><span class="small muted num">${this.#length(recording)}</span
          ><span class="small muted">${t('recorded', { people: this.#people(recording) })}</span></span
        >
        <span class="row wrap"
          ><button
            class="btn small"
            type="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-label=${t(isOpen ? 'closeOf' : 'playOf', { name })}
            aria-disabled=${busy}
            @click=${() => void this.#toggle(recording)}
          >
            ${t(isOpen ? 'close' : 'play')}</button
          ><button
            class="btn small"
            type="button"
            aria-label=${t('saveOf', { name })}
            aria-disabled=${busy}
            @click=${() => void this.#save(recording)}
          >
            ${t('save')}
          </button></span
        >
      </div>
      ${player.isFetching(id) ? html`<p class="small muted">${t('fetching')}</p>` : nothing}
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${player.cannotPlay(id) ? html`<p class="note" role="alert">${t('cannotPlay')}</p>` : player.view(id, name)}
    </li>`
  }

  #content(list: LoadedPages<VisitRecording>): unknown {
    const t = this.#t
    const below = this.#list.below(this.#more(), list, 'recordings', t('heading'))
    if (list.items.length === 0)
      return html`<p class="muted">${t('noneYet')}</p>
        ${below}`
    return html`${this.#items(list.items)} ${below}`
  }

  #items(recordings: readonly VisitRecording[]): TemplateResult {
    const t = this.#t
    return html`<ul class="lined">
        ${repeat(
          recordings,
          ({ id }) => id,
          (recording) => this.#item(recording),
        )}
      </ul>
      <p class="small muted">${t('log')} ${t('keepSafe')}</p>`
  }

  /** Below the note that is open. */
  ofNote(): unknown {
    const { value, problem } = this.#ofNote
    if (problem) return problemView(this.#host, problem, { retry: () => this.#host.startAgain() })
    if (!value || value.length === 0) return nothing
    return html`<h4>${this.#t('ofThisVisit')}</h4>
      ${this.#items(value)}`
  }

  /** Nothing until it is known that there is a recording: most patients have none. */
  view(): unknown {
    if (!this.#list.value && !this.#list.problem) return nothing
    return this.#list.render('recordings', this.#t('heading'), (list) => (list ? this.#content(list) : nothing), {
      waiting: this.#t('waiting'),
      retry: () => this.#host.startAgain(),
    })
  }
}
