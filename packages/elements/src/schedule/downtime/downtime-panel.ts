import { html, nothing, type TemplateResult } from 'lit'
import type { DowntimeList } from '@visitkit/sdk'
import { adoptStyles } from '../../core/adopt-styles.ts'
import type { ReachTranslate } from '../../core/how-to-reach.ts'
import { Loader } from '../../core/loader.ts'
import { problemView } from '../../core/problem-view.ts'
import { reachMessages } from '../../core/reach.messages.ts'
import { saveFile } from '../../core/save-file.ts'
import { tableStyles } from '../../core/styles/table.ts'
import { doneBanner } from '../done-banner.ts'
import { panelHead } from '../panel-head.ts'
import { panelsStyles } from '../panels.styles.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { downtimeMessages } from './downtime.messages.ts'
import { downtimePage } from './downtime-page.ts'
import { downtimeStyles } from './downtime.styles.ts'
import { downtimeTables, type DowntimeTable, type DowntimeWords } from './downtime-table.ts'

/** "Who comes today and tomorrow?", to be printed before the system is down. Each reading is recorded as an export. */
export class DowntimePanel implements Panel {
  readonly #view: ScheduleView
  readonly #words: DowntimeWords
  readonly #reach: ReachTranslate
  readonly #list: Loader<DowntimeList>
  #isSaved = false
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    adoptStyles(view.host, [panelsStyles, tableStyles, downtimeStyles])
    this.#view = view
    this.#words = view.host.language.bundle(downtimeMessages)
    this.#reach = view.host.language.bundle(reachMessages)
    this.#list = new Loader(view.host)
  }

  open(_: PanelTarget, signal: AbortSignal): void {
    const client = this.#view.client()
    if (!client) return
    this.#isSaved = false
    this.#again = () => {
      this.#isSaved = false
      void this.#list.run(() => client.downtimeList.export({ signal }))
    }
    this.#again()
  }

  close(): void {
    this.#list.reset()
    this.#isSaved = false
  }

  render(): TemplateResult {
    const { host, t } = this.#view
    const words = this.#words
    const { value, problem } = this.#list
    return html`<div class="stack">
      ${panelHead(this.#view, words('heading'), value ? this.#text(value) : nothing)}
      ${doneBanner(this.#isSaved ? words('saved') : '')}
      ${problem ? problemView(host, problem, { texts: words, retry: this.#again }) : nothing}
      ${value ? this.#shown(value) : problem ? nothing : scheduleSkeleton(t('loading'))}
    </div>`
  }

  #shown(list: DowntimeList): TemplateResult {
    const words = this.#words
    return html`<div class="row wrap">
        <button class="btn primary" type="button" @click=${() => this.#save(list)}>${words('save')}</button>
        <button class="btn" type="button" @click=${() => this.#again()}>${words('again')}</button>
      </div>
      ${this.#tables(list).map((table) => this.#day(table))}
      <p class="small muted">${words('stored')}</p>`
  }

  #day({ title, heads, rows }: DowntimeTable): TemplateResult {
    return html`<section class="card" part="downtime">
      <div class="pad tight head">
        <h3 aria-level=${this.#view.host.headingLevel + 1}>${title}</h3>
        ${rows.length === 0 ? html`<p class="muted">${this.#words('none')}</p>` : nothing}
      </div>
      ${
        rows.length === 0
          ? nothing
          : html`<div class="sheet" tabindex="0" role="region" aria-label=${title}>
              <table>
                <thead>
                  <tr>
                    ${heads.map((head) => html`<th scope="col">${head}</th>`)}
                  </tr>
                </thead>
                <tbody>
                  ${rows.map(
                    (row) =>
                      html`<tr>
                        ${row.map((cell, at) => html`<td class=${classes[at] ?? ''} dir="auto">${cell}</td>`)}
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`
  }

  #tables(list: DowntimeList): readonly DowntimeTable[] {
    return downtimeTables(list, this.#words, this.#reach, this.#view.host.format.at(list.zone))
  }

  #text({ madeAt, zone }: DowntimeList): string {
    return this.#words('text', { time: this.#view.host.format.at(zone).timeWithZone(madeAt) })
  }

  #save(list: DowntimeList): void {
    const { host } = this.#view
    const words = this.#words
    const page = downtimePage(
      {
        heading: `${words('heading')}: ${list.organizationName}`,
        text: this.#text(list),
        notes: words('notes'),
        none: words('none'),
      },
      this.#tables(list),
      { language: host.language.tag, direction: host.language.direction },
    )
    // No name of a patient or of the clinic: the name of a file is shown in lists of downloads.
    saveFile(new Blob([page], { type: 'text/html' }), `visits-${list.days[0]?.date ?? ''}.html`)
    this.#isSaved = true
    host.requestUpdate()
    host.announce(words('saved'))
  }
}

const classes: readonly string[] = ['time num', '', 'date num', 'date num']
